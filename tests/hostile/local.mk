# SPDX-License-Identifier: GPL-3.0-or-later
# Files and texts that were made to hurt.
EXTRA_DIST += tests/hostile/corpus tests/hostile/corpus.expected
check_PROGRAMS += tests/hostile/make-corpus
tests_hostile_make_corpus_SOURCES = tests/hostile/make-corpus.c \
	tests/hostile/pieces.c tests/hostile/pieces.h
tests_hostile_make_corpus_LDADD = $(base_libs)

# Strings that were made to hurt, and where they are put.
check_LIBRARIES += tests/hostile/libstrings.a
tests_hostile_libstrings_a_SOURCES = tests/hostile/dangers.c \
	tests/hostile/strings.c tests/hostile/strings.h \
	tests/hostile/places.c tests/hostile/places.h \
	tests/hostile/printable.c tests/hostile/printable.h \
	tests/hostile/tally.c tests/hostile/tally.h

if HAVE_CMOCKA
check_PROGRAMS += tests/hostile/test-corpus
TESTS += tests/hostile/test-corpus
tests_that_start_programs += tests/hostile/test-corpus
tests_hostile_test_corpus_SOURCES = tests/hostile/test-corpus.c \
	tests/hostile/bounded.c tests/hostile/bounded.h
tests_hostile_test_corpus_LDADD = tests/base/libscratch.a $(base_libs) $(CMOCKA_LIBS)
tests_hostile_test_corpus_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)

string_tests = tests/hostile/test-strings tests/hostile/test-strings-documents
check_PROGRAMS += $(string_tests)
TESTS += $(string_tests)
tests_that_start_programs += $(string_tests)
string_test_sources = tests/hostile/documents.c tests/hostile/documents.h \
	tests/hostile/look.c tests/hostile/look.h \
	tests/hostile/markup.c tests/hostile/markup.h \
	tests/hostile/run.c tests/hostile/run.h
tests_hostile_test_strings_SOURCES = tests/hostile/test-strings.c $(string_test_sources)
tests_hostile_test_strings_LDADD = tests/hostile/libstrings.a tests/base/libscratch.a \
	$(base_libs) $(CMOCKA_LIBS)
tests_hostile_test_strings_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_hostile_test_strings_documents_SOURCES = tests/hostile/test-strings-documents.c \
	$(string_test_sources)
tests_hostile_test_strings_documents_LDADD = $(tests_hostile_test_strings_LDADD)
tests_hostile_test_strings_documents_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif
