/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "yaml/node.h"

static const char *const texts[] = {
    "扣留请求：市政府拒绝。\n第二行。",
    "مجلس المدينة يرفض",
    "\u05d0\u05d1\u05d2 abc 123",
    "👩‍👩‍👧 family, flag 🇺🇸",
    "e\u0301 and é",
    "---",
    "...",
    "# end 00000000",
    "first\n# end 00000000\nlast",
    "\"double\" and 'single' and \\back\\slash",
    "- list\n- of\n  - things",
    "key: value",
    "{a: b}",
    "[1, 2",
    "*alias &anchor !tag %directive @at `tick",
    "| block",
    "> folded\n  deeper\n\n\nblank lines above",
    "  indented first",
    "trailing spaces   \nin the middle",
    "~",
    "null",
    "true",
    "0x1f",
    "1e3",
    "'",
    "\"",
    "\\",
    "a\n\n\nb",
    "tab-free, comma, colon: hash # not a comment",
};

static void restart(const struct fixture *fixture, struct session **session) {
  save(*session);
  session_free(*session);
  *session = load(fixture);
}

static void hostile_texts_come_back(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct evidence evidence = {NULL, NULL, (char *)texts[i], NULL, NULL, NULL};
    struct answer wanted;
    answer_copy(&wanted, NULL);
    wanted.value = "other";
    wanted.words = wanted.note = wanted.comment = (char *)texts[i];
    wanted.evidence = &evidence;
    wanted.evidence_count = 1;
    wanted.group.minority = (char *)texts[i];
    assert_true(session_apply(session, "permits.practice", 0xff, &wanted, NULL));
    give(session, "landscape.story", texts[i], NULL);
    give(session, "profile.name", texts[i], NULL);
    session_set_draft(session, "permits.practice", "comment", texts[i]);
    char *before = session_text(session);
    restart(fixture, &session);
    char *after = session_text(session);
    assert_string_equal(after, before);
    const struct answer *answer = session_answer(session, "permits.practice");
    assert_string_equal(answer->words, texts[i]);
    assert_string_equal(answer->note, texts[i]);
    assert_string_equal(answer->evidence[0].quote, texts[i]);
    assert_string_equal(answer->group.minority, texts[i]);
    assert_value(session, "landscape.story", texts[i]);
    assert_value(session, "profile.name", texts[i]);
    assert_string_equal(session_draft(session)->text, texts[i]);
    free(before);
    free(after);
  }
  session_free(session);
}

static void long_texts_come_back(void **state) {
  FIXTURE;
  static const char *const units[] = {"x", "\"", "é", "汉", "👩", "a\n", "\\ "};
  struct session *session = create(fixture);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_repeat(&text, units[i], (NODE_TEXT_LIMIT_BYTES - 4) / strlen(units[i]));
    strbuf_add(&text, ".");
    comment(session, "permits.practice", text.text);
    session_set_draft(session, "permits.practice", "note", text.text);
    restart(fixture, &session);
    assert_string_equal(session_answer(session, "permits.practice")->comment, text.text);
    assert_string_equal(session_draft(session)->text, text.text);
    strbuf_release(&text);
  }
  session_free(session);
}

static void unknown_keys_are_kept(void **state) {
  FIXTURE;
  static const char file[] =
      "format: 1\n"
      "color: green\n"
      "checklist: {id: zoning, edition: '2026-01', origin: [a, b]}\n"
      "profile: {name: Cedar Falls}\n"
      "answers:\n"
      "  permits.practice:\n"
      "    answer: yes\n"
      "    mood: good\n"
      "    evidence:\n"
      "    - {what: Code, page: 12}\n"
      "    - {shelf: 3}\n"
      "    follow-up: {who: R., phone: none}\n"
      "    group: {for: 3, place: {hall: big}}\n"
      "draft: {question: permits.practice, field: note, text: x, cursor: 1}\n"
      "history: {done: 0, changes: [{id: permits.practice, why: w,\n"
      "  after: {answer: no, mood: bad}}], since: May}\n";
  write_contents(fixture->path, file);
  struct session *session = load(fixture);
  struct answer wanted;
  answer_copy(&wanted, session_answer(session, "permits.practice"));
  free(wanted.evidence[0].section);
  wanted.evidence[0].section = strdup("12");
  wanted.follow_up.kept = wanted.group.kept = NULL; /* no front end minds them */
  wanted.follow_up.done = true;
  assert_true(session_apply(session, "permits.practice",
                            FIELD_EVIDENCE | FIELD_FOLLOW_UP | FIELD_GROUP, &wanted, NULL));
  answer_release(&wanted);
  session_undo(session);
  session_redo(session);
  restart(fixture, &session);
  char *text = session_text(session);
  static const char *const kept[] = {"\ncolor: green\n",         "\n  origin:\n  - a\n  - b\n",
                                     "\n    mood: good\n",       "\n      page: 12\n",
                                     "\n    - shelf: 3\n",       "\n      phone: none\n",
                                     "\n        hall: big\n",    "\n  cursor: 1\n",
                                     "\n  since: May\n",         "\n      done: \"yes\"\n",
                                     "\n      section: \"12\"\n"};
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    if (!strstr(text, kept[i]))
      fail_msg("lost:%s in\n%s", kept[i], text);
  free(text);
  session_set_draft(session, NULL, NULL, NULL);
  text = session_text(session);
  assert_null(strstr(text, "cursor"));
  free(text);
  session_free(session);
}

static void the_order_is_that_of_the_checklist(void **state) {
  FIXTURE;
  struct session *one = session_new(fixture->checklist), *two = session_new(fixture->checklist);
  static const char *const ids[] = {"tenants.covered", "profile.level", "permits.practice",
                                    "fees.scaled", "permits.written"};
  for (size_t i = 0; i < 5; i++) {
    give(one, ids[i], "unknown", NULL);
    give(two, ids[4 - i], "unknown", NULL);
  }
  char *a = session_text(one), *b = session_text(two);
  *strstr(a, "history:") = *strstr(b, "history:") = '\0';
  assert_string_equal(a, b);
  free(a);
  free(b);
  session_free(one);
  session_free(two);
}

static void nothing_tells_of_the_computer(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  fill(session);
  save(session);
  char *text = contents(fixture->path);
  const char *user = getenv("USER"), *host = getenv("HOSTNAME");
  assert_null(strstr(text, fixture->folder));
  assert_null(strstr(text, "town.yaml"));
  assert_true(!user || strlen(user) < 5 || !strstr(text, user));
  assert_true(!host || strlen(host) < 5 || !strstr(text, host));
  free(text);
  session_free(session);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(hostile_texts_come_back),       fixture_test(long_texts_come_back),
      fixture_test(unknown_keys_are_kept),         fixture_test(the_order_is_that_of_the_checklist),
      fixture_test(nothing_tells_of_the_computer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
