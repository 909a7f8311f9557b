/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/library.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "checklist/catalogue.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "guide/recent.h"
#include "session/session.h"

static const char suffix[] = ".yaml", locked_suffix[] = ".yaml.age";
static const char practice_folder[] = "practice";

/* --- the list ----------------------------------------------------------------------------------*/

struct library {
  struct library_entry *entries;
  size_t count, capacity;
};

static bool has_path(const struct library *library, const char *path) {
  for (size_t i = 0; i < library->count; i++)
    if (strcmp(library->entries[i].path, path) == 0)
      return true;
  return false;
}

static char *shown_name(const char *name, const char *ending) {
  char *shown = utf8_clean_dup(name, UTF8_ONE_LINE);
  shown[strlen(shown) - strlen(ending)] = '\0';
  return shown;
}

/* Takes the path, which ends in `ending`; `stamped` is the file that says when it was changed. */
static void add_entry(struct library *library, char *path_take, const char *ending,
                      const char *stamped) {
  if (has_path(library, path_take) || file_is_folder(stamped)) {
    free(path_take);
    return;
  }
  const char *name = path_name(path_take);
  MEMORY_GROW(library->entries, library->count, library->capacity);
  library->entries[library->count++] = (struct library_entry){
      .path = path_take,
      .name = shown_name(name, ending),
      .modified_seconds = file_stamp(stamped).modified_ns / 1000000000,
      .locked = ending == locked_suffix,
  };
}

/* Names that end in `ending` and what follows it, which is not part of the session's own path. */
static void add_names(struct library *library, const char *folder, const char *ending,
                      const char *more) {
  struct strbuf whole;
  size_t count;
  strbuf_init(&whole);
  strbuf_addf(&whole, "%s%s", ending, more);
  char **names = file_list(folder, whole.text, &count);
  strbuf_release(&whole);
  for (size_t i = 0; names && i < count; i++) {
    char *found = path_join(folder, names[i]);
    add_entry(library, memory_dup_length(found, strlen(found) - strlen(more)), ending, found);
    free(found);
    free(names[i]);
  }
  free(names);
}

/* A save that was cut short on a disk without links leaves NAME.yaml~ alone; it opens as NAME.yaml.
 */
static void add_folder(struct library *library, const char *folder) {
  static const char *const endings[] = {suffix, locked_suffix};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    add_names(library, folder, endings[i], "");
    add_names(library, folder, endings[i], "~");
  }
}

static bool has_file(const struct library *library, const char *path) {
  struct file_stamp stamp = file_stamp(path);
  for (size_t i = 0; i < library->count; i++)
    if (file_stamp_same(stamp, file_stamp(library->entries[i].path)))
      return true;
  return false;
}

static bool ends_with(const char *text, const char *ending) {
  size_t length = strlen(text), ending_length = strlen(ending);
  return length > ending_length && !strcmp(text + length - ending_length, ending);
}

/* From other folders, so their whole paths are shown. What is gone is left out: it may be on a
 * stick. */
static void add_recent(struct library *library) {
  size_t count;
  char **paths = recent_list(&count);
  for (size_t i = 0; paths && i < count; i++) {
    const char *ending = ends_with(paths[i], locked_suffix) ? locked_suffix : suffix;
    size_t before = library->count;
    if (ends_with(paths[i], ending) && file_exists(paths[i]) && !has_file(library, paths[i]))
      add_entry(library, memory_dup(paths[i]), ending, paths[i]);
    if (library->count > before) {
      struct library_entry *entry = &library->entries[before];
      free(entry->name);
      entry->name = shown_name(paths[i], ending);
    }
    free(paths[i]);
  }
  free(paths);
}

static int newest_first(const void *a, const void *b) {
  const struct library_entry *one = a, *two = b;
  if (one->modified_seconds != two->modified_seconds)
    return one->modified_seconds < two->modified_seconds ? 1 : -1;
  return strcmp(one->name, two->name);
}

struct library_entry *library_list(const char *also, size_t *count) {
  struct library library = {0};
  char *folder = environment_sessions_dir();
  add_folder(&library, folder);
  free(folder);
  if (also) {
    folder = path_folder(also);
    add_folder(&library, folder);
    free(folder);
  }
  add_recent(&library);
  if (library.count)
    qsort(library.entries, library.count, sizeof *library.entries, newest_first);
  *count = library.count;
  return library.entries;
}

static int by_name(const void *a, const void *b) {
  const struct library_entry *one = a, *two = b;
  return strcmp(one->name, two->name);
}

struct library_entry *library_list_practice(size_t *count) {
  struct library library = {0};
  size_t name_count;
  char **names = catalogue_names(&name_count);
  for (size_t i = 0; i < name_count; i++) {
    char *path = catalogue_find(names[i], NULL);
    char *folder = path ? path_join(path, practice_folder) : NULL;
    if (folder)
      add_names(&library, folder, suffix, "");
    free(folder);
    free(path);
    free(names[i]);
  }
  free(names);
  if (library.count)
    qsort(library.entries, library.count, sizeof *library.entries, by_name);
  *count = library.count;
  return library.entries;
}

void library_free(struct library_entry *entries, size_t count) {
  for (size_t i = 0; i < count; i++) {
    free(entries[i].path);
    free(entries[i].name);
  }
  free(entries);
}

/* --- opening -----------------------------------------------------------------------------------*/

/* A checklist that is not among the installed ones may lie beside the session: FOLDER/ID or
 * FOLDER/ID.yaml. Owned by the caller; NULL: it does not. */
static char *checklist_beside(const char *session_path, const char *id) {
  char *folder = path_folder(session_path), *path = path_join(folder, id);
  struct strbuf file;
  strbuf_init(&file);
  strbuf_addf(&file, "%s%s", path, suffix);
  free(folder);
  if (file_is_folder(path)) {
    strbuf_release(&file);
    return path;
  }
  free(path);
  if (file_exists(file.text) && strcmp(file.text, session_path) != 0)
    return strbuf_take(&file);
  strbuf_release(&file);
  return NULL;
}

/* The checklist whose practice session this is: CHECKLIST/practice/NAME.yaml. Owned by the caller;
 * NULL: it is an ordinary session. */
static char *checklist_around(const char *session_path) {
  char *whole = realpath(session_path, NULL);
  if (!whole)
    return NULL;
  char *folder = path_folder(whole), *around = path_folder(folder);
  char *start = path_join(around, "checklist.yaml");
  bool is_practice = strcmp(path_name(folder), practice_folder) == 0 && file_exists(start);
  free(start);
  free(folder);
  free(whole);
  if (is_practice)
    return around;
  free(around);
  return NULL;
}

static bool is_practice(const char *session_path) {
  char *around = checklist_around(session_path);
  bool found = around != NULL;
  free(around);
  return found;
}

struct checklist *library_load_checklist(const char *session_path, const char *id,
                                         struct error *err) {
  char *path = checklist_around(session_path);
  if (!path)
    path = checklist_beside(session_path, id);
  if (!path)
    path = catalogue_find(id, err);
  struct checklist *checklist = path ? checklist_load(path, err) : NULL;
  free(path);
  return checklist;
}

static char *previous_path(const char *path) {
  struct strbuf previous;
  strbuf_init(&previous);
  strbuf_addf(&previous, "%s~", path);
  return strbuf_take(&previous);
}

/* When not even the checklist's name can be read: is there one to offer? */
static void look_for_previous(const char *path, struct session_report *report) {
  char *previous = previous_path(path), *id = NULL;
  struct file_stamp stamp = file_stamp(previous);
  report->previous_exists = stamp.exists && (id = session_peek_checklist(previous, NULL));
  report->previous_seconds = report->previous_exists ? stamp.modified_ns / 1000000000 : 0;
  free(id);
  free(previous);
}

struct guide *library_open(const char *path, enum session_access access,
                           struct session_report *report, struct error *err) {
  *report = (struct session_report){0};
  char *id = session_peek_checklist(path, err);
  struct checklist *checklist = id ? library_load_checklist(path, id, err) : NULL;
  bool practice = is_practice(path);
  struct session *session =
      checklist ? session_load(path, checklist, practice ? SESSION_READ_ONLY : access, report, err)
                : NULL;
  if (!id)
    look_for_previous(path, report);
  free(id);
  if (session && practice)
    session_begin_practice(session);
  report->practice = session && practice;
  if (session)
    return guide_new(checklist, session);
  checklist_free(checklist);
  return NULL;
}

struct guide *library_open_previous(const char *path, struct session_report *report,
                                    struct error *err) {
  *report = (struct session_report){0};
  char *previous = previous_path(path);
  char *id = session_peek_checklist(previous, err);
  struct checklist *checklist = id ? library_load_checklist(path, id, err) : NULL;
  struct session *session = checklist ? session_load_previous(path, checklist, report, err) : NULL;
  free(id);
  free(previous);
  if (session)
    return guide_new(checklist, session);
  checklist_free(checklist);
  return NULL;
}

char *library_checklist_title(const char *name) {
  char *path = catalogue_find(name, NULL);
  struct checklist *checklist = path ? checklist_load(path, NULL) : NULL;
  char *title = memory_dup(checklist ? language_checklist_text(checklist->title) : name);
  checklist_free(checklist);
  free(path);
  return title;
}

struct guide *library_new(const char *checklist, struct error *err) {
  char *path = catalogue_find(checklist, err);
  struct checklist *loaded = path ? checklist_load(path, err) : NULL;
  free(path);
  return loaded ? guide_new(loaded, session_new(loaded)) : NULL;
}

static bool is_taken(const char *path) {
  char *locked = session_path_with_lock(path, true);
  bool taken = file_exists(path) || file_exists(locked);
  free(locked);
  return taken;
}

char *library_new_path(const char *place) {
  char *slug = path_slug(place ? place : ""), *folder = environment_sessions_dir();
  struct strbuf path;
  strbuf_init(&path);
  for (size_t n = 1; n == 1 || is_taken(path.text); n++) {
    strbuf_clear(&path);
    if (n == 1)
      strbuf_addf(&path, "%s/%s%s", folder, slug, suffix);
    else
      strbuf_addf(&path, "%s/%s-%zu%s", folder, slug, n, suffix);
  }
  free(folder);
  free(slug);
  return strbuf_take(&path);
}

char *library_copy_path(const char *path) {
  char *open = session_path_with_lock(path, false);
  const char *name = path_name(open), *dot = strrchr(name, '.');
  char *stem = memory_dup_length(name, dot ? (size_t)(dot - name) : strlen(name));
  char *copy = library_new_path(stem);
  free(stem);
  free(open);
  return copy;
}

/* --- what is to be told ------------------------------------------------------------------------*/

static void tell_previous(struct strbuf *text, const struct session_report *report) {
  char date[11], time[6];
  if (!report->previous_exists)
    return;
  if (report->previous_seconds == 0) {
    strbuf_add(text, _("The version saved before it is whole.\n"));
    return;
  }
  clock_format_date(report->previous_seconds, date);
  clock_format_local_time(report->previous_seconds, time);
  strbuf_addf(text, _("The version saved before it, from %s %s, is whole.\n"), date, time);
}

static void tell_wholeness(struct strbuf *text, const struct session_report *report) {
  if (report->wholeness == SESSION_CUT_OFF) {
    strbuf_add(text, _("Damaged: the end of this file is missing, so answers may be missing.\n"));
    tell_previous(text, report);
  } else if (report->wholeness == SESSION_EDITED) {
    strbuf_add(text, _("Changed outside of this program, or damaged: look over the answers.\n"));
  }
}

static void tell_edition(struct strbuf *text, const struct session_report *report) {
  if (report->edition_newer)
    strbuf_add(text, _("Older edition here: this was saved with a later edition of the checklist. "
                       "What is not asked here is kept.\n"));
  else if (report->edition_changed)
    strbuf_add(text, _("Newer edition: the checklist has changed since this was saved.\n"));
  if (report->look_again)
    strbuf_addf(
        text,
        language_plural("%zu answered question has been reworded. Please look at it again.\n",
                        "%zu answered questions have been reworded. Please look at them again.\n",
                        report->look_again),
        report->look_again);
  if (report->retired)
    strbuf_addf(text,
                language_plural("%zu answer is to a question no longer asked. It is kept.\n",
                                "%zu answers are to questions no longer asked. They are kept.\n",
                                report->retired),
                report->retired);
}

char *library_report_text(const struct session_report *report) {
  struct strbuf text;
  strbuf_init(&text);
  if (report->practice)
    strbuf_add(&text, _("This is a practice session: nothing is saved.\n"));
  tell_wholeness(&text, report);
  if (report->interrupted)
    strbuf_add(&text,
               _("The last save was cut short. The session is here as it was just before.\n"));
  if (report->locked_elsewhere)
    strbuf_add(&text, _("Open elsewhere: another program is writing this session, so here it can "
                        "only be read.\n"));
  if (report->lock_unsupported)
    strbuf_add(&text,
               _("This disk cannot keep two programs apart: who opens this session besides you "
                 "goes on in a copy beside it, or you do.\n"));
  if (report->cannot_save)
    strbuf_add(&text, _("Nothing can be saved there: the disk or the folder is read-only. Answers "
                        "are kept only while the program runs.\n"));
  tell_edition(&text, report);
  strbuf_trim_end(&text);
  return strbuf_take(&text);
}
