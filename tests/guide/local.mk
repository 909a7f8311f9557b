# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
guide_tests = \
	tests/guide/test-background tests/guide/test-export \
	tests/guide/test-recent tests/guide/test-settings tests/guide/test-commands tests/guide/test-guide tests/guide/test-guide-answer \
	tests/guide/test-guide-number \
	tests/guide/test-guide-move tests/guide/test-guide-passphrase tests/guide/test-guide-record tests/guide/test-guide-undo \
	tests/guide/test-library tests/guide/test-outline tests/guide/test-extent \
	tests/guide/test-state-law
check_PROGRAMS += $(guide_tests)
TESTS += $(guide_tests)

check_LIBRARIES += tests/guide/libwalk.a
tests_guide_libwalk_a_SOURCES = tests/guide/walk.c tests/guide/walk.h
tests_guide_libwalk_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_libwalk_a_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_commands_SOURCES = tests/guide/test-commands.c
tests_guide_test_commands_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_commands_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_commands_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_export_SOURCES = tests/guide/test-export.c
tests_guide_test_export_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_export_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_export_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_extent_SOURCES = tests/guide/test-extent.c
tests_guide_test_extent_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_extent_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_extent_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_state_law_SOURCES = tests/guide/test-state-law.c
tests_guide_test_state_law_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_state_law_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_state_law_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_guide_passphrase_SOURCES = tests/guide/test-guide-passphrase.c
tests_guide_test_guide_passphrase_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_guide_passphrase_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_guide_passphrase_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_guide_SOURCES = tests/guide/test-guide.c
tests_guide_test_guide_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_guide_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_guide_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_guide_answer_SOURCES = tests/guide/test-guide-answer.c
tests_guide_test_guide_answer_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_guide_answer_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_guide_answer_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_guide_move_SOURCES = tests/guide/test-guide-move.c
tests_guide_test_guide_move_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_guide_move_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_guide_move_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_guide_number_SOURCES = tests/guide/test-guide-number.c
tests_guide_test_guide_number_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_guide_number_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_guide_number_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_guide_record_SOURCES = tests/guide/test-guide-record.c
tests_guide_test_guide_record_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_guide_record_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_guide_record_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_guide_undo_SOURCES = tests/guide/test-guide-undo.c
tests_guide_test_guide_undo_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_guide_undo_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_guide_undo_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_library_SOURCES = tests/guide/test-library.c
tests_guide_test_library_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_library_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_library_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_outline_SOURCES = tests/guide/test-outline.c
tests_guide_test_outline_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_outline_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_outline_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_background_SOURCES = tests/guide/test-background.c
tests_guide_test_background_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_background_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_background_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_recent_SOURCES = tests/guide/test-recent.c
tests_guide_test_recent_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_recent_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_recent_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
tests_guide_test_settings_SOURCES = tests/guide/test-settings.c
tests_guide_test_settings_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_guide_test_settings_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_guide_test_settings_LDADD = tests/guide/libwalk.a tests/base/libscratch.a $(guide_libs) $(CMOCKA_LIBS)
endif
