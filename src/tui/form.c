/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "session/session.h"
#include "tui/app.h"

enum { COUNT_LIMIT = 1000000 };

static char *or_null(char *text) {
  return *text ? text : NULL;
}

/* --- evidence ----------------------------------------------------------------------------------*/

static void load_evidence(const struct form_request *request, const struct answer *answer,
                          char *values[FORM_FIELDS_LIMIT]) {
  if (request->is_new || !answer || request->index >= answer->evidence_count) {
    values[4] = memory_new(11);
    clock_format_date(clock_now(), values[4]);
    return;
  }
  const struct evidence *evidence = &answer->evidence[request->index];
  values[0] = memory_dup(evidence->what);
  values[1] = memory_dup(evidence->section);
  values[2] = memory_dup(evidence->quote);
  values[3] = memory_dup(evidence->link);
  values[4] = memory_dup(evidence->seen);
}

/* The date alone is no evidence: it is there from the start. */
static bool is_empty_evidence(char *const values[FORM_FIELDS_LIMIT]) {
  return !*values[0] && !*values[1] && !*values[2] && !*values[3];
}

static bool store_evidence(struct app *app, const struct form_request *request,
                           char *const values[FORM_FIELDS_LIMIT]) {
  struct evidence evidence = {.what = or_null(values[0]),
                              .section = or_null(values[1]),
                              .quote = or_null(values[2]),
                              .link = or_null(values[3]),
                              .seen = or_null(values[4])};
  struct guide_input input = {.index = request->index, .evidence = &evidence};
  if (is_empty_evidence(values))
    return request->is_new || app_do(app, COMMAND_EVIDENCE_REMOVE, &input, NULL);
  return app_do(app, request->is_new ? COMMAND_EVIDENCE_ADD : COMMAND_EVIDENCE_CHANGE, &input,
                NULL);
}

/* --- follow-up ---------------------------------------------------------------------------------*/

static void load_follow_up(const struct form_request *request, const struct answer *answer,
                           char *values[FORM_FIELDS_LIMIT]) {
  (void)request;
  if (!answer || !answer->follow_up.what)
    return;
  values[0] = memory_dup(answer->follow_up.what);
  values[1] = memory_dup(answer->follow_up.who);
  values[2] = memory_dup(answer->follow_up.by);
  values[3] = memory_dup(answer->follow_up.done ? P_("answer", "yes") : P_("answer", "no"));
}

static bool same_word(const char *typed, const char *word) {
  char *a = text_search_key(typed), *b = text_search_key(word);
  bool same = strncmp(b, a, strlen(a)) == 0;
  free(a);
  free(b);
  return same;
}

static bool parse_done(const char *typed, bool *done, struct error *err) {
  *done = *typed && same_word(typed, P_("answer", "yes"));
  if (*done || !*typed || same_word(typed, P_("answer", "no")))
    return true;
  return error_set(err, _("'%s' does not say whether it is done: write yes or no"), typed);
}

static bool store_follow_up(struct app *app, const struct form_request *request,
                            char *const values[FORM_FIELDS_LIMIT]) {
  (void)request;
  struct follow_up follow_up = {
      .what = or_null(values[0]), .who = or_null(values[1]), .by = or_null(values[2])};
  struct guide_input input = {.follow_up = &follow_up};
  struct error err = ERROR_INIT;
  if (parse_done(values[3], &follow_up.done, &err))
    return app_do(app, COMMAND_FOLLOW_UP, &input, NULL);
  app_tell_error(app, &err);
  return false;
}

/* --- group tally -------------------------------------------------------------------------------*/

static char *count_text(int count) {
  struct strbuf text;
  strbuf_init(&text);
  if (count >= 0)
    strbuf_addf(&text, "%d", count);
  return strbuf_take(&text);
}

static void load_group(const struct form_request *request, const struct answer *answer,
                       char *values[FORM_FIELDS_LIMIT]) {
  (void)request;
  if (!answer)
    return;
  values[0] = memory_dup(answer->group.rule);
  values[1] = count_text(answer->group.for_count);
  values[2] = count_text(answer->group.against_count);
  values[3] = count_text(answer->group.aside_count);
  values[4] = memory_dup(answer->group.minority);
}

static bool parse_count(const char *typed, int *count, struct error *err) {
  char *end;
  *count = -1;
  if (!*typed)
    return true;
  long number = strtol(typed, &end, 10);
  if (*end || number < 0 || number > COUNT_LIMIT)
    return error_set(err, _("'%s' is no count: write a number like 12"), typed);
  *count = (int)number;
  return true;
}

static bool store_group(struct app *app, const struct form_request *request,
                        char *const values[FORM_FIELDS_LIMIT]) {
  (void)request;
  struct group_tally group = {.rule = or_null(values[0]), .minority = or_null(values[4])};
  struct guide_input input = {.group = &group};
  struct error err = ERROR_INIT;
  if (parse_count(values[1], &group.for_count, &err) &&
      parse_count(values[2], &group.against_count, &err) &&
      parse_count(values[3], &group.aside_count, &err))
    return app_do(app, COMMAND_GROUP, &input, NULL);
  app_tell_error(app, &err);
  return false;
}

/* --- the forms ---------------------------------------------------------------------------------*/

const struct form forms[] = {
    [FORM_EVIDENCE] = {N_("Evidence"),
                       {{N_("What it is"), N_("a law, an order, a report, a person's word")},
                        {N_("Section"), NULL},
                        {N_("Quote"), NULL},
                        {N_("Link"), NULL},
                        {N_("Seen on"), N_("a date like 2026-11-22")}},
                       load_evidence,
                       store_evidence},
    [FORM_FOLLOW_UP] = {N_("Follow-up"),
                        {{N_("What is to be done"), NULL},
                         {N_("By whom"), N_("a role or a group is enough")},
                         {N_("By when"), N_("a date like 2026-11-22")},
                         {N_("Done"), N_("yes or no")}},
                        load_follow_up,
                        store_follow_up},
    [FORM_GROUP] = {N_("How the group decided"),
                    {{N_("Rule"), N_("consensus, majority, two thirds")},
                     {N_("For"), N_("a count, never names")},
                     {N_("Against"), NULL},
                     {N_("Stood aside"), NULL},
                     {N_("What the minority says"), NULL}},
                    load_group,
                    store_group},
};

size_t form_field_count(const struct form *form) {
  size_t count = 0;
  while (form->fields[count].label)
    count++;
  return count;
}
