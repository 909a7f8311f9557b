/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/answer-node.h"
#include "session/end-mark.h"
#include "session/session-file.h"
#include "session/session-private.h"
#include "yaml/node.h"

/* Not translated: the file is the same in every language. */
static const char first_line[] =
    "# A disentangle session: what was found out about one place. Private: it may hold notes that "
    "are not for everyone.\n";

static struct node *checklist_node(struct arena *arena, const struct session *session) {
  struct node *mapping = node_new_mapping(arena);
  node_set_text(arena, mapping, "id", session->checklist->id);
  node_set_text(arena, mapping, "edition", session->checklist->edition);
  reading_put_back(arena, mapping, session->kept_of_checklist);
  return mapping;
}

/* A profile field's value stands under `profile`, whatever else is recorded under `answers`. */
static void write_answers(struct arena *arena, struct node *root, const struct session *session) {
  static const char prefix[] = "profile.";
  struct node *profile = node_new_mapping(arena), *answers = node_new_mapping(arena);
  for (size_t i = 0; i < session->count; i++) {
    const struct answer *answer = session->answers[i];
    struct node *mapping = answer_to_node(arena, answer);
    if (!strncmp(answer->question_id, prefix, strlen(prefix))) {
      node_set_text(arena, profile, answer->question_id + strlen(prefix), answer->value);
      node_remove(mapping, "answer");
    }
    if (mapping->count)
      node_set(arena, answers, answer->question_id, mapping);
  }
  if (profile->count)
    node_set(arena, root, "profile", profile);
  if (answers->count)
    node_set(arena, root, "answers", answers);
}

static void write_draft(struct arena *arena, struct node *root, const struct session *session) {
  if (!session->draft.text)
    return;
  struct node *mapping = node_new_mapping(arena);
  node_set_text(arena, mapping, "question", session->draft.question_id);
  node_set_text(arena, mapping, "field", session->draft.field);
  node_set_text(arena, mapping, "text", session->draft.text);
  reading_put_back(arena, mapping, session->kept_of_draft);
  node_set(arena, root, "draft", mapping);
}

static void write_history(struct arena *arena, struct node *root, const struct session *session) {
  const struct history *history = &session->history;
  struct node *mapping = node_new_mapping(arena), *list = node_new_sequence(arena);
  for (size_t i = 0; i < history->count; i++)
    node_append(arena, list, history->items[i].node);
  if (history->count) {
    const char *done = arena_format(arena, "%zu", history->done);
    node_set(arena, mapping, "done", node_new_scalar(arena, done, false));
    node_set(arena, mapping, "changes", list);
  }
  reading_put_back(arena, mapping, session->kept_of_history);
  if (mapping->count)
    node_set(arena, root, "history", mapping);
}

void session_write(const struct session *session, int with_history, struct strbuf *out) {
  struct arena *arena = arena_new();
  struct node *root = node_new_mapping(arena);
  node_set(arena, root, "format", node_new_scalar(arena, "1", false));
  node_set(arena, root, "checklist", checklist_node(arena, session));
  write_answers(arena, root, session);
  node_set_text(arena, root, "place", session->place);
  write_draft(arena, root, session);
  if (with_history)
    write_history(arena, root, session);
  reading_put_back(arena, root, session->kept);
  strbuf_add(out, first_line);
  node_write(out, root);
  end_mark_add(out);
  arena_free(arena);
}

char *session_text(const struct session *session) {
  struct strbuf text;
  strbuf_init(&text);
  session_write(session, WITH_HISTORY, &text);
  return strbuf_take(&text);
}
