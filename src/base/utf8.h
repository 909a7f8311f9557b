/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 at the borders: what comes from a file, a keyboard or a command line is made valid and
 * loses its control characters here, once, so that no text can send escape sequences to a terminal.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct strbuf;

/* Decodes one character. Returns its size in bytes (1 for an invalid byte, *code then U+FFFD; 0 at
 * the end). */
size_t utf8_decode(const char *text, size_t length, uint32_t *code);
size_t utf8_encode(uint32_t code,
                   char out[4]); /* size in bytes; an invalid code is written as U+FFFD */
bool utf8_is_valid(const char *text, size_t length);
size_t utf8_invalid_at(const char *text,
                       size_t length); /* offset of the first invalid byte, or length */

/* The length of the printable ASCII at the start: no controls, no line ends. */
size_t utf8_plain_length(const char *text, size_t length);

enum utf8_lines { UTF8_ONE_LINE, UTF8_MANY_LINES };

/* Appends text to out as printable text: invalid bytes as U+FFFD; CR LF, CR, U+2028 and U+2029 as
 * LF; tabs as one space; every other control, C0, DEL, C1 and those of direction, by its name:
 * "<U+001B>", "<U+202E>". Left out are U+00AD, U+FEFF, tags (U+E0000 …) and other characters that
 * only hide, and noncharacters. UTF8_ONE_LINE makes each run of line ends one space. Returns true
 * if anything had to be changed.
 */
bool utf8_clean(struct strbuf *out, const char *text, size_t length, enum utf8_lines lines);
char *utf8_clean_dup(const char *text, enum utf8_lines lines); /* owned by the caller */

/* Appends text for a terminal that knows ASCII only: letters lose their accents, typographic
 * characters get their usual replacements, everything else becomes '?'. */
void utf8_to_ascii(struct strbuf *out, const char *text, size_t length);

#endif
