# SPDX-License-Identifier: GPL-3.0-or-later
# What is fuzzed. Without --enable-fuzzing each target is a program that takes its seeds, as a test.
fuzz_targets = session round-trip checklist snapshot text writers lines keys
if HAVE_AGE
fuzz_targets += age
check_PROGRAMS += tests/fuzz/fuzz-age
endif
if HAVE_PDF
fuzz_targets += pdf
endif
fuzz_programs = $(fuzz_targets:%=tests/fuzz/fuzz-%)
check_PROGRAMS += tests/fuzz/fuzz-session tests/fuzz/fuzz-round-trip tests/fuzz/fuzz-checklist \
	tests/fuzz/fuzz-snapshot tests/fuzz/fuzz-text tests/fuzz/fuzz-writers tests/fuzz/fuzz-lines \
	tests/fuzz/fuzz-keys
dist_check_SCRIPTS += tests/fuzz/check-seeds tests/fuzz/run-fuzz
EXTRA_DIST += tests/fuzz/seeds tests/fuzz/seeds.sh tests/fuzz/dictionaries
TESTS += tests/fuzz/check-seeds

fuzz_common = tests/fuzz/fuzz.c tests/fuzz/fuzz.h
fuzz_shape = tests/fuzz/shape.c tests/fuzz/shape.h
if FUZZING
fuzz_ldflags = $(AM_LDFLAGS) -fsanitize=fuzzer
else
fuzz_common += tests/fuzz/replay.c
fuzz_ldflags = $(AM_LDFLAGS)
endif
tests_fuzz_fuzz_age_SOURCES = tests/fuzz/fuzz-age.c $(fuzz_common)
tests_fuzz_fuzz_age_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_age_LDADD = $(checklist_libs)
tests_fuzz_fuzz_session_SOURCES = tests/fuzz/fuzz-session.c $(fuzz_common)
tests_fuzz_fuzz_session_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_session_LDADD = $(session_libs)
tests_fuzz_fuzz_round_trip_SOURCES = tests/fuzz/fuzz-round-trip.c $(fuzz_common)
tests_fuzz_fuzz_round_trip_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_round_trip_LDADD = $(session_libs)
tests_fuzz_fuzz_checklist_SOURCES = tests/fuzz/fuzz-checklist.c $(fuzz_common)
tests_fuzz_fuzz_checklist_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_checklist_LDADD = $(report_libs)
tests_fuzz_fuzz_snapshot_SOURCES = tests/fuzz/fuzz-snapshot.c $(fuzz_common)
tests_fuzz_fuzz_snapshot_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_snapshot_LDADD = $(checklist_libs)
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/fuzz-text.c $(fuzz_common)
tests_fuzz_fuzz_text_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_text_LDADD = $(checklist_libs)
tests_fuzz_fuzz_writers_SOURCES = tests/fuzz/fuzz-writers.c $(fuzz_shape) $(fuzz_common)
tests_fuzz_fuzz_writers_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_writers_LDADD = $(report_libs)
tests_fuzz_fuzz_lines_SOURCES = tests/fuzz/fuzz-lines.c $(fuzz_common)
tests_fuzz_fuzz_lines_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_lines_LDADD = $(plain_libs)
tests_fuzz_fuzz_keys_SOURCES = tests/fuzz/fuzz-keys.c $(fuzz_common)
tests_fuzz_fuzz_keys_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_keys_LDADD = $(tui_libs)

if HAVE_PDF
check_PROGRAMS += tests/fuzz/fuzz-pdf
tests_fuzz_fuzz_pdf_SOURCES = tests/fuzz/fuzz-pdf.c $(fuzz_shape) $(fuzz_common) $(pdf_so_SOURCES)
tests_fuzz_fuzz_pdf_CFLAGS = $(AM_CFLAGS) $(PANGO_CFLAGS)
tests_fuzz_fuzz_pdf_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_fuzz_pdf_LDADD = $(report_libs) $(PANGO_LIBS) -lm
endif

# `make fuzz FUZZ_SECONDS=28800` is a long run; FUZZ_TARGETS names fewer of them.
FUZZ_SECONDS = 60
FUZZ_TARGETS = $(fuzz_targets)
fuzz: $(fuzz_programs)
	@$(AM_TESTS_ENVIRONMENT) $(top_srcdir)/tests/fuzz/run-fuzz $(abs_top_builddir) \
		$(FUZZ_SECONDS) $(FUZZ_TARGETS)
.PHONY: fuzz
