# SPDX-License-Identifier: GPL-3.0-or-later
# A transcript is a text of commands and what they print, run by run-transcript.
TEST_EXTENSIONS = .transcript
TRANSCRIPT_LOG_COMPILER = $(SHELL) $(srcdir)/tests/cli/run-transcript
cli_transcripts = \
	tests/cli/check.transcript tests/cli/export.transcript tests/cli/front-end.transcript \
	tests/cli/list.transcript tests/cli/remember.transcript tests/cli/session.transcript tests/cli/usage.transcript
if HAVE_AGE
TESTS += tests/cli/lock.transcript
endif
TESTS += $(cli_transcripts)
dist_check_SCRIPTS += tests/cli/check-canary tests/cli/check-closed tests/cli/check-locked tests/cli/check-same-bytes
TESTS += tests/cli/check-canary tests/cli/check-closed tests/cli/check-locked tests/cli/check-same-bytes
EXTRA_DIST += tests/cli/run-transcript tests/cli/lock.transcript $(cli_transcripts)

if HAVE_CMOCKA
cli_tests = tests/cli/test-json tests/cli/test-options tests/cli/test-passphrase-prompt
check_PROGRAMS += $(cli_tests)
TESTS += $(cli_tests)
tests_that_start_programs += tests/cli/test-passphrase-prompt
tests_cli_test_passphrase_prompt_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_cli_test_passphrase_prompt_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_cli_test_passphrase_prompt_LDADD = $(scratch_libs) -lutil
tests_cli_test_json_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_cli_test_json_LDADD = libcli.a $(base_libs) $(CMOCKA_LIBS)
tests_cli_test_options_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_cli_test_options_LDADD = $(cli_libs) $(CMOCKA_LIBS)
endif
