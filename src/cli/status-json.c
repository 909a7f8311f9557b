/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/status-json.h"

#include "assess/assess.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "cli/json.h"
#include "cli/output.h"
#include "session/session.h"

/* Names that programs can rely on; those of assess/ are translated. */
static const char *const result_ids[] = {
    [RESULT_NOT_RELEVANT] = "not-relevant",
    [RESULT_NOT_FINISHED] = "not-finished",
    [RESULT_UNKNOWN] = "unknown",
    [RESULT_DOES_NOT_APPLY] = "does-not-apply",
    [RESULT_NOT_MET] = "not-met",
    [RESULT_PARTLY_MET] = "partly-met",
    [RESULT_MET] = "met",
    [RESULT_RECORDED] = "recorded",
};
static const char *const band_ids[] = {
    [BAND_NOT_YET] = "not-yet",
    [BAND_FEW] = "few",
    [BAND_SOME] = "some",
    [BAND_STRONG] = "strong",
};
static const char *const advice_ids[] = {
    [ADVICE_ADOPT] = "adopt",         [ADVICE_FIND_OUT] = "find-out", [ADVICE_CODIFY] = "codify",
    [ADVICE_IN_PLACE] = "in-place",   [ADVICE_NONE] = "none",         [ADVICE_BARRED] = "barred",
    [ADVICE_ELSEWHERE] = "elsewhere",
};

static void add_counts(struct json *json, const struct counts *counts) {
  json_open(json, "counts", '{');
  json_number(json, "relevant", counts->relevant);
  json_number(json, "answered", counts->answered);
  json_number(json, "unanswered", counts->unanswered);
  json_number(json, "unknown", counts->unknown);
  json_number(json, "met", counts->met);
  json_number(json, "partly", counts->partly);
  json_number(json, "not-met", counts->not_met);
  json_number(json, "does-not-apply", counts->does_not_apply);
  json_close(json);
}

static void add_criteria(struct json *json, const struct assessment *assessment) {
  json_open(json, "criteria", '[');
  for (size_t i = 0; i < assessment->checklist->criterion_count; i++) {
    const struct criterion_result *result = &assessment->criteria[i];
    enum section_kind kind = result->criterion->section->kind;
    if ((kind != SECTION_CRITERIA && kind != SECTION_FURTHER) || result->section_hidden) {
      continue;
    }
    json_open(json, NULL, '{');
    json_text(json, "id", result->criterion->id);
    json_text(json, "title", language_checklist_text(result->criterion->title));
    json_text(json, "result", result_ids[result->result]);
    json_boolean(json, "in-band", kind == SECTION_CRITERIA);
    json_text(json, "instrument", result->instrument ? result->instrument->id : NULL);
    add_counts(json, &result->counts);
    json_close(json);
  }
  json_close(json);
}

static void add_recommendations(struct json *json, const struct assessment *assessment) {
  json_open(json, "recommendations", '[');
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *recommendation = &assessment->recommendations[i];
    json_open(json, NULL, '{');
    json_text(json, "provision", recommendation->provision->id);
    json_text(json, "heading", recommendation->provision->heading);
    json_text(json, "advice", advice_ids[recommendation->advice]);
    json_open(json, "questions", '[');
    for (size_t j = 0; j < recommendation->reason_count; j++) {
      json_text(json, NULL, recommendation->reasons[j].question->id);
    }
    json_close(json);
    json_close(json);
  }
  json_close(json);
}

static void add_open(struct json *json, const struct assessment *assessment) {
  json_open(json, "open", '[');
  for (size_t i = 0; i < assessment->open_count; i++) {
    const struct open_question *open = &assessment->open[i];
    json_open(json, NULL, '{');
    json_text(json, "id", open->question->id);
    json_number(json, "number", open->question->number);
    json_text(json, "ask", language_checklist_text(open->question->ask));
    json_boolean(json, "unanswered", open->unanswered);
    json_close(json);
  }
  json_close(json);
}

void status_json_print(const char *place, const struct assessment *assessment) {
  struct json json;
  json_init(&json);
  json_open(&json, NULL, '{');
  json_number(&json, "format", 1);
  json_text(&json, "place", place);
  json_open(&json, "checklist", '{');
  json_text(&json, "id", assessment->checklist->id);
  json_text(&json, "edition", assessment->checklist->edition);
  json_close(&json);
  json_text(&json, "band", band_ids[assessment->band]);
  add_counts(&json, &assessment->counts);
  add_criteria(&json, assessment);
  add_recommendations(&json, assessment);
  add_open(&json, assessment);
  json_close(&json);
  output_bytes(json.out.text, json.out.length);
  json_release(&json);
}
