# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
plain_tests = tests/plain/test-hostile tests/plain/test-plain tests/plain/test-transcripts
check_PROGRAMS += $(plain_tests)
TESTS += $(plain_tests)

check_LIBRARIES += tests/plain/libconversation.a
tests_plain_libconversation_a_SOURCES = tests/plain/conversation.c tests/plain/conversation.h
tests_plain_libconversation_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_plain_libconversation_a_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
plain_test_libs = tests/plain/libconversation.a tests/base/libscratch.a $(plain_libs) $(CMOCKA_LIBS)
tests_plain_test_hostile_SOURCES = tests/plain/test-hostile.c
tests_plain_test_hostile_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_plain_test_hostile_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_plain_test_hostile_LDADD = $(plain_test_libs)
tests_plain_test_plain_SOURCES = tests/plain/test-plain.c
tests_plain_test_plain_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_plain_test_plain_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_plain_test_plain_LDADD = $(plain_test_libs)
tests_plain_test_transcripts_SOURCES = tests/plain/test-transcripts.c
tests_plain_test_transcripts_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_plain_test_transcripts_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_plain_test_transcripts_LDADD = $(plain_test_libs)
endif

EXTRA_DIST += \
	tests/plain/ascii.in tests/plain/ascii.out \
	tests/plain/commands.in tests/plain/commands.out \
	tests/plain/cut-off.in tests/plain/cut-off.out \
	tests/plain/evening.in tests/plain/evening.out \
	tests/plain/home.in tests/plain/home.out \
	tests/plain/locked.in tests/plain/locked.out \
	tests/plain/missing.in tests/plain/missing.out \
	tests/plain/narrow.in tests/plain/narrow.out \
	tests/plain/paper.in tests/plain/paper.out \
	tests/plain/practice.in tests/plain/practice.out \
	tests/plain/read-only.in tests/plain/read-only.out \
	tests/plain/resume.in tests/plain/resume.out \
	tests/plain/save-failure.in tests/plain/save-failure.out \
	tests/plain/worksheet.in tests/plain/worksheet.out
