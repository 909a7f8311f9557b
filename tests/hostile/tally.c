/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "printable.h"

enum { TOLD_FAILURES = 20, BYTES_BEFORE = 24, BYTES_BEHIND = 8 };

void tally_init(struct tally *tally) {
  *tally = (struct tally){0};
  strings_make(&tally->strings);
  tally->texts = memory_new_zeroed(tally->strings.count, sizeof *tally->texts);
  tally->seen = memory_new_zeroed(tally->strings.count, sizeof *tally->seen);
  for (size_t i = 0; i < tally->strings.count; i++)
    if (tally->strings.items[i].is_text)
      tally->texts[tally->text_count++] = &tally->strings.items[i];
}

void tally_release(struct tally *tally) {
  strings_free(&tally->strings);
  free(tally->texts);
  free(tally->seen);
}

void tally_fail(struct tally *tally, const char *what, const char *faults) {
  if (tally->failures++ < TOLD_FAILURES)
    fprintf(stderr, "%s: %.200s\n", what, faults);
}

void tally_count(struct tally *tally, const struct strbuf *bytes) {
  size_t count = tally->strings.count;
  bool *found = memory_new_zeroed(count, sizeof *found);
  tally->outputs++;
  tally->bytes += bytes->length;
  tally->appearances += strings_find(bytes->text, bytes->length, found, count);
  for (size_t i = 0; i < count; i++)
    tally->seen[i] = tally->seen[i] || found[i];
  free(found);
}

/* Where it stands, with the bytes that cannot be printed in hexadecimal. */
static void add_place(struct strbuf *out, const struct strbuf *bytes, size_t at) {
  size_t first = at > BYTES_BEFORE ? at - BYTES_BEFORE : 0;
  strbuf_addf(out, "not printable, at byte %zu: ", at);
  for (size_t i = first; i < bytes->length && i < at + BYTES_BEHIND; i++)
    if (bytes->text[i] >= 0x20 && bytes->text[i] < 0x7f)
      strbuf_add_char(out, bytes->text[i]);
    else
      strbuf_addf(out, "\\x%02x", (unsigned char)bytes->text[i]);
}

void tally_look(struct tally *tally, const char *what, const struct strbuf *bytes,
                const char *also) {
  size_t at = printable_fault(bytes->text, bytes->length, also);
  tally_count(tally, bytes);
  if (at == bytes->length)
    return;
  struct strbuf place;
  strbuf_init(&place);
  add_place(&place, bytes, at);
  tally_fail(tally, what, place.text);
  strbuf_release(&place);
}
