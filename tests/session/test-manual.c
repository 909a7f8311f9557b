/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manual page names every key, and its example is right. */
#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "session/answer-members.h"
#include "session/instrument.h"

static char *manual(void) {
  char *path = path_join(getenv("SOURCE_DIR"), "man/disentangle-session.5");
  char *page = contents(path), *text = replaced(page, "\\-", "-");
  free(page);
  free(path);
  return text;
}

/* In bold: ".B key", ".BR key ," … */
static bool names(const char *page, const char *key) {
  size_t length = strlen(key);
  for (const char *at = page; (at = strstr(at, key)); at += length) {
    bool ends = strchr(" \n", at[length]) != NULL;
    if (ends && (!strncmp(at - 3, ".B ", 3) || !strncmp(at - 4, ".BR ", 4)))
      return true;
  }
  return false;
}

static void expect_members(const char *page, const struct member *members) {
  for (const struct member *member = members; member->key; member++) {
    if (!names(page, member->key))
      fail_msg("the manual does not name '%s'", member->key);
    if (member->parts)
      expect_members(page, member->parts);
  }
}

static void every_key_is_named(void **state) {
  (void)state;
  static const char *const keys[] = {"format",  "checklist", "id",      "edition",  "profile",
                                     "answers", "place",     "draft",   "question", "field",
                                     "text",    "history",   "done",    "changes",  "at",
                                     "before",  "after",     "unknown", "n/a",      "partly"};
  char *page = manual();
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (!names(page, keys[i]))
      fail_msg("the manual does not name '%s'", keys[i]);
  expect_members(page, answer_members);
  for (const struct instrument *instrument = instruments; instrument->id; instrument++)
    if (!names(page, instrument->id))
      fail_msg("the manual does not name '%s'", instrument->id);
  assert_false(names(page, "colour"));
  free(page);
}

static void the_limits_are_told(void **state) {
  (void)state;
  char *page = manual();
  char text[100];
  snprintf(text, sizeof text, "its answers %d KiB", SESSION_ANSWERS_LIMIT_BYTES / 1024);
  assert_non_null(strstr(page, text));
  snprintf(text, sizeof text, "a mapping %d keys", SESSION_KEYS_LIMIT);
  assert_non_null(strstr(page, text));
  snprintf(text, sizeof text, "At most %d changes and about %d KiB", SESSION_HISTORY_LIMIT,
           SESSION_HISTORY_LIMIT_BYTES / 1024);
  assert_non_null(strstr(page, text));
  free(page);
}

static void the_example_can_be_loaded(void **state) {
  FIXTURE;
  char *page = manual(), *start = strstr(page, ".SH EXAMPLE\n.EX\n");
  assert_non_null(start);
  start += strlen(".SH EXAMPLE\n.EX\n");
  *strstr(start, ".EE\n") = '\0';
  write_contents(fixture->path, start);
  struct faults faults = FAULTS_INIT;
  session_check(fixture->path, fixture->checklist, &faults);
  assert_int_equal(faults.count, 1); /* it has no last line */
  faults_release(&faults);
  struct session *session = load(fixture);
  assert_int_equal(session_answer_count(session), 5);
  assert_value(session, "fees.scaled", "unknown");
  session_free(session);
  free(page);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_key_is_named),
      cmocka_unit_test(the_limits_are_told),
      fixture_test(the_example_can_be_loaded),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
