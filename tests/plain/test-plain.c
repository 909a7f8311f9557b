/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transcript cannot show, or only with more around it than matters. */
#include <config.h>

#include "plain/plain.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/language.h"
#include "base/strbuf.h"
#include "guide/guide.h"
#include "guide/library.h"
#include "tests/base/mo-builder.h"
#include "tests/base/scratch.h"
#include "tests/plain/conversation.h"

static const struct plain_options home;

static void says(const char *said, const char *part) {
  if (!strstr(said, part))
    fail_msg("'%s' is not in:\n%s", part, said);
}

static void does_not_say(const char *said, const char *part) {
  if (strstr(said, part))
    fail_msg("'%s' is in:\n%s", part, said);
}

/* --- drafts and locks --------------------------------------------------------------------------*/

static void typing_is_kept_as_a_draft(void **state) {
  (void)state;
  char *said = conversation_text((struct plain_options){0},
                                 "1\nSpringfield\n:comment\nhalf a\nsentence that");
  assert_non_null(strstr(said, "Everything is saved in sessions/springfield.yaml."));
  free(said);
  said =
      conversation_text((struct plain_options){0}, "1\n:comment\nends here.\n.\n:comment\n\n:q\n");
  assert_non_null(strstr(said, "Unfinished: a text you began here is kept; go on with :comment."));
  assert_non_null(strstr(said, "You began to write:\nhalf a\nsentence that\n"));
  assert_non_null(strstr(said, "Now it says:\nhalf a\nsentence that\nends here.\n"));
  free(said);
}

static void even_a_first_draft_is_kept(void **state) {
  (void)state;
  char *said = conversation_text(home, "1\n:comment\nhalf a");
  says(said, "Everything is saved in sessions/session.yaml.");
  free(said);
  char *session = scratch_read("sessions/session.yaml", NULL);
  says(session, "half a");
  free(session);
}

/* Not only at the end: the computer may lose its power. */
static void each_line_is_kept_at_once(void **state) {
  (void)state;
  free(conversation_text(home, "1\nSpringfield\n:comment\nline one\n"
                               "!rename sessions/springfield.yaml kept-1\nline two\n"
                               "!rename sessions/springfield.yaml kept-2\n.\n:q\n"));
  char *one = scratch_read("kept-1", NULL), *two = scratch_read("kept-2", NULL);
  says(one, "draft:");
  says(one, "line one");
  does_not_say(one, "line two");
  says(two, "line two");
  free(one);
  free(two);
  char *session = scratch_read("sessions/springfield.yaml", NULL);
  does_not_say(session, "draft:");
  free(session);
}

static void the_fields_of_a_form_are_kept(void **state) {
  (void)state;
  static const struct {
    const char *typed, *again, *now;
  } forms[] = {
      {":evidence Report\np. 3\n", ":evidence\n\n", "Section or page. Now: p. 3."},
      {":follow-up\nask the clerk\nboth of us\n", ":follow-up\n\n",
       "Who does it. Now: both of us."},
      {":tally\nmajority\n7\n", ":tally\n\n", "How many were for it. Now: 7."},
  };
  free(conversation_text(home, "1\nSpringfield\n:q\n"));
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    struct strbuf typed;
    strbuf_init(&typed);
    strbuf_addf(&typed, "1\n:go 5\n%s", forms[i].typed);
    free(conversation_text(home, typed.text));
    strbuf_clear(&typed);
    strbuf_addf(&typed, "1\n%s<\n:q\n", forms[i].again);
    char *said = conversation_text(home, typed.text);
    says(said, "Unfinished: a text you began here is kept; go on with :");
    says(said, forms[i].now);
    free(said);
    strbuf_release(&typed);
  }
  char *session = scratch_read("sessions/springfield.yaml", NULL);
  does_not_say(session, "draft:"); /* left with < */
  free(session);
}

static void nothing_typed_makes_no_file(void **state) {
  (void)state;
  char *said = conversation_text(home, "1\n\n\n<\n:q\n");
  says(said, "Nothing was recorded, so there is nothing to save.");
  free(said);
  assert_int_equal(scratch_count("."), 1); /* the checklists */
}

static void open_elsewhere(void **state) {
  (void)state;
  struct session_report report;
  free(conversation_text((struct plain_options){0}, "1\nSpringfield\n:q\n"));
  struct guide *first = library_open("sessions/springfield.yaml", SESSION_WRITE, &report, NULL);
  const struct plain_options options = {.session_path = "sessions/springfield.yaml"};
  char *said = conversation_text(options, "1\n:comment x\n:q\n");
  assert_non_null(strstr(said, "Open elsewhere: another program is writing this session"));
  assert_non_null(strstr(said, "Not done: this session is open for reading only"));
  assert_non_null(strstr(said, "Nothing was changed"));
  free(said);
  int status;
  said = conversation(options, "2\n", 2, &status);
  assert_int_equal(status, 1);
  free(said);
  said = conversation(options, "", 0, &status);
  assert_int_equal(status, 0);
  assert_non_null(strstr(said, "The input has ended."));
  free(said);
  guide_free(first);
}

/* --- documents ---------------------------------------------------------------------------------*/

static void a_document_is_read_here(void **state) {
  (void)state;
  char *said = conversation_text(
      home, "practice\nSpringfield\ngo 4\n:note secret\n:export\nsummary\nno\nread it here\n<\n"
            ":export\nsummary\nyes\nread it here\n<\n:q\n");
  says(said, "Backyard homes");
  char *second = strstr(strstr(said, "What is to be done with it?"), "Which document?");
  says(second, "secret");
  *second = '\0';
  does_not_say(strstr(said, "Which document?"), "secret");
  free(said);
}

static void a_document_is_written(void **state) {
  (void)state;
  char *said = conversation_text(
      home, "practice\nSpringfield\n:export\nsummary\nwrite\nplain text\n"
            "a4\n\n:export\nsummary\nwrite\nplain text\n1\n\n<\n:export\nsummary\nwrite\nplain "
            "text\n1\n\nkeep\n\n:q\n");
  says(said, "Written: ./springfield-summary.txt (");
  says(said, "There is such a file already.");
  says(said, "Not written.");
  says(said, "Written: ./springfield-summary-2.txt (");
  free(said);
  char *document = scratch_read("springfield-summary.txt", NULL);
  says(document, "Springfield");
  free(document);
}

static void a_document_that_cannot_be_written(void **state) {
  (void)state;
  char *said = conversation_text(
      home, "practice\nTown\n:export\nsummary\n1\nplain text\n1\nno/such/folder/a.txt\n:q\n");
  says(said, "Not done: cannot ");
  does_not_say(said, "Written: ");
  free(said);
}

static void what_has_to_be_looked_at_is_read_first(void **state) {
  (void)state;
  char *said = conversation_text(
      home, "practice\nSpringfield\n:export\ndraft ordinance\n3\n<\n:export\nsummary\n4\n<\n:q\n");
  says(said, "things to look at before it is used\n");
  says(said, "): ");
  says(said, "Not a choice: '4'.");
  free(said);
}

static void prints_where_there_is_a_printer(void **state) {
  (void)state;
  static const char lp[] = "#!/bin/sh\nwhile read -r line; do echo \"$line\"; done >printed\n";
  scratch_write("bin/lp", lp, sizeof lp - 1);
  assert_int_equal(chmod("bin/lp", 0700), 0);
  setenv("PATH", "bin", 1);
  char *said =
      conversation_text(home, "practice\nSpringfield\n:export\nsummary\nprint it\nUS Letter\n:q\n");
  says(said, "Sent to the printer.");
  free(said);
  char *printed = scratch_read("printed", NULL);
  says(printed, "Springfield");
  free(printed);
  static const char lpstat[] = "#!/bin/sh\necho upstairs\necho hall\n";
  scratch_write("bin/lpstat", lpstat, sizeof lpstat - 1);
  assert_int_equal(chmod("bin/lpstat", 0700), 0);
  said =
      conversation_text(home, "practice\nSpringfield\n:export\nsummary\nprint it\n2\nhall\n:q\n");
  says(said, "1. The usual one\n2. upstairs\n3. hall\n");
  says(said, "Sent to the printer.");
  free(said);
  static const char broken[] = "#!/bin/sh\necho out of paper\nexit 1\n";
  scratch_write("bin/lp", broken, sizeof broken - 1);
  said = conversation_text(home, "practice\nSpringfield\n:export\nsummary\nprint it\n1\n1\n:q\n");
  says(said, "Not done: not printed: out of paper.");
  free(said);
}

/* --- languages ---------------------------------------------------------------------------------*/

static void write_catalogue(void) {
  static const struct mo_entry entries[] = {
      MO_ENTRY("", "Content-Type: text/plain; charset=UTF-8\n"),
      MO_ENTRY("First question: there is none before it.", "Primera pregunta: no hay otra antes."),
      MO_ENTRY("Not answered.", "Sin respuesta."),
      MO_ENTRY("plain\4undo u", "deshacer d"),
      MO_ENTRY("plain\4yes y", "sí s"),
  };
  size_t size;
  unsigned char *bytes = mo_build(entries, sizeof entries / sizeof *entries, false, &size);
  scratch_write("locale/es/LC_MESSAGES/disentangle.mo", bytes, size);
  free(bytes);
}

static void speaks_another_language(void **state) {
  (void)state;
  write_catalogue();
  language_close_all();
  char *said = conversation_text(
      home, "practice\n:language\nespañol\n<\n:DESHACER\n:undo\n:language\nEnglish\n<\n:q\n");
  language_use(NULL);
  says(said, "Language: español.");
  says(said, "Sin respuesta.");
  says(said, "Primera pregunta: no hay otra antes.");
  does_not_say(said, "Not a command");
  says(said, "Language: English.");
  says(strstr(said, "Language: English."), "First question");
  free(said);
  char *settings = scratch_read("config/disentangle/settings.yaml", NULL);
  says(settings, "en");
  free(settings);
  language_close_all();
}

/* --- checklists --------------------------------------------------------------------------------*/

static void asks_which_checklist(void **state) {
  (void)state;
  static const char tiny[] = "format: 1\nid: tiny\nedition: \"1\"\ntitle: Tiny\nlanguage: en\n"
                             "profile:\n  - {id: name, kind: text, ask: Where?}\n"
                             "sections:\n  - id: one\n    title: One\n    kind: survey\n"
                             "    questions:\n"
                             "      - {id: q, source: added, ask: Well?, kind: text}\n";
  scratch_write("data/checklists/tiny/checklist.yaml", tiny, sizeof tiny - 1);
  char *said = conversation_text(home, "practice\n<\npractice\ntiny\nHere\nThere\n5\nq\n");
  says(said, "Which checklist?\n1. Tiny\n2. Backyard homes\n");
  says(said, "Well?");
  says(said, "Goodbye.");
  free(said);
  const struct plain_options named = {.checklist = "tiny"};
  said = conversation_text(named, "practice\n:q\n");
  says(said, "Where?");
  does_not_say(said, "Which checklist?");
  free(said);
  const struct plain_options unheard_of = {.checklist = "unheard-of"};
  said = conversation_text(unheard_of, "1\nworksheet\nq\n");
  says(said, "Not done: there is no checklist 'unheard-of'");
  free(said);
}

static void a_new_session_under_a_given_name(void **state) {
  (void)state;
  int status;
  const struct plain_options options = {.session_path = "given.yaml", .create = true};
  char *said = conversation(options, "Town\n:q\n", 8, &status);
  assert_int_equal(status, 0);
  says(said, "Saved in given.yaml.");
  free(said);
  said = conversation(options, "Town\n:q\n", 8, &status); /* it is there now */
  assert_int_equal(status, 1);
  says(said, "Not done: 'given.yaml' is already there");
  free(said);
}

static void an_unreadable_session_has_a_version_before(void **state) {
  (void)state;
  const struct plain_options options = {.session_path = "sessions/springfield.yaml"};
  int status;
  free(conversation_text(home, "1\nSpringfield\ntown\n:q\n"));
  scratch_write("sessions/springfield.yaml", "answers: [", 10);
  char *said = conversation(options, "2\n", 2, &status);
  says(said, "This file cannot be read. A version saved before it is there.");
  assert_int_equal(status, 1);
  free(said);
  said = conversation(options, "1\n:q\n", 5, &status);
  says(said, "Opened: the version saved before.");
  assert_int_equal(status, 0);
  free(said);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, conversation_setup, conversation_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(typing_is_kept_as_a_draft),
      TEST(even_a_first_draft_is_kept),
      TEST(each_line_is_kept_at_once),
      TEST(the_fields_of_a_form_are_kept),
      TEST(nothing_typed_makes_no_file),
      TEST(open_elsewhere),
      TEST(a_document_is_read_here),
      TEST(a_document_is_written),
      TEST(what_has_to_be_looked_at_is_read_first),
      TEST(a_document_that_cannot_be_written),
      TEST(prints_where_there_is_a_printer),
      TEST(speaks_another_language),
      TEST(asks_which_checklist),
      TEST(a_new_session_under_a_given_name),
      TEST(an_unreadable_session_has_a_version_before),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
