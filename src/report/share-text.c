/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/language.h"
#include "base/strbuf.h"
#include "report/share-scan.h"

const char *share_mark(enum share_kind kind) {
  switch (kind) {
  case SHARE_PERSON:
    return _("[removed: name]");
  case SHARE_EMAIL:
    return _("[removed: email address]");
  case SHARE_PHONE:
    return _("[removed: phone number]");
  case SHARE_ID:
    return _("[removed: personal number]");
  case SHARE_ADDRESS:
    return _("[removed: street address]");
  case SHARE_LINK:
    return _("[removed: part of a link]");
  default:
    return "";
  }
}

static int compare(const void *a, const void *b) {
  const struct scan_span *one = a, *two = b;
  return one->begin < two->begin ? -1 : one->begin > two->begin;
}

static void write_out(const struct scan *scan, struct strbuf *out, share_found *found,
                      void *context) {
  size_t done = 0;
  for (size_t i = 0; i < scan->span_count; i++) {
    const struct scan_span *span = &scan->spans[i];
    size_t from = scan->chars[span->begin].at, to = scan->chars[span->end].at;
    if (found)
      found(span->kind, scan->text + from, to - from, context);
    if (span->kind >= SHARE_REMOVED_COUNT)
      continue;
    strbuf_add_bytes(out, scan->text + done, from - done);
    strbuf_add(out, share_mark(span->kind));
    done = to;
  }
  strbuf_add(out, scan->text + done);
}

void share_text(const char *text, struct strbuf *out, share_found *found, void *context) {
  struct scan scan;
  scan_init(&scan, text);
  share_find_times(&scan);
  share_find_links(&scan);
  share_find_emails(&scan);
  share_find_addresses(&scan);
  share_find_numbers(&scan);
  share_find_names(&scan);
  if (scan.span_count)
    qsort(scan.spans, scan.span_count, sizeof *scan.spans, compare);
  write_out(&scan, out, found, context);
  scan_release(&scan);
}
