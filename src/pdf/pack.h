/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last hand on a file that Cairo 1.16 made. It cannot say some things (the language, what a
 * figure shows, that a cell is a head), says one too much (which program wrote it), and leaves the
 * structure uncompressed, which is most of the file. */
#ifndef PDF_PACK_H
#define PDF_PACK_H

#include <stdbool.h>

struct strbuf;

struct pack_facts {
  const char *language; /* tag */
  const char *figures;  /* what each figure says, a newline behind each, in order */
};

/* Appends file, rewritten as PDF 1.5, to out. False, with nothing appended, if it is not in the
 * form that Cairo writes today; the file is then good as it is. */
bool pack(const struct strbuf *file, const struct pack_facts *facts, struct strbuf *out);

#endif
