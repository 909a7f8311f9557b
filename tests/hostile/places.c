/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "places.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "printable.h"
#include "strings.h"

/* --- a string in YAML --- */

static uint32_t next_code(const char **at) {
  const unsigned char *b = (const unsigned char *)*at;
  size_t size = b[0] < 0x80 ? 1 : b[0] < 0xe0 ? 2 : b[0] < 0xf0 ? 3 : 4;
  uint32_t code = size == 1 ? b[0] : b[0] & (0xff >> (size + 1));
  for (size_t i = 1; i < size; i++)
    code = code << 6 | (b[i] & 0x3f);
  *at += size;
  return code;
}

static bool can_stand_as_it_is(uint32_t code) {
  return (code >= 0x20 && code < 0x7f && code != '"' && code != '\\') ||
         (code >= 0xa0 && code < 0xfffe && code != 0x2028 && code != 0x2029 && code != 0xfeff) ||
         code >= 0x10000;
}

static void add_quoted(struct strbuf *out, const char *text) {
  char bytes[4];
  strbuf_add_char(out, '"');
  while (*text) {
    uint32_t code = next_code(&text);
    if (can_stand_as_it_is(code))
      strbuf_add_bytes(out, bytes, printable_encode(code, bytes));
    else if (code == '"' || code == '\\')
      strbuf_addf(out, "\\%c", (int)code);
    else
      strbuf_addf(out, "\\U%08x", (unsigned)code);
  }
  strbuf_add_char(out, '"');
}

/* A text that has to be there cannot be one that is seen nowhere. */
static const char *seen(const struct string *string) {
  char *shown = printable_of(string->bytes, string->length);
  bool is_blank = shown[strspn(shown, " \n")] == '\0';
  free(shown);
  return is_blank ? "x" : string->bytes;
}

/* Law knows placeholders: only those that a checklist has are taken. */
static const char *law(const struct string *string) {
  return strpbrk(string->bytes, "{}") ? "x {profile.name}" : seen(string);
}

/* "KEY: TEXT, " within {…}. */
static void add_text(struct strbuf *out, const char *key, const char *text) {
  strbuf_addf(out, "%s: ", key);
  add_quoted(out, text);
  strbuf_add(out, ", ");
}

static void add_texts(struct strbuf *out, const char *const *keys, const char *text) {
  for (; *keys; keys++)
    add_text(out, *keys, text);
}

/* --- the checklist --- */

static const char *const section_keys[] = {"title", "intro", NULL};
static const char *const criterion_keys[] = {"title", "standard", "why",    "facilitate",
                                             "note",  "errata",   "source", NULL};
static const char *const question_keys[] = {"ask", "hint", "note", "errata", "source", NULL};
static const char *const place_keys[] = {"text", "document", NULL};
static const char *const choice_keys[] = {"label", "hint", NULL};
static const char *const start_keys[] = {"title", "about", NULL};
static const char *const state_keys[] = {"name", "citation", "year", "as-of", "touches", NULL};
static const char *const glossary_keys[] = {"term", "text", "look-for", NULL};
static const char *const lesson_keys[] = {"title", "text", "source", NULL};
static const char *const erratum_keys[] = {"text", "source", NULL};
static const char *const left_out_keys[] = {"text", NULL};
static const char *const reference_keys[] = {"title", "place",    "citation",   "year", "url",
                                             "as-of", "standing", "exceptions", "text", NULL};
static const char *const provision_keys[] = {"plain", "notes", NULL};
static const char *const law_keys[] = {"heading", "text", NULL};
static const char *const carve_out_keys[] = {"text", "gives-up", NULL};
static const char *const instrument_keys[] = {"title",   "to",        "opening",
                                              "closing", "signature", NULL};

static size_t key_count(const char *const *keys) {
  size_t count = 0;
  while (keys[count])
    count++;
  return count;
}

size_t places_of_checklist(void) {
  const char *const *const all[] = {
      section_keys,   criterion_keys, question_keys, place_keys,     choice_keys,  start_keys,
      state_keys,     glossary_keys,  lesson_keys,   lesson_keys,    erratum_keys, left_out_keys,
      reference_keys, provision_keys, law_keys,      carve_out_keys, law_keys,     instrument_keys};
  size_t count = 8; /* single ones, written below */
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    count += key_count(all[i]);
  return count;
}

static void add_places(struct strbuf *out, const char *text) {
  strbuf_add(out, "where-to-look: [{");
  add_texts(out, place_keys, text);
  strbuf_add(out, "office: desk}], ");
}

static void add_question(struct strbuf *out, size_t i, size_t count, const char *text) {
  static const char *const kinds[] = {
      "kind: yes-no, aspect: practice, polarity: protective, ", "kind: text, ",
      "kind: choice, choices: [{id: a, label: A}, {id: b, ", "kind: number, "};
  strbuf_addf(out, "{id: q, ");
  add_texts(out, question_keys, text);
  add_places(out, text);
  strbuf_add(out, kinds[i % 4]);
  if (i % 4 == 2) {
    add_texts(out, choice_keys, text);
    strbuf_add(out, "}], ");
  } else if (i % 4 == 0) {
    strbuf_add(out, "calls-for: [");
    for (size_t j = i; j < i + 4 && j < count; j++)
      strbuf_addf(out, "p%zu, ", j);
    strbuf_add(out, "], ");
  }
  strbuf_add(out, "}");
}

static void add_criterion(struct strbuf *out, size_t i, size_t count, const char *text) {
  strbuf_addf(out, "  - {id: c%zu, ", i);
  add_texts(out, criterion_keys, text);
  add_places(out, text);
  if (i % 16 == 15) {
    strbuf_add(out, "relevant: {question: c0.q, is: [\"no\"]}, ");
    add_text(out, "relevant-note", text);
  }
  strbuf_add(out, "questions: [");
  add_question(out, i, count, text);
  strbuf_add(out, "]}\n");
}

static void add_profile(struct strbuf *out, const char *text) {
  strbuf_add(out, "profile:\n- {id: name, kind: text, required: \"yes\", ");
  add_text(out, "ask", text);
  add_text(out, "blank", text);
  strbuf_add(out, "}\n- {id: state, kind: choice, choices: [{id: OR, label: Oregon}, {id: TX, "
                  "label: Texas}], ");
  add_text(out, "ask", text);
  strbuf_add(out, "}\n");
}

void places_add_start(struct strbuf *out, const struct string *const *strings, size_t count) {
  strbuf_add(out, "format: \"1\"\nid: strings\n");
  for (const char *const *key = start_keys; *key; key++) {
    strbuf_addf(out, "%s: ", *key);
    add_quoted(out, seen(strings[0]));
    strbuf_add_char(out, '\n');
  }
  strbuf_add(out, "edition: ");
  add_quoted(out, seen(strings[0]));
  strbuf_add(out, "\noffices:\n- {id: desk, ");
  add_text(out, "label", seen(strings[0]));
  strbuf_add(out, "}\n");
  add_profile(out, seen(strings[0]));
  strbuf_add(out, "sections:\n");
  size_t per_section = count / 4 + 1;
  for (size_t i = 0; i < count; i++) {
    if (i % per_section == 0) {
      strbuf_addf(out, "- id: s%zu\n  kind: %s\n", i, i ? "criteria" : "further");
      for (const char *const *key = section_keys; *key; key++) {
        strbuf_addf(out, "  %s: ", *key);
        add_quoted(out, seen(strings[i]));
        strbuf_add_char(out, '\n');
      }
      strbuf_add(out, "  criteria:\n");
    }
    add_criterion(out, i, count, seen(strings[i]));
  }
}

/* --- its background --- */

static void begin(struct strbuf *out, const char *list) {
  strbuf_addf(out, "%s:\n", list);
}

/* A '#' is the number of the record. */
static void add_numbered(struct strbuf *out, const char *text, size_t i) {
  for (; *text; text++)
    if (*text == '#')
      strbuf_addf(out, "%zu", i);
    else
      strbuf_add_char(out, *text);
}

static void add_records(struct strbuf *out, const char *list, const char *more, const char *id,
                        const char *const *keys, const struct string *const *strings,
                        size_t count) {
  begin(out, list);
  for (size_t i = 0; i < count; i++) {
    strbuf_addf(out, "- {id: %s%zu, ", id, i);
    add_texts(out, keys, seen(strings[i]));
    add_numbered(out, more, i);
    strbuf_add(out, "}\n");
  }
}

static void add_references(struct strbuf *out, const struct string *const *strings, size_t count) {
  static const char *const kinds[] = {"law, instrument: statute", "case", "study", "publication"};
  begin(out, "references");
  for (size_t i = 0; i < count; i++) {
    const char *text = seen(strings[i]);
    strbuf_addf(out, "- {id: r%zu, kind: %s, ", i, kinds[i % 4]);
    add_texts(out, reference_keys, text);
    if (i % 4 == 1)
      add_text(out, "binding", text);
    strbuf_add(out, "}\n");
  }
}

void places_add_references(struct strbuf *out, const struct string *const *strings, size_t count) {
  add_references(out, strings, count);
  add_records(out, "glossary", "references: [r#]", "g", glossary_keys, strings, count);
  add_records(out, "lessons", "references: [r#], about: [c#]", "l", lesson_keys, strings, count);
  add_records(out, "background", "references: [r#], about: [c#]", "b", lesson_keys, strings, count);
  add_records(out, "errata", "covers: [x#]", "e", erratum_keys, strings, count);
  add_records(out, "left-out", "covers: [y#], reason: outdated", "o", left_out_keys, strings,
              count);
  strbuf_add(out, "states:\n- {id: OR, modes: [requires-limits], ");
  add_texts(out, state_keys, seen(strings[0]));
  strbuf_add(out, "floors: [{criterion: c0, ");
  add_text(out, "text", seen(strings[0]));
  add_text(out, "citation", seen(strings[0]));
  strbuf_add(out, "}]}\n");
}

/* --- its law --- */

/* Each third heading names another section: what leads there must not be seen in a title. */
static void add_heading(struct strbuf *out, const char *text, size_t i) {
  struct strbuf heading;
  strbuf_init(&heading);
  strbuf_addf(&heading, "%s%s", text, i % 3 == 1 ? " {section:p0}" : "");
  add_text(out, law_keys[0], heading.text);
  strbuf_release(&heading);
}

static void add_provision(struct strbuf *out, const struct string *string, size_t i) {
  strbuf_addf(out, "  - {id: p%zu, part: rules, precedents: [r%zu], ", i, i);
  add_heading(out, law(string), i);
  add_text(out, law_keys[1], law(string));
  add_texts(out, provision_keys, seen(string));
  strbuf_add(out, "carve-outs: [{");
  add_texts(out, carve_out_keys, seen(string));
  strbuf_addf(out, "}]%s}\n",
              i % 8 == 7   ? ", instrument: letter"
              : i % 8 == 6 ? ", alternative: \"yes\""
              : i % 8 == 5 ? ", always: \"yes\", short: \"yes\""
                           : "");
}

void places_add_ordinance(struct strbuf *out, const struct string *const *strings, size_t count) {
  const char *first = law(strings[0]);
  strbuf_add(out, "ordinance:\n  parts:\n  - {id: title, kind: text, numbered: \"no\", ");
  add_text(out, "text", first);
  strbuf_add(out, "}\n  - {id: findings, kind: findings, ");
  add_texts(out, law_keys, first);
  strbuf_add(out, "}\n  - {id: definitions, kind: definitions, ");
  add_texts(out, law_keys, first);
  strbuf_add(out, "}\n  - {id: rules, kind: provisions, ");
  add_text(out, "heading", first);
  strbuf_add(out, "}\n  instruments:\n  - {id: letter, kind: letter, ");
  add_texts(out, instrument_keys, first);
  strbuf_add(out, "}\n  definitions:\n");
  for (size_t i = 0; i < count; i++) {
    strbuf_addf(out, "  - {id: d%zu, ", i);
    add_text(out, "term", seen(strings[i]));
    add_text(out, "text", law(strings[i]));
    strbuf_add(out, "}\n");
  }
  strbuf_add(out, "  findings:\n");
  for (size_t i = 0; i < count; i++) {
    strbuf_addf(out, "  - {id: f%zu, supports: [p%zu], ", i, i);
    add_text(out, "text", law(strings[i]));
    add_text(out, "as-of", seen(strings[i]));
    strbuf_add(out, "}\n");
  }
  strbuf_add(out, "  provisions:\n");
  for (size_t i = 0; i < count; i++)
    add_provision(out, strings[i], i);
}

/* --- the session --- */

static const char *const answer_keys[] = {"comment", "note", "asked", "edition", NULL};
static const char *const evidence_keys[] = {"what", "section", "quote", "link", NULL};
static const char *const follow_up_keys[] = {"what", "who", NULL};
static const char *const group_keys[] = {"rule", "minority", NULL};

size_t places_of_session(void) {
  return key_count(answer_keys) + key_count(evidence_keys) + key_count(follow_up_keys) +
         key_count(group_keys) + 9; /* single ones, written below */
}

static void add_records_of_answer(struct strbuf *out, const char *text) {
  add_texts(out, answer_keys, text);
  strbuf_add(out, "evidence: [{");
  add_texts(out, evidence_keys, text);
  strbuf_add(out, "}], follow-up: {");
  add_texts(out, follow_up_keys, text);
  strbuf_add(out, "by: 2026-12-01}, group: {");
  add_texts(out, group_keys, text);
  strbuf_add(out, "for: 1}, ");
  add_text(out, "own", text);
}

static void add_answer(struct strbuf *out, size_t i, const char *text) {
  static const char *const values[] = {
      "answer: \"no\", ", "", "answer: other, ", "answer: unknown, ",
      "answer: partly, ", "", "answer: n/a, ",   "answer: unknown, "};
  strbuf_addf(out, "  c%zu.q: {%s", i, values[i % 8]);
  add_text(out, i % 4 == 1 ? "answer" : "text", text);
  add_records_of_answer(out, text);
  strbuf_add(out, "}\n");
}

void places_add_session(struct strbuf *out, const struct string *const *strings, size_t count) {
  strbuf_add(out, "format: 1\nchecklist: {id: strings, ");
  add_text(out, "edition", seen(strings[0]));
  strbuf_add(out, "}\nprofile: {state: OR, ");
  add_text(out, "name", seen(strings[0]));
  strbuf_add(out, "}\nanswers:\n");
  for (size_t i = 0; i < count; i++)
    add_answer(out, i, seen(strings[i]));
  for (size_t i = 0; i < count / 2; i++) {
    strbuf_addf(out, "  gone.q%zu: {", i);
    add_text(out, "answer", seen(strings[i]));
    add_records_of_answer(out, seen(strings[i]));
    strbuf_add(out, "}\n");
  }
  strbuf_add(out, "draft: {question: c0.q, field: comment, ");
  add_text(out, "text", seen(strings[0]));
  strbuf_add(out, "}\nplace: c0.q\nown: ");
  add_quoted(out, seen(strings[0]));
  strbuf_add(out, "\n# end 00000000\n");
}

/* --- what is refused --- */

/* Keys that are the same when they are shown are refused for that alone. */
static bool can_be_key(const struct string *string) {
  return string->position != ALONE && string->position != REPEATED && string->length < 100;
}

void places_add_broken(struct strbuf *out, const struct string *const *strings, size_t count) {
  strbuf_add(out, "format: \"1\"\nid: strings\nedition: \"1\"\ntitle: Strings\nprofile:\n"
                  "- {id: name, kind: text, ask: x}\nsections:\n- id: s\n  kind: criteria\n"
                  "  title: x\n  criteria:\n");
  for (size_t i = 0; i < count; i++) {
    const char *text = strings[i]->bytes;
    strbuf_addf(out, "  - {id: c%zu, title: x, standard: x, ", i);
    strbuf_add(out, "questions: [{");
    add_text(out, "id", text);
    add_text(out, "kind", text);
    add_text(out, "ask", "x");
    add_text(out, "aspect", text);
    add_text(out, "other", text);
    strbuf_add(out, "relevant: {question: ");
    add_quoted(out, text);
    strbuf_add(out, ", is: [");
    add_quoted(out, text);
    strbuf_add(out, "]}, calls-for: [");
    add_quoted(out, text);
    strbuf_add(out, "], ");
    if (can_be_key(strings[i])) {
      add_quoted(out, text);
      strbuf_add(out, ": x, ");
    }
    strbuf_add(out, "}]}\n");
  }
  strbuf_add(out, "ordinance:\n  provisions:\n");
  for (size_t i = 0; i < count; i++) {
    strbuf_addf(out, "  - {id: p%zu, plain: x, heading: x, ", i);
    add_text(out, "text", strings[i]->bytes);
    add_text(out, "part", strings[i]->bytes);
    strbuf_add(out, "}\n");
  }
}

void places_add_broken_session(struct strbuf *out, const struct string *const *strings,
                               size_t count) {
  strbuf_add(out, "format: 1\nchecklist: {id: strings, edition: \"1\"}\nanswers:\n");
  for (size_t i = 0; i < count; i++) {
    const char *text = strings[i]->bytes;
    strbuf_addf(out, "  c%zu.q: {", i);
    add_text(out, "answer", text);
    add_text(out, "changed", text);
    add_text(out, "review", text);
    strbuf_add(out, "group: {");
    add_text(out, "for", text);
    strbuf_add(out, "}, follow-up: {");
    add_text(out, "by", text);
    strbuf_add(out, "}}\n");
    if (can_be_key(strings[i])) {
      strbuf_add(out, "  ");
      add_quoted(out, text);
      strbuf_add(out, ": [x]\n");
    }
  }
  strbuf_add(out, "# end 00000000\n");
}
