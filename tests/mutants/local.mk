# SPDX-License-Identifier: GPL-3.0-or-later
# Small changes that the unit tests of sessions, YAML and texts have to notice.
EXTRA_DIST += tests/mutants/run-mutants tests/mutants/mutation.py tests/mutants/equivalent.txt

# `make mutants MUTANTS="--count 2000"` tries more of them.
MUTANTS = --count 400
mutants: all
	@$(AM_TESTS_ENVIRONMENT) \
	MUTANT_SOURCES='$(patsubst src/%,%,$(filter src/%.c,$(libbase_a_SOURCES) $(libyamltree_a_SOURCES) $(libchecklist_a_SOURCES) $(libsession_a_SOURCES)))' \
	$(top_srcdir)/tests/mutants/run-mutants $(MUTANTS) $(top_srcdir) $(abs_top_builddir)/mutants \
	  $(CC) $(DEFS) -I$(abs_top_builddir) -I$(abs_top_srcdir)/src $(filter -D%,$(AM_CPPFLAGS)) $(CPPFLAGS) $(SODIUM_CFLAGS) $(YAML_CFLAGS) $(CMOCKA_CFLAGS) \
	  --libraries $(UNISTRING_LIBS) $(YAML_LIBS) $(SODIUM_LIBS) $(CMOCKA_LIBS)
.PHONY: mutants
