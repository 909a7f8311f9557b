/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "session/answer-node.h"
#include "session/session-private.h"
#include "yaml/node.h"

static const char *const top_keys[] = {"format", "checklist", "profile", "answers",
                                       "place",  "draft",     "history", NULL};
static const char *const checklist_keys[] = {"id", "edition", NULL};
static const char *const draft_keys[] = {"question", "field", "text", NULL};
static const char *const history_keys[] = {"done", "changes", NULL};

static bool is_one_of(const char *key, const char *const *known) {
  while (*known && strcmp(*known, key) != 0)
    known++;
  return *known != NULL;
}

static void keep_unknown(struct session *session, struct node **kept, const struct node *mapping,
                         const char *const *known, struct faults *faults) {
  for (size_t i = 0; i < mapping->count; i++)
    if (!is_one_of(mapping->keys[i]->text, known))
      reading_keep(session->arena, kept, mapping->keys[i], mapping->items[i], known, faults);
}

/* The text of a key that may be missing; a fault when it is no text. */
static const char *text_of(const struct node *mapping, const char *key, struct faults *faults) {
  const struct node *node = node_get(mapping, key);
  return node ? reading_text(node, key, faults) : NULL;
}

/* --- what it is --- */

bool session_read_is_newer(const struct node *root) {
  const char *format = node_text(root, "format");
  size_t length = format ? strlen(format) : 0;
  return length && format[0] != '0' && strspn(format, "0123456789") == length &&
         strcmp(format, "1") != 0;
}

static void read_format(const struct node *root, struct faults *faults) {
  const struct node *format = node_get(root, "format");
  if (!format)
    reading_fault(faults, root,
                  _("this is not a session: the line 'format: 1' is missing; write it first"));
  else if (session_read_is_newer(root))
    reading_fault(faults, format,
                  _("this session was saved by a newer version of disentangle, and is left as it "
                    "is; open it with that version"));
  else if (format->kind != NODE_SCALAR || strcmp(format->text, "1") != 0)
    reading_fault(faults, format,
                  _("this version of disentangle reads sessions of format 1; write 'format: 1'"));
}

/* It becomes part of a path, and must not lead anywhere else: no '/', no '..'. */
static bool is_checklist_id(const char *id) {
  return *id && *id != '-' && !id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")];
}

const char *session_read_checklist(const struct node *root, struct faults *faults) {
  const struct node *checklist = node_get(root, "checklist");
  if (!checklist || checklist->kind != NODE_MAPPING || !node_text(checklist, "id")) {
    reading_fault(faults, checklist ? checklist : root,
                  _("the checklist is not named; write 'checklist: {id: \"…\", edition: \"…\"}'"));
    return NULL;
  }
  const struct node *id = node_get(checklist, "id");
  if (is_checklist_id(id->text))
    return id->text;
  faults_add(
      faults, FAULT_ERROR, id->file, id->line, id->column,
      _("'%s' is not the id of a checklist: write what stands at 'id' in the checklist, like "
        "'two-words'"),
      id->text);
  return NULL;
}

static void read_checklist(struct session *session, const struct node *root,
                           struct faults *faults) {
  const char *id = session_read_checklist(root, faults);
  if (!id)
    return;
  const struct node *mapping = node_get(root, "checklist");
  if (session->checklist && strcmp(id, session->checklist->id) != 0)
    faults_add(faults, FAULT_ERROR, mapping->file, mapping->line, mapping->column,
               _("this session belongs to the checklist '%s', not to '%s'"), id,
               session->checklist->id);
  const char *edition = text_of(mapping, "edition", faults);
  size_t length = edition ? strlen(edition) : 0;
  while (length && (edition[length - 1] == ' ' || edition[length - 1] == '\n'))
    length--; /* as it is read again where an answer names it */
  if (length) {
    free(session->edition);
    session->edition = memory_dup_length(edition, length);
  }
  keep_unknown(session, &session->kept_of_checklist, mapping, checklist_keys, faults);
}

static const char *old_edition(const struct session *session) {
  if (!session->checklist || !strcmp(session->edition, session->checklist->edition))
    return NULL;
  return session->edition;
}

/* --- answers --- */

static const struct question *question_of(const struct session *session, const char *id) {
  return session->checklist ? checklist_question(session->checklist, id) : NULL;
}

static void warn_retired(const struct session *session, const char *id, const struct node *key,
                         struct faults *faults) {
  if (session->checklist && !question_of(session, id))
    faults_add(faults, FAULT_WARNING, key->file, key->line, key->column,
               _("this edition of the checklist has no question '%s'; what is recorded for it is "
                 "kept"),
               id);
}

static void read_answer(struct session *session, const char *id, const struct node *key,
                        const struct node *value, struct faults *faults) {
  const struct answer_reading reading = {session->arena, faults, old_edition(session), false};
  struct answer answer;
  warn_retired(session, id, key, faults);
  answer_from_node(&answer, value, question_of(session, id), &reading);
  answer.question_id = memory_dup(id);
  session_put(session, &answer);
}

/* A profile field's value, with whatever else is recorded for it under `answers`. */
static const struct node *joined(struct arena *arena, const char *id, const struct node *value,
                                 const struct node *answers, struct faults *faults) {
  const struct node *rest = node_get(answers, id);
  if (!rest)
    return value;
  if (rest->kind != NODE_MAPPING || node_get(rest, "answer")) {
    faults_add(faults, FAULT_ERROR, rest->file, rest->line, rest->column,
               _("'%s' is already answered under 'profile'; leave one of the two answers out"), id);
    return value;
  }
  struct node *mapping = node_copy(arena, rest);
  node_set(arena, mapping, "answer", node_copy(arena, value));
  return mapping;
}

static char *profile_id(struct arena *arena, const char *field) {
  return arena_format(arena, "profile.%s", field);
}

static const struct node *mapping_at(const struct node *root, const char *key,
                                     struct faults *faults) {
  const struct node *mapping = node_get(root, key);
  return mapping && reading_mapping(mapping, key, faults) ? mapping : NULL;
}

static void read_profile(struct session *session, const struct node *profile,
                         const struct node *answers, struct faults *faults) {
  struct arena *scratch = arena_new();
  for (size_t i = 0; profile && i < profile->count; i++) {
    const struct node *key = profile->keys[i], *value = profile->items[i];
    const char *id = profile_id(scratch, key->text);
    if (reading_text(value, key->text, faults))
      read_answer(session, id, key, joined(scratch, id, value, answers, faults), faults);
  }
  arena_free(scratch);
}

static bool stands_in_profile(const struct node *profile, const char *id) {
  static const char prefix[] = "profile.";
  return !strncmp(id, prefix, strlen(prefix)) && node_get(profile, id + strlen(prefix));
}

static void read_answers(struct session *session, const struct node *root, struct faults *faults) {
  const struct node *profile = mapping_at(root, "profile", faults);
  const struct node *answers = mapping_at(root, "answers", faults);
  read_profile(session, profile, answers, faults);
  for (size_t i = 0; answers && i < answers->count; i++) {
    const struct node *key = answers->keys[i];
    if (!stands_in_profile(profile, key->text))
      read_answer(session, key->text, key, answers->items[i], faults);
  }
}

/* --- place, draft, history --- */

static void read_draft(struct session *session, const struct node *root, struct faults *faults) {
  const struct node *mapping = mapping_at(root, "draft", faults);
  if (!mapping)
    return;
  const char *question = text_of(mapping, "question", faults);
  const char *field = text_of(mapping, "field", faults), *text = text_of(mapping, "text", faults);
  if (question && field && text)
    session_set_draft(session, question, field, text);
  keep_unknown(session, &session->kept_of_draft, mapping, draft_keys, faults);
}

/* One side of a step: it has to be readable as a part of an answer, and a value that this edition
 * no longer offers is marked as such. Returns a mapping, empty where there is none. */
static struct node *read_side(struct session *session, struct arena *scratch,
                              const struct node *change, const char *side, const char *id,
                              struct faults *faults) {
  const struct answer_reading reading = {scratch, faults, old_edition(session), true};
  const struct node *node = node_get(change, side);
  if (!node || !reading_mapping(node, side, faults))
    return node_new_mapping(scratch);
  struct node *copy = node_copy(scratch, node);
  struct answer answer;
  answer_from_node(&answer, node, question_of(session, id), &reading);
  if (answer.edition)
    node_set_text(scratch, copy, "edition", answer.edition);
  answer_release(&answer);
  return copy;
}

static void read_change(struct session *session, const struct node *change, struct faults *faults) {
  if (!reading_mapping(change, "changes", faults))
    return;
  const char *id = text_of(change, "id", faults), *time = text_of(change, "at", faults);
  int64_t seconds;
  if (time && !clock_parse_utc(time, &seconds))
    faults_add(faults, FAULT_ERROR, change->file, change->line, change->column,
               _("'%s' is not a time; write it like 2026-11-22T18:32:05Z"), time);
  if (!id) {
    reading_fault(faults, change,
                  _("the step does not say which question it changed; write "
                    "'id: \"…\"', or leave the whole step out"));
    return;
  }
  struct arena *scratch = arena_new();
  struct node *copy = node_copy(scratch, change);
  node_set(scratch, copy, "before", read_side(session, scratch, change, "before", id, faults));
  node_set(scratch, copy, "after", read_side(session, scratch, change, "after", id, faults));
  history_add_node(&session->history, copy);
  arena_free(scratch);
}

/* Of `count` steps in the file the first `skipped` were not read. */
static void read_done(struct session *session, const struct node *mapping, size_t count,
                      size_t skipped, struct faults *faults) {
  struct history *history = &session->history;
  const struct node *node = node_get(mapping, "done");
  const char *text = text_of(mapping, "done", faults);
  history->done = history->count;
  if (!text)
    return;
  size_t length = strlen(text);
  unsigned long done = strtoul(text, NULL, 10);
  if (!length || length > 6 || strspn(text, "0123456789") != length || done > count)
    faults_add(faults, FAULT_ERROR, node->file, node->line, node->column,
               _("'%s' is not how many of the steps are done; write a number from 0 to %zu"), text,
               count);
  else
    history->done = done > skipped ? done - skipped : 0;
}

static void read_history(struct session *session, const struct node *root, struct faults *faults) {
  const struct node *mapping = mapping_at(root, "history", faults);
  if (!mapping)
    return;
  const struct node *changes = node_get(mapping, "changes");
  bool is_list = changes && changes->kind == NODE_SEQUENCE;
  if (changes && !is_list)
    reading_fault(faults, changes, _("'changes' has to be a list, each item starting with '- '"));
  size_t count = is_list ? changes->count : 0;
  size_t skipped = count > SESSION_HISTORY_LIMIT ? count - SESSION_HISTORY_LIMIT : 0;
  for (size_t i = skipped; i < count; i++)
    read_change(session, changes->items[i], faults);
  read_done(session, mapping, count, skipped, faults);
  history_limit(&session->history);
  keep_unknown(session, &session->kept_of_history, mapping, history_keys, faults);
}

/* Looking up the keys of a mapping takes the longer the more there are. */
static bool check_sizes(const struct node *node, struct faults *faults) {
  if (node->kind == NODE_MAPPING && node->count > SESSION_KEYS_LIMIT) {
    faults_add(faults, FAULT_ERROR, node->file, node->line, node->column,
               _("too many lines 'key: value' belong together here; there can be %d"),
               SESSION_KEYS_LIMIT);
    return false;
  }
  for (size_t i = 0; i < node->count; i++)
    if (!check_sizes(node->items[i], faults))
      return false;
  return true;
}

void session_read(struct session *session, const struct node *root, struct faults *faults) {
  if (!reading_mapping(root, _("session"), faults) || !check_sizes(root, faults))
    return;
  read_format(root, faults);
  read_checklist(session, root, faults);
  read_answers(session, root, faults);
  const char *place = text_of(root, "place", faults);
  if (place && *place)
    session_set_place(session, place);
  read_draft(session, root, faults);
  read_history(session, root, faults);
  keep_unknown(session, &session->kept, root, top_keys, faults);
  session->unsaved = false;
  session->version = 0;
}

/* --- when it was saved --- */

static void later(int64_t *latest, const char *time) {
  int64_t seconds;
  if (time && clock_parse_utc(time, &seconds) && seconds > *latest)
    *latest = seconds;
}

int64_t session_read_time(const struct node *root) {
  int64_t latest = 0;
  const struct node *answers = node_get(root, "answers");
  const struct node *changes = node_get(node_get(root, "history"), "changes");
  for (size_t i = 0; answers && i < answers->count; i++)
    later(&latest, node_text(answers->items[i], "changed"));
  for (size_t i = 0; changes && i < changes->count; i++)
    later(&latest, node_text(changes->items[i], "at"));
  return latest;
}
