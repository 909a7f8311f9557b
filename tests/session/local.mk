# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += tests/session/data/typical.yaml
if HAVE_CMOCKA
session_tests = tests/session/test-answer-kind \
	tests/session/test-answer-words \
	tests/session/test-copy \
	tests/session/test-damage \
	tests/session/test-edition \
	tests/session/test-end-mark \
	tests/session/test-hand-edits \
	tests/session/test-history \
	tests/session/test-instrument \
	tests/session/test-kill \
	tests/session/test-manual \
	tests/session/test-meanwhile \
	tests/session/test-passphrase tests/session/test-passphrase-faults \
	tests/session/test-round-trip \
	tests/session/test-session \
	tests/session/test-session-file
check_PROGRAMS += $(session_tests)
TESTS += $(session_tests)
check_LIBRARIES += tests/session/libfixture.a
tests_session_libfixture_a_SOURCES = tests/session/fixture.c tests/session/fixture.h
tests_session_libfixture_a_CPPFLAGS = $(session_test_cppflags)
tests_session_libfixture_a_CFLAGS = $(session_test_cflags)
# the tests make records of literals, whose members are not const
session_test_cflags = $(AM_CFLAGS) -Wno-write-strings $(CMOCKA_CFLAGS)
session_test_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
session_test_libs = tests/session/libfixture.a $(session_libs) $(CMOCKA_LIBS)
tests_session_test_answer_kind_LDADD = $(session_test_libs)
tests_session_test_answer_kind_CPPFLAGS = $(session_test_cppflags)
tests_session_test_answer_kind_CFLAGS = $(session_test_cflags)
tests_session_test_answer_words_LDADD = $(session_test_libs)
tests_session_test_answer_words_CPPFLAGS = $(session_test_cppflags)
tests_session_test_answer_words_CFLAGS = $(session_test_cflags)
tests_session_test_copy_LDADD = $(session_test_libs)
tests_session_test_copy_CPPFLAGS = $(session_test_cppflags)
tests_session_test_copy_CFLAGS = $(session_test_cflags)
tests_session_test_damage_LDADD = $(session_test_libs)
tests_session_test_damage_CPPFLAGS = $(session_test_cppflags)
tests_session_test_damage_CFLAGS = $(session_test_cflags)
tests_session_test_edition_LDADD = $(session_test_libs)
tests_session_test_edition_CPPFLAGS = $(session_test_cppflags)
tests_session_test_edition_CFLAGS = $(session_test_cflags)
tests_session_test_end_mark_LDADD = $(session_test_libs)
tests_session_test_end_mark_CPPFLAGS = $(session_test_cppflags)
tests_session_test_end_mark_CFLAGS = $(session_test_cflags)
tests_session_test_hand_edits_LDADD = $(session_test_libs)
tests_session_test_hand_edits_CPPFLAGS = $(session_test_cppflags)
tests_session_test_hand_edits_CFLAGS = $(session_test_cflags)
tests_session_test_history_LDADD = $(session_test_libs)
tests_session_test_history_CPPFLAGS = $(session_test_cppflags)
tests_session_test_history_CFLAGS = $(session_test_cflags)
tests_session_test_instrument_LDADD = $(session_test_libs)
tests_session_test_instrument_CPPFLAGS = $(session_test_cppflags)
tests_session_test_instrument_CFLAGS = $(session_test_cflags)
tests_session_test_kill_LDADD = $(session_test_libs)
tests_session_test_kill_CPPFLAGS = $(session_test_cppflags)
tests_session_test_kill_CFLAGS = $(session_test_cflags)
tests_session_test_manual_LDADD = $(session_test_libs)
tests_session_test_manual_CPPFLAGS = $(session_test_cppflags)
tests_session_test_manual_CFLAGS = $(session_test_cflags)
tests_session_test_passphrase_LDADD = $(session_test_libs)
tests_session_test_passphrase_CPPFLAGS = $(session_test_cppflags)
tests_session_test_passphrase_CFLAGS = $(session_test_cflags)
tests_session_test_passphrase_faults_SOURCES = tests/session/test-passphrase-faults.c \
	tests/base/system-calls.c tests/base/system-calls.h
tests_session_test_passphrase_faults_LDADD = $(session_test_libs)
tests_session_test_passphrase_faults_CPPFLAGS = $(session_test_cppflags) -I$(top_srcdir)
tests_session_test_passphrase_faults_CFLAGS = $(session_test_cflags)
tests_session_test_passphrase_faults_LDFLAGS = $(AM_LDFLAGS) $(wrapped_calls)
tests_session_test_meanwhile_LDADD = $(session_test_libs)
tests_session_test_meanwhile_CPPFLAGS = $(session_test_cppflags)
tests_session_test_meanwhile_CFLAGS = $(session_test_cflags)
tests_session_test_round_trip_LDADD = $(session_test_libs)
tests_session_test_round_trip_CPPFLAGS = $(session_test_cppflags)
tests_session_test_round_trip_CFLAGS = $(session_test_cflags)
tests_session_test_session_LDADD = $(session_test_libs)
tests_session_test_session_CPPFLAGS = $(session_test_cppflags)
tests_session_test_session_CFLAGS = $(session_test_cflags)
tests_session_test_session_file_LDADD = $(session_test_libs)
tests_session_test_session_file_CPPFLAGS = $(session_test_cppflags)
tests_session_test_session_file_CFLAGS = $(session_test_cflags)
endif
