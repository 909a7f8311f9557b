/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A checklist without a law to draft: its letter names what the answers show, and nothing else. */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"

#include "../base/cmocka-tests.h"
#include "checklist/checklist.h"
#include "report/report.h"
#include "session/session-file.h"
#include "session/session.h"

static struct checklist *federal;

static void only_what_the_answers_show_is_named(void **state) {
  (void)state;
  char *text = fixture_after(
      "letter", federal,
      "profile.name=Durham profile.group=Neighbors profile.chamber=senate profile.member=Doe "
      "withdraw-order.status=reversed agreements.status=undone detainers.status=partly "
      "notice-rules.status=done databases.status=unknown");
  assert_words_in_order(text, "To: Senator Doe Congress of the United States Dear Senator Doe: "
                              "from Durham, for Neighbors. 1. The order of 2017. 2. Detainers. "
                              "3. Agreements with local agencies. This letter names only");
  char *annex = strstr(text, "Annex");
  assert_non_null(annex);
  *annex = '\0';
  assert_has_not(text, "Notice of release");
  assert_has_not(text, "State and local databases");
  assert_has_not(text, "Optional");
  assert_has_not(text, "4. ");
  free(text);
}

static void without_anything_undone_there_is_no_letter(void **state) {
  (void)state;
  char *text = fixture_after("letter", federal, "withdraw-order.status=done");
  assert_has(text, "No answer calls for a resolution or a letter.");
  assert_has_not(text, "Dear");
  free(text);
}

static void what_is_not_filled_in_is_a_blank(void **state) {
  (void)state;
  char *text = fixture_after("letter", federal, "agreements.status=undone");
  assert_has(text, "Dear [Representative or Senator] [name of the member]:");
  free(text);
}

static void a_law_is_not_offered(void **state) {
  (void)state;
  assert_false(report_is_offered(report_find("ordinance"), federal));
  assert_true(report_is_offered(report_find("letter"), federal));
}

static void what_is_made_from_practice_says_so(void **state) {
  (void)state;
  struct session *session = session_new(federal);
  struct report_options options = {.language = NULL};
  session_begin_practice(session);
  for (const struct report_kind *kind = report_kinds; kind->name; kind++) {
    if (!report_is_offered(kind, federal))
      continue;
    struct document *document = report_build(kind, federal, session, &options, NULL);
    assert_non_null(strstr(document->title ? document->title : "(practice)", "(practice)"));
    document_free(document);
  }
  session_free(session);
}

static int load(void **state) {
  (void)state;
  federal = fixture_checklist("checklists/federal-commitments");
  return 0;
}

static int release(void **state) {
  (void)state;
  fixture_free(federal);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(only_what_the_answers_show_is_named),
      cmocka_unit_test(without_anything_undone_there_is_no_letter),
      cmocka_unit_test(what_is_not_filled_in_is_a_blank),
      cmocka_unit_test(a_law_is_not_offered),
      cmocka_unit_test(what_is_made_from_practice_says_so),
  };
  return cmocka_run_group_tests(tests, load, release);
}
