# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped checklist against the printed one.
check_PROGRAMS += tests/content/trace
TESTS += tests/content/trace
tests_content_trace_LDADD = $(checklist_libs)
