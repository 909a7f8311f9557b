/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sub-commands write: results on standard output, everything else on standard error. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/subcommand.h"

struct error;
struct strbuf;

/* Whether texts are folded to ASCII: for a terminal that knows nothing else. */
void output_set_ascii(bool ascii);
bool output_is_ascii(void);

bool output_is_terminal(void); /* standard output */

/* Texts for people: cleaned of anything that could steer a terminal, for file names may hold that.
 */
void output_clean(struct strbuf *out, const char *text);
void output_text(const char *text);
void output_format(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Wraps a text at 79 columns. The first line starts where the cursor is, at column `column`; the
 * others are indented to `indent`. Ends the line. */
void output_wrapped(const char *text, int column, int indent);

/* Bytes as they are: documents and JSON. */
void output_bytes(const char *bytes, size_t count);

/* "disentangle: MESSAGE" on standard error. */
void output_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Shows err, releases it and returns EXIT_FAULTS. */
enum exit_status output_failure(struct error *err);

/* Flushes; when something could not be written, says so (but not when the reader of a pipe has
 * gone) and returns EXIT_FAULTS, else status. */
enum exit_status output_finish(enum exit_status status);

#endif
