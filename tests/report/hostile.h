/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of what is hard to print: words longer than any line, wide scripts, marks of Markdown,
 * in every kind of block. */
#ifndef TESTS_REPORT_HOSTILE_H
#define TESTS_REPORT_HOSTILE_H

#include "report/document.h"

extern const char *const hostile_texts[]; /* ends with NULL */

/* Owned by the caller. tables: with a table of them too (which plain CommonMark has not). */
struct document *hostile_document(bool tables);

#endif
