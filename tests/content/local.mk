# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped checklists: are they whole, and can they be read?
EXTRA_DIST += tests/content/check-spelling tests/content/inventory.txt tests/content/terms.txt \
	tests/content/words.txt
content_tests = tests/content/practice tests/content/printed tests/content/readable tests/content/trace
check_PROGRAMS += $(content_tests)
TESTS += $(content_tests) tests/content/check-spelling
tests_that_start_programs += tests/content/check-spelling

check_LIBRARIES += tests/content/libcontent.a
tests_content_libcontent_a_SOURCES = tests/content/reading.c tests/content/reading.h \
	tests/content/shipped.c tests/content/shipped.h tests/content/texts.c tests/content/texts.h
content_libs = tests/content/libcontent.a $(checklist_libs)
tests_content_practice_LDADD = tests/content/libcontent.a $(assess_libs)
tests_content_printed_LDADD = $(content_libs)
tests_content_readable_LDADD = $(content_libs)
tests_content_trace_LDADD = $(content_libs)

if HAVE_CMOCKA
check_PROGRAMS += tests/content/test-reading
TESTS += tests/content/test-reading
tests_content_test_reading_LDADD = tests/content/libcontent.a $(CMOCKA_LIBS)
tests_content_test_reading_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif
