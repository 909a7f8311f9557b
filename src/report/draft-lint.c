/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draft-lint.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "checklist/condition.h"
#include "report/draft-words.h"
#include "report/ordinance-draft.h"
#include "report/placeholders.h"
#include "report/report-parts.h"
#include "session/session.h"

struct piece { /* a text that stands somewhere in the draft */
  const char *text, *where;
  const struct law_section *section; /* NULL: a finding, a definition, or around paragraphs */
  const struct law_text *in;         /* NULL: of the law */
  bool is_finding;
};

struct lint {
  const struct law *law;
  const struct report *report;
  struct arena *arena;
  struct piece *pieces;
  size_t count;
  const char **known; /* the blanks and choices that are told themselves */
};

static void tell(const struct lint *lint, const char *what, const char *where, const char *todo) {
  document_notice(lint->report->document, what, where, todo);
}

/* --- the pieces --- */

static void add_piece(struct lint *lint, struct piece piece) {
  if (piece.text && *piece.text)
    lint->pieces[lint->count++] = piece;
}

static void add_section(struct lint *lint, const struct law_section *section) {
  const char *where = section_name(section);
  if (section->in)
    where = report_format(lint->report, _("%s, paragraph %zu"),
                          law_text_name(lint->law, section->in), section->number);
  else if (section->number)
    where = report_format(lint->report, "%zu", section->number);
  add_piece(lint, (struct piece){section->heading, where, section, section->in, false});
  add_piece(lint, (struct piece){section->text, where, section, section->in, false});
}

static void add_definitions(struct lint *lint, const bool *used, const struct law_text *in,
                            const char *where) {
  const struct checklist *checklist = lint->report->checklist;
  for (size_t i = 0; i < checklist->definition_count; i++)
    if (used[i])
      add_piece(lint, (struct piece){law_fill(lint->law, checklist->definitions[i].text), where,
                                     NULL, in, false});
}

static void add_text(struct lint *lint, const struct law_text *text) {
  const char *where = law_text_name(lint->law, text);
  const char *around[] = {text->title, text->to, text->opening, text->closing, text->signature};
  for (size_t i = 0; i < sizeof around / sizeof *around; i++)
    add_piece(lint, (struct piece){around[i], where, NULL, text, false});
  for (size_t i = 0; i < text->paragraph_count; i++)
    add_section(lint, &text->paragraphs[i]);
  add_definitions(lint, text->definitions, text, where);
}

static size_t most_pieces(const struct law *law) {
  const struct checklist *checklist = law->report->checklist;
  size_t count = 2 * law->section_count + checklist->finding_count + checklist->definition_count;
  for (size_t i = 0; i < law->text_count; i++)
    count += 5 + 2 * law->texts[i].paragraph_count + checklist->definition_count;
  return count;
}

static void add_pieces(struct lint *lint) {
  const struct law *law = lint->law;
  const struct checklist *checklist = lint->report->checklist;
  lint->pieces = arena_alloc(lint->arena, (most_pieces(law) + 1) * sizeof *lint->pieces);
  for (size_t i = 0; i < law->section_count; i++)
    add_section(lint, &law->sections[i]);
  for (size_t i = 0; law->section_count && i < checklist->finding_count; i++)
    if (law_has_finding(law, &checklist->findings[i]))
      add_piece(lint, (struct piece){law_fill(law, checklist->findings[i].text), _("the findings"),
                                     NULL, NULL, true});
  if (law->section_count)
    add_definitions(lint, law->definitions, NULL, _("the definitions"));
  for (size_t i = 0; i < law->text_count; i++)
    add_text(lint, &law->texts[i]);
}

/* --- what is open --- */

/* Long ones are cut: the draft has them in full. */
enum { LONGEST_CHOICE_BYTES = 28 };

static const char *cut(const struct lint *lint, const char *text, size_t length,
                       const char *ending) {
  if (strlen(text) <= length)
    return text;
  while (length && text[length] != ' ')
    length--;
  return length ? report_format(lint->report, "%.*s%s", (int)length, text, ending) : text;
}

static void tell_open(const struct lint *lint, const struct law_open *open) {
  const struct report *report = lint->report;
  const char *meaning = language_checklist_text(open->meaning);
  const char *todo = open->kind == OPEN_BLANK ? report_format(report, _("Fill in: %s"), meaning)
                     : open->kind == OPEN_CHOICE
                         ? report_format(report, _("Choose: %s"), meaning)
                         : _("This is not part of the text: reword it, or add that part.");
  const char *shown =
      open->kind == OPEN_CHOICE ? cut(lint, open->shown, LONGEST_CHOICE_BYTES, " …]") : open->shown;
  tell(lint, shown, open->where, todo);
}

static void find_known(struct lint *lint) {
  const struct law *law = lint->law;
  lint->known = arena_alloc(lint->arena, (law->open_count + 1) * sizeof *lint->known);
  for (size_t i = 0; i < law->open_count; i++)
    lint->known[i] = law->open[i].shown;
}

static void tell_all_open(const struct lint *lint) {
  for (size_t i = 0; i < lint->law->open_count; i++)
    tell_open(lint, &lint->law->open[i]);
}

/* "letter: 1"; NULL: none. */
static const char *optional_of(const struct lint *lint, const struct law_text *text) {
  const struct report *report = lint->report;
  size_t count = 0;
  size_t *numbers = arena_alloc(lint->arena, (text->paragraph_count + 1) * sizeof *numbers);
  for (size_t i = 0; i < text->paragraph_count; i++)
    if (text->paragraphs[i].optional)
      numbers[count++] = text->paragraphs[i].number;
  if (count == 0)
    return NULL;
  return report_format(report, "%s: %s", law_text_name(lint->law, text),
                       report_ranges(report, numbers, count));
}

static void tell_optional(const struct lint *lint) {
  const struct law *law = lint->law;
  size_t count = 0;
  size_t *numbers = arena_alloc(lint->arena, (law->section_count + 1) * sizeof *numbers);
  for (size_t i = 0; i < law->section_count; i++)
    if (law->sections[i].optional)
      numbers[count++] = law->sections[i].number;
  if (count)
    tell(lint, _("optional sections"), report_ranges(lint->report, numbers, count),
         _("Keep or strike each; numbers and references change."));
  const char *where = NULL;
  for (size_t i = 0; i < law->text_count; i++) {
    const char *here = optional_of(lint, &law->texts[i]);
    where = here ? report_join(lint->report, where, here) : where;
  }
  if (where)
    tell(lint, _("optional paragraphs"), where, _("Keep or strike each."));
}

/* --- words --- */

static void check_terms(const struct lint *lint, const struct piece *piece) {
  const struct checklist *checklist = lint->report->checklist;
  bool is_rule = piece->section && piece->section->recommendation;
  bool is_heading = piece->section && piece->text == piece->section->heading;
  const char *words =
      is_rule && !is_heading
          ? draft_undefined(lint->arena, checklist, piece->section->recommendation->provision->text)
          : NULL;
  if (words)
    tell(lint, report_format(lint->report, _("“%s” is in quotes and is not defined"), words),
         piece->where, _("Define it, or take the quotes away."));
  for (size_t i = 0; is_rule && !is_heading && i < checklist->definition_count; i++) {
    words = draft_odd_capitals(lint->arena, &checklist->definitions[i], piece->text);
    if (words)
      tell(lint,
           report_format(lint->report, _("“%s” is written otherwise than the defined term “%s”"),
                         words, checklist->definitions[i].term),
           piece->where, _("Write it as it is defined."));
  }
}

static void check_piece(const struct lint *lint, const struct piece *piece) {
  const struct report *report = lint->report;
  const char *level = session_value(report->session, "profile.level");
  const char *words = draft_stray_blank(lint->arena, piece->text, lint->known);
  if (words)
    tell(lint, words[0] == '[' ? words : report_format(report, _("left over: %s"), words),
         piece->where, _("Fill it in, or take it away."));
  bool names_officials = level && !piece->is_finding && !piece->in;
  words = names_officials ? draft_wrong_official(level, piece->text) : NULL;
  if (words)
    tell(lint, report_format(report, _("“%s”: a government of this kind has none"), words),
         piece->where, _("Write the name of the body or official of this place."));
  if (piece->in && draft_speaks_of_ordinance(piece->text))
    tell(lint, _("words about the ordinance, in a text that is read without it"), piece->where,
         _("Say it without them, or name that law in full."));
  check_terms(lint, piece);
}

static void check_place(const struct lint *lint) {
  const struct report *report = lint->report;
  const char *level = session_value(report->session, "profile.level");
  const char *name = session_value(report->session, "profile.name");
  if (!level || !name || strcmp(level, "city-county") == 0)
    return;
  bool is_county = strcmp(level, "county") == 0;
  bool names_city = words_occur(name, "City of") || words_occur(name, "Town of") ||
                    words_occur(name, "Village of");
  if (is_county ? names_city : words_occur(name, "County"))
    tell(lint, report_format(report, _("“%s”, and a government of another kind"), name),
         _("About the place"), _("Correct the name or the kind of government."));
}

/* --- what stands beside what --- */

static bool is_rule(const struct piece *piece) {
  return piece->section && !piece->in && piece->section->recommendation;
}

static void compare(const struct lint *lint, const struct piece *one, const struct piece *other) {
  if (!is_rule(one) || !is_rule(other) || one->section == other->section)
    return;
  const char *line = draft_same_line(lint->arena, one->text, other->text);
  if (line)
    tell(lint, report_format(lint->report, _("the same words twice: “%s”"), line),
         report_join(lint->report, one->where, other->where), _("Keep one of them."));
}

static void check_alternative(const struct lint *lint) {
  const struct law *law = lint->law;
  const char *alternative = NULL, *others = NULL;
  for (size_t i = 0; i < law->section_count; i++) {
    const struct law_section *section = &law->sections[i];
    const struct provision *provision =
        section->recommendation ? section->recommendation->provision : NULL;
    if (provision && provision->alternative)
      alternative = section->label;
    else if (provision && !provision->always && !provision->in_short)
      others = report_join(lint->report, others, section->label);
  }
  if (alternative && others)
    tell(lint,
         report_format(lint->report, _("one rule in place of others, beside others: %s"), others),
         alternative, _("Keep the one rule or the others, not both."));
}

/* --- what is missing --- */

static bool has_part(const struct lint *lint, const struct draft_part *part) {
  for (size_t i = 0; i < lint->count; i++) {
    const struct piece *piece = &lint->pieces[i];
    if (!piece->section || piece->in)
      continue;
    if (!piece->section->recommendation && strstr(piece->section->part->id, part->id))
      return true;
    for (const char *const *words = part->words; *words; words++)
      if (words_occur(piece->text, *words))
        return true;
  }
  return false;
}

static bool lacks_definitions(const struct law *law) {
  for (size_t i = 0; i < law->section_count; i++)
    if (!law->sections[i].recommendation && law->sections[i].part->kind == PART_DEFINITIONS)
      return false;
  for (size_t i = 0; i < law->report->checklist->definition_count; i++)
    if (law->definitions[i])
      return true;
  return false;
}

static void tell_missing(const struct lint *lint, const char *name) {
  tell(lint, report_format(lint->report, _("missing: %s"), name), _("the whole draft"),
       _("Add a section that says it."));
}

static void check_parts(const struct lint *lint) {
  if (lint->law->section_count == 0)
    return;
  for (const struct draft_part *part = draft_parts; part->name; part++)
    if (!has_part(lint, part))
      tell_missing(lint, _(part->name));
  if (lacks_definitions(lint->law))
    tell_missing(lint, _("the definitions of the terms it uses"));
}

static void check_texts(const struct lint *lint) {
  for (size_t i = 0; i < lint->law->text_count; i++) {
    const struct law_text *text = &lint->law->texts[i];
    if (text->instrument->kind == DRAFT_LETTER && !text->to)
      tell(lint, _("a letter to nobody"), law_text_name(lint->law, text),
           _("Write to whom it goes."));
  }
}

/* --- state law --- */

/* The sections that cannot be used in some states. */
static const char *limits(const struct lint *lint) {
  const struct law *law = lint->law;
  size_t count = 0;
  size_t *numbers = arena_alloc(lint->arena, (law->section_count + 1) * sizeof *numbers);
  for (size_t i = 0; i < law->section_count; i++) {
    const struct recommendation *item = law->sections[i].recommendation;
    if (item && condition_asks_state_mode(item->provision->not_in))
      numbers[count++] = law->sections[i].number;
  }
  return report_ranges(lint->report, numbers, count);
}

static void check_state_law(const struct lint *lint) {
  const struct state *state = lint->report->assessment->state;
  const char *where = lint->report->checklist->state_count ? limits(lint) : NULL;
  if (!where)
    return;
  if (state_has_mode(state, "bans-limits") || state_has_mode(state, "mandates-help"))
    tell(lint, _("sections that state law may stand against"), where,
         _("Ask counsel before anything else."));
  else if (state_has_mode(state, "unknown"))
    tell(lint, _("sections that some states bar"), where,
         _("What this state does is not known: ask counsel first."));
}

size_t draft_lint(const struct law *law) {
  struct lint lint = {law, law->report, law->report->document->arena, NULL, 0, NULL};
  add_pieces(&lint);
  find_known(&lint);
  check_state_law(&lint);
  check_place(&lint);
  check_parts(&lint);
  check_texts(&lint);
  check_alternative(&lint);
  for (size_t i = 0; i < lint.count; i++)
    check_piece(&lint, &lint.pieces[i]);
  for (size_t i = 0; i < lint.count; i++)
    for (size_t j = i + 1; j < lint.count; j++)
      compare(&lint, &lint.pieces[i], &lint.pieces[j]);
  size_t faults = law->report->document->notice_count;
  tell_all_open(&lint);
  tell_optional(&lint);
  return faults;
}
