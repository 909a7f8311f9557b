/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the copy to share takes out, what it leaves, and what it tells. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../base/cmocka-tests.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "fixture.h"
#include "hostile.h"
#include "report/share.h"
#include "session/session.h"

struct sample {
  const char *text, *shared; /* shared NULL: as it was */
};

static char *shared(const char *text) {
  struct strbuf out;
  strbuf_init(&out);
  share_text(text, &out, NULL, NULL);
  return strbuf_take(&out);
}

static void check(const struct sample *samples, size_t count) {
  for (size_t i = 0; i < count; i++) {
    char *got = shared(samples[i].text);
    const char *wanted = samples[i].shared ? samples[i].shared : samples[i].text;
    if (strcmp(got, wanted) != 0)
      fail_msg("'%s' became '%s', not '%s'", samples[i].text, got, wanted);
    free(got);
  }
}
#define CHECK(samples) check(samples, sizeof(samples) / sizeof *(samples))

#define EMAIL   "[removed: email address]"
#define PHONE   "[removed: phone number]"
#define ADDRESS "[removed: street address]"
#define ID      "[removed: personal number]"
#define LINK    "[removed: part of a link]"

static void email_addresses(void **state) {
  (void)state;
  static const struct sample samples[] = {
      {"ana@example.org", EMAIL},
      {"Write to <ana.b+vote@mail.example.org>.", "Write to <" EMAIL ">."},
      {"a@b.co, c_d@e.f.net; g-h@i-j.org", EMAIL ", " EMAIL "; " EMAIL},
      {"mailto:ana@example.org", "mailto:" EMAIL},
      {"\"ana b\"@example.org", EMAIL},
      {"ana@[192.0.2.1]", EMAIL},
      {"ana @ example.org", EMAIL},
      {"ana (at) example (dot) org", EMAIL},
      {"ana[at]example.org", EMAIL},
      {"ana(@)example.org", EMAIL},
      {"write ana at example dot org now", "write " EMAIL " now"},
      {"ana arroba example punto org", EMAIL},
      {"имя@почта.рф", EMAIL},
      {"用户@例子.公司", EMAIL},
      {"ana＠example．org", EMAIL},
      {"ana\u200b@\u200bexample.org", EMAIL},
      {"आना@उदाहरण.भारत", EMAIL},
      {"look at example.org", NULL},
      {"at 5 dollars @ 2 each", NULL},
      {"@", NULL},
      {"a@", NULL},
      {"@@@", NULL},
  };
  CHECK(samples);
}

static void phone_numbers(void **state) {
  (void)state;
  static const struct sample samples[] = {
      {"(312) 555-0101", PHONE},
      {"312-555-0101", PHONE},
      {"312.555.0101", PHONE},
      {"312 555 0101", PHONE},
      {"3125550101", PHONE},
      {"+1 (312) 555-0101", PHONE},
      {"1-312-555-0101", PHONE},
      {"call 555-0101 after six", "call " PHONE " after six"},
      {"tel. 555 0101", "tel. " PHONE},
      {"+52 55 1234 5678", PHONE},
      {"+44 20 7946 0958", PHONE},
      {"01 23 45 67 89", PHONE},
      {"teléfono: 612 345 678", "teléfono: " PHONE},
      {"٣١٢-٥٥٥-٠١٠١", PHONE},
      {"३१२ ५५५ ०१०१", PHONE},
      {"３１２－５５５－０１０１", PHONE},
      {"312\u2013555\u20110101", PHONE},
      {"312\u200b555\u200b0101", PHONE},
      {"电话 12345678", "电话 " PHONE},
      {"2026-11-22 312-555-0101", "2026-11-22 " PHONE},
      {"312-555-0101 or 312-555-0102", PHONE " or " PHONE},
      {"312-555-0101 312-555-0102", PHONE},
      {"on 2026-11-22 and 11/22/2026", NULL},
      {"from 2018-2020, 5 ILCS 805/5, 8 U.S.C. 1373(a)", NULL},
      {"Order 7.2, section 12-4-303", NULL},
      {"paid 1,200,000 dollars", NULL},
      {"12 to 14, 300 people, 2 of 3", NULL},
  };
  CHECK(samples);
}

static void numbers_that_stand_for_a_person(void **state) {
  (void)state;
  static const struct sample samples[] = {
      {"123-45-6789", ID},
      {"A123456789", "A" ID},
      {"file A 123 456 789", "file A " ID},
      {"A# 123-456-789", "A# " ID},
      {"4111 1111 1111 1111", ID},
  };
  CHECK(samples);
}

static void street_addresses(void **state) {
  (void)state;
  static const struct sample samples[] = {
      {"lives at 12 Elm Street.", "lives at " ADDRESS "."},
      {"1200 N. Lake Shore Drive, Apt. 4B", ADDRESS},
      {"12 elm street", ADDRESS},
      {"350 Fifth Ave #21", ADDRESS},
      {"8 Old Mill Rd Unit 3", ADDRESS},
      {"221B Baker Street", ADDRESS},
      {"12 West 5th Street", ADDRESS},
      {"P.O. Box 123", ADDRESS},
      {"PO Box 123, Elm Grove", ADDRESS ", Elm Grove"},
      {"Calle Olmo 12", ADDRESS},
      {"Av. de los Olmos #12", ADDRESS},
      {"Carrera 7 No. 12", ADDRESS " No. 12"},
      {"12, rue des Ormes", ADDRESS},
      {"Ulmenstraße 12", ADDRESS},
      {"улица Ленина, 12", ADDRESS},
      {"شارع النخيل ١٢", ADDRESS},
      {"南京路12号", ADDRESS},
      {"In 2018 the Circuit Court held", NULL},
      {"7 County Court", NULL},
      {"5 judges of the court", NULL},
      {"3 blocks down the street", NULL},
      {"2 ways to drive 30 people home", NULL},
  };
  CHECK(samples);
}

static void links(void **state) {
  (void)state;
  static const struct sample samples[] = {
      {"https://example.org/code", NULL},
      {"see https://example.org/code/12.4/general-order-7-2-2018.", NULL},
      {"https://example.org/code?part=12&user=ana", "https://example.org/code" LINK},
      {"https://example.org/code#ana", "https://example.org/code" LINK},
      {"https://ana:secret@example.org/code", "https://" LINK "example.org/code"},
      {"https://docs.example.org/d/1AbCdEfGhIj234/edit", "https://docs.example.org/d/" LINK},
      {"https://example.org/0f8fad5b-d9cb-469f-a165-70867728950e", "https://example.org/" LINK},
      {"https://example.org:8080/a?b", "https://example.org:8080/a" LINK},
      {"https://example.org/@ana/1", "https://example.org/" LINK},
      {"www.example.org/a?token=b", "www.example.org/a" LINK},
      {"example.org/a?token=b, then", "example.org/a" LINK ", then"},
      {"<https://example.org/?ana>", "<https://example.org/" LINK ">"},
      {"either/or, and 12.4/b?", NULL},
  };
  CHECK(samples);
}

static void times_become_dates(void **state) {
  (void)state;
  static const struct sample samples[] = {
      {"2026-11-21T18:32:05Z", "2026-11-21"},
      {"at 2026-11-21 18:32, then", "at 2026-11-21, then"},
      {"2026-11-21T18:32:05.123+02:00!", "2026-11-21!"},
      {"2026-11-21", NULL},
      {"18:32", NULL},
  };
  CHECK(samples);
}

/* --- what is told
 * --------------------------------------------------------------------------------*/

static void add_found(enum share_kind kind, const char *text, size_t length, void *context) {
  strbuf_addf(context, "%d:%.*s|", (int)kind, (int)length, text);
}

static void assert_found(const char *text, enum share_kind kind, const char *what) {
  struct strbuf out, found, wanted;
  strbuf_init(&out);
  strbuf_init(&found);
  strbuf_init(&wanted);
  share_text(text, &out, add_found, &found);
  strbuf_addf(&wanted, "%d:%s|", (int)kind, what);
  if (!strstr(found.text, wanted.text))
    fail_msg("'%s': found '%s', not '%s'", text, found.text, wanted.text);
  if (kind >= SHARE_REMOVED_COUNT)
    assert_string_equal(out.text, text);
  strbuf_release(&out);
  strbuf_release(&found);
  strbuf_release(&wanted);
}

static void assert_nothing_found(const char *text) {
  struct strbuf out, found;
  strbuf_init(&out);
  strbuf_init(&found);
  share_text(text, &out, add_found, &found);
  assert_string_equal(found.text, "");
  strbuf_release(&out);
  strbuf_release(&found);
}

static void what_cannot_be_judged_is_told(void **state) {
  (void)state;
  assert_found("ask Maria Lopez first", SHARE_MAYBE_NAME, "Maria Lopez");
  assert_found("Sheriff Maria de la Cruz said", SHARE_MAYBE_NAME, "Sheriff Maria de la Cruz");
  assert_found("by R. Diaz.", SHARE_MAYBE_NAME, "R. Diaz");
  assert_found("Officer Kim", SHARE_MAYBE_NAME, "Officer Kim");
  assert_found("Jean-Luc knows", SHARE_MAYBE_NAME, "Jean-Luc");
  assert_found("MARIA LOPEZ", SHARE_MAYBE_NAME, "MARIA LOPEZ");
  assert_found("Иван Петров", SHARE_MAYBE_NAME, "Иван Петров");
  assert_found("case 20181234567", SHARE_MAYBE_NUMBER, "20181234567");
  assert_found("1 234 567 people", SHARE_MAYBE_NUMBER, "1 234 567");
  assert_found("at 41.8781, -87.6298", SHARE_MAYBE_NUMBER, "41.8781");
  assert_found("write @maria_l", SHARE_MAYBE_ACCOUNT, "@maria_l");
  assert_found("she lives in Calle Olmo", SHARE_MAYBE_ADDRESS, "Calle Olmo");
  assert_found("问张三", SHARE_MAYBE_SCRIPT, "问");
  assert_found("اسأل مريم", SHARE_MAYBE_SCRIPT, "ا");
}

static void plain_words_are_not_told(void **state) {
  (void)state;
  assert_nothing_found("The Cook County Board and the Police Department say no.");
  assert_nothing_found("General Order 7.2 of ICE and DHS, since 2018.");
  assert_nothing_found("");
}

/* --- whole sessions
 * ------------------------------------------------------------------------------*/

static struct session *session_with(const struct checklist *checklist, const char *typed) {
  struct session *session = session_new(checklist);
  struct evidence evidence = {.what = (char *)typed,
                              .section = (char *)typed,
                              .quote = (char *)typed,
                              .link = (char *)typed};
  struct answer wanted;
  struct error err = ERROR_INIT;
  answer_copy(&wanted, NULL);
  wanted.value = (char *)"partly";
  wanted.words = wanted.comment = wanted.note = (char *)typed;
  wanted.evidence = &evidence;
  wanted.evidence_count = 1;
  wanted.follow_up.what = (char *)typed;
  wanted.follow_up.who = (char *)"Zebulon";
  wanted.group.rule = wanted.group.minority = (char *)typed;
  unsigned fields =
      FIELD_VALUE | FIELD_COMMENT | FIELD_NOTE | FIELD_EVIDENCE | FIELD_FOLLOW_UP | FIELD_GROUP;
  assert_true(session_apply(session, "permits.written", fields, &wanted, &err));
  wanted.value = (char *)typed;
  assert_true(session_apply(session, "profile.name", FIELD_VALUE, &wanted, &err));
  assert_true(session_apply(session, "landscape.story", FIELD_VALUE, &wanted, &err));
  return session;
}

static void every_document_and_format_has_it(void **state) {
  struct checklist *zoning = *state;
  struct session *session = session_with(zoning, "xyzzy@example.org 312-555-0199 12 Quux Street");
  struct report_options options = {.share = true, .private_notes = true};
  struct write_options write = {.width_cells = 1000};
  for (const struct report_kind *kind = report_kinds; kind->name; kind++)
    for (const struct writer *writer = writers; writer->name; writer++) {
      if (!report_fits(kind, writer) || strcmp(writer->name, "pdf") == 0 ||
          !report_is_offered(kind, zoning))
        continue;
      char *text = fixture_write(kind->name, writer->name, zoning, session, &options, &write);
      assert_has_not(text, "xyzzy");
      assert_has_not(text, "0199");
      assert_has_not(text, "Quux");
      assert_has_not(text, "Zebulon");
      assert_has_not(text, "T18:32");
      free(text);
    }
  session_free(session);
}

static void the_session_itself_stays(void **state) {
  struct checklist *zoning = *state;
  struct session *session = session_with(zoning, "xyzzy@example.org");
  uint64_t version = session_version(session);
  session_free(share_copy(session, zoning, NULL));
  assert_true(session_version(session) == version);
  assert_string_equal(session_answer(session, "permits.written")->note, "xyzzy@example.org");
  assert_string_equal(session_answer(session, "permits.written")->follow_up.who, "Zebulon");
  session_free(session);
}

static void the_answers_stay(void **state) {
  struct checklist *zoning = *state;
  struct session *session = fixture_rich(zoning);
  struct session *copy = share_copy(session, zoning, NULL);
  for (size_t i = 0; i < session_answer_count(session); i++) {
    const struct answer *answer = session_answer_at(session, i);
    const struct answer *copied = session_answer(copy, answer->question_id);
    if (answer->value && strcmp(answer->question_id, "landscape.story") != 0)
      assert_string_equal(copied->value, answer->value);
    if (copied)
      assert_null(copied->note);
  }
  session_free(copy);
  session_free(session);
}

static void the_report_counts_and_places(void **state) {
  struct checklist *zoning = *state;
  struct session *session =
      session_with(zoning, "ana@example.org, bo@example.org; Maria Lopez, 20181234567");
  struct share_report report = {NULL, 0, 0};
  struct strbuf lines;
  strbuf_init(&lines);
  session_free(share_copy(session, zoning, &report));
  share_report_tell(&report, &lines);
  assert_has(lines.text, "Taken out of the copy to share:\n");
  assert_has(lines.text, "- 1 private note: question 5 (private note)");
  assert_has(lines.text, "- 1 name of who follows up: question 5 (");
  assert_has(lines.text, " email addresses: profile.name (answer)");
  assert_has(lines.text, "(evidence: quote)");
  assert_has(lines.text, "please look:\n- perhaps a name, \"Maria Lopez\": profile.name (answer)");
  assert_has(lines.text, "- a long number, \"20181234567\": ");
  assert_has_not(lines.text, "ana@");
  assert_has_not(lines.text, "Zebulon");
  assert_true(share_report_count(&report, true) > 20);
  share_report_release(&report);
  strbuf_release(&lines);
  session_free(session);
}

static void an_empty_session_says_so(void **state) {
  struct checklist *zoning = *state;
  struct session *session = session_new(zoning);
  struct strbuf lines;
  strbuf_init(&lines);
  report_tell_share(zoning, session, &lines);
  assert_has(lines.text, "Nothing was found that had to be taken out");
  assert_has(lines.text, "Read the document before you pass it on");
  strbuf_release(&lines);
  session_free(session);
}

/* --- hostile
 * -------------------------------------------------------------------------------------*/

static void hostile_texts_stay_valid(void **state) {
  (void)state;
  for (const char *const *text = hostile_texts; *text; text++) {
    char *got = shared(*text);
    assert_true(utf8_is_valid(got, strlen(got)) || !utf8_is_valid(*text, strlen(*text)));
    free(got);
  }
}

/* 64 KiB of what each rule has to go over: none may take time by the square. */
static void long_texts_take_no_long_time(void **state) {
  (void)state;
  static const char *const pieces[] = {"a",       "a.",     "a@",   "1 ",  "1-",    "12 A ",  "A ",
                                       "http://", "a/",     "a.b/", "@",   "(",     " at ",   "路",
                                       "路1",     "calle ", "po ",  "de ", "A de ", "\u0301", "号"};
  clock_t begin = clock();
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    struct strbuf text;
    strbuf_init(&text);
    while (text.length < 64 * 1024)
      strbuf_add(&text, pieces[i]);
    free(shared(text.text));
    strbuf_release(&text);
  }
  assert_true(clock() - begin < 20 * CLOCKS_PER_SEC);
}

static int load(void **state) {
  *state = fixture_zoning();
  return 0;
}

static int release(void **state) {
  fixture_free(*state);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(email_addresses),
      cmocka_unit_test(phone_numbers),
      cmocka_unit_test(numbers_that_stand_for_a_person),
      cmocka_unit_test(street_addresses),
      cmocka_unit_test(links),
      cmocka_unit_test(times_become_dates),
      cmocka_unit_test(what_cannot_be_judged_is_told),
      cmocka_unit_test(plain_words_are_not_told),
      cmocka_unit_test(every_document_and_format_has_it),
      cmocka_unit_test(the_session_itself_stays),
      cmocka_unit_test(the_answers_stay),
      cmocka_unit_test(the_report_counts_and_places),
      cmocka_unit_test(an_empty_session_says_so),
      cmocka_unit_test(hostile_texts_stay_valid),
      cmocka_unit_test(long_texts_take_no_long_time),
  };
  return cmocka_run_group_tests(tests, load, release);
}
