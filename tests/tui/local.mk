# SPDX-License-Identifier: GPL-3.0-or-later
tui_walks = ascii background background-read choices clear criterion criterion-small \
	criterion-small-end edit edit-small evidence evidence-mouse evidence-removed export-small field-left \
	finished first first-small follow-up follow-up-refused form-refused group group-done \
	help help-typing hidden high-contrast home home-small instrument last-page lock lock-twice lock-typed locked locked-home locked-open menu narrow-head \
	menu-answer menu-command mouse not-offered numbers numbers-left numbers-question numbers-small numbers-words outline outline-filter outline-go outline-search \
	outline-small page-head page-head-answer page-head-down practice profile \
	profile-bad-date resize results results-go results-small results-unseen search-again theme too-small \
	wheel wide words-missing
EXTRA_DIST += $(tui_walks:%=tests/tui/%.keys) $(tui_walks:%=tests/tui/%.screen)

if HAVE_CMOCKA
tui_tests = tests/tui/test-editor tests/tui/test-input-script tests/tui/test-keymap \
	tests/tui/test-pane tests/tui/test-screens tests/tui/test-terminal-edit \
	tests/tui/test-theme tests/tui/test-walk tests/tui/test-wrapped
check_PROGRAMS += $(tui_tests)
TESTS += $(tui_tests)

tests_that_start_programs += tests/tui/test-terminal-edit

check_LIBRARIES += tests/tui/libwalk.a
tests_tui_libwalk_a_SOURCES = tests/tui/walk.c tests/tui/walk.h
tests_tui_libwalk_a_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tui_test_libs = tests/tui/libwalk.a tests/base/libscratch.a $(tui_libs) $(CMOCKA_LIBS)
tui_test_cflags = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_editor_LDADD = $(tui_test_libs)
tests_tui_test_editor_CFLAGS = $(tui_test_cflags)
tests_tui_test_input_script_LDADD = $(tui_test_libs)
tests_tui_test_input_script_CFLAGS = $(tui_test_cflags)
tests_tui_test_keymap_LDADD = $(tui_test_libs)
tests_tui_test_keymap_CFLAGS = $(tui_test_cflags)
tests_tui_test_pane_LDADD = $(tui_test_libs)
tests_tui_test_pane_CFLAGS = $(tui_test_cflags)
tests_tui_test_screens_LDADD = $(tui_test_libs)
tests_tui_test_screens_CFLAGS = $(tui_test_cflags)
tests_tui_test_terminal_edit_LDADD = $(tui_test_libs)
tests_tui_test_terminal_edit_CFLAGS = $(tui_test_cflags)
tests_tui_test_theme_LDADD = $(tui_test_libs)
tests_tui_test_theme_CFLAGS = $(tui_test_cflags)
tests_tui_test_walk_LDADD = $(tui_test_libs)
tests_tui_test_wrapped_LDADD = $(tui_test_libs)
tests_tui_test_wrapped_CFLAGS = $(tui_test_cflags)
tests_tui_test_walk_CFLAGS = $(tui_test_cflags)
endif
