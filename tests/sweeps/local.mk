# SPDX-License-Identifier: GPL-3.0-or-later
# Sweeps over every point: `make sweeps` runs them all, `make sweeps LONG=--long` for longer,
# `make sweeps LONG=--short` in a build with sanitizers.
if HAVE_CMOCKA
sweep_programs = tests/sweeps/sweep-program tests/sweeps/sweep-memory \
	tests/sweeps/sweep-together tests/sweeps/sweep-damage tests/sweeps/sweep-undo tests/sweeps/sweep-crash
check_PROGRAMS += $(sweep_programs)
check_LIBRARIES += tests/sweeps/libsweep.a
sweep_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_sweeps_libsweep_a_SOURCES = tests/sweeps/sweep.c tests/sweeps/sweep.h \
	tests/sweeps/supervise.c tests/sweeps/supervise.h
tests_sweeps_libsweep_a_CPPFLAGS = $(sweep_cppflags)
sweep_libs = tests/sweeps/libsweep.a tests/base/libscratch.a

tests_sweeps_sweep_program_CPPFLAGS = $(sweep_cppflags)
tests_sweeps_sweep_program_LDADD = $(sweep_libs) $(session_libs)
tests_sweeps_sweep_memory_CPPFLAGS = $(sweep_cppflags)
tests_sweeps_sweep_memory_LDADD = $(sweep_libs) $(guide_libs)
tests_sweeps_sweep_memory_LDFLAGS = $(host_ldflags)
tests_sweeps_sweep_together_CPPFLAGS = $(sweep_cppflags)
tests_sweeps_sweep_together_LDADD = $(sweep_libs) $(session_libs)
tests_sweeps_sweep_damage_CPPFLAGS = $(sweep_cppflags)
tests_sweeps_sweep_damage_LDADD = $(sweep_libs) $(session_libs)
tests_sweeps_sweep_undo_CPPFLAGS = $(sweep_cppflags)
tests_sweeps_sweep_undo_LDADD = $(sweep_libs) $(guide_libs)
tests_sweeps_sweep_undo_LDFLAGS = $(host_ldflags)
tests_sweeps_sweep_crash_CPPFLAGS = $(sweep_cppflags)
tests_sweeps_sweep_crash_LDADD = $(sweep_libs) $(session_libs)
# what it asks of the system is written down
tests_sweeps_sweep_crash_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=openat,--wrap=write,--wrap=fsync,--wrap=renameat,--wrap=linkat,--wrap=unlinkat

sweeps: $(sweep_programs) disentangle$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) $(srcdir)/tests/sweeps/run-sweeps $(LONG)

endif
EXTRA_DIST += tests/sweeps/run-sweeps
.PHONY: sweeps
