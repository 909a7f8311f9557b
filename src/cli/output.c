/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/utf8.h"

enum { OUTPUT_WIDTH_CELLS = 79 };

static bool fold_to_ascii;
static int write_errno; /* of the first write that failed */

void output_set_ascii(bool ascii) {
  fold_to_ascii = ascii;
}

bool output_is_terminal(void) {
  return isatty(STDOUT_FILENO);
}

bool output_is_ascii(void) {
  return fold_to_ascii;
}

static void write_to(FILE *stream, const char *bytes, size_t count) {
  if (fwrite(bytes, 1, count, stream) < count && stream == stdout && !write_errno) {
    write_errno = errno;
  }
}

void output_clean(struct strbuf *out, const char *text) {
  struct strbuf clean;
  if (!fold_to_ascii) {
    utf8_clean(out, text, strlen(text), UTF8_MANY_LINES);
    return;
  }
  strbuf_init(&clean);
  utf8_clean(&clean, text, strlen(text), UTF8_MANY_LINES);
  utf8_to_ascii(out, clean.text, clean.length);
  strbuf_release(&clean);
}

static void write_text(FILE *stream, const char *text) {
  struct strbuf clean;
  strbuf_init(&clean);
  output_clean(&clean, text);
  write_to(stream, clean.text, clean.length);
  strbuf_release(&clean);
}

void output_text(const char *text) {
  write_text(stdout, text);
}

void output_format(const char *format, ...) {
  struct strbuf text;
  strbuf_init(&text);
  va_list args;
  va_start(args, format);
  strbuf_addv(&text, format, args);
  va_end(args);
  write_text(stdout, text.text);
  strbuf_release(&text);
}

void output_wrapped(const char *text, int column, int indent) {
  struct text_lines lines = TEXT_LINES_INIT;
  struct strbuf out;
  strbuf_init(&out);
  for (; column < indent; column++) {
    strbuf_add_char(&out, ' ');
  }
  text_wrap(&lines, text, strlen(text), OUTPUT_WIDTH_CELLS - indent);
  for (size_t i = 0; i < lines.count; i++) {
    if (i || column > indent) {
      strbuf_add_char(&out, '\n');
      strbuf_add_repeat(&out, " ", (size_t)indent);
    }
    strbuf_add_bytes(&out, text + lines.items[i].start, lines.items[i].length);
  }
  strbuf_add_char(&out, '\n');
  output_text(out.text);
  text_lines_release(&lines);
  strbuf_release(&out);
}

void output_bytes(const char *bytes, size_t count) {
  write_to(stdout, bytes, count);
}

void output_error(const char *format, ...) {
  struct strbuf line;
  strbuf_init(&line);
  strbuf_add(&line, "disentangle: ");
  va_list args;
  va_start(args, format);
  strbuf_addv(&line, format, args);
  va_end(args);
  strbuf_add(&line, "\n");
  fflush(stdout);
  write_text(stderr, line.text);
  strbuf_release(&line);
}

enum exit_status output_failure(struct error *err) {
  output_error("%s", err->message);
  error_release(err);
  return EXIT_FAULTS;
}

enum exit_status output_finish(enum exit_status status) {
  if (fflush(stdout) && !write_errno) {
    write_errno = errno;
  }
  if (!write_errno) {
    return status;
  }
  if (write_errno != EPIPE) {
    output_error(_("cannot write to standard output: %s"), strerror(write_errno));
  }
  return EXIT_FAULTS;
}
