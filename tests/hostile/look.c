/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "look.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "base/environment.h"
#include "base/strbuf.h"
#include "places.h"

struct tally tally;
static char folder_before[4096];

int look_set_up(void **state) {
  (void)state;
  environment_set_locale();
  scratch_make();
  scratch_write("sessions/x", "", 0);
  scratch_clear("sessions");
  assert_non_null(getcwd(folder_before, sizeof folder_before));
  assert_int_equal(chdir(scratch_path(".")), 0);
  setenv("HOME", scratch_path("."), 1);
  setenv("DISENTANGLE_SESSIONS", scratch_path("sessions"), 1);
  scratch_write("data/checklists/about.txt", "", 0);
  assert_int_equal(symlink("../../strings", scratch_path("data/checklists/strings")), 0);
  setenv("DISENTANGLE_DATADIR", scratch_path("data"), 1);
  tally_init(&tally);
  return 0;
}

int look_tear_down(void **state) {
  (void)state;
  tally_release(&tally);
  assert_int_equal(chdir(folder_before), 0);
  scratch_remove();
  return 0;
}

/* --- running -----------------------------------------------------------------------------------*/

/* What is written on both sides is looked at. The run is to be released. */
void look(struct run *run, const char *what, char *const *arguments, const struct strbuf *typed) {
  run_program(run, arguments, typed);
  if (!WIFEXITED(run->status))
    tally_fail(&tally, what, "crashed");
  tally_look(&tally, what, &run->out, "");
  tally_look(&tally, what, &run->err, "");
}

void look_only(const char *what, char *const *arguments, const struct strbuf *typed) {
  struct run run;
  look(&run, what, arguments, typed);
  run_release(&run);
}

/* --- the files ---------------------------------------------------------------------------------*/

static void write_with(const char *path,
                       void (*add)(struct strbuf *, const struct string *const *, size_t),
                       const struct string *const *strings, size_t count) {
  struct strbuf text;
  strbuf_init(&text);
  add(&text, strings, count);
  scratch_write(path, text.text, text.length);
  strbuf_release(&text);
}

void look_write(const struct string *const *strings, size_t count) {
  write_with("strings/checklist.yaml", places_add_start, strings, count);
  write_with("strings/references.yaml", places_add_references, strings, count);
  write_with("strings/ordinance.yaml", places_add_ordinance, strings, count);
  write_with("session.yaml", places_add_session, strings, count);
  write_with("broken.yaml", places_add_broken, strings, count);
  write_with("broken-session.yaml", places_add_broken_session, strings, count);
}

void look_each_batch(void (*try)(size_t count, size_t batch)) {
  size_t failures = tally.failures;
  for (size_t first = 0; first < tally.text_count; first += BATCH) {
    size_t left = tally.text_count - first, count = left < BATCH ? left : BATCH;
    look_write(tally.texts + first, count);
    try(count, first / BATCH);
  }
  assert_int_equal(tally.failures, failures);
}

void look_for_status(const struct run *run, const char *what, int status) {
  if (!WIFEXITED(run->status) || WEXITSTATUS(run->status) != status)
    tally_fail(&tally, what, run->err.length ? run->err.text : run->out.text);
}

static void tell(size_t strings, size_t documents, bool texts_only, const char *more) {
  size_t seen = 0, marked = 0;
  for (size_t i = 0; i < tally.strings.count; i++) {
    const struct string *string = &tally.strings.items[i];
    bool is_wanted = string->position != ALONE && (string->is_text || !texts_only);
    marked += is_wanted;
    seen += is_wanted && tally.seen[i];
  }
  printf("crafted strings: %zu in %zu places, %zu outputs looked into (%zu of them documents, "
         "%zu MiB in all), %zu appearances, %zu of %zu seen again, %zu failures%s\n",
         strings, places_of_checklist() + places_of_session() + (texts_only ? 0 : OWN_PLACES),
         tally.outputs, documents, tally.bytes >> 20, tally.appearances, seen, marked,
         tally.failures, more);
  assert_int_equal(seen, marked);
}

void look_tell(void) {
  tell(tally.strings.count, 0, false, "");
}

void look_tell_documents(size_t documents, const char *more) {
  tell(tally.text_count, documents, true, more);
}
