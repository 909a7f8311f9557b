# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += tests/pdf/fonts.conf
dist_check_SCRIPTS += tests/pdf/check-pdf
TESTS += tests/pdf/check-pdf
check_PROGRAMS += tests/pdf/sample-pdf
tests_pdf_sample_pdf_SOURCES = tests/pdf/sample-pdf.c tests/pdf/samples.c tests/pdf/samples.h \
	tests/report/hostile.c tests/report/hostile.h
tests_pdf_sample_pdf_LDADD = $(report_libs)
tests_pdf_sample_pdf_LDFLAGS = $(host_ldflags)

if HAVE_CMOCKA
check_PROGRAMS += tests/pdf/test-pdf
TESTS += tests/pdf/test-pdf
tests_that_start_programs += tests/pdf/test-pdf
tests_pdf_test_pdf_SOURCES = tests/pdf/test-pdf.c tests/pdf/samples.c tests/pdf/samples.h \
	tests/report/hostile.c tests/report/hostile.h
tests_pdf_test_pdf_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_pdf_test_pdf_LDADD = $(report_libs) $(CMOCKA_LIBS)
tests_pdf_test_pdf_LDFLAGS = $(host_ldflags)
endif
