/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft law: what is in it, its numbers and references, and what it says is open. */
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/language.h"
#include "fixture.h"

static struct checklist *zoning;
static struct checklist *shipped;

static int load(void **state) {
  (void)state;
  zoning = fixture_zoning();
  shipped = fixture_checklist("checklists/local-law-enforcement");
  return 0;
}

static int release(void **state) {
  (void)state;
  fixture_free(zoning);
  fixture_free(shipped);
  return 0;
}

/* The part of a document from `begin` up to `end`; both are cut out of it in place. */
static char *between(char *text, const char *begin, const char *end) {
  assert_has(text, begin);
  char *first = strstr(text, begin);
  assert_has(first, end);
  *strstr(first, end) = '\0';
  return first;
}

static void sections_are_numbered_in_order(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning,
                             "profile.name=Elm permits.practice=no "
                             "parking.mandate=yes fees.scaled=yes");
  char *law = between(text, "An ordinance of Elm on second homes", "Annex");
  assert_words_in_order(law, "DRAFT of 2026-11-22, Section 1. Findings (a) Elm needs (b) Hearings "
                             "Section 2. Definitions (a) “Second home” Rules for second homes "
                             "Section 3. Permits by staff Section 4. Parking Section 5. Renters "
                             "Section 6. Other law Section 7. Severability");
  free(text);
}

static void a_group_heading_needs_two_sections(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning,
                             "permits.practice=no parking.mandate=no "
                             "tenants.covered=n/a");
  char *law = between(text, "An ordinance of", "Annex");
  assert_has(law, "Permits by staff");
  assert_has(law, "Rules for second homes\n---"); /* parking is good, but no law says so */
  assert_has_not(law, "Duties");
  free(text);
}

static void what_is_in_place_is_quoted_and_not_repeated(void **state) {
  (void)state;
  struct session *session = fixture_rich(zoning);
  char *text = fixture_text("ordinance", zoning, session);
  assert_has(
      text,
      "in place (Parking): “Parking is left to the owner.” (Ordinance 411, 2, seen 2026-10-09)");
  char *law = between(text, "An ordinance of Cedar Falls", "Annex");
  assert_has_not(law, "No parking space is required");
  free(text);
  session_free(session);
}

static void blanks_are_seen_and_listed(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning, "permits.practice=no permits.written=no");
  assert_has(text, "1 blank to fill in");
  assert_has(text, "What is your town or county called?");
  assert_has(text, "[name of the place] needs homes");
  assert_words_in_order(text, "[name of the place] title, 1 An ordinance of");
  free(text);
  text = fixture_after("ordinance", zoning,
                       "profile.name=unknown permits.practice=no permits.written=no");
  assert_has(text, "[name of the place] needs homes");
  free(text);
}

static void choices_are_brackets_and_listed(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning, "profile.name=Elm permits.practice=partly");
  assert_has(text, "within [30 / 45 / 60] days.");
  assert_has(text, "2 choices to make");
  assert_has_not(text, "blank to fill in");
  free(text);
}

static void references_lead_to_what_is_there(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning, "permits.practice=no fees.scaled=no");
  assert_has(text, "(b) Fees are those of [“Fees” in the separate text “A resolution of");
  free(text);
  text = fixture_after("ordinance", zoning, "permits.practice=no fees.scaled=n/a");
  assert_has(text, "(b) Fees are those of [the section “Fees”, which is not in this draft].");
  assert_has(text, "1 reference to what is not in this draft");
  free(text);
}

static void references_get_the_number_of_their_section(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", shipped, "");
  const char *law = strstr(text, "Section 1.");
  assert_has(law, ") Section ");
  free(text);
}

static void only_definitions_that_are_used(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning, "permits.practice=no fees.scaled=n/a");
  char *law = between(text, "An ordinance of", "Annex");
  assert_has(law, "“Second home”: A dwelling");
  assert_has_not(law, "“Floor area”");
  free(text);
}

static void a_finding_needs_what_it_supports(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning, "permits.practice=no permits.written=no");
  assert_has(text, "(b) Hearings delay permits");
  assert_has(text, "Second homes in Elm (invented)");
  free(text);
  text = fixture_after("ordinance", zoning,
                       "permits.practice=n/a permits.written=n/a "
                       "permits.appeals=n/a parking.mandate=yes");
  assert_has(text, "(a) [name of the place] needs homes");
  assert_has_not(text, "Hearings delay permits");
  free(text);
}

static void what_is_not_known_is_optional(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning,
                             "profile.name=Elm permits.practice=no "
                             "parking.mandate=unknown");
  assert_has(text, "4 optional sections or paragraphs to keep or strike");
  assert_words_in_order(text, "optional sections 4, 5 Keep or strike each");
  assert_words_in_order(text,
                        "Section 4. Parking [Optional: keep this or strike it when the answer "
                        "to question 7 is known.] "
                        "No parking space is required for a second home. "
                        "Section 6. Other law");
  free(text);
}

static void without_answers_there_is_a_model(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning, "");
  assert_has(text, "No question is answered yet.");
  assert_words_in_order(text, "optional sections 3 to 5 Keep or strike each");
  assert_has(text, "Questions to find out (the summary has them in full): 1 to 5, 7 to 14\n");
  assert_has(text, "Section 6. Other law");
  free(text);
}

static void where_nothing_is_called_for_there_is_no_law(void **state) {
  (void)state;
  char *text = fixture_after(
      "ordinance", zoning,
      "permits.practice=n/a permits.written=n/a permits.appeals=n/a parking.mandate=n/a "
      "fees.scaled=n/a fees.posted=yes tenants.covered=n/a");
  assert_has(text, "No section is called for");
  assert_has_not(text, "Section 1.");
  assert_has_not(text, "Other law"); /* those of every draft do not make one */
  assert_has(text, "From question to section");
  free(text);
}

static void with_everything_known_nothing_is_open(void **state) {
  (void)state;
  char *text = fixture_after(
      "ordinance", zoning,
      "profile.name=Elm landscape.decider=staff landscape.last-year=3 landscape.story=Fine "
      "permits.practice=n/a permits.written=n/a parking.mandate=yes parking.count=1 "
      "parking.since=2001-01-01 fees.scaled=n/a fees.posted=yes fees.kinds=permit "
      "tenants.covered=n/a tenants.notes=None");
  assert_has(text, "Nothing: every blank is filled in.");
  assert_has_not(text, "In the text");
  free(text);
}

static void other_instruments_stand_apart(void **state) {
  (void)state;
  char *text =
      fixture_after("ordinance", zoning, "permits.practice=no fees.scaled=no fees.posted=no");
  char *law = between(text, "An ordinance of", "Annex");
  assert_words_in_order(
      law, "Section 7. Severability A resolution of [name of the place] on fees DRAFT Be it "
           "resolved 1. Fees. A fee for a second home 2. In this resolution: (a) “Second home” (b) "
           "“Floor area” This resolution takes effect Fees for second homes Date: ___ To: The "
           "clerk of Dear clerk, 1. Posting of fees. The clerk is asked Why we ask: Fees are "
           "posted. We thank you. The council of");
  free(text);
}

static void other_instruments_need_no_law(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning,
                             "permits.practice=n/a permits.written=n/a parking.mandate=n/a "
                             "fees.scaled=unknown fees.posted=yes tenants.covered=n/a");
  assert_has(text, "No section is called for");
  assert_words_in_order(text,
                        "A resolution of 1. Fees. [Optional: question 10 is known.] A fee for");
  free(text);
}

static void an_instrument_that_is_not_relevant_is_left_out(void **state) {
  (void)state;
  char *text = fixture_after("letter", zoning, "profile.level=county fees.posted=no");
  assert_has_not(text, "Dear clerk");
  free(text);
  text = fixture_after("summary", zoning, "profile.level=county fees.posted=no");
  assert_has_not(text, "Fees are posted.");
  free(text);
  text = fixture_after("summary", zoning, "fees.posted=no");
  assert_has(text, "Fees are posted.");
  free(text);
}

static void what_every_letter_holds_does_not_make_one(void **state) {
  (void)state;
  char *text = fixture_after("letter", zoning, "fees.posted=no");
  assert_words_in_order(text, "Dear clerk, 1. Posting of fees. 2. Answer. The clerk");
  free(text);
  text = fixture_after("letter", zoning, "fees.posted=yes");
  assert_has_not(text, "Dear clerk");
  free(text);
}

static void letters_stand_alone(void **state) {
  (void)state;
  char *text = fixture_after("letter", zoning, "permits.practice=no fees.scaled=no fees.posted=no");
  assert_words_in_order(text, "Letters and resolutions - A resolution of - Fees for second "
                              "homes What is still open Be it resolved Dear clerk, Annex");
  char *letters = between(text, "Be it resolved", "Annex");
  assert_has_not(letters, "Section");
  assert_has_not(letters, "Severability");
  free(text);
  text = fixture_after("letter", zoning, "fees.scaled=n/a fees.posted=yes");
  assert_has(text, "No answer calls for a resolution or a letter.");
  free(text);
}

static void the_short_form_is_one_rule_and_what_it_needs(void **state) {
  (void)state;
  char *text = fixture_after("ordinance-short", zoning, "profile.name=Elm permits.practice=no");
  char *law = between(text, "An ordinance of Elm on second homes", "Annex");
  assert_words_in_order(law, "Section 1. Findings (a) Elm needs homes Section 2. Definitions "
                             "Section 3. Second homes permitted Section 4. Other law "
                             "Section 5. Severability");
  assert_has_not(law, "Permits by staff");
  assert_has_not(law, "Hearings delay");
  free(text);
}

static void where_the_one_rule_is_barred_others_stand_in_its_place(void **state) {
  (void)state;
  char *text = fixture_after("ordinance-short", shipped, "profile.name=Elm profile.state=TX");
  assert_words_in_order(text,
                        "Public notice of agreements Account of costs Effective date Annex: Left "
                        "out: state law may bar it No local resources In its place: Section");
  free(text);
}

static void an_answer_is_told_in_full_once(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", shipped, "profile.state=IL detainers.practice=partly");
  assert_words_in_order(text,
                        "Annex: Section 5. - Answer: partly - In these words: words Section 6. "
                        "Answer: partly. More under Section 5.");
  free(text);
}

static void what_a_checklist_has_no_text_for_is_not_offered(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  struct checklist *rules = fixture_checklist("tests/assess/rules.yaml");
  struct session *session = fixture_session(rules, "");
  assert_true(report_is_offered(report_find("ordinance"), rules));
  assert_false(report_is_offered(report_find("letter"), rules));
  assert_true(report_is_offered(report_find("letter"), zoning));
  assert_true(report_is_offered(report_find("summary"), rules));
  assert_null(
      report_build(report_find("letter"), rules, session, &(struct report_options){0}, &err));
  assert_has(err.message,
             "has no text for the document 'letter'; choose one of: summary, ordinance, ");
  error_release(&err);
  session_free(session);
  fixture_free(rules);
}

static void the_alternative_is_in_the_annex(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning, "permits.practice=no");
  assert_words_in_order(text,
                        "Annex: An alternative Second homes permitted In plain words: One rule "
                        "for all. A second home is permitted wherever");
  char *law = between(text, "An ordinance of", "Annex");
  assert_has_not(law, "wherever a dwelling is");
  free(text);
}

static const char *state_with(const struct checklist *checklist, const char *mode) {
  for (size_t i = 0; i < checklist->state_count; i++)
    if (state_has_mode(&checklist->states[i], mode))
      return checklist->states[i].id;
  fail_msg("no state has the mode %s", mode);
  return NULL;
}

static char *shipped_in_state(const char *mode) {
  char answers[80] = "profile.state=";
  strncat(answers, state_with(shipped, mode), 20);
  return fixture_after("ordinance", shipped, answers);
}

static void what_the_state_bars_is_left_out(void **state) {
  (void)state;
  char *text = shipped_in_state("bans-limits");
  assert_has(text, "State law may bar some local rules of this kind.");
  assert_words_in_order(text, "Annex: Left out: state law may bar it In its place: Section");
  assert_has(text, "It takes the place of a section that state law may bar.");
  free(text);
}

static void each_section_says_what_state_law_says(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning, "profile.state=OR permits.practice=no");
  assert_words_in_order(text,
                        "Annex: State law: it requires some limits already. Section 3. Permits by "
                        "staff What state law sets already: Staff already have to decide on second "
                        "homes by plain rules. (Or. Rev. Stat. 999.102 (invented)) Section 4.");
  free(text);
  text = fixture_after("ordinance", zoning, "profile.state=TX permits.practice=no");
  assert_words_in_order(text, "Annex: State law: it may bar a part of this or all of it");
  assert_words_in_order(text, "Left out: state law may bar it Renters In its place: Section 5");
  assert_has(text, "Renters: state law may bar this; ask counsel (Tex. Code 99.9 (invented))");
  free(text);
  text = fixture_after("ordinance", zoning, "profile.state=VT permits.practice=no");
  assert_has(text, "State law: what it says of the parts below is not known");
  free(text);
}

static void no_placeholder_is_left(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", shipped, "");
  assert_has_not(text, "{");
  assert_has_not(text, "}");
  free(text);
}

static void the_annex_gives_reasons_and_precedents(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", zoning, "permits.practice=partly");
  assert_words_in_order(text,
                        "Annex: Section 3. Permits by staff In plain words: Staff decide "
                        "Advice: adopt 4. Do staff grant - Answer: partly - In these words: "
                        "words Laws that have this already: Oregon Homes Act Court "
                        "decisions: Smith Exceptions that laws elsewhere have "
                        "Historic districts What it gives up: Half It stands in: Oregon "
                        "Drafting notes: A shorter time From question to section 4. Do staff "
                        "Sources Oregon Homes Act Statute: The state legislature can change it");
  assert_words_in_order(text, "Section 1(b): it is there because it supports Section 3, Section 4. "
                              "As of 2026-01. Sources: Second "
                              "homes in Elm (not verified: look it up first)");
  assert_words_in_order(text, "Section 2(a), “second home”: used in title, Section 3");
  free(text);
}

/* --- anchors --- */

static bool has_anchor(const struct block *parent, const char *target) {
  for (const struct block *block = parent->first; block; block = block->next)
    if ((block->anchor && strcmp(block->anchor, target + 1) == 0) || has_anchor(block, target))
      return true;
  return false;
}

static void check_links(const struct document *document, const struct block *parent) {
  for (const struct block *block = parent->first; block; block = block->next) {
    if (block->explained && !has_anchor(document->root, block->explained))
      fail_msg("nothing explains '%s'", block->explained);
    for (const struct run *run = block->runs; run; run = run->next)
      if (run->target && run->target[0] == '#' && !has_anchor(document->root, run->target))
        fail_msg("the link '%s' leads nowhere", run->target);
    check_links(document, block);
  }
}

static size_t count_unexplained(const struct block *parent) {
  size_t count = 0;
  bool in_law = false;
  for (const struct block *block = parent->first; block; block = block->next) {
    if (block->kind == BLOCK_HEADING && block->level == 1)
      in_law = block->explained || (block->anchor && !strncmp(block->anchor, "part-", 5));
    bool is_section = block->kind == BLOCK_HEADING && block->counter == COUNTER_SECTION;
    bool is_item = block->kind == BLOCK_CLAUSE && block->level == CLAUSE_ITEM;
    if (in_law && (is_section || is_item) && !block->explained)
      count++;
  }
  return count;
}

static const char *const kinds[] = {"ordinance", "ordinance-short", "letter", NULL};

static void each_link_leads_somewhere(void **state) {
  (void)state;
  for (const char *const *kind = kinds; *kind; kind++) {
    struct document *document =
        fixture_built(*kind, shipped, "profile.state=IL profile.level=county");
    check_links(document, document->root);
    document_free(document);
    document = fixture_built(*kind, zoning, "permits.practice=no fees.scaled=no fees.posted=no");
    check_links(document, document->root);
    document_free(document);
  }
}

/* All but the definitions of a resolution, which are its last paragraph. */
static void each_part_of_the_draft_is_explained(void **state) {
  (void)state;
  struct document *document =
      fixture_built("ordinance", zoning, "permits.practice=no fees.posted=no");
  assert_int_equal(count_unexplained(document->root), 1);
  document_free(document);
}

static void the_law_keeps_its_language(void **state) {
  (void)state;
  const struct language *spanish = language_open("es", NULL);
  if (!spanish)
    skip(); /* built without translations */
  struct session *session = fixture_session(zoning, "profile.name=Elm permits.practice=no");
  char *text = fixture_write("ordinance", "text", zoning, session,
                             &(struct report_options){.language = spanish},
                             &(struct write_options){.width_cells = 1000});
  assert_ptr_equal(language_in_use(), NULL);
  assert_has_not(text, "Annex: not part of the law");
  assert_has_not(text, "What is still open");
  assert_words_in_order(text, "An ordinance of Elm DRAFT of 2026-11-22, not adopted Section 1. "
                              "Section 2. Definitions Section 3. Permits by staff");
  free(text);
  session_free(session);
  language_close_all();
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sections_are_numbered_in_order),
      cmocka_unit_test(a_group_heading_needs_two_sections),
      cmocka_unit_test(what_is_in_place_is_quoted_and_not_repeated),
      cmocka_unit_test(blanks_are_seen_and_listed),
      cmocka_unit_test(choices_are_brackets_and_listed),
      cmocka_unit_test(references_lead_to_what_is_there),
      cmocka_unit_test(references_get_the_number_of_their_section),
      cmocka_unit_test(only_definitions_that_are_used),
      cmocka_unit_test(a_finding_needs_what_it_supports),
      cmocka_unit_test(what_is_not_known_is_optional),
      cmocka_unit_test(without_answers_there_is_a_model),
      cmocka_unit_test(where_nothing_is_called_for_there_is_no_law),
      cmocka_unit_test(with_everything_known_nothing_is_open),
      cmocka_unit_test(other_instruments_stand_apart),
      cmocka_unit_test(other_instruments_need_no_law),
      cmocka_unit_test(an_instrument_that_is_not_relevant_is_left_out),
      cmocka_unit_test(what_every_letter_holds_does_not_make_one),
      cmocka_unit_test(letters_stand_alone),
      cmocka_unit_test(the_short_form_is_one_rule_and_what_it_needs),
      cmocka_unit_test(where_the_one_rule_is_barred_others_stand_in_its_place),
      cmocka_unit_test(an_answer_is_told_in_full_once),
      cmocka_unit_test(what_a_checklist_has_no_text_for_is_not_offered),
      cmocka_unit_test(the_alternative_is_in_the_annex),
      cmocka_unit_test(what_the_state_bars_is_left_out),
      cmocka_unit_test(each_section_says_what_state_law_says),
      cmocka_unit_test(each_link_leads_somewhere),
      cmocka_unit_test(each_part_of_the_draft_is_explained),
      cmocka_unit_test(no_placeholder_is_left),
      cmocka_unit_test(the_annex_gives_reasons_and_precedents),
      cmocka_unit_test(the_law_keeps_its_language),
  };
  return cmocka_run_group_tests(tests, load, release);
}
