# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
base_tests = \
	tests/base/test-arena tests/base/test-checksum tests/base/test-clock \
	tests/base/test-environment tests/base/test-error tests/base/test-file \
	tests/base/test-file-replace tests/base/test-lock tests/base/test-memory \
	tests/base/test-path tests/base/test-strbuf tests/base/test-utf8
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)

# A folder of its own for each test that writes files.
check_LIBRARIES += tests/base/libscratch.a
tests_base_libscratch_a_SOURCES = tests/base/scratch.c tests/base/scratch.h \
	tests/base/cmocka-tests.h
scratch_libs = tests/base/libscratch.a $(base_libs) $(CMOCKA_LIBS)

tests_base_test_arena_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_arena_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_checksum_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_checksum_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_clock_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_clock_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_environment_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_environment_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_error_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_error_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_file_LDADD = $(scratch_libs)
tests_base_test_file_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_file_replace_LDADD = $(scratch_libs)
tests_base_test_file_replace_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
# Its calls of the system go through the test, which makes them fail.
tests_base_test_file_replace_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=open,--wrap=openat,--wrap=fchmod,--wrap=write,--wrap=fsync,--wrap=renameat \
	-Wl,--wrap=unlinkat,--wrap=close
tests_base_test_lock_LDADD = $(scratch_libs)
tests_base_test_lock_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_memory_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_memory_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_path_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_path_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_strbuf_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_strbuf_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_utf8_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_utf8_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif
