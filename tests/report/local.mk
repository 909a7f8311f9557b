# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += tests/report/data/rich.yaml tests/report/golden/ordinance.md \
	tests/report/golden/ordinance.txt tests/report/golden/summary-narrow.txt \
	tests/report/golden/summary.md tests/report/golden/summary.txt
if HAVE_CMOCKA
report_tests = tests/report/test-golden
check_PROGRAMS += $(report_tests)
TESTS += $(report_tests)

check_LIBRARIES += tests/report/libreportfixture.a
tests_report_libreportfixture_a_SOURCES = tests/report/fixture.c tests/report/fixture.h
tests_report_libreportfixture_a_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
report_test_libs = tests/report/libreportfixture.a tests/assess/libassessfixture.a \
	$(report_libs) $(CMOCKA_LIBS)

tests_report_test_golden_LDADD = $(report_test_libs)
tests_report_test_golden_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif
