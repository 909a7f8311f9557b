# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += tests/report/data/broken-law.yaml tests/report/data/rich.yaml \
	tests/report/golden/answers.csv \
	tests/report/golden/one-page-empty.md tests/report/golden/one-page.txt \
	tests/report/golden/records-request-none.md tests/report/golden/records-request.txt \
	tests/report/golden/to-find-out-empty.md tests/report/golden/to-find-out.txt \
	tests/report/golden/ordinance.md \
	tests/report/golden/ordinance.txt tests/report/golden/summary-narrow.txt \
	tests/report/golden/summary.html tests/report/golden/summary.md tests/report/golden/summary.txt \
	tests/report/golden/worksheet.txt
if HAVE_CMOCKA
report_tests = tests/report/test-document tests/report/test-draft-lint \
	tests/report/test-golden tests/report/test-html \
	tests/report/test-homework tests/report/test-letter tests/report/test-markdown \
	tests/report/test-office \
	tests/report/test-ordinance tests/report/test-placeholders tests/report/test-share \
	tests/report/test-summary \
	tests/report/test-text
check_PROGRAMS += $(report_tests)
TESTS += $(report_tests)

check_LIBRARIES += tests/report/libreportfixture.a
tests_report_libreportfixture_a_SOURCES = tests/report/fixture.c tests/report/fixture.h \
	tests/report/hostile.c tests/report/hostile.h
tests_report_libreportfixture_a_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
report_test_libs = tests/report/libreportfixture.a tests/assess/libassessfixture.a \
	$(report_libs) $(CMOCKA_LIBS)

tests_report_test_document_LDADD = $(report_libs) $(CMOCKA_LIBS)
tests_report_test_document_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_draft_lint_LDADD = $(report_test_libs)
tests_report_test_draft_lint_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_golden_LDADD = $(report_test_libs)
tests_report_test_golden_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_html_LDADD = $(report_test_libs)
tests_report_test_html_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_homework_LDADD = $(report_test_libs)
tests_report_test_homework_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_letter_LDADD = $(report_test_libs)
tests_report_test_letter_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_markdown_LDADD = $(report_test_libs)
tests_report_test_markdown_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_office_LDADD = $(report_test_libs)
tests_report_test_office_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_ordinance_LDADD = $(report_test_libs)
tests_report_test_ordinance_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_placeholders_LDADD = $(report_libs) $(CMOCKA_LIBS)
tests_report_test_placeholders_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_share_LDADD = $(report_test_libs)
tests_report_test_share_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_summary_LDADD = $(report_test_libs)
tests_report_test_summary_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_report_test_text_LDADD = $(report_test_libs)
tests_report_test_text_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif

# A Markdown reader sees the words that were put in.
check_PROGRAMS += tests/report/write-hostile
tests_report_write_hostile_SOURCES = tests/report/hostile.c tests/report/hostile.h \
	tests/report/write-hostile.c
tests_report_write_hostile_LDADD = $(report_libs)
dist_check_SCRIPTS += tests/report/check-markdown
TESTS += tests/report/check-markdown
# Slow: .ci/run calls it.
EXTRA_DIST += tests/report/check-spreadsheet
