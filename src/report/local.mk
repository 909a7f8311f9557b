# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libreport.a
libreport_a_SOURCES = src/report/draft-check.c src/report/draft-check.h src/report/draft-lint.c src/report/draft-lint.h src/report/draft-words.c \
	src/report/draft-words.h src/report/document-law.c src/report/document-prose.c src/report/document.c src/report/document.h \
	src/report/ordinance-annex.c src/report/ordinance-annex.h \
	src/report/ordinance-definitions.c src/report/ordinance-draft.c \
	src/report/ordinance-draft.h src/report/ordinance-fill.c src/report/ordinance-fill.h src/report/ordinance-front.c \
	src/report/ordinance-front.h \
	src/report/ordinance-print.c src/report/ordinance-print.h \
	src/report/open-places.c src/report/open-places.h src/report/report-one-page.c \
	src/report/report-records-request.c src/report/report-to-find-out.c \
	src/report/ordinance-questions.c src/report/ordinance-why.c src/report/ordinance-why.h src/report/ordinance-words.c \
	src/report/ordinance-texts-print.c \
	src/report/ordinance-texts.c src/report/placeholders.c src/report/placeholders.h \
	src/report/report-answers.c src/report/report-builders.h src/report/report-kinds.c src/report/report-ordinance.c \
	src/report/report-parts.c src/report/report-parts.h src/report/report-record.c src/report/report-references.c \
	src/report/report-summary.c src/report/report-summary.h src/report/report-worksheet.c src/report/report.h \
	src/report/summary-open.c src/report/summary-pages.c src/report/summary-picture.c \
	src/report/summary-recommendations.c src/report/summary-sources.c \
	src/report/share.c src/report/share.h src/report/share-links.c src/report/share-names.c \
	src/report/share-numbers.c src/report/share-places.c src/report/share-scan.c \
	src/report/share-scan.h src/report/share-text.c src/report/share-words.c \
	src/report/text-layout.c src/report/text-layout.h src/report/text-pages.c \
	src/report/text-pages.h src/report/text-table.c src/report/write-csv.c src/report/write-csv.h \
	src/report/write-docx.c src/report/write-docx.h src/report/write-docx-styles.c \
	src/report/write-docx-text.c src/report/write-html.c \
	src/report/write-html.h src/report/write-html-figure.c src/report/write-html-head.c \
	src/report/write-html-style.c src/report/write-markdown.c src/report/write-odt.c src/report/write-odt.h \
	src/report/write-odt-styles.c src/report/write-odt-text.c src/report/write-office.c \
	src/report/write-office.h src/report/write-office-look.c src/report/write-parts.c \
	src/report/write-parts.h src/report/write-pdf.c src/report/write-xml.c src/report/write-xml.h \
	src/report/write-text.c src/report/write-text.h src/report/writer.h \
	src/report/writers.c
