/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/memory.h"
#include "session/session-private.h"

/* No document shows keys that this version does not know. */
static void drop_unknown(struct answer *answer) {
  answer->kept = NULL;
  answer->follow_up.kept = NULL;
  answer->group.kept = NULL;
  for (size_t i = 0; i < answer->evidence_count; i++)
    answer->evidence[i].kept = NULL;
}

struct session *session_copy_edited(const struct session *session,
                                    void (*edit)(struct answer *answer, void *context),
                                    void *context) {
  struct session *copy = session_new(session->checklist);
  free(copy->edition);
  copy->edition = memory_dup(session->edition);
  copy->practice = session->practice;
  copy->read_only = true;
  for (size_t i = 0; i < session->count; i++) {
    struct answer answer;
    answer_copy(&answer, session->answers[i]);
    drop_unknown(&answer);
    edit(&answer, context);
    session_put(copy, &answer);
  }
  return copy;
}
