/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklist/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/environment.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "yaml/node.h"
#include "yaml/snapshot.h"

enum { SUGGESTION_LIMIT = 50 };

static const char known_format[] = "1";
static const char ordinance_id[] = "ordinance";

const char *load_words(struct load *load, string_list words) {
  struct strbuf all;
  strbuf_init(&all);
  for (size_t i = 0; words[i]; i++)
    strbuf_addf(&all, "%s%s", i ? ", " : "", words[i]);
  const char *result = arena_dup(load->arena, all.text);
  strbuf_release(&all);
  return result;
}

bool load_may_suggest(const struct load *load) {
  return load->faults->count < SUGGESTION_LIMIT;
}

static struct load *load_new(struct arena *arena, node_reader *read, struct faults *faults) {
  struct load *load = arena_alloc(arena, sizeof *load);
  load->arena = load->index.arena = arena;
  load->read = read;
  load->faults = faults;
  load->mentions_end = &load->mentions;
  index_add(&load->index, (struct index_entry){.kind = ID_PAGE, .id = "profile"});
  index_add(&load->index, (struct index_entry){.kind = ID_INSTRUMENT, .id = ordinance_id});
  return load;
}

static void check_format(struct load *load, const char *format) {
  if (format && strcmp(format, known_format) != 0)
    LOAD_FAULT(load, load->top[0], _("format '%s' is not known: this program reads format %s"),
               format, known_format);
}

static void set_defaults(struct checklist *checklist) {
  if (!checklist->language)
    checklist->language = "en";
  for (size_t i = 0; i < checklist->question_count; i++) {
    struct question *question = (struct question *)checklist->questions[i];
    if (question->kind == KIND_TEXT || question->kind == KIND_DATE || question->kind == KIND_NUMBER)
      question->other_allowed = false;
    if (question->kind == KIND_YES_NO)
      question->other_allowed = true;
  }
}

/* Reads what stands in checklist.yaml. NULL if nothing can be read of it. */
static struct checklist *read_start(const char *path, node_reader *read, struct faults *faults) {
  struct arena *arena = arena_new();
  struct load *load = load_new(arena, read, faults);
  const struct node *mapping = source_read_start(arena, read, path, faults);
  if (!mapping) {
    arena_free(arena);
    return NULL;
  }
  struct checklist_source source = {.format = NULL};
  load_top(load, mapping, &source);
  check_format(load, source.format);
  load_pages(load, &source);
  set_defaults(&source.checklist);
  check_pages(load, &source.checklist);
  check_mentions(load);
  struct checklist *checklist = arena_alloc(arena, sizeof *checklist);
  *checklist = source.checklist;
  checklist->arena = arena;
  checklist->load = load;
  checklist->path = arena_dup(arena, path);
  load->faults = NULL;
  return checklist;
}

static void set_instruments(struct checklist *checklist) {
  for (size_t i = 0; i < checklist->provision_count; i++) {
    struct provision *provision = (struct provision *)&checklist->provisions[i];
    if (!provision->instrument)
      provision->instrument = ordinance_id;
  }
}

/* Reads the other files. What they name is not looked up if one of them could not be read: nearly
 * every id would then be a fault. */
static void read_rest(struct checklist *checklist, struct faults *faults) {
  struct load *load = checklist->load;
  struct checklist_source source = {.checklist = *checklist};
  size_t errors = faults->errors;
  load->faults = faults;
  load->is_rest = true;
  const struct node *mapping = source_read_rest(load->arena, load->read, checklist->path, faults);
  bool is_whole = faults->errors == errors;
  load_top(load, mapping, &source);
  if (is_whole) {
    check_mentions(load);
    check_ordinance(load, &source.checklist);
  }
  load->faults = NULL;
  set_instruments(&source.checklist);
  *checklist = source.checklist;
}

bool load_tell_first(struct faults *faults, struct error *err) {
  faults_sort(faults);
  for (size_t i = 0; i < faults->count; i++) {
    const struct fault *fault = &faults->items[i];
    if (fault->weight == FAULT_ERROR)
      return fault->line
                 ? error_set_at(err, fault->file, fault->line, fault->column, "%s", fault->message)
                 : error_set(err, "%s", fault->message);
  }
  return true;
}

/* Snapshots count in the data folder only, where the build put them: in a stranger's folder one
 * could say something else than the YAML file that people read. */
static node_reader *reader_of(const char *path) {
  char *folder = environment_checklists_dir();
  size_t length = strlen(folder);
  bool is_ours = !strncmp(path, folder, length) && path[length] == '/' && !strstr(path, "/../");
  free(folder);
  return is_ours ? snapshot_read_file : node_read_file;
}

struct checklist *checklist_load(const char *path, struct error *err) {
  struct faults faults = FAULTS_INIT;
  struct checklist *checklist = read_start(path, reader_of(path), &faults);
  if (!load_tell_first(&faults, err)) {
    checklist_free(checklist);
    checklist = NULL;
  }
  faults_release(&faults);
  return checklist;
}

static bool try_rest(struct checklist *checklist, struct error *err) {
  struct faults faults = FAULTS_INIT;
  struct checklist before = *checklist;
  read_rest(checklist, &faults);
  bool ok = load_tell_first(&faults, err);
  if (!ok)
    *checklist = before;
  faults_release(&faults);
  return ok;
}

bool checklist_load_rest(struct checklist *checklist, struct error *err) {
  struct load *load = checklist->load;
  if (checklist->rest_loaded)
    return true;
  if (load->rest_failed)
    return error_set(err, "%s", load->rest_failed);
  struct error own = ERROR_INIT;
  checklist->rest_loaded = try_rest(checklist, &own);
  if (!checklist->rest_loaded) {
    load->rest_failed = arena_dup(load->arena, own.message);
    error_set(err, "%s", own.message);
  }
  error_release(&own);
  return checklist->rest_loaded;
}

void checklist_check(const char *path, struct faults *faults) {
  struct checklist *checklist = read_start(path, node_read_file, faults);
  if (checklist) {
    read_rest(checklist, faults);
    checklist_free(checklist);
  } else {
    struct arena *arena = arena_new();
    source_read_rest(arena, node_read_file, path, faults);
    arena_free(arena);
  }
  faults_sort(faults);
}

void checklist_free(struct checklist *checklist) {
  if (checklist)
    arena_free(checklist->arena);
}
