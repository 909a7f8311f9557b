# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped checklists: are they whole, and can they be read?
EXTRA_DIST += tests/content/inventory.txt
content_tests = tests/content/printed tests/content/trace
check_PROGRAMS += $(content_tests)
TESTS += $(content_tests)

check_LIBRARIES += tests/content/libshipped.a
tests_content_libshipped_a_SOURCES = tests/content/shipped.c tests/content/shipped.h
tests_content_printed_LDADD = tests/content/libshipped.a $(checklist_libs)
tests_content_trace_LDADD = tests/content/libshipped.a $(checklist_libs)
