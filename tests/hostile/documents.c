/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "documents.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "markup.h"
#include "printable.h"
#include "run.h"

enum { SHOWN_BYTES = 60, DEPTH_LIMIT = 64 };

static bool fault(struct strbuf *faults, const char *what, const char *text, size_t length) {
  strbuf_addf(faults, "%s: %.*s\n", what, (int)(length < SHOWN_BYTES ? length : SHOWN_BYTES), text);
  return false;
}

static bool is_printable(const char *text, size_t length, const char *also, struct strbuf *faults) {
  size_t at = printable_fault(text, length, also);
  if (at == length)
    return true;
  strbuf_addf(faults, "not printable, at byte %zu: ", at);
  for (size_t i = at; i < length && i < at + 8; i++)
    strbuf_addf(faults, "%02x ", (unsigned char)text[i]);
  strbuf_add_char(faults, '\n');
  return false;
}

/* --- text --------------------------------------------------------------------------------------*/

static size_t count(const struct strbuf *bytes, const char *word) {
  size_t found = 0;
  for (const char *at = bytes->text; (at = strstr(at, word)); at += strlen(word))
    found++;
  return found;
}

/* A page break stands behind the line with the number of the page, and nowhere else. */
bool text_is_safe(const struct strbuf *bytes, struct strbuf *faults) {
  if (!is_printable(bytes->text, bytes->length, "\f", faults))
    return false;
  size_t breaks = count(bytes, "\f"), ends = count(bytes, "\n\f");
  return breaks == ends || fault(faults, "a page break within a line", bytes->text, bytes->length);
}

/* --- tables ------------------------------------------------------------------------------------*/

static const char byte_order_mark[] = "\xef\xbb\xbf";

/* As spreadsheets read: quotes count at the start of a cell only. Returns what stands behind. */
static const char *read_cell(const char *at, char separator, struct strbuf *cell) {
  bool in_quotes = *at == '"';
  strbuf_clear(cell);
  for (at += in_quotes; *at; at++) {
    if (in_quotes && *at == '"' && at[1] != '"')
      in_quotes = false;
    else if (!in_quotes && (*at == separator || *at == '\n' || *at == '\r'))
      break;
    else
      strbuf_add_char(cell, *at);
    at += in_quotes && *at == '"';
  }
  return at;
}

static bool is_formula(const char *cell) {
  static const char *const first[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  cell += strspn(cell, " \t\r\n");
  for (size_t i = 0; i < sizeof first / sizeof *first; i++)
    if (!strncmp(cell, first[i], strlen(first[i])))
      return true;
  return false;
}

static bool has_no_formula(const struct strbuf *bytes, char separator, struct strbuf *faults) {
  struct strbuf cell;
  size_t columns = 0, first_columns = 0;
  bool is_well = true;
  strbuf_init(&cell);
  for (const char *at = bytes->text + 3; *at && is_well;) {
    at = read_cell(at, separator, &cell);
    columns++;
    if (is_formula(cell.text))
      is_well = fault(faults, "a formula", cell.text, cell.length);
    bool ends_row = *at != separator;
    at += *at == '\r' ? 2 : *at ? 1 : 0;
    if (ends_row && separator == ',') {
      first_columns = first_columns ? first_columns : columns;
      if (columns != first_columns)
        is_well = fault(faults, "a row that is as wide as no other", cell.text, cell.length);
      columns = 0;
    }
  }
  strbuf_release(&cell);
  return is_well;
}

bool csv_is_safe(const struct strbuf *bytes, struct strbuf *faults) {
  if (bytes->length < 3 || memcmp(bytes->text, byte_order_mark, 3) != 0)
    return fault(faults, "no byte order mark", bytes->text, bytes->length);
  if (!is_printable(bytes->text + 3, bytes->length - 3, "\r", faults))
    return false;
  if (count(bytes, "\r") != count(bytes, "\r\n"))
    return fault(faults, "a carriage return within a row", bytes->text, bytes->length);
  return has_no_formula(bytes, ',', faults) && has_no_formula(bytes, ';', faults) &&
         has_no_formula(bytes, '\t', faults);
}

char *csv_cell(const struct strbuf *bytes, size_t row, size_t column) {
  struct strbuf cell;
  size_t in_column = 0;
  strbuf_init(&cell);
  for (const char *at = bytes->text + 3; *at;) {
    at = read_cell(at, ',', &cell);
    if (row == 0 && in_column == column)
      return strbuf_take(&cell);
    bool ends_row = *at != ',';
    at += *at == '\r' ? 2 : *at ? 1 : 0;
    row -= ends_row;
    in_column = ends_row ? 0 : in_column + 1;
  }
  strbuf_release(&cell);
  return NULL;
}

size_t csv_rows(const struct strbuf *bytes) {
  return count(bytes, "\r\n");
}

/* --- markup ------------------------------------------------------------------------------------*/

bool html_is_safe(const struct strbuf *bytes, const struct names *known, struct strbuf *faults) {
  struct markup markup = {.is_html = true, .known = known};
  return is_printable(bytes->text, bytes->length, "", faults) &&
         markup_check(&markup, bytes->text, bytes->length, faults);
}

static uint32_t number(const char *bytes, int size) {
  uint32_t value = 0;
  while (size--)
    value = value << 8 | (unsigned char)bytes[size];
  return value;
}

static bool has_ending(const char *name, size_t length, const char *ending) {
  return length >= strlen(ending) &&
         !memcmp(name + length - strlen(ending), ending, strlen(ending));
}

static bool part_is_safe(const char *name, size_t name_length, const char *text, size_t length,
                         struct names *known, bool learn, struct strbuf *faults) {
  if (!is_printable(text, length, "", faults))
    return false;
  bool is_xml = has_ending(name, name_length, ".xml") || has_ending(name, name_length, ".rels");
  struct markup markup = {.names = learn ? known : NULL, .known = learn ? NULL : known};
  return !is_xml || markup_check(&markup, text, length, faults);
}

/* Parts are stored as they are, one behind the other. */
bool package_is_safe(const struct strbuf *bytes, struct names *known, bool learn,
                     struct strbuf *faults) {
  const char *at = bytes->text, *end = at + bytes->length;
  size_t parts = 0;
  bool is_well = true;
  while (is_well && end - at > 30 && !memcmp(at, "PK\3\4", 4)) {
    size_t name_length = number(at + 26, 2), more = number(at + 28, 2), size = number(at + 18, 4);
    const char *name = at + 30, *text = name + name_length + more;
    if (number(at + 8, 2) != 0 || size > (size_t)(end - text))
      return fault(faults, "a part that is packed", name, name_length);
    is_well = part_is_safe(name, name_length, text, size, known, learn, faults);
    at = text + size;
    parts++;
  }
  return is_well && (parts >= 4 || fault(faults, "no package", bytes->text, bytes->length));
}

bool markdown_is_safe(const struct strbuf *bytes, bool *looked, struct strbuf *faults) {
  static const char *const known[] = {"h1",   "h2", "h3", "h4",         "h5",      "h6", "p",
                                      "ul",   "ol", "li", "a",          "a href",  "em", "strong",
                                      "code", "br", "hr", "blockquote", "ol start"};
  struct names names = {0};
  struct markup markup = {.is_html = true, .known = &names};
  struct run run;
  if (!is_printable(bytes->text, bytes->length, "", faults))
    return false;
  run_other(&run, (char *[]){(char *)"cmark", (char *)"--unsafe", NULL}, bytes);
  *looked = run.status == 0;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    names_add(&names, known[i]);
  bool is_well = !*looked || markup_check(&markup, run.out.text, run.out.length, faults);
  names_release(&names);
  run_release(&run);
  return is_well;
}

/* --- PDF ---------------------------------------------------------------------------------------*/

static bool is_refused_name(const char *name, size_t length) {
  static const char *const refused[] = {
      "JavaScript",    "JS",         "Launch",     "AA",        "EmbeddedFile",
      "EmbeddedFiles", "SubmitForm", "ImportData", "GoToR",     "GoToE",
      "RichMedia",     "Rendition",  "Movie",      "Sound",     "XFA",
      "AcroForm",      "Named",      "Filespec",   "OpenAction"};
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
    if (strlen(refused[i]) == length && !memcmp(refused[i], name, length))
      return true;
  return false;
}

static const char *string_end(const char *at, const char *end) {
  int depth = 0;
  for (; at < end; at++) {
    if (*at == '\\')
      at++;
    else
      depth += (*at == '(') - (*at == ')');
    if (depth == 0)
      break;
  }
  return at;
}

static bool starts(const char *at, const char *end, const char *word) {
  return (size_t)(end - at) >= strlen(word) && !memcmp(at, word, strlen(word));
}

/* Of the file as qpdf unpacks it: streams and strings are passed over. */
static bool objects_are_safe(const char *at, const char *end, struct strbuf *faults) {
  for (; at < end; at++) {
    if (*at == '(') {
      at = string_end(at, end);
    } else if (starts(at, end, "\nstream\n")) {
      const char *found = memmem(at, (size_t)(end - at), "\nendstream", 10);
      at = found ? found : end;
    } else if (starts(at, end, "/URI (") && !starts(at, end, "/URI (http://") &&
               !starts(at, end, "/URI (https://")) {
      return fault(faults, "leads to what is not the web", at, (size_t)(end - at));
    } else if (*at == '/') {
      size_t length = strcspn(at + 1, " \n()<>[]{}/%");
      if (is_refused_name(at + 1, length))
        return fault(faults, "an action", at, length + 1);
    }
  }
  return true;
}

/* pdftotext itself marks the direction of what it found with U+202A, U+202B and U+202C. */
static void without_own_directions(struct strbuf *words) {
  for (char *at = words->text; (at = strstr(at, "\xe2\x80"));)
    if (at[2] >= '\xaa' && at[2] <= '\xac')
      strbuf_remove(words, (size_t)(at - words->text), 3);
    else
      at += 2;
}

bool pdf_is_safe(const char *path, bool *looked, struct strbuf *faults) {
  struct run objects, words;
  char *file = memory_dup(path);
  run_other(&objects,
            (char *[]){(char *)"qpdf", (char *)"--qdf", (char *)"--object-streams=disable", file,
                       (char *)"-", NULL},
            NULL);
  run_other(
      &words,
      (char *[]){(char *)"pdftotext", (char *)"-enc", (char *)"UTF-8", file, (char *)"-", NULL},
      NULL);
  *looked = objects.status == 0 && words.status == 0;
  without_own_directions(&words.out);
  bool is_well = !*looked || (objects_are_safe(objects.out.text,
                                               objects.out.text + objects.out.length, faults) &&
                              is_printable(words.out.text, words.out.length, "\f", faults));
  run_release(&objects);
  run_release(&words);
  free(file);
  return is_well;
}

/* --- JSON --------------------------------------------------------------------------------------*/

static const char *after_spaces(const char *at) {
  return at + strspn(at, " \n");
}

static const char *json_string(const char *at) {
  if (*at != '"')
    return NULL;
  for (at++; *at && *at != '"'; at++) {
    if (*at == '\n' || (*at == '\\' && (!at[1] || !strchr("\"\\n", at[1]))))
      return NULL;
    at += *at == '\\';
  }
  return *at ? at + 1 : NULL;
}

/* What stands behind a value; NULL: it is none. */
static const char *json_value(const char *at, int depth) {
  static const char *const words[] = {"true", "false", "null"};
  at = after_spaces(at);
  for (size_t i = 0; i < 3; i++)
    if (!strncmp(at, words[i], strlen(words[i])))
      return at + strlen(words[i]);
  if (*at == '"')
    return json_string(at);
  if (*at >= '0' && *at <= '9')
    return at + strspn(at, "0123456789");
  char closer = (char)(*at == '{' ? '}' : *at == '[' ? ']' : 0);
  if (!closer || depth == DEPTH_LIMIT)
    return NULL;
  const char *next = after_spaces(at + 1);
  if (*next == closer)
    return next + 1;
  do {
    at = closer == '}' ? json_string(after_spaces(at + 1)) : at + 1;
    if (!at || (closer == '}' && *at++ != ':'))
      return NULL;
    at = json_value(at, depth + 1);
    at = at ? after_spaces(at) : NULL;
  } while (at && *at == ',');
  return at && *at == closer ? at + 1 : NULL;
}

bool json_is_safe(const struct strbuf *bytes, struct strbuf *faults) {
  if (!is_printable(bytes->text, bytes->length, "", faults))
    return false;
  const char *end = json_value(bytes->text, 0);
  return (end && *after_spaces(end) == '\0') ||
         fault(faults, "no JSON", bytes->text, bytes->length);
}
