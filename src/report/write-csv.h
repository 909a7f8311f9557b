/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writer of tables for a spreadsheet: RFC 4180 with CR LF, and UTF-8 with a byte order mark,
 * without which Excel takes it for an older character set. Only the tables of a document are
 * written.
 *
 * A spreadsheet would compute a cell that begins with = + - or @ (their wide forms too). Such a
 * cell, and one that begins with an apostrophe or a space, gets an apostrophe before it: whoever
 * reads the file takes one leading apostrophe away and has the text as it was typed. */
#ifndef REPORT_WRITE_CSV_H
#define REPORT_WRITE_CSV_H

#include <stdbool.h>

struct document;
struct error;
struct strbuf;
struct write_options;

bool write_csv(const struct document *document, const struct write_options *options,
               struct strbuf *out, struct error *err);

#endif
