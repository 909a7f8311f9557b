/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/guide.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "checklist/condition.h"
#include "guide/guide-internal.h"
#include "guide/recent.h"
#include "session/session.h"

struct guide *guide_new(struct checklist *checklist_take, struct session *session_take) {
  struct guide *guide = memory_new_zeroed(1, sizeof *guide);
  assert(checklist_take->question_count > 0);
  guide->checklist = checklist_take;
  guide->session = session_take;
  strbuf_init(&guide->status);
  strbuf_init(&guide->save_text);
  strbuf_init(&guide->place);
  strbuf_init(&guide->position);
  strbuf_init(&guide->progress);
  guide->question = guide_start(guide);
  return guide;
}

void guide_free(struct guide *guide) {
  if (!guide)
    return;
  assessment_free(guide->assessment);
  session_free(guide->session);
  checklist_free(guide->checklist);
  free(guide->save_failure);
  strbuf_release(&guide->status);
  strbuf_release(&guide->save_text);
  strbuf_release(&guide->place);
  strbuf_release(&guide->position);
  strbuf_release(&guide->progress);
  free(guide);
}

struct checklist *guide_checklist(struct guide *guide) {
  return guide->checklist;
}

struct session *guide_session(struct guide *guide) {
  return guide->session;
}

const struct question *guide_question(struct guide *guide) {
  return guide->question;
}

const struct criterion *guide_page(struct guide *guide) {
  return guide->question->criterion;
}

/* --- commands ----------------------------------------------------------------------------------*/

static bool save_now(struct guide *guide, enum command command, const struct guide_input *input,
                     struct guide_outcome *outcome, struct error *err) {
  (void)command, (void)input, (void)outcome;
  if (!session_path(guide->session))
    return error_set(err, _("not saved: there is no file yet, give it a name with 'save as'"));
  if (!guide_save(guide, err))
    return false;
  strbuf_add(&guide->status, guide_save_text(guide));
  return true;
}

/* A session without .yaml would not be found among the sessions again. */
static char *session_file_name(const char *typed, bool locked) {
  struct strbuf path;
  char *open = session_path_with_lock(typed, false);
  size_t length = strlen(open);
  strbuf_init(&path);
  strbuf_add(&path, open);
  if (length < 5 || strcmp(open + length - 5, ".yaml") != 0)
    strbuf_add(&path, ".yaml");
  free(open);
  char *name = session_path_with_lock(path.text, locked);
  strbuf_release(&path);
  return name;
}

static bool save_at(struct guide *guide, const char *path, struct error *err) {
  char *folder = path_folder(path);
  bool done = file_make_folder(folder, err);
  free(folder);
  if (!done)
    return false;
  return session_path(guide->session) ? session_save_as(guide->session, path, err)
                                      : session_create(guide->session, path, err);
}

static bool save_as(struct guide *guide, enum command command, const struct guide_input *input,
                    struct guide_outcome *outcome, struct error *err) {
  (void)command, (void)outcome;
  if (!input->text || !*input->text)
    return error_set(err, _("not saved: give the file a name"));
  char *path = session_file_name(input->text, session_has_passphrase(guide->session));
  bool done = save_at(guide, path, err);
  if (done) {
    free(guide->save_failure);
    guide->save_failure = NULL;
    recent_note(path);
    strbuf_addf(&guide->status, _("Saved in %s."), path);
  }
  free(path);
  return done;
}

static guide_handler *const handlers[COMMAND_COUNT] = {
    [COMMAND_NEXT_QUESTION] = guide_move,
    [COMMAND_PREVIOUS_QUESTION] = guide_move,
    [COMMAND_NEXT_PAGE] = guide_move,
    [COMMAND_PREVIOUS_PAGE] = guide_move,
    [COMMAND_FIRST] = guide_move,
    [COMMAND_LAST] = guide_move,
    [COMMAND_NEXT_OPEN] = guide_move,
    [COMMAND_GO] = guide_move,
    [COMMAND_ANSWER] = guide_answer,
    [COMMAND_ANSWER_YES] = guide_answer,
    [COMMAND_ANSWER_NO] = guide_answer,
    [COMMAND_ANSWER_PARTLY] = guide_answer,
    [COMMAND_ANSWER_OTHER] = guide_answer,
    [COMMAND_ANSWER_UNKNOWN] = guide_answer,
    [COMMAND_ANSWER_NOT_APPLICABLE] = guide_answer,
    [COMMAND_CLEAR_ANSWER] = guide_clear_answer,
    [COMMAND_INSTRUMENT] = guide_instrument,
    [COMMAND_CONFIRM] = guide_confirm,
    [COMMAND_COMMENT] = guide_comment,
    [COMMAND_NOTE] = guide_comment,
    [COMMAND_EVIDENCE_ADD] = guide_evidence,
    [COMMAND_EVIDENCE_CHANGE] = guide_evidence,
    [COMMAND_EVIDENCE_REMOVE] = guide_evidence,
    [COMMAND_REVIEW] = guide_review,
    [COMMAND_FOLLOW_UP] = guide_follow_up,
    [COMMAND_GROUP] = guide_group,
    [COMMAND_BY_NUMBER] = guide_by_number,
    [COMMAND_UNDO] = guide_undo,
    [COMMAND_REDO] = guide_undo,
    [COMMAND_SAVE] = save_now,
    [COMMAND_SAVE_AS] = save_as,
    [COMMAND_LOCK] = guide_lock,
};

static bool changes_the_record(enum command command) {
  enum command_group group = command_info(command)->group;
  return group == GROUP_ANSWER || group == GROUP_RECORD || command == COMMAND_UNDO ||
         command == COMMAND_REDO;
}

bool guide_do(struct guide *guide, enum command command, const struct guide_input *input,
              struct guide_outcome *outcome, struct error *err) {
  static const struct guide_input nothing;
  *outcome = (struct guide_outcome){0};
  strbuf_clear(&guide->status);
  if (!handlers[command])
    return error_set(err, _("'%s' cannot be done here"), _(command_info(command)->name));
  if (changes_the_record(command) && session_is_read_only(guide->session))
    return error_set(
        err, _("this session is open for reading only; save it under another name to change it"));
  if (!handlers[command](guide, command, input ? input : &nothing, outcome, err))
    return false;
  outcome->status = guide->status.length ? guide->status.text : NULL;
  return true;
}

/* --- saving ------------------------------------------------------------------------------------*/

static bool has_something_to_save(const struct guide *guide) {
  return guide->save_failure || guide->moved || session_is_unsaved(guide->session);
}

bool guide_save(struct guide *guide, struct error *err) {
  struct error failure = ERROR_INIT;
  if (!session_path(guide->session) || session_is_read_only(guide->session) ||
      !has_something_to_save(guide))
    return true;
  bool done = session_save(guide->session, &failure);
  free(guide->save_failure);
  guide->save_failure = NULL;
  guide->moved = false;
  if (!done) {
    /* not so when the answers went into a file beside one that somebody else changed */
    if (session_is_unsaved(guide->session))
      guide->save_failure = memory_dup(failure.message);
    error_set(err, "%s", failure.message);
  }
  error_release(&failure);
  return done;
}

const char *guide_privacy_warning(struct guide *guide) {
  const char *path = session_path(guide->session);
  if (guide->privacy_told || guide_save_state(guide) != SAVE_SAVED || file_is_private(path))
    return NULL;
  guide->privacy_told = true;
  return _("This disk keeps no permissions: everyone who can use it can read the session. Move it "
           "to a disk of your own when you can.");
}

enum save_state guide_save_state(const struct guide *guide) {
  if (session_is_practice(guide->session))
    return SAVE_PRACTICE;
  if (session_is_read_only(guide->session))
    return SAVE_READ_ONLY;
  if (!session_path(guide->session))
    return SAVE_NO_FILE;
  if (guide->save_failure)
    return SAVE_FAILED;
  return session_is_unsaved(guide->session) ? SAVE_UNSAVED : SAVE_SAVED;
}

const char *guide_save_failure(const struct guide *guide) {
  return guide->save_failure;
}

void guide_set_draft(struct guide *guide, const char *field, const char *text) {
  if (text)
    session_set_draft(guide->session, guide->question->id, field, text);
  else
    session_set_draft(guide->session, NULL, NULL, NULL);
}

const char *guide_draft(const struct guide *guide, const char *field) {
  const struct draft *draft = session_draft(guide->session);
  if (!draft || !draft->question_id || strcmp(draft->question_id, guide->question->id) != 0 ||
      strcmp(draft->field, field) != 0)
    return NULL;
  return draft->text;
}

/* --- what to show ------------------------------------------------------------------------------*/

static bool is_assessed(const struct guide *guide) {
  return guide->assessment && guide->assessed_version == session_version(guide->session);
}

static void keep_assessment(struct guide *guide, struct assessment *made, bool with_provisions) {
  assessment_free(guide->assessment);
  guide->assessment = made;
  guide->assessed_version = session_version(guide->session);
  guide->assessed_with_provisions = with_provisions;
}

static bool questions_ask_state_law(const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->question_count; i++)
    if (condition_asks_state_mode(checklist->questions[i]->relevant))
      return true;
  for (size_t i = 0; i < checklist->criterion_count; i++)
    if (condition_asks_state_mode(checklist->criteria[i]->relevant) ||
        condition_asks_state_mode(checklist->criteria[i]->section->relevant))
      return true;
  return false;
}

/* What a state's law allows stands in the rest, and questions may hang on it. A rest that cannot be
 * read is told by guide_full_assessment(). */
static void load_state_law(struct guide *guide) {
  if (guide->rest_tried || !session_value(guide->session, "profile.state"))
    return;
  guide->rest_tried = true;
  if (questions_ask_state_law(guide->checklist))
    checklist_load_rest(guide->checklist, NULL);
}

const struct assessment *guide_assessment(struct guide *guide) {
  load_state_law(guide);
  if (!is_assessed(guide))
    keep_assessment(guide, assess(guide->checklist, guide->session), false);
  return guide->assessment;
}

const struct assessment *guide_full_assessment(struct guide *guide, struct error *err) {
  if (!checklist_load_rest(guide->checklist, err))
    return NULL;
  if (!is_assessed(guide) || !guide->assessed_with_provisions)
    keep_assessment(guide, assess_with_provisions(guide->checklist, guide->session), true);
  return guide->assessment;
}

bool guide_relevant(struct guide *guide, const struct question *question) {
  return assess_question_relevant(guide_assessment(guide), question);
}
