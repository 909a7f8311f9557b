/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/language.h"
#include "base/memory.h"
#include "checklist/catalogue.h"
#include "checklist/checklist.h"
#include "guide/library.h"
#include "guide/settings.h"
#include "plain/plain-internal.h"
#include "session/session.h"

/* --- opening -----------------------------------------------------------------------------------*/

static bool open_previous(struct plain *plain, const char *path) {
  struct session_report report;
  struct error err = ERROR_INIT;
  struct guide *guide = library_open_previous(path, &report, &err);
  if (!guide) {
    plain_say_error(plain, &err);
    return false;
  }
  plain_say(plain, _("Opened: the version saved before. The damaged file is kept beside it."));
  plain_take_guide(plain, guide);
  return true;
}

enum recovery { RECOVER_PREVIOUS, RECOVER_REST, RECOVER_NOTHING };

/* At the end of input and for < nothing is done: that can be made good later. */
static enum recovery ask_recovery(struct plain *plain, bool has_previous, bool has_rest) {
  const char *labels[3];
  enum recovery wishes[3];
  size_t count = 0;
  if (has_previous) {
    labels[count] = _("Open the version saved before");
    wishes[count++] = RECOVER_PREVIOUS;
  }
  if (has_rest) {
    labels[count] = _("Go on with what can be read");
    wishes[count++] = RECOVER_REST;
  }
  labels[count] = _("Do nothing, and leave the file as it is");
  wishes[count++] = RECOVER_NOTHING;
  int chosen = plain_choose(plain, labels, count, -1);
  return chosen < 0 ? RECOVER_NOTHING : wishes[chosen];
}

static bool open_unreadable(struct plain *plain, const char *path,
                            const struct session_report *report, struct error *err) {
  plain_say_error(plain, err);
  if (!report->previous_exists)
    return false;
  plain_say(plain, _("This file cannot be read. A version saved before it is there."));
  return ask_recovery(plain, true, false) == RECOVER_PREVIOUS && open_previous(plain, path);
}

static bool open_cut_off(struct plain *plain, const char *path, struct guide *guide,
                         const struct session_report *report) {
  switch (ask_recovery(plain, report->previous_exists, true)) {
  case RECOVER_PREVIOUS:
    guide_free(guide); /* its lock has to go first */
    return open_previous(plain, path);
  case RECOVER_REST:
    plain_take_guide(plain, guide);
    return true;
  default:
    guide_free(guide);
    return false;
  }
}

static bool open_locked(struct plain *plain, struct guide *guide) {
  const char *const labels[] = {_("Open it for reading only"), _("Do not open it")};
  if (plain_choose(plain, labels, 2, 0) == 0) {
    plain_take_guide(plain, guide);
    return true;
  }
  guide_free(guide);
  return false;
}

/* Saving fails at the first answer; better to know before. */
static bool open_unsaveable(struct plain *plain, const char *path, struct guide *guide) {
  const char *const labels[] = {_("Go on in a copy, in the folder of sessions"),
                                _("Go on with this file"), _("Do not open it")};
  int chosen = plain_choose(plain, labels, 3, 0);
  if (chosen != 0 && chosen != 1) {
    guide_free(guide);
    return false;
  }
  plain_take_guide(plain, guide);
  if (chosen == 0) {
    char *copy = library_copy_path(path);
    plain_do_text(plain, COMMAND_SAVE_AS, copy);
    free(copy);
  }
  return true;
}

/* What was typed last time and not accepted: the question says how to go on with it. */
static void go_to_draft(struct plain *plain) {
  const struct draft *draft = session_draft(guide_session(plain->guide));
  if (draft->question_id && checklist_question(guide_checklist(plain->guide), draft->question_id))
    plain_do_text(plain, COMMAND_GO, draft->question_id);
}

static void tell_opened(struct plain *plain) {
  plain_sayf(plain, _("Opened: %s. %s."), guide_place_name(plain->guide),
             guide_progress_text(plain->guide));
  go_to_draft(plain);
}

bool plain_open(struct plain *plain, const char *path, enum session_access access) {
  struct session_report report;
  struct error err = ERROR_INIT;
  bool opened = true;
  if (session_needs_passphrase(path) && !plain_unlock(plain, path))
    return false;
  struct guide *guide = library_open(path, access, &report, &err);
  if (!guide)
    return open_unreadable(plain, path, &report, &err);
  char *text = library_report_text(&report);
  if (*text)
    plain_say(plain, text);
  free(text);
  if (report.wholeness == SESSION_CUT_OFF)
    opened = open_cut_off(plain, path, guide, &report);
  else if (report.locked_elsewhere)
    opened = open_locked(plain, guide);
  else if (report.cannot_save)
    opened = open_unsaveable(plain, path, guide);
  else
    plain_take_guide(plain, guide);
  if (opened)
    tell_opened(plain);
  return opened;
}

/* --- starting ----------------------------------------------------------------------------------*/

static int choose_titled(struct plain *plain, char *const *names, size_t count, size_t standard) {
  char **titles = memory_new_zeroed(count, sizeof *titles);
  for (size_t i = 0; i < count; i++)
    titles[i] = library_checklist_title(names[i]);
  int chosen = plain_choose(plain, (const char *const *)titles, count, (int)standard);
  for (size_t i = 0; i < count; i++)
    free(titles[i]);
  free(titles);
  return chosen;
}

char *plain_choose_checklist(struct plain *plain) {
  if (plain->checklist)
    return memory_dup(plain->checklist);
  size_t count, standard = 0;
  char **names = catalogue_names(&count);
  int chosen = count == 1 ? 0 : CHOSE_BACK;
  for (size_t i = 0; i < count; i++)
    if (strcmp(names[i], catalogue_default_name) == 0)
      standard = i;
  if (count > 1) {
    plain_say(plain, _("Which checklist?"));
    chosen = choose_titled(plain, names, count, standard);
  }
  char *name = chosen >= 0 ? memory_dup(names[chosen]) : NULL;
  for (size_t i = 0; i < count; i++)
    free(names[i]);
  free(names);
  if (count == 0)
    plain_say(plain, _("Not done: there is no checklist installed."));
  return name;
}

bool plain_start(struct plain *plain, bool practice) {
  struct error err = ERROR_INIT;
  char *checklist = plain_choose_checklist(plain);
  struct guide *guide = checklist ? library_new(checklist, &err) : NULL;
  if (guide) {
    plain_take_guide(plain, guide);
    plain->practice = practice;
  } else if (checklist) {
    plain_say_error(plain, &err);
  }
  free(checklist);
  return guide;
}

bool plain_start_new(struct plain *plain) {
  bool started = plain_start(plain, false);
  if (started)
    plain_say(plain, _("Started: a new session. It is saved from the first answer on."));
  return started;
}

static void start_practice(struct plain *plain) {
  if (plain_start(plain, true))
    plain_say(plain, _("Practice: look around, nothing is saved."));
}

static void open_typed(struct plain *plain) {
  if (plain_ask(plain, _("Which file? Type where it is, like /media/stick/county.yaml:")) !=
      REPLY_TEXT)
    return;
  char *path = memory_dup(plain->line.text);
  plain_open(plain, path, SESSION_WRITE);
  free(path);
}

/* --- language ----------------------------------------------------------------------------------*/

static void use_language(struct plain *plain, const char *tag) {
  struct error err = ERROR_INIT;
  const struct language *language = language_open(tag, NULL);
  language_use(language);
  plain->page_shown = NULL;
  plain->show = true;
  plain_sayf(plain, _("Language: %s."), language_name(language));
  if (!settings_save_language(tag, &err))
    plain_say_error(plain, &err);
}

int plain_choose_language(struct plain *plain, const char *tag_in_use) {
  const char *const *tags = language_tags();
  size_t count = 0;
  int standard = 0;
  while (tags[count])
    count++;
  const char **names = memory_new_zeroed(count + 1, sizeof *names);
  for (size_t i = 0; i < count; i++) {
    names[i] = language_name(language_open(tags[i], NULL));
    if (strcmp(tags[i], tag_in_use) == 0)
      standard = (int)i;
  }
  int chosen = plain_choose(plain, names, count, standard);
  free(names);
  return chosen;
}

void plain_language(struct plain *plain) {
  int chosen = plain_choose_language(plain, language_tag(language_in_use()));
  if (chosen >= 0)
    use_language(plain, language_tags()[chosen]);
}

/* --- the menu ----------------------------------------------------------------------------------*/

enum { RECENT_LIMIT = 9, PRACTICE_LIMIT = 5 };
enum home_action {
  HOME_NEW,
  HOME_FILE,
  HOME_PRACTICE,
  HOME_WORKSHEET,
  HOME_LANGUAGE,
  HOME_QUIT,
  HOME_ACTION_COUNT
};

static const char *action_label(enum home_action action) {
  static const char *const labels[HOME_ACTION_COUNT] = {
      [HOME_NEW] = N_("Start a new session"),
      [HOME_FILE] = N_("Open another file, for example from a stick"),
      [HOME_PRACTICE] = N_("Practice: look around, nothing is saved"),
      [HOME_WORKSHEET] = N_("Make a blank worksheet, to fill in on paper"),
      [HOME_LANGUAGE] = N_("Language"),
      [HOME_QUIT] = N_("Quit"),
  };
  return _(labels[action]);
}

static void act(struct plain *plain, enum home_action action) {
  switch (action) {
  case HOME_NEW:
    plain_start_new(plain);
    break;
  case HOME_PRACTICE:
    start_practice(plain);
    break;
  case HOME_FILE:
    open_typed(plain);
    break;
  case HOME_WORKSHEET:
    plain_worksheet(plain);
    break;
  case HOME_LANGUAGE:
    plain_language(plain);
    break;
  default:
    plain->quit = true;
  }
}

static char *recent_label(const struct library_entry *entry) {
  char date[11];
  struct strbuf label;
  strbuf_init(&label);
  clock_format_date(entry->modified_seconds, date);
  strbuf_addf(&label,
              entry->locked ? _("Go on with %s, which is locked (last changed %s)")
                            : _("Go on with %s (last changed %s)"),
              entry->name, date);
  return strbuf_take(&label);
}

static char *practice_label(const struct library_entry *entry) {
  struct strbuf label;
  strbuf_init(&label);
  strbuf_addf(&label, _("Try a practice session: %s, answered already; nothing is saved"),
              entry->name);
  return strbuf_take(&label);
}

/* What there is to open besides what can be done. */
struct home {
  struct library_entry *recent, *practice;
  size_t recent_listed, practice_listed; /* how many there are */
  size_t recent_count, practice_count;   /* and how many of them are shown */
};

static size_t at_most(size_t count, size_t limit) {
  return count < limit ? count : limit;
}

static int choose_from_menu(struct plain *plain, const struct home *home) {
  const char *labels[RECENT_LIMIT + HOME_ACTION_COUNT + PRACTICE_LIMIT];
  char *made[RECENT_LIMIT + PRACTICE_LIMIT];
  size_t count = 0, made_count = 0;
  for (size_t i = 0; i < home->recent_count; i++)
    labels[count++] = made[made_count++] = recent_label(&home->recent[i]);
  for (size_t i = 0; i < HOME_ACTION_COUNT; i++)
    labels[count++] = action_label((enum home_action)i);
  for (size_t i = 0; i < home->practice_count; i++)
    labels[count++] = made[made_count++] = practice_label(&home->practice[i]);
  int chosen = plain_choose(plain, labels, count, 0);
  for (size_t i = 0; i < made_count; i++)
    free(made[i]);
  return chosen;
}

static void carry_out(struct plain *plain, const struct home *home, size_t chosen) {
  size_t first_practice = home->recent_count + HOME_ACTION_COUNT;
  if (chosen < home->recent_count)
    plain_open(plain, home->recent[chosen].path, SESSION_WRITE);
  else if (chosen < first_practice)
    act(plain, (enum home_action)(chosen - home->recent_count));
  else
    plain_open(plain, home->practice[chosen - first_practice].path, SESSION_WRITE);
}

void plain_home(struct plain *plain) {
  struct home home;
  home.recent = library_list(NULL, &home.recent_listed);
  home.practice = library_list_practice(&home.practice_listed);
  home.recent_count = at_most(home.recent_listed, RECENT_LIMIT);
  home.practice_count = at_most(home.practice_listed, PRACTICE_LIMIT);
  plain_say(plain, _("\nHome. Everything stays on this computer. This is not legal advice."));
  int chosen = choose_from_menu(plain, &home);
  if (chosen == CHOSE_BACK)
    plain_say(plain, _("This is the start: there is nothing before it."));
  else if (chosen >= 0)
    carry_out(plain, &home, (size_t)chosen);
  library_free(home.recent, home.recent_listed);
  library_free(home.practice, home.practice_listed);
}
