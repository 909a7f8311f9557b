/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yaml/problem.h"

#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/utf8.h"

static const char tab_advice[] =
    N_("a tab cannot indent a line or stand before a word: use spaces in its place");
static const char quote_advice[] =
    N_("this quote is not closed: end the text with the same quote mark (inside '…' a quote mark "
       "is written twice, inside \"…\" with a \\ before it)");
static const char escape_advice[] =
    N_("a \\ in \"…\" starts a special character, and this one is not known: write \\\\ for a "
       "backslash, or put the text in '…'");
static const char percent_advice[] = N_("a line cannot start with '%': put the text in quotes");
/* xgettext:no-c-format */
static const char directive_advice[] =
    N_("lines that start with '%' cannot be used here: remove them");
static const char start_advice[] =
    N_("a text cannot start with this character: put the text in quotes");
static const char tag_advice[] = N_("a text that starts with '!' has to be put in quotes");
static const char star_advice[] = N_("a text that starts with '*' or '&' has to be put in quotes");
static const char block_advice[] =
    N_("after '|' or '>' the text has to begin on the next line, further in than its key");

static const char colon_advice[] =
    N_("':' cannot stand here: put a text that holds ': ' in quotes, or indent this line like "
       "the lines it belongs to");

/* Each of libyaml's two texts has to contain the words here; the first row that fits counts. */
static const struct row {
  const char *context, *problem;
  bool at_context; /* the place to look at is where it began */
  const char *advice;
} rows[] = {
    {"quoted scalar", "end of stream", true, quote_advice},
    {"quoted scalar", "document indicator", true, quote_advice},
    {"quoted scalar", "", false, escape_advice},
    {"", "incompatible YAML document", false, directive_advice},
    {"", "duplicate %", false, directive_advice},
    {"directive", "", true, percent_advice},
    {"", "directive", false, percent_advice},
    {"block scalar", "tab character", false, tab_advice},
    {"block scalar", "", false, block_advice},
    {"scanning an a", "", true, star_advice}, /* an alias, an anchor */
    {"tag", "", true, tag_advice},
    {"", "tag handle", false, tag_advice},
    {"", "tab character", false, tab_advice},
    {"", "cannot start any token", false, start_advice},
    {"", "mapping values are not allowed", false, colon_advice},
    {"", "unexpected ':'", false, colon_advice},
    {"", "could not find expected ':'", true,
     N_("this is not 'key: value': write ':' and a space after the key, or indent the line further "
        "if it goes on with the text above")},
    {"", "did not find expected key", false,
     N_("this does not fit the lines above: indent it like them, and look for a quote mark or a "
        "': ' inside the text before it")},
    {"", "expected '-' indicator", false,
     N_("this does not fit the list above: start the item with '- ', or indent the line like the "
        "lines it belongs to")},
    {"", "block sequence entries are not allowed", false,
     N_("'- ' cannot stand here: start the list on a new line, or put a text that starts with "
        "'- ' in quotes")},
    {"", "mapping keys are not allowed", false,
     N_("a key cannot stand here: start it on a new line, or put a text that starts with '? ' in "
        "quotes")},
    {"", "expected ',' or ']'", false,
     N_("the list in […] is not closed before this: write ',' between its items and ']' at its "
        "end")},
    {"", "expected ',' or '}'", false,
     N_("the keys in {…} are not closed before this: write ',' between them and '}' at the end, "
        "and put texts that hold ',' or '}' in quotes")},
    {"", "expected node content", false,
     N_("a key or a value is missing before this: write one, or put a text that starts with this "
        "character "
        "in quotes")},
    {"", "expected <document start>", false,
     N_("this does not belong to what stands above: indent it like the lines above, or remove "
        "it")},
};

/* Line and column, from 1 and in characters, of a byte. */
static void find_position(const char *text, size_t length, size_t offset, size_t *line,
                          size_t *column) {
  *line = *column = 1;
  for (size_t i = 0; i < offset && i < length; i++) {
    if (text[i] == '\n') {
      ++*line;
      *column = 1;
    } else if (((unsigned char)text[i] & 0xc0) != 0x80) {
      ++*column; /* not a byte that continues a character */
    }
  }
}

static bool holds(const char *text, const char *words) {
  return strstr(text ? text : "", words) != NULL;
}

static const struct row *find_row(const yaml_parser_t *parser) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (holds(parser->context, rows[i].context) && holds(parser->problem, rows[i].problem))
      return &rows[i];
  return NULL;
}

/* Whether the character at a mark of libyaml, whose lines and columns count from 0, is a tab. */
static bool stands_at_tab(const char *text, size_t length, yaml_mark_t mark) {
  size_t line = 0, i = 0;
  while (i < length && line < mark.line)
    line += text[i++] == '\n';
  for (size_t column = 0; i < length && column < mark.column; i++)
    column += (((unsigned char)text[i] & 0xc0) != 0x80);
  return i < length && text[i] == '\t';
}

static bool set_reader_problem(struct error *err, const yaml_parser_t *parser, const char *text,
                               size_t length, const char *file) {
  bool is_control = holds(parser->problem, "control characters");
  size_t line, column;
  find_position(text, length, is_control ? parser->problem_offset : utf8_invalid_at(text, length),
                &line, &column);
  const char *advice = is_control
                           ? _("a control character stands here: remove it (an editor may show it "
                               "as ^ and a letter)")
                           : _("this is not text in UTF-8: save the file again as UTF-8");
  return error_set_at(err, file, line, column, "%s", advice);
}

bool problem_set(struct error *err, const yaml_parser_t *parser, const char *text, size_t length,
                 const char *file) {
  if (parser->error == YAML_READER_ERROR)
    return set_reader_problem(err, parser, text, length, file);
  const struct row *row = find_row(parser);
  yaml_mark_t mark = row && row->at_context ? parser->context_mark : parser->problem_mark;
  const char *advice = row ? row->advice : NULL;
  if (advice == start_advice && stands_at_tab(text, length, mark))
    advice = tab_advice;
  if (!advice)
    return error_set_at(err, file, mark.line + 1, mark.column + 1, _("this is not YAML: %s"),
                        parser->problem ? parser->problem : "");
  return error_set_at(err, file, mark.line + 1, mark.column + 1, "%s", _(advice));
}
