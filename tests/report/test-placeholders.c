/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/placeholders.h"

#include "../base/cmocka-tests.h"
#include "base/strbuf.h"

static void tell(void *context, enum placeholder_kind kind, const char *name, const char *options,
                 struct strbuf *out) {
  (void)context;
  static const char letters[] = "PSC?";
  strbuf_addf(out, "<%c %s %s>", letters[kind], name, options);
}

static void placeholders_are_replaced(void **state) {
  (void)state;
  static const struct {
    const char *text, *wanted;
  } rows[] = {
      {"", ""},
      {"No brace.", "No brace."},
      {"{profile.name} rules", "<P profile.name > rules"},
      {"See {section:other-one}.", "See <S other-one >."},
      {"within {choice:days|30|60} days", "within <C days 30|60> days"},
      {"{choice:months|three|six}{profile.x}", "<C months three|six><P profile.x >"},
      {"{agency}", "<? agency >"},
      {"{choice:days}", "<? choice:days >"},
      {"{other:a|b}", "<? other:a|b >"},
      {"{}", "<?  >"},
      {"a { b", "a { b"},
      {"a } b", "a } b"},
      {"{a {profile.b}", "{a <P profile.b >"},
      {"{", "{"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct strbuf out;
    strbuf_init(&out);
    placeholders_fill(&out, rows[i].text, tell, NULL);
    assert_string_equal(out.text, rows[i].wanted);
    strbuf_release(&out);
  }
}

static void words_are_found_whole(void **state) {
  (void)state;
  static const struct {
    const char *text, *words;
    bool occurs;
  } rows[] = {
      {"a judge signed it", "judge", true},
      {"Judge", "judge", true},
      {"the JUDGE.", "judge", true},
      {"(judge)", "judge", true},
      {"judges", "judge", false},
      {"prejudge", "judge", false},
      {"judgé", "judge", false},
      {"judge judges", "judges", true},
      {"local\nagency", "local agency", true},
      {"local  agency", "local agency", true},
      {"localagency", "local agency", false},
      {"local agenc", "local agency", false},
      {"the judge-signed warrant", "judge-signed warrant", true},
      {"", "judge", false},
      {"judge", "", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (words_occur(rows[i].text, rows[i].words) != rows[i].occurs)
      fail_msg("'%s' in '%s'", rows[i].words, rows[i].text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(placeholders_are_replaced),
      cmocka_unit_test(words_are_found_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
