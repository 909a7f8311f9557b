/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklist/schema.h"

#include "checklist/record.h"

static const char *const kind_words[] = {"yes-no", "choice", "choices", "text",
                                         "date",   "number", NULL};
static const char *const aspect_words[] = {"practice", "written", "law", NULL};
static const char *const polarity_words[] = {"neutral", "protective", "harmful", "baseline", NULL};
static const char *const section_words[] = {"survey", "criteria", "further", NULL};
static const char *const part_words[] = {"text", "findings", "definitions", "provisions", NULL};
static const char *const mode_words[] = {"bans-limits", "mandates-help", "requires-limits",
                                         "partial",     "unknown",       NULL};
static const char *const confidence_words[] = {"high", "medium", "low", NULL};
static const char *const verdict_words[] = {"met",     "partly",         "not-met",
                                            "unknown", "does-not-apply", NULL};
static const char *const reference_words[] = {"law", "case", "study", "publication", NULL};
static const char *const act_words[] = {
    "constitution",    "statute",   "regulation", "ordinance",      "resolution",
    "executive-order", "directive", "policy",     "court-decision", "opinion",
    "agreement",       "model",     "report",     "article",        NULL};
static const char *const background_words[] = {"setting", "doctrine", "program", "timeline", NULL};
static const char *const left_out_words[] = {
    "outdated", "doubtful", "contradicted", "outside", "repeated", "no-content", NULL};
static const char *const instrument_words[] = {"resolution", "letter", NULL};

#define IN(type, member) .offset = offsetof(struct type, member)
#define LIST_IN(type, member, count)                                                               \
  .offset = offsetof(struct type, member), .count_offset = offsetof(struct type, count)

static const struct field condition_fields[] = {
    {"question", VALUE_TEXT, IN(condition_source, question)},
    {"profile", VALUE_TEXT, IN(condition_source, profile)},
    {"is", VALUE_LIST, ONE_OR_MORE, IN(condition_source, is)},
    {"is-not", VALUE_LIST, ONE_OR_MORE, IN(condition_source, is_not)},
    {"state-mode", VALUE_LIST, ONE_OR_MORE, IN(condition_source, state_mode), .words = mode_words},
    {"all", VALUE_CONDITIONS, LIST_IN(condition_source, all, all_count)},
    {"any", VALUE_CONDITIONS, LIST_IN(condition_source, any, any_count)},
    {"not", VALUE_CONDITION, IN(condition_source, none)},
    {0},
};
const struct record record_condition = {"condition", condition_fields,
                                        sizeof(struct condition_source), .at_offset = NO_OFFSET};

static const struct field office_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(office, id)},
    {"label", VALUE_TEXT, REQUIRED | TRANSLATED, IN(office, label)},
    {0},
};
static const struct record record_office = {"office", office_fields, sizeof(struct office),
                                            ID_OFFICE, .at_offset = NO_OFFSET};

static const struct field choice_fields[] = {
    {"id", VALUE_ID, REQUIRED | MIXED_CASE, IN(choice, id)},
    {"label", VALUE_TEXT, REQUIRED | TRANSLATED, IN(choice, label)},
    {"hint", VALUE_TEXT, TRANSLATED, IN(choice, hint)},
    {"verdict", VALUE_WORD, IN(choice, verdict), .words = verdict_words, .first_word = CHOICE_MET},
    {0},
};
static const struct record record_choice = {"choice",
                                            choice_fields,
                                            sizeof(struct choice),
                                            ID_CHOICE,
                                            .ids_within_parent = true,
                                            .at_offset = NO_OFFSET};

static const struct field place_fields[] = {
    {"text", VALUE_TEXT, REQUIRED | TRANSLATED, IN(place, text)},
    {"office", VALUE_MENTION, IN(place, office), .mentions = ID_OFFICE},
    {"document", VALUE_TEXT, TRANSLATED, IN(place, document)},
    {"added", VALUE_FLAG, IN(place, added)},
    {0},
};
static const struct record record_place = {"place", place_fields, sizeof(struct place),
                                           .short_key = "text", .at_offset = NO_OFFSET};

static const struct field question_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(question, id)},
    {"source", VALUE_TEXT, IN(question, source)},
    {"covers", VALUE_LIST, IN(question, covers)},
    {"ask", VALUE_TEXT, REQUIRED | TRANSLATED, IN(question, ask)},
    {"hint", VALUE_TEXT, TRANSLATED, IN(question, hint)},
    {"kind", VALUE_WORD, REQUIRED, IN(question, kind), .words = kind_words},
    {"choices", VALUE_RECORDS, LIST_IN(question, choices, choice_count), .record = &record_choice},
    {"other", VALUE_FLAG, YES_IF_UNSET, IN(question, other_allowed)},
    {"required", VALUE_FLAG, IN(question, required)},
    {"blank", VALUE_TEXT, IN(question, blank)},
    {"aspect", VALUE_WORD, IN(question, aspect), .words = aspect_words,
     .first_word = ASPECT_PRACTICE},
    {"polarity", VALUE_WORD, IN(question, polarity), .words = polarity_words},
    {"relevant", VALUE_CONDITION, IN(question, relevant)},
    {"relevant-note", VALUE_TEXT, TRANSLATED, IN(question, relevant_note)},
    {"calls-for", VALUE_LIST, IN(question, calls_for), .mentions = ID_PROVISION},
    {"note", VALUE_TEXT, TRANSLATED, IN(question, note)},
    {"errata", VALUE_TEXT, TRANSLATED, IN(question, errata)},
    {"where-to-look", VALUE_RECORDS, LIST_IN(question, where_to_look, place_count),
     .record = &record_place},
    {0},
};
static const struct record record_question = {"question",
                                              question_fields,
                                              sizeof(struct question),
                                              ID_QUESTION,
                                              .ids_within_parent = true,
                                              .keeps_full_id = true,
                                              .at_offset = offsetof(struct question, at)};

static const struct field criterion_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(criterion, id)},
    {"source", VALUE_TEXT, IN(criterion, source)},
    {"covers", VALUE_LIST, IN(criterion, covers)},
    {"title", VALUE_TEXT, REQUIRED | TRANSLATED | OVERLONG, IN(criterion, title)},
    {"standard", VALUE_TEXT, REQUIRED | TRANSLATED, IN(criterion, standard)},
    {"why", VALUE_TEXT, TRANSLATED, IN(criterion, why)},
    {"where-to-look", VALUE_RECORDS, LIST_IN(criterion, where_to_look, place_count),
     .record = &record_place},
    {"facilitate", VALUE_TEXT, TRANSLATED, IN(criterion, facilitate)},
    {"note", VALUE_TEXT, TRANSLATED, IN(criterion, note)},
    {"errata", VALUE_TEXT, TRANSLATED, IN(criterion, errata)},
    {"relevant", VALUE_CONDITION, IN(criterion, relevant)},
    {"relevant-note", VALUE_TEXT, TRANSLATED, IN(criterion, relevant_note)},
    {"added", VALUE_FLAG, IN(criterion, added)},
    {"questions", VALUE_RECORDS, REQUIRED, LIST_IN(criterion, questions, question_count),
     .record = &record_question},
    {0},
};
static const struct record record_criterion = {"criterion", criterion_fields,
                                               sizeof(struct criterion), ID_PAGE,
                                               .at_offset = offsetof(struct criterion, at)};

static const struct field section_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(section_source, id)},
    {"title", VALUE_TEXT, REQUIRED | TRANSLATED | OVERLONG, IN(section_source, title)},
    {"intro", VALUE_TEXT, TRANSLATED, IN(section_source, intro)},
    {"kind", VALUE_WORD, REQUIRED, IN(section_source, kind), .words = section_words,
     .first_word = SECTION_SURVEY},
    {"relevant", VALUE_CONDITION, IN(section_source, relevant)},
    {"relevant-note", VALUE_TEXT, TRANSLATED, IN(section_source, relevant_note)},
    {"questions", VALUE_RECORDS, LIST_IN(section_source, questions, question_count),
     .record = &record_question},
    {"where-to-look", VALUE_RECORDS, LIST_IN(section_source, where_to_look, place_count),
     .record = &record_place},
    {"criteria", VALUE_RECORDS, LIST_IN(section_source, criteria, criterion_count),
     .record = &record_criterion},
    {0},
};
static const struct record record_section = {"section", section_fields,
                                             sizeof(struct section_source), ID_PAGE,
                                             .at_offset = offsetof(struct section_source, at)};

static const struct field floor_fields[] = {
    {"criterion", VALUE_MENTION, REQUIRED, IN(floor, criterion), .mentions = ID_PAGE},
    {"text", VALUE_TEXT, REQUIRED | TRANSLATED, IN(floor, text)},
    {"citation", VALUE_TEXT, IN(floor, citation)},
    {0},
};
static const struct record record_floor = {"floor", floor_fields, sizeof(struct floor),
                                           .at_offset = NO_OFFSET};

static const struct field state_fields[] = {
    {"id", VALUE_ID, REQUIRED | MIXED_CASE, IN(state, id)},
    {"name", VALUE_TEXT, REQUIRED | TRANSLATED, IN(state, name)},
    {"modes", VALUE_LIST, REQUIRED, IN(state, modes), .words = mode_words},
    {"citation", VALUE_TEXT, IN(state, citation)},
    {"year", VALUE_TEXT, IN(state, year)},
    {"as-of", VALUE_TEXT, IN(state, as_of)},
    {"confidence", VALUE_WORD, IN(state, confidence), .words = confidence_words},
    {"touches", VALUE_TEXT, TRANSLATED, IN(state, touches)},
    {"floors", VALUE_RECORDS, LIST_IN(state, floors, floor_count), .record = &record_floor},
    {"covers", VALUE_LIST, IN(state, covers)},
    {0},
};
static const struct record record_state = {"state", state_fields, sizeof(struct state), ID_STATE,
                                           .at_offset = NO_OFFSET};

static const struct field reference_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(reference, id)},
    {"kind", VALUE_WORD_TEXT, REQUIRED, IN(reference, kind), .words = reference_words},
    {"title", VALUE_TEXT, REQUIRED, IN(reference, title)},
    {"place", VALUE_TEXT, IN(reference, place)},
    {"instrument", VALUE_WORD, IN(reference, instrument), .words = act_words,
     .first_word = REFERENCE_CONSTITUTION},
    {"citation", VALUE_TEXT, IN(reference, citation)},
    {"year", VALUE_TEXT, IN(reference, year)},
    {"url", VALUE_TEXT, IN(reference, url)},
    {"as-of", VALUE_TEXT, IN(reference, as_of)},
    {"confidence", VALUE_WORD, IN(reference, confidence), .words = confidence_words},
    {"binding", VALUE_TEXT, TRANSLATED, IN(reference, binding)},
    {"standing", VALUE_TEXT, TRANSLATED, IN(reference, standing)},
    {"exceptions", VALUE_TEXT, TRANSLATED, IN(reference, exceptions)},
    {"text", VALUE_TEXT, TRANSLATED, IN(reference, text)},
    {"covers", VALUE_LIST, IN(reference, covers)},
    {0},
};
static const struct record record_reference = {
    "reference", reference_fields, sizeof(struct reference), ID_REFERENCE, .at_offset = NO_OFFSET};

static const struct field glossary_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(glossary_entry, id)},
    {"term", VALUE_TEXT, REQUIRED | TRANSLATED, IN(glossary_entry, term)},
    {"text", VALUE_TEXT, REQUIRED | TRANSLATED, IN(glossary_entry, text)},
    {"look-for", VALUE_TEXT, TRANSLATED, IN(glossary_entry, look_for)},
    {"references", VALUE_LIST, IN(glossary_entry, references), .mentions = ID_REFERENCE},
    {"about", VALUE_LIST, IN(glossary_entry, about), .mentions = ID_PAGE},
    {"covers", VALUE_LIST, IN(glossary_entry, covers)},
    {0},
};
static const struct record record_glossary = {"glossary", glossary_fields,
                                              sizeof(struct glossary_entry), ID_GLOSSARY,
                                              .at_offset = NO_OFFSET};

static const struct field lesson_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(lesson, id)},
    {"title", VALUE_TEXT, REQUIRED | TRANSLATED, IN(lesson, title)},
    {"text", VALUE_TEXT, REQUIRED | TRANSLATED, IN(lesson, text)},
    {"source", VALUE_TEXT, IN(lesson, source)},
    {"references", VALUE_LIST, IN(lesson, references), .mentions = ID_REFERENCE},
    {"about", VALUE_LIST, IN(lesson, about), .mentions = ID_PAGE},
    {"covers", VALUE_LIST, IN(lesson, covers)},
    {0},
};
static const struct record record_lesson = {"lesson", lesson_fields, sizeof(struct lesson),
                                            ID_LESSON, .at_offset = NO_OFFSET};

static const struct field background_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(background, id)},
    {"kind", VALUE_WORD, IN(background, kind), .words = background_words},
    {"title", VALUE_TEXT, REQUIRED | TRANSLATED, IN(background, title)},
    {"text", VALUE_TEXT, REQUIRED | TRANSLATED, IN(background, text)},
    {"source", VALUE_TEXT, IN(background, source)},
    {"references", VALUE_LIST, IN(background, references), .mentions = ID_REFERENCE},
    {"about", VALUE_LIST, IN(background, about), .mentions = ID_PAGE},
    {"covers", VALUE_LIST, IN(background, covers)},
    {0},
};
static const struct record record_background = {"background", background_fields,
                                                sizeof(struct background), ID_BACKGROUND,
                                                .at_offset = NO_OFFSET};

static const struct field erratum_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(erratum, id)},
    {"text", VALUE_TEXT, REQUIRED | TRANSLATED, IN(erratum, text)},
    {"source", VALUE_TEXT, IN(erratum, source)},
    {"covers", VALUE_LIST, IN(erratum, covers)},
    {0},
};
static const struct record record_erratum = {"erratum", erratum_fields, sizeof(struct erratum),
                                             ID_ERRATUM, .at_offset = NO_OFFSET};

static const struct field left_out_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(left_out, id)},
    {"covers", VALUE_LIST, REQUIRED, IN(left_out, covers)},
    {"reason", VALUE_WORD, REQUIRED, IN(left_out, reason), .words = left_out_words},
    {"text", VALUE_TEXT, REQUIRED | TRANSLATED, IN(left_out, text)},
    {0},
};
static const struct record record_left_out = {"left-out", left_out_fields, sizeof(struct left_out),
                                              ID_LEFT_OUT, .at_offset = NO_OFFSET};

static const struct field part_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(ordinance_part, id)},
    {"kind", VALUE_WORD, REQUIRED, IN(ordinance_part, kind), .words = part_words},
    {"heading", VALUE_LAW, IN(ordinance_part, heading)},
    {"text", VALUE_LAW, IN(ordinance_part, text)},
    {"numbered", VALUE_FLAG, YES_IF_UNSET, IN(ordinance_part, numbered)},
    {"covers", VALUE_LIST, IN(ordinance_part, covers)},
    {0},
};
static const struct record record_part = {"part", part_fields, sizeof(struct ordinance_part),
                                          ID_PART,
                                          .at_offset = offsetof(struct ordinance_part, at)};

static const struct field instrument_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(draft_instrument, id)},
    {"kind", VALUE_WORD, REQUIRED, IN(draft_instrument, kind), .words = instrument_words},
    {"title", VALUE_LAW, REQUIRED, IN(draft_instrument, title)},
    {"to", VALUE_LAW, IN(draft_instrument, to)},
    {"relevant", VALUE_CONDITION, IN(draft_instrument, relevant)},
    {"opening", VALUE_LAW, IN(draft_instrument, opening)},
    {"closing", VALUE_LAW, IN(draft_instrument, closing)},
    {"signature", VALUE_LAW, IN(draft_instrument, signature)},
    {0},
};
static const struct record record_instrument = {"instrument", instrument_fields,
                                                sizeof(struct draft_instrument), ID_INSTRUMENT,
                                                .at_offset = offsetof(struct draft_instrument, at)};

static const struct field definition_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(definition, id)},
    {"term", VALUE_TEXT, REQUIRED, IN(definition, term)},
    {"also", VALUE_LIST, IN(definition, also)},
    {"text", VALUE_LAW, REQUIRED, IN(definition, text)},
    {"covers", VALUE_LIST, IN(definition, covers)},
    {0},
};
static const struct record record_definition = {"definition", definition_fields,
                                                sizeof(struct definition), ID_DEFINITION,
                                                .at_offset = offsetof(struct definition, at)};

static const struct field finding_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(finding, id)},
    {"text", VALUE_LAW, REQUIRED, IN(finding, text)},
    {"supports", VALUE_LIST, IN(finding, supports), .mentions = ID_PROVISION},
    {"references", VALUE_LIST, IN(finding, references), .mentions = ID_REFERENCE},
    {"as-of", VALUE_TEXT, IN(finding, as_of)},
    {"covers", VALUE_LIST, IN(finding, covers)},
    {0},
};
static const struct record record_finding = {"finding", finding_fields, sizeof(struct finding),
                                             ID_FINDING, .at_offset = offsetof(struct finding, at)};

static const struct field carve_out_fields[] = {
    {"text", VALUE_TEXT, REQUIRED | TRANSLATED, IN(carve_out, text)},
    {"gives-up", VALUE_TEXT, REQUIRED | TRANSLATED, IN(carve_out, gives_up)},
    {"references", VALUE_LIST, IN(carve_out, references), .mentions = ID_REFERENCE},
    {0},
};
static const struct record record_carve_out = {"carve-out", carve_out_fields,
                                               sizeof(struct carve_out), .at_offset = NO_OFFSET};

static const struct field provision_fields[] = {
    {"id", VALUE_ID, REQUIRED, IN(provision, id)},
    {"part", VALUE_MENTION, IN(provision, part), .mentions = ID_PART},
    {"heading", VALUE_LAW, REQUIRED, IN(provision, heading)},
    {"text", VALUE_LAW, REQUIRED, IN(provision, text)},
    {"plain", VALUE_TEXT, REQUIRED | TRANSLATED, IN(provision, plain)},
    {"covers", VALUE_LIST, IN(provision, covers)},
    {"always", VALUE_FLAG, IN(provision, always)},
    {"alternative", VALUE_FLAG, IN(provision, alternative)},
    {"short", VALUE_FLAG, IN(provision, in_short)},
    {"not-in", VALUE_CONDITION, IN(provision, not_in)},
    {"beyond", VALUE_CONDITION, IN(provision, beyond)},
    {"instead", VALUE_LIST, IN(provision, instead), .mentions = ID_PROVISION},
    {"instrument", VALUE_MENTION, IN(provision, instrument), .mentions = ID_INSTRUMENT},
    {"carve-outs", VALUE_RECORDS, LIST_IN(provision, carve_outs, carve_out_count),
     .record = &record_carve_out},
    {"notes", VALUE_TEXT, TRANSLATED, IN(provision, notes)},
    {"precedents", VALUE_LIST, IN(provision, precedents), .mentions = ID_REFERENCE},
    {0},
};
static const struct record record_provision = {"provision", provision_fields,
                                               sizeof(struct provision), ID_PROVISION,
                                               .at_offset = offsetof(struct provision, at)};

#define IN_REST(member, count) LIST_IN(checklist_source, checklist.member, checklist.count)

static const struct field ordinance_fields[] = {
    {"parts", VALUE_RECORDS, IN_REST(parts, part_count), .record = &record_part},
    {"instruments", VALUE_RECORDS, IN_REST(instruments, instrument_count),
     .record = &record_instrument},
    {"definitions", VALUE_RECORDS, IN_REST(definitions, definition_count),
     .record = &record_definition},
    {"findings", VALUE_RECORDS, IN_REST(findings, finding_count), .record = &record_finding},
    {"provisions", VALUE_RECORDS, REQUIRED, IN_REST(provisions, provision_count),
     .record = &record_provision},
    {0},
};
static const struct record record_ordinance = {
    "ordinance", ordinance_fields, sizeof(struct checklist_source), .at_offset = NO_OFFSET};

static const struct field checklist_fields[] = {
    {"format", VALUE_TEXT, REQUIRED | AT_START, IN(checklist_source, format)},
    {"id", VALUE_ID, REQUIRED | AT_START, IN(checklist_source, checklist.id)},
    {"edition", VALUE_TEXT, REQUIRED | AT_START, IN(checklist_source, checklist.edition)},
    {"title", VALUE_TEXT, REQUIRED | TRANSLATED | AT_START, IN(checklist_source, checklist.title)},
    {"about", VALUE_TEXT, TRANSLATED | AT_START, IN(checklist_source, checklist.about)},
    {"language", VALUE_TEXT, AT_START, IN(checklist_source, checklist.language)},
    {"sources", VALUE_LIST, AT_START, IN(checklist_source, checklist.sources),
     .mentions = ID_REFERENCE},
    {"offices", VALUE_RECORDS, AT_START,
     LIST_IN(checklist_source, checklist.offices, checklist.office_count),
     .record = &record_office},
    {"profile", VALUE_RECORDS, REQUIRED | AT_START,
     LIST_IN(checklist_source, profile, profile_count), .record = &record_question},
    {"sections", VALUE_RECORDS, REQUIRED | AT_START,
     LIST_IN(checklist_source, sections, section_count), .record = &record_section},
    {"states", VALUE_RECORDS, IN_REST(states, state_count), .record = &record_state},
    {"references", VALUE_RECORDS, IN_REST(references, reference_count),
     .record = &record_reference},
    {"glossary", VALUE_RECORDS, IN_REST(glossary, glossary_count), .record = &record_glossary},
    {"lessons", VALUE_RECORDS, IN_REST(lessons, lesson_count), .record = &record_lesson},
    {"background", VALUE_RECORDS, IN_REST(background, background_count),
     .record = &record_background},
    {"errata", VALUE_RECORDS, IN_REST(errata, erratum_count), .record = &record_erratum},
    {"left-out", VALUE_RECORDS, IN_REST(left_out, left_out_count), .record = &record_left_out},
    {"ordinance", VALUE_KEYS, .record = &record_ordinance},
    {0},
};
const struct record record_checklist = {"checklist", checklist_fields,
                                        sizeof(struct checklist_source), .at_offset = NO_OFFSET};

typedef void each_key(void *context, const char *record, const char *key, bool translated);

static void visit(const struct record *record, each_key *each, void *context,
                  const struct record **seen, size_t *count) {
  for (size_t i = 0; i < *count; i++)
    if (seen[i] == record)
      return;
  seen[(*count)++] = record;
  for (const struct field *field = record->fields; field->key; field++) {
    each(context, record->name, field->key, field->flags & TRANSLATED);
    if (field->kind == VALUE_CONDITION)
      visit(&record_condition, each, context, seen, count);
    if (field->record)
      visit(field->record, each, context, seen, count);
  }
}

void schema_each_key(void (*each)(void *context, const char *record, const char *key,
                                  bool translated),
                     void *context) {
  const struct record *seen[FIELD_LIMIT] = {NULL};
  size_t count = 0;
  visit(&record_checklist, each, context, seen, &count);
}
