# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_VTERM
check_PROGRAMS += tests/terminal/test-terminal
TESTS += tests/terminal/test-terminal
tests_that_start_programs += tests/terminal/test-terminal
tests_terminal_test_terminal_SOURCES = tests/terminal/test-terminal.c tests/terminal/vt.c \
	tests/terminal/vt.h
tests_terminal_test_terminal_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_terminal_test_terminal_LDADD = tests/base/libscratch.a $(base_libs) $(VTERM_LIBS) $(CMOCKA_LIBS) -lutil
endif
