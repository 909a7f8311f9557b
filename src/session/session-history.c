/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/answer-members.h"
#include "session/answer-node.h"
#include "session/session-private.h"
#include "yaml/node.h"

enum { STEP_LIMIT_BYTES = 1024 * 1024 };

static void change_release(struct history *history, struct change *change) {
  history->size_bytes -= change->size_bytes;
  arena_free(change->arena);
}

void history_release(struct history *history) {
  for (size_t i = 0; i < history->count; i++)
    change_release(history, &history->items[i]);
  free(history->items);
  *history = (struct history){0};
}

static void drop_oldest(struct history *history) {
  change_release(history, &history->items[0]);
  history->count--;
  history->done -= history->done > 0;
  memmove(history->items, history->items + 1, history->count * sizeof *history->items);
}

void history_limit(struct history *history) {
  while (history->count > SESSION_HISTORY_LIMIT ||
         (history->count > 1 && history->size_bytes > SESSION_HISTORY_LIMIT_BYTES) ||
         history->size_bytes > STEP_LIMIT_BYTES)
    drop_oldest(history);
}

static void drop_undone(struct history *history) {
  while (history->count > history->done)
    change_release(history, &history->items[--history->count]);
}

/* How long it is at its place in the file. */
static size_t written_size(struct arena *arena, struct node *change) {
  struct node *root = node_new_mapping(arena), *outer = node_new_mapping(arena);
  struct node *list = node_new_sequence(arena);
  node_append(arena, list, change);
  node_set(arena, outer, "changes", list);
  node_set(arena, root, "history", outer);
  struct strbuf text;
  strbuf_init(&text);
  node_write(&text, root);
  size_t size = text.length - strlen("history:\n  changes:\n");
  strbuf_release(&text);
  return size;
}

static void add_change(struct history *history, struct arena *arena, struct node *change) {
  MEMORY_GROW(history->items, history->count, history->capacity);
  struct change *new = &history->items[history->count++];
  *new = (struct change){arena, change, written_size(arena, change)};
  history->size_bytes += new->size_bytes;
}

void history_add_node(struct history *history, const struct node *change) {
  struct arena *arena = arena_new();
  add_change(history, arena, node_copy(arena, change));
}

void history_add(struct session *session, const char *question_id, const struct answer *before,
                 const struct answer *after) {
  struct history *history = &session->history;
  struct arena *arena = arena_new();
  struct node *change = node_new_mapping(arena);
  struct node *old = node_new_mapping(arena), *new = node_new_mapping(arena);
  char now[21];
  clock_format_utc(clock_now(), now);
  node_set_text(arena, change, "id", question_id);
  node_set_text(arena, change, "at", now);
  answer_difference(arena, answer_to_node(arena, before), answer_to_node(arena, after), old, new);
  node_set(arena, change, "before", old);
  node_set(arena, change, "after", new);
  drop_undone(history);
  add_change(history, arena, change);
  history->done = history->count;
  history_limit(history);
}

/* The steps were checked when they were read or made, so that no fault can come up here. */
static const char *replay(struct session *session, const struct change *change, const char *from,
                          const char *to) {
  const char *id = node_text(change->node, "id");
  struct arena *scratch = arena_new();
  struct faults faults = FAULTS_INIT;
  struct answer_reading reading = {session->arena, &faults, NULL, true};
  struct answer old, new;
  answer_copy(&old, session_answer(session, id));
  struct node *node = answer_to_node(scratch, &old);
  answer_patch(scratch, node, node_get(change->node, from), node_get(change->node, to));
  answer_from_node(&new, node, checklist_question(session->checklist, id), &reading);
  new.question_id = memory_dup(id);
  session_put(session, &new);
  session_changed(session);
  answer_release(&old);
  faults_release(&faults);
  arena_free(scratch);
  return id;
}

const char *session_undo(struct session *session) {
  struct history *history = &session->history;
  if (!history->done || session->read_only)
    return NULL;
  return replay(session, &history->items[--history->done], "after", "before");
}

const char *session_redo(struct session *session) {
  struct history *history = &session->history;
  if (history->done == history->count || session->read_only)
    return NULL;
  return replay(session, &history->items[history->done++], "before", "after");
}

size_t session_undo_count(const struct session *session) {
  return session->history.done;
}

size_t session_redo_count(const struct session *session) {
  return session->history.count - session->history.done;
}
