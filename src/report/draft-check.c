/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draft-check.h"

#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "report/draft-words.h"
#include "report/ordinance-draft.h"
#include "report/placeholders.h"
#include "report/report.h"
#include "report/write-parts.h"

struct check {
  const struct checklist *checklist;
  struct faults *faults;
  struct arena *arena;
};

#define TELL(check, at, ...)                                                                       \
  faults_add((check)->faults, FAULT_WARNING, (at)->file, (at)->line, (at)->column, __VA_ARGS__)

/* --- every text of the law --- */

typedef bool use_text(void *context, const char *text, const struct position *at);

/* Calls use for each text until it returns true; true when one did. */
static bool each_text(const struct checklist *checklist, use_text *use, void *context) {
  for (size_t i = 0; i < checklist->part_count; i++)
    if (checklist->parts[i].text && use(context, checklist->parts[i].text, &checklist->parts[i].at))
      return true;
  for (size_t i = 0; i < checklist->finding_count; i++)
    if (use(context, checklist->findings[i].text, &checklist->findings[i].at))
      return true;
  for (size_t i = 0; i < checklist->provision_count; i++) {
    const struct provision *provision = &checklist->provisions[i];
    if (use(context, provision->heading, &provision->at) ||
        use(context, provision->text, &provision->at))
      return true;
  }
  for (size_t i = 0; i < checklist->instrument_count; i++) {
    const struct draft_instrument *text = &checklist->instruments[i];
    const char *parts[] = {text->title, text->opening, text->closing};
    for (size_t j = 0; j < sizeof parts / sizeof *parts; j++)
      if (parts[j] && use(context, parts[j], &text->at))
        return true;
  }
  return false;
}

/* --- definitions --- */

static bool uses_definition(void *context, const char *text, const struct position *at) {
  (void)at;
  return definition_is_in(text, context);
}

static bool is_used(const struct check *check, const struct definition *definition) {
  const struct checklist *checklist = check->checklist;
  if (each_text(checklist, uses_definition, (void *)definition))
    return true;
  for (size_t i = 0; i < checklist->definition_count; i++)
    if (&checklist->definitions[i] != definition &&
        definition_is_in(checklist->definitions[i].text, definition))
      return true;
  return false;
}

struct plural {
  const struct check *check;
  const char *form;
};

static bool tell_plural(void *context, const char *text, const struct position *at) {
  const struct plural *plural = context;
  if (!words_occur(text, plural->form))
    return false;
  TELL(plural->check, at, _("'%s' is used, and no definition lists it: add it to 'also'"),
       plural->form);
  return true;
}

static void check_plural(const struct check *check, const struct definition *definition) {
  struct strbuf form;
  strbuf_init(&form);
  strbuf_addf(&form, "%ss", definition->term);
  struct plural plural = {check, form.text};
  if (!string_list_has(definition->also, form.text))
    each_text(check->checklist, tell_plural, &plural);
  strbuf_release(&form);
}

static void check_definitions(const struct check *check) {
  for (size_t i = 0; i < check->checklist->definition_count; i++) {
    const struct definition *definition = &check->checklist->definitions[i];
    if (!is_used(check, definition))
      TELL(check, &definition->at, _("no text uses '%s': remove the definition, or use the term"),
           definition->term);
    check_plural(check, definition);
  }
}

/* --- texts --- */

static void keep_nothing(void *context, enum placeholder_kind kind, const char *name,
                         const char *options, struct strbuf *out) {
  (void)context, (void)kind, (void)name, (void)options, (void)out;
}

/* What is left when placeholders are taken out. */
static bool tell_stray(void *context, const char *text, const struct position *at) {
  static const char *const none[] = {NULL};
  const struct check *check = context;
  struct strbuf left;
  strbuf_init(&left);
  placeholders_fill(&left, text, keep_nothing, NULL);
  const char *stray = draft_stray_blank(check->arena, left.text, none);
  if (stray)
    TELL(check, at, _("left over: %s; write a placeholder, or take it away"), stray);
  strbuf_release(&left);
  return false;
}

static bool is_of_law(const struct provision *provision) {
  return !provision->instrument || strcmp(provision->instrument, "ordinance") == 0;
}

struct references {
  const struct check *check;
  const struct provision *from;
};

static void check_reference(void *context, enum placeholder_kind kind, const char *name,
                            const char *options, struct strbuf *out) {
  (void)options, (void)out;
  const struct references *references = context;
  const struct provision *to =
      kind == PLACEHOLDER_SECTION ? checklist_provision(references->check->checklist, name) : NULL;
  if (!to || to == references->from)
    return;
  const struct position *at = &references->from->at;
  if (!is_of_law(references->from) || !is_of_law(to))
    TELL(references->check, at,
         _("the text of '%s' refers to '%s', which stands in another text: say it without"),
         references->from->id, name);
  else if (!to->always)
    TELL(references->check, at,
         _("'%s' refers to the section '%s', which is not in every draft: say it without, or write "
           "'always: \"yes\"' there"),
         references->from->id, name);
}

static void check_provision(const struct check *check, const struct provision *provision) {
  struct references references = {check, provision};
  struct strbuf out;
  strbuf_init(&out);
  placeholders_fill(&out, provision->text, check_reference, &references);
  const char *words = draft_undefined(check->arena, check->checklist, provision->text);
  if (words)
    TELL(check, &provision->at,
         _("'%s' is in quotes and is not defined: define it, or take the "
           "quotes away"),
         words);
  if (!is_of_law(provision) && draft_speaks_of_ordinance(provision->text))
    TELL(check, &provision->at,
         _("'%s' speaks of the ordinance and is read without it: say it without"), provision->id);
  if (provision->alternative && provision->always)
    TELL(check, &provision->at,
         _("'%s' takes the place of others and stands beside them in every draft: remove 'always' "
           "or 'alternative'"),
         provision->id);
  strbuf_release(&out);
}

static void check_twice(const struct check *check) {
  const struct checklist *checklist = check->checklist;
  for (size_t i = 0; i < checklist->provision_count; i++)
    for (size_t j = i + 1; j < checklist->provision_count; j++) {
      const struct provision *one = &checklist->provisions[i], *other = &checklist->provisions[j];
      if (one->alternative || other->alternative || !is_of_law(one) || !is_of_law(other))
        continue;
      const char *line = draft_same_line(check->arena, other->text, one->text);
      if (line)
        TELL(check, &other->at, _("'%s' and '%s' say the same: keep one of them: %s"), one->id,
             other->id, line);
    }
}

/* --- parts and instruments --- */

static bool has_words(const char *text, const struct draft_part *part) {
  for (const char *const *words = part->words; text && *words; words++)
    if (words_occur(text, *words))
      return true;
  return false;
}

static bool has_part(const struct checklist *checklist, const struct draft_part *part) {
  for (size_t i = 0; i < checklist->part_count; i++)
    if (strstr(checklist->parts[i].id, part->id) || has_words(checklist->parts[i].text, part))
      return true;
  for (size_t i = 0; i < checklist->provision_count; i++)
    if (is_of_law(&checklist->provisions[i]) && has_words(checklist->provisions[i].text, part))
      return true;
  return false;
}

static bool has_definitions(const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->part_count; i++)
    if (checklist->parts[i].kind == PART_DEFINITIONS)
      return true;
  return checklist->definition_count == 0;
}

static void check_parts(const struct check *check) {
  const struct checklist *checklist = check->checklist;
  if (checklist->part_count == 0)
    return;
  const struct position *at = &checklist->parts[0].at;
  for (const struct draft_part *part = draft_parts; part->name; part++)
    if (!has_part(checklist, part))
      TELL(check, at, _("the ordinance lacks %s: add a part that says it"), _(part->name));
  if (!has_definitions(checklist))
    TELL(check, at, _("the ordinance has terms and no part of kind definitions: add one"));
}

static bool has_text(const struct checklist *checklist, const struct draft_instrument *text) {
  for (size_t i = 0; i < checklist->provision_count; i++)
    if (!is_of_law(&checklist->provisions[i]) &&
        strcmp(checklist->provisions[i].instrument, text->id) == 0)
      return true;
  return false;
}

static void check_instruments(const struct check *check) {
  for (size_t i = 0; i < check->checklist->instrument_count; i++) {
    const struct draft_instrument *text = &check->checklist->instruments[i];
    if (text->kind == DRAFT_LETTER && !text->to)
      TELL(check, &text->at, _("the letter '%s' goes to nobody: add 'to'"), text->id);
    if (!has_text(check->checklist, text))
      TELL(check, &text->at, _("no provision is of the instrument '%s': add one, or remove it"),
           text->id);
  }
}

void draft_check(const struct checklist *checklist, struct faults *faults) {
  struct check check = {checklist, faults, arena_new()};
  check_definitions(&check);
  each_text(checklist, tell_stray, &check);
  for (size_t i = 0; i < checklist->provision_count; i++)
    check_provision(&check, &checklist->provisions[i]);
  check_twice(&check);
  check_parts(&check);
  check_instruments(&check);
  arena_free(check.arena);
}

/* --- a session --- */

static bool has_answers(const struct checklist *checklist, const struct session *session) {
  struct assessment *assessment = assess(checklist, session);
  bool any = assessment->counts.unanswered < assessment->counts.relevant;
  assessment_free(assessment);
  return any;
}

void draft_check_session(const char *path, struct checklist *checklist,
                         const struct session *session, struct faults *faults) {
  struct error err = ERROR_INIT;
  const struct report_kind *kind = report_find("ordinance");
  if (!report_is_offered(kind, checklist))
    kind = report_find("letter");
  if (!report_is_offered(kind, checklist) || !has_answers(checklist, session))
    return;
  struct report_options options = {.language = language_in_use()};
  struct document *document = report_build(kind, checklist, session, &options, &err);
  for (size_t i = 0; document && i < document->notice_count; i++) {
    const struct notice *notice = &document->notices[i];
    struct strbuf where;
    strbuf_init(&where);
    add_without_joints(&where, notice->where, strlen(notice->where));
    faults_add(faults, FAULT_WARNING, path, 0, 0, _("draft, %s: %s: %s"), where.text, notice->what,
               notice->todo);
    strbuf_release(&where);
  }
  document_free(document);
  error_release(&err);
}
