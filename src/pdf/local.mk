# SPDX-License-Identifier: GPL-3.0-or-later
# A module: what it needs of base/ and of the document it finds in the program that loads it, which
# exports what host.symbols names.
EXTRA_DIST += src/pdf/host.symbols
if HAVE_PDF
moduledir = $(pkglibdir)
module_PROGRAMS = pdf.so
# Not a program that could be asked for --help.
AM_INSTALLCHECK_STD_OPTIONS_EXEMPT = pdf.so
pdf_so_SOURCES = src/pdf/destinations.c src/pdf/destinations.h src/pdf/draw-bar.c src/pdf/draw.c \
	src/pdf/draw.h src/pdf/figure.c src/pdf/flow.c src/pdf/flow.h src/pdf/fonts.c \
	src/pdf/fonts.h src/pdf/module.c src/pdf/module.h src/pdf/pack-read.c src/pdf/pack-read.h \
	src/pdf/pack.c src/pdf/pack.h src/pdf/pages.c src/pdf/pages.h src/pdf/table.c \
	src/pdf/text.c src/pdf/words.c src/pdf/words.h
pdf_so_CFLAGS = $(AM_CFLAGS) -fPIC -fvisibility=hidden $(PANGO_CFLAGS)
pdf_so_LDFLAGS = $(AM_LDFLAGS) -shared
pdf_so_LDADD = $(PANGO_LIBS) -lm
endif
