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
