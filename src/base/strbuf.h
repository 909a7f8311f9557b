/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growable string. Always NUL-terminated; `text` is never NULL after strbuf_init. */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include <stdarg.h>
#include <stddef.h>

struct strbuf {
  char *text;
  size_t length;   /* bytes, without the final NUL */
  size_t capacity; /* 0: nothing allocated yet */
};

void strbuf_init(struct strbuf *buf);
void strbuf_release(struct strbuf *buf); /* afterwards as after strbuf_init */
void strbuf_wipe(struct strbuf *buf);    /* the same, with zeros over what it held last */
void strbuf_clear(struct strbuf *buf);   /* empties, keeps the memory */
char *strbuf_take(struct strbuf *buf); /* the text, owned by the caller; buf is empty afterwards */

void strbuf_reserve(struct strbuf *buf, size_t count); /* room for so many more, and the NUL */
void strbuf_add(struct strbuf *buf, const char *text);
void strbuf_add_bytes(struct strbuf *buf, const char *bytes, size_t count);
void strbuf_add_char(struct strbuf *buf, char c);
void strbuf_add_repeat(struct strbuf *buf, const char *text, size_t times);
void strbuf_addf(struct strbuf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_addv(struct strbuf *buf, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
void strbuf_insert(struct strbuf *buf, size_t at, const char *bytes, size_t count);
void strbuf_remove(struct strbuf *buf, size_t at, size_t count);
void strbuf_trim_end(struct strbuf *buf); /* drops spaces and newlines at the end */

#endif
