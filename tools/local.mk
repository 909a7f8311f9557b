# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += tools/analyse tools/prepare.sh tools/run tools/test tools/check-and-count tools/check-documents tools/check-no-network tools/coverage .ci/run

# What compilers do not tell. It takes minutes.
analysis: config.h
	$(AM_V_at)$(top_srcdir)/tools/analyse $(top_srcdir) $(DEFS) $(DEFAULT_INCLUDES) \
	  -I$(top_srcdir) -I$(top_srcdir)/tests $(AM_CPPFLAGS) $(CPPFLAGS) $(NCURSESW_CFLAGS) \
	  $(YAML_CFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS) $(PANGO_CFLAGS)
.PHONY: analysis
