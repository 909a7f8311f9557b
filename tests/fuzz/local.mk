# SPDX-License-Identifier: GPL-3.0-or-later
# What is fuzzed. Without --enable-fuzzing each target is a program that takes its seeds, as a test.
fuzz_targets = session round-trip checklist text writers lines keys
fuzz_programs = $(fuzz_targets:%=tests/fuzz/fuzz-%)
check_PROGRAMS += tests/fuzz/fuzz-session tests/fuzz/fuzz-round-trip tests/fuzz/fuzz-checklist \
	tests/fuzz/fuzz-text tests/fuzz/fuzz-writers tests/fuzz/fuzz-lines tests/fuzz/fuzz-keys
dist_check_SCRIPTS += tests/fuzz/check-seeds tests/fuzz/run-fuzz
EXTRA_DIST += tests/fuzz/seeds tests/fuzz/dictionaries
TESTS += tests/fuzz/check-seeds

fuzz_common = tests/fuzz/fuzz.c tests/fuzz/fuzz.h
if FUZZING
fuzz_ldflags = $(AM_LDFLAGS) -fsanitize=fuzzer
else
fuzz_common += tests/fuzz/replay.c
fuzz_ldflags = $(AM_LDFLAGS)
endif
tests_fuzz_fuzz_session_SOURCES = tests/fuzz/fuzz-session.c $(fuzz_common)
tests_fuzz_fuzz_session_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_session_LDADD = $(session_libs)
tests_fuzz_fuzz_round_trip_SOURCES = tests/fuzz/fuzz-round-trip.c $(fuzz_common)
tests_fuzz_fuzz_round_trip_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_round_trip_LDADD = $(session_libs)
tests_fuzz_fuzz_checklist_SOURCES = tests/fuzz/fuzz-checklist.c $(fuzz_common)
tests_fuzz_fuzz_checklist_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_checklist_LDADD = $(report_libs)
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/fuzz-text.c $(fuzz_common)
tests_fuzz_fuzz_text_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_text_LDADD = $(checklist_libs)
tests_fuzz_fuzz_writers_SOURCES = tests/fuzz/fuzz-writers.c $(fuzz_common)
tests_fuzz_fuzz_writers_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_writers_LDADD = $(report_libs)
tests_fuzz_fuzz_lines_SOURCES = tests/fuzz/fuzz-lines.c $(fuzz_common)
tests_fuzz_fuzz_lines_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_lines_LDADD = $(plain_libs)
tests_fuzz_fuzz_keys_SOURCES = tests/fuzz/fuzz-keys.c $(fuzz_common)
tests_fuzz_fuzz_keys_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_keys_LDADD = $(tui_libs)

# `make fuzz FUZZ_SECONDS=28800` is a long run; FUZZ_TARGETS names fewer of them.
FUZZ_SECONDS = 60
FUZZ_TARGETS = $(fuzz_targets)
fuzz: $(fuzz_programs)
	SOURCE_DIR=$(abs_top_srcdir) $(top_srcdir)/tests/fuzz/run-fuzz $(abs_top_builddir) \
		$(FUZZ_SECONDS) $(FUZZ_TARGETS)
.PHONY: fuzz
