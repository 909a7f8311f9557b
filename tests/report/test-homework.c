/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To find out, records requests, one page, the table of answers: what depends on the answers. */
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "fixture.h"
#include "report/write-csv.h"
#include "session/session.h"

#define ALL_ANSWERED                                                                               \
  "profile.name=Elm profile.level=town landscape.decider=staff landscape.last-year=3 "             \
  "landscape.story=none permits.practice=no permits.written=no parking.mandate=no "                \
  "fees.scaled=yes fees.posted=yes fees.kinds=permit tenants.covered=no tenants.notes=none"

static void record(struct session *session, const char *id, unsigned field,
                   const struct answer *wanted) {
  struct error err = ERROR_INIT;
  if (!session_apply(session, id, field, wanted, &err))
    fail_msg("%s", err.message);
}

static void follow_up(struct session *session, const char *id, const char *what, const char *who,
                      const char *by) {
  struct answer answer;
  answer_copy(&answer, NULL);
  answer.follow_up = (struct follow_up){.what = (char *)what, .who = (char *)who, .by = (char *)by};
  record(session, id, FIELD_FOLLOW_UP, &answer);
}

/* --- to find out ---*/

static void nothing_is_open_when_all_is_answered(void **state) {
  (void)state;
  struct checklist *checklist = fixture_zoning();
  char *text = fixture_after("to-find-out", checklist, ALL_ANSWERED);
  assert_has(text, "Nothing is open");
  assert_has_not(text, "Agenda");
  free(text);
  fixture_free(checklist);
}

static void a_promise_keeps_an_answered_question_on_the_list(void **state) {
  (void)state;
  struct checklist *checklist = fixture_zoning();
  struct session *session = fixture_session(checklist, ALL_ANSWERED);
  follow_up(session, "fees.posted", "Print it", NULL, NULL);
  char *text = fixture_text("to-find-out", checklist, session);
  assert_has(text, "Print it");
  assert_has(text, "nobody yet");
  assert_has(text, "no date");
  assert_has_not(text, "Nothing is open");
  assert_has_not(text, "Records requests");
  free(text);
  session_free(session);
  fixture_free(checklist);
}

static void promises_stand_by_date(void **state) {
  (void)state;
  struct checklist *checklist = fixture_zoning();
  struct session *session = fixture_session(checklist, "profile.name=Elm");
  follow_up(session, "landscape.decider", "Last", "Ann", NULL);
  follow_up(session, "landscape.last-year", "Second", "Bob", "2026-12-24");
  follow_up(session, "fees.kinds", "First", "Cy", "2026-11-01");
  char *text = fixture_text("to-find-out", checklist, session);
  assert_words_in_order(text, "2026-11-01 (past) Cy First 2026-12-24 Bob Second no date Ann Last");
  free(text);
  session_free(session);
  fixture_free(checklist);
}

/* --- records requests ---*/

static void each_office_gets_a_page_of_its_own(void **state) {
  (void)state;
  struct checklist *checklist = fixture_zoning();
  struct session *session = fixture_session(checklist, "profile.name=Elm profile.state=OR");
  char *text = fixture_write("records-request", "text", checklist, session,
                             &(struct report_options){0}, &(struct write_options){.paged = true});
  const char *page = strchr(text, '\f');
  assert_non_null(page);
  assert_has(page, "Planning office, Elm, Oregon");
  assert_words_in_order(page, "[name of the public-records law of Oregon]");
  assert_words_in_order(page, "(our questions: 5)");
  free(text);
  session_free(session);
  fixture_free(checklist);
}

static void a_letter_is_in_the_language_of_the_office(void **state) {
  (void)state;
  const struct language *spanish = language_open("es", NULL);
  if (!spanish)
    skip(); /* built without translations */
  struct checklist *checklist = fixture_zoning();
  struct session *session = fixture_session(checklist, "profile.name=Elm profile.state=OR");
  char *text = fixture_write("records-request", "text", checklist, session,
                             &(struct report_options){.language = spanish},
                             &(struct write_options){.width_cells = 1000});
  assert_has_not(text, "On the pages behind this one");
  assert_has(text, "Under the [name of the public-records law of Oregon] I ask for copies");
  free(text);
  session_free(session);
  fixture_free(checklist);
  language_close_all();
}

/* --- one page ---*/

static void nothing_typed_stands_on_the_page_but_the_place(void **state) {
  (void)state;
  struct checklist *checklist = fixture_zoning();
  struct session *session = fixture_session(checklist, ALL_ANSWERED);
  struct answer answer;
  answer_copy(&answer, NULL);
  answer.comment = (char *)"SECRET-1";
  answer.note = (char *)"SECRET-2";
  record(session, "permits.practice", FIELD_COMMENT | FIELD_NOTE, &answer);
  struct report_options options = {.private_notes = true};
  char *text = fixture_write("one-page", "text", checklist, session, &options,
                             &(struct write_options){.paged = true});
  assert_has(text, "Elm");
  assert_has(text, "Page 1 of 1");
  assert_has_not(text, "SECRET");
  free(text);
  session_free(session);
  fixture_free(checklist);
}

/* --- the table ---*/

/* What is read back: quotes undone, and one apostrophe where a cell begins, or seems to. */
static char *read_cell(const char *csv) {
  struct strbuf cell;
  strbuf_init(&cell);
  bool quoted = *csv == '"', was_mark = false;
  for (csv += quoted; *csv && (quoted || !strchr(",\r", *csv)); csv++) {
    if (quoted && *csv == '"' && *++csv != '"')
      break;
    char last = cell.length ? cell.text[cell.length - 1] : '\n';
    bool begins = !was_mark && (last == '\n' || last == ';');
    was_mark = *csv == '\'' && begins;
    if (!was_mark)
      strbuf_add_char(&cell, *csv);
  }
  return strbuf_take(&cell);
}

static char *write_cell(const char *text) {
  struct document *document = document_new("table", "en");
  const char *cells[] = {text};
  int widths[] = {1};
  document_table(document, NULL, widths, cells, 1);
  char *csv = fixture_write_document(document, "csv", &(struct write_options){0});
  document_free(document);
  return csv;
}

static void no_cell_is_computed_and_none_is_lost(void **state) {
  (void)state;
  static const char *const texts[] = {
      "=cmd|'/c calc'!A1",
      "+1",
      "-2",
      "@SUM(A1)",
      "'quoted'",
      " =1",
      "a \"b\" c",
      "a,b;c",
      "one\n=two",
      "one;=two",
      "one; \"+two",
      "one;two;'three;''four",
      "one\n- two",
      "＝1",
      "\n=1",
      "שלום עולם",
      "",
      "plain",
      "''",
      "\"",
      "a\"",
      "-",
      "漢字, 仮名",
      "a line\nand another\n",
      "http://example.org/?a=b",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    char *csv = write_cell(texts[i]);
    assert_memory_equal(csv, "\xef\xbb\xbf", 3);
    const char *first = csv + 3 + (csv[3] == '"');
    assert_true(!*texts[i] || !strchr("=+-@\t\r ", *first));
    assert_null(strstr(csv, ";="));
    assert_null(strstr(csv, "\n="));
    assert_string_equal(csv + strlen(csv) - 2, "\r\n");
    char *cell = read_cell(csv + 3);
    assert_string_equal(cell, texts[i]);
    free(cell);
    free(csv);
  }
}

static size_t count(const char *text, const char *part) {
  size_t found = 0;
  for (; (text = strstr(text, part)); text += strlen(part))
    found++;
  return found;
}

static void private_notes_are_a_column_only_when_asked_for(void **state) {
  (void)state;
  struct checklist *checklist = fixture_zoning();
  struct session *session = fixture_rich(checklist);
  char *text = fixture_write("answers", "csv", checklist, session, &(struct report_options){0},
                             &(struct write_options){0});
  assert_has_not(text, "Private note");
  assert_has_not(text, "when nobody listens");
  assert_int_equal(count(text, "\r\n"), 23); /* the head, 21 questions, one no longer asked */
  free(text);
  session_free(session);
  fixture_free(checklist);
}

/* --- what is hard to print ---*/

static char *repeated(const char *text, size_t times) {
  struct strbuf out;
  strbuf_init(&out);
  strbuf_add_repeat(&out, text, times);
  return strbuf_take(&out);
}

static struct session *hostile_session(const struct checklist *checklist) {
  struct session *session =
      fixture_session(checklist, "profile.level=town permits.written=unknown");
  struct answer answer;
  answer_copy(&answer, NULL);
  answer.value = (char *)"The United Townships of Upper and Lower Long-Name-on-the-Lake";
  record(session, "profile.name", FIELD_VALUE, &answer);
  answer.value = NULL;
  answer.comment = repeated("=comment ", 2200);
  record(session, "permits.written", FIELD_COMMENT, &answer);
  answer.evidence_count = 500;
  answer.evidence = memory_new_zeroed(500, sizeof *answer.evidence);
  for (size_t i = 0; i < 500; i++)
    answer.evidence[i] =
        (struct evidence){.what = (char *)"paper", .quote = (char *)"\"שלום, עולם\""};
  record(session, "permits.written", FIELD_EVIDENCE, &answer);
  free(answer.evidence);
  free(answer.comment);
  char *word = repeated("w", 300);
  follow_up(session, "permits.written", word, word, "2026-12-01");
  free(word);
  return session;
}

static void nothing_is_lost(void **state) {
  (void)state;
  struct checklist *checklist = fixture_zoning();
  struct session *session = hostile_session(checklist);
  char *csv = fixture_write("answers", "csv", checklist, session, &(struct report_options){0},
                            &(struct write_options){0});
  assert_int_equal(count(csv, "=comment"), 2200);
  assert_int_equal(count(csv, ". paper"), 500);
  char *text = fixture_write("to-find-out", "text", checklist, session, &(struct report_options){0},
                             &(struct write_options){.paged = true});
  assert_in_range(count(text, "w"), 900, 1100); /* who, what, and who again */
  char *letters = fixture_text("records-request", checklist, session);
  assert_has(letters, "Long-Name-on-the-Lake");
  char *page = fixture_write("one-page", "text", checklist, session, &(struct report_options){0},
                             &(struct write_options){.paged = true});
  assert_has(page, "Page 1 of 1");
  free(page);
  free(letters);
  free(text);
  free(csv);
  session_free(session);
  fixture_free(checklist);
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_open_when_all_is_answered),
      cmocka_unit_test(a_promise_keeps_an_answered_question_on_the_list),
      cmocka_unit_test(promises_stand_by_date),
      cmocka_unit_test(each_office_gets_a_page_of_its_own),
      cmocka_unit_test(a_letter_is_in_the_language_of_the_office),
      cmocka_unit_test(nothing_typed_stands_on_the_page_but_the_place),
      cmocka_unit_test(no_cell_is_computed_and_none_is_lost),
      cmocka_unit_test(private_notes_are_a_column_only_when_asked_for),
      cmocka_unit_test(nothing_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
