# SPDX-License-Identifier: GPL-3.0-or-later
# Measurements anyone can repeat: `make bench`. Nothing of it is built or run otherwise.
EXTRA_PROGRAMS = bench/load bench/terminal bench/commands bench/bare-pdf
bench_load_LDADD = $(checklist_libs)
bench_load_CFLAGS = $(AM_CFLAGS) $(YAML_CFLAGS)
bench_terminal_LDADD = -lutil
bench_bare_pdf_CFLAGS = $(AM_CFLAGS) $(PANGO_CFLAGS)
bench_bare_pdf_LDADD = $(PANGO_LIBS)
CLEANFILES += $(EXTRA_PROGRAMS)
EXTRA_DIST += bench/run bench/documents

bench: all bench/load bench/terminal
	SOURCE_DIR=$(abs_top_srcdir) $(SHELL) $(srcdir)/bench/run

bench-documents: all bench/commands bench/bare-pdf
	SOURCE_DIR=$(abs_top_srcdir) $(SHELL) $(srcdir)/bench/documents
.PHONY: bench bench-documents
