# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += tests/assess/rules.yaml
if HAVE_CMOCKA
assess_tests = tests/assess/test-advice tests/assess/test-hidden tests/assess/test-relevance tests/assess/test-result \
	tests/assess/test-verdict
check_PROGRAMS += $(assess_tests)
TESTS += $(assess_tests)

check_LIBRARIES += tests/assess/libassessfixture.a
tests_assess_libassessfixture_a_SOURCES = tests/assess/fixture.c tests/assess/fixture.h
tests_assess_libassessfixture_a_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
assess_test_libs = tests/assess/libassessfixture.a $(assess_libs) $(CMOCKA_LIBS)

tests_assess_test_advice_LDADD = $(assess_test_libs)
tests_assess_test_advice_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_assess_test_hidden_LDADD = $(assess_test_libs)
tests_assess_test_hidden_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_assess_test_relevance_LDADD = $(assess_test_libs)
tests_assess_test_relevance_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_assess_test_result_LDADD = $(assess_test_libs)
tests_assess_test_result_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_assess_test_verdict_LDADD = $(assess_test_libs)
tests_assess_test_verdict_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif
