# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
base_tests = \
	tests/base/test-arena tests/base/test-checksum tests/base/test-clock \
	tests/base/test-environment tests/base/test-error tests/base/test-file \
	tests/base/test-file-guard tests/base/test-file-replace tests/base/test-file-write tests/base/test-language tests/base/test-lock \
	tests/base/test-memory tests/base/test-mo tests/base/test-path tests/base/test-plural \
	tests/base/test-printer tests/base/test-private-folder tests/base/test-protection \
	tests/base/test-strbuf tests/base/test-text tests/base/test-text-class \
	tests/base/test-text-search \
	tests/base/test-text-wrap tests/base/test-utf8 tests/base/test-zip
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)
# Valgrind stands between this one and the kernel that it asks.
tests_that_start_programs += tests/base/test-protection

# What the tests share: a folder for the files they write, and a maker of catalogues.
check_LIBRARIES += tests/base/libscratch.a
tests_base_libscratch_a_SOURCES = tests/base/cmocka-tests.h \
	tests/base/mo-builder.c tests/base/mo-builder.h tests/base/scratch.c tests/base/scratch.h
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
tests_base_test_file_guard_LDADD = $(scratch_libs)
tests_base_test_file_guard_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_file_guard_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=nanosleep,--wrap=unlinkat
tests_base_test_file_write_LDADD = $(scratch_libs)
tests_base_test_file_write_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_file_replace_SOURCES = tests/base/test-file-replace.c \
	tests/base/system-calls.c tests/base/system-calls.h
tests_base_test_file_replace_LDADD = $(scratch_libs)
tests_base_test_file_replace_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_language_LDADD = $(scratch_libs)
tests_base_test_language_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_lock_LDADD = $(scratch_libs)
tests_base_test_lock_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_memory_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_memory_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_mo_LDADD = $(scratch_libs)
tests_base_test_mo_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_printer_LDADD = $(scratch_libs)
tests_base_test_printer_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_private_folder_LDADD = $(scratch_libs)
tests_base_test_private_folder_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_path_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_path_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_plural_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_plural_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_strbuf_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_strbuf_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_text_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_text_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_text_class_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_text_class_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_text_search_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_text_search_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_protection_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_protection_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_text_wrap_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_text_wrap_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_utf8_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_utf8_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_zip_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_zip_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)

# Its calls of the system go through system-calls.c, which makes them fail.
wrapped_calls = \
	-Wl,--wrap=open,--wrap=openat,--wrap=fchmod,--wrap=write,--wrap=fsync,--wrap=renameat \
	-Wl,--wrap=linkat,--wrap=unlinkat,--wrap=close,--wrap=open64,--wrap=openat64
tests_base_test_file_replace_LDFLAGS = $(AM_LDFLAGS) $(wrapped_calls)

if HAVE_AGE
age_tests = tests/base/test-age tests/base/test-age-vectors tests/base/test-age-program
check_PROGRAMS += $(age_tests)
TESTS += $(age_tests)
tests_that_start_programs += tests/base/test-age-program
tests_base_test_age_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_base_test_age_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_age_vectors_LDADD = $(base_libs) $(ZLIB_LIBS) $(CMOCKA_LIBS)
tests_base_test_age_vectors_CFLAGS = $(AM_CFLAGS) $(ZLIB_CFLAGS) $(CMOCKA_CFLAGS)
tests_base_test_age_program_LDADD = $(scratch_libs) -lutil
tests_base_test_age_program_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif

if ENABLE_NLS
base_catalogues = tests/base/data/ar.mo tests/base/data/es.mo tests/base/data/ht.mo \
	tests/base/data/ja.mo tests/base/data/pl.mo
$(base_catalogues): tests/base/data/%.mo: tests/base/data/%.po
	$(AM_V_GEN)$(MKDIR_P) tests/base/data && $(MSGFMT) -c -o $@ $<
EXTRA_tests_base_test_mo_DEPENDENCIES = $(base_catalogues)
CLEANFILES += $(base_catalogues)
endif
endif
EXTRA_DIST += tests/base/data/ar.po tests/base/data/es.po tests/base/data/ht.po \
	tests/base/data/ja.po tests/base/data/pl.po tests/base/age
