# SPDX-License-Identifier: GPL-3.0-or-later
# Measurements anyone can repeat: `make bench`. Nothing of it is built or run otherwise.
EXTRA_PROGRAMS = bench/load bench/terminal
bench_load_LDADD = $(checklist_libs)
bench_load_CFLAGS = $(AM_CFLAGS) $(YAML_CFLAGS)
bench_terminal_LDADD = -lutil
CLEANFILES += $(EXTRA_PROGRAMS)
EXTRA_DIST += bench/run

bench: all $(EXTRA_PROGRAMS)
	SOURCE_DIR=$(abs_top_srcdir) $(SHELL) $(srcdir)/bench/run
.PHONY: bench
