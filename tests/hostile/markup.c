/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "markup.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"

enum { DEPTH_LIMIT = 64, NAME_LIMIT = 64, SHOWN_BYTES = 60 };

/* --- names -------------------------------------------------------------------------------------*/

static size_t place_of(const struct names *names, const char *name) {
  size_t low = 0, high = names->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (strcmp(names->items[middle], name) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

bool names_have(const struct names *names, const char *name) {
  size_t at = place_of(names, name);
  return at < names->count && strcmp(names->items[at], name) == 0;
}

void names_add(struct names *names, const char *name) {
  size_t at = place_of(names, name);
  if (names_have(names, name))
    return;
  MEMORY_GROW(names->items, names->count, names->capacity);
  memmove(names->items + at + 1, names->items + at, (names->count++ - at) * sizeof *names->items);
  names->items[at] = memory_dup(name);
}

void names_release(struct names *names) {
  for (size_t i = 0; i < names->count; i++)
    free(names->items[i]);
  free(names->items);
  *names = (struct names){0};
}

/* --- reading -----------------------------------------------------------------------------------*/

struct reader {
  struct markup *markup;
  const char *at, *end;
  struct strbuf *faults;
  bool is_well;
  char open[DEPTH_LIMIT][NAME_LIMIT];
  size_t depth;
  const char *text_start; /* of the text in the element at hand */
};

static bool fault(struct reader *reader, const char *what, const char *where) {
  size_t left = (size_t)(reader->end - where);
  strbuf_addf(reader->faults, "%s: %.*s\n", what, (int)(left < SHOWN_BYTES ? left : SHOWN_BYTES),
              where);
  return reader->is_well = false;
}

static bool begins(const struct reader *reader, const char *word) {
  return (size_t)(reader->end - reader->at) >= strlen(word) &&
         !memcmp(reader->at, word, strlen(word));
}

static bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c && strchr("-_:.", c));
}

/* Into name, of NAME_LIMIT bytes; false: there is none. */
static bool read_name(struct reader *reader, char *name) {
  size_t length = 0;
  while (reader->at < reader->end && is_name_character(*reader->at) && length < NAME_LIMIT - 1)
    name[length++] = *reader->at++;
  name[length] = '\0';
  return length > 0;
}

static void take_name(struct reader *reader, const char *name, const char *where) {
  const struct markup *markup = reader->markup;
  if (markup->names)
    names_add(markup->names, name);
  if (markup->known && !names_have(markup->known, name))
    fault(reader, "no element or attribute of ours", where);
}

/* At an ampersand: those that our writers have, and no numbers, which could be anything. */
static bool is_entity(const struct reader *reader) {
  static const char *const known[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#x27;"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (begins(reader, known[i]))
      return true;
  return false;
}

/* --- attributes --------------------------------------------------------------------------------*/

static bool has_prefix(const char *text, size_t length, const char *prefix) {
  return length >= strlen(prefix) && !memcmp(text, prefix, strlen(prefix));
}

static bool is_link(const char *attribute) {
  return !strcmp(attribute, "href") || !strcmp(attribute, "xlink:href") ||
         !strcmp(attribute, "src") || !strcmp(attribute, "Target");
}

/* Within a package of Word a target is another part of it, unless it is said to be outside. */
static bool is_good_target(const char *element, const char *target, size_t length) {
  static const char *const starts[] = {"http://", "https://", "#"};
  static const char *const parts[] = {"styles.xml",       "numbering.xml", "settings.xml",
                                      "header1.xml",      "footer1.xml",   "word/document.xml",
                                      "docProps/core.xml"};
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (has_prefix(target, length, starts[i]))
      return true;
  for (size_t i = 0; i < sizeof parts / sizeof *parts && !strcmp(element, "Relationship"); i++)
    if (strlen(parts[i]) == length && !memcmp(parts[i], target, length))
      return true;
  return false;
}

static bool read_value(struct reader *reader, const char *element, const char *attribute) {
  const char *start = reader->at + 2;
  if (!begins(reader, "=\""))
    return fault(reader, "an attribute without a value in quotes", reader->at);
  for (reader->at = start; reader->at < reader->end && *reader->at != '"'; reader->at++)
    if (*reader->at == '<' || (*reader->at == '&' && !is_entity(reader)))
      return fault(reader, "not escaped in an attribute", reader->at);
  size_t length = (size_t)(reader->at - start);
  reader->at++;
  if (is_link(attribute) && !is_good_target(element, start, length))
    return fault(reader, "leads to what is not the web", start);
  return true;
}

static bool read_attributes(struct reader *reader, const char *element) {
  char attribute[NAME_LIMIT];
  while (begins(reader, " ")) {
    const char *where = ++reader->at;
    struct strbuf both;
    if (!read_name(reader, attribute))
      break;
    strbuf_init(&both);
    strbuf_addf(&both, "%s %s", element, attribute);
    take_name(reader, both.text, where);
    strbuf_release(&both);
    if (!read_value(reader, element, attribute))
      return false;
  }
  return true;
}

/* --- elements ----------------------------------------------------------------------------------*/

static bool is_void(const char *element) {
  static const char *const names[] = {"meta", "br", "hr", "col"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(element, names[i]))
      return true;
  return false;
}

static bool read_start(struct reader *reader) {
  const char *where = reader->at++;
  char element[NAME_LIMIT];
  if (!read_name(reader, element))
    return fault(reader, "a '<' that is not escaped", where);
  take_name(reader, element, where);
  if (element[0] == 'h' && element[1] >= '1' && element[1] <= '6' && !element[2])
    reader->markup->headings++;
  if (!read_attributes(reader, element))
    return false;
  bool is_empty = begins(reader, "/>");
  reader->at += is_empty;
  if (!begins(reader, ">"))
    return fault(reader, "no end of a tag", where);
  reader->at++;
  if (is_empty || (reader->markup->is_html && is_void(element)))
    return true;
  if (reader->depth == DEPTH_LIMIT)
    return fault(reader, "too deep", where);
  memcpy(reader->open[reader->depth++], element, sizeof element);
  reader->text_start = reader->at;
  if (reader->markup->is_html && !strcmp(element, "style"))
    while (reader->at < reader->end && !begins(reader, "</"))
      reader->at++;
  return true;
}

/* Two fields for numbers of pages, and one for a place in the text. */
static bool is_our_field(const char *text, size_t length) {
  struct strbuf field;
  strbuf_init(&field);
  strbuf_add_bytes(&field, text, length);
  size_t name = has_prefix(text, length, " REF ") ? strspn(field.text + 5, "abcdefghijklmnopqrs"
                                                                           "tuvwxyz0123456789_")
                                                  : 0;
  const char *rest = field.text + 5 + name;
  bool is_ours = !strcmp(field.text, " PAGE ") || !strcmp(field.text, " NUMPAGES ") ||
                 (name && (!strcmp(rest, " \\n \\h ") || !strcmp(rest, " \\n \\t \\h ")));
  strbuf_release(&field);
  return is_ours;
}

static bool read_end(struct reader *reader) {
  const char *where = reader->at;
  char element[NAME_LIMIT];
  reader->at += 2;
  if (!read_name(reader, element) || !begins(reader, ">"))
    return fault(reader, "no end tag", where);
  reader->at++;
  if (!reader->depth || strcmp(reader->open[--reader->depth], element) != 0)
    return fault(reader, "closes what is not open", where);
  if (!strcmp(element, "w:instrText") &&
      !is_our_field(reader->text_start, (size_t)(where - reader->text_start)))
    return fault(reader, "a field that is not ours", reader->text_start);
  return true;
}

static bool read_one(struct reader *reader) {
  if (begins(reader, "</"))
    return read_end(reader);
  if (begins(reader, "<"))
    return read_start(reader);
  if (begins(reader, "&") && !is_entity(reader))
    return fault(reader, "a '&' that is not escaped", reader->at);
  reader->at++;
  return true;
}

bool markup_check(struct markup *markup, const char *text, size_t length, struct strbuf *faults) {
  static const char *const heads[] = {
      "<!DOCTYPE html>\n", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"};
  struct reader *reader = memory_new_zeroed(1, sizeof *reader);
  *reader = (struct reader){
      .markup = markup, .at = text, .end = text + length, .faults = faults, .is_well = true};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (reader->at == text && begins(reader, heads[i]))
      reader->at += strlen(heads[i]);
  while (reader->at < reader->end && read_one(reader))
    continue;
  if (reader->is_well && reader->depth)
    fault(reader, "not closed at the end", reader->end);
  bool is_well = reader->is_well;
  free(reader);
  return is_well;
}
