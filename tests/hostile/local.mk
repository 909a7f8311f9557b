# SPDX-License-Identifier: GPL-3.0-or-later
# Files and texts that were made to hurt.
EXTRA_DIST += tests/hostile/corpus tests/hostile/corpus.expected
check_PROGRAMS += tests/hostile/make-corpus
tests_hostile_make_corpus_SOURCES = tests/hostile/make-corpus.c \
	tests/hostile/pieces.c tests/hostile/pieces.h
tests_hostile_make_corpus_LDADD = $(base_libs)

if HAVE_CMOCKA
check_PROGRAMS += tests/hostile/test-corpus
TESTS += tests/hostile/test-corpus
tests_that_start_programs += tests/hostile/test-corpus
tests_hostile_test_corpus_SOURCES = tests/hostile/test-corpus.c \
	tests/hostile/bounded.c tests/hostile/bounded.h
tests_hostile_test_corpus_LDADD = tests/base/libscratch.a $(base_libs) $(CMOCKA_LIBS)
tests_hostile_test_corpus_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif
