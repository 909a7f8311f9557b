# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_VTERM
terminal_tests = tests/terminal/test-strings-screen tests/terminal/test-terminal \
	tests/terminal/test-trouble
check_PROGRAMS += $(terminal_tests) tests/terminal/disk.so
TESTS += $(terminal_tests)
tests_that_start_programs += $(terminal_tests)
check_LIBRARIES += tests/terminal/libprogram.a
tests_terminal_libprogram_a_SOURCES = tests/terminal/program.c tests/terminal/program.h \
	tests/terminal/vt.c tests/terminal/vt.h
tests_terminal_libprogram_a_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
terminal_libs = tests/terminal/libprogram.a tests/base/libscratch.a $(base_libs) $(VTERM_LIBS) \
	$(CMOCKA_LIBS) -lutil
tests_terminal_test_strings_screen_SOURCES = tests/terminal/test-strings-screen.c \
	tests/terminal/stream.c tests/terminal/stream.h
tests_terminal_test_strings_screen_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(NCURSESW_CFLAGS)
tests_terminal_test_strings_screen_LDADD = tests/hostile/libstrings.a $(terminal_libs) \
	$(NCURSESW_LIBS)
tests_terminal_test_terminal_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_terminal_test_terminal_LDADD = $(terminal_libs)
tests_terminal_test_trouble_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_terminal_test_trouble_LDADD = $(terminal_libs)
# A disk that fails when it is told to: the program is started with it.
tests_terminal_disk_so_SOURCES = tests/terminal/disk.c
tests_terminal_disk_so_CFLAGS = $(AM_CFLAGS) -fPIC
tests_terminal_disk_so_LDFLAGS = $(AM_LDFLAGS) -shared
tests_terminal_disk_so_LDADD =
endif
