/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several documents say in the same way: the head, an answer with all that is recorded for it,
 * state law, references. Only for the builders. */
#ifndef REPORT_REPORT_PARTS_H
#define REPORT_REPORT_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "assess/assess.h"
#include "report/document.h"
#include "report/report.h"

struct evidence;
struct question;
struct reference;

struct report {
  struct document *document;
  const struct assessment *assessment;
  const struct checklist *checklist;
  const struct session *session;
  const struct report_options *options;
};

/* A new document with language, date and place, and no blocks yet. */
struct report report_begin(const char *name, const struct assessment *assessment,
                           const struct report_options *options);
/* printf into the document's arena. */
const char *report_format(const struct report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* "Cook County, Illinois", or "[name of the place]". */
const char *report_place(const struct report *report);
/* A profile field as a person reads it; NULL when it has no value that says something. */
const char *report_profile(const struct report *report, const char *id);
/* "12. Do local agencies …?" */
const char *report_question(const struct report *report, const struct question *question);
/* "no", "not answered", a choice's label, a typed text. */
const char *report_answer(const struct report *report, const struct question *question);
/* The answer and how it counts: "no · not met". */
const char *report_record_answer(const struct report *report, const struct question *question);
/* "General Order 7.2, B(3), seen 2026-11-20" */
const char *report_evidence(const struct report *report, const struct evidence *evidence);

/* The title, below it the place, and the head. */
void report_add_title(const struct report *report, const char *title);
/* Date, checklist and edition, and that this is not legal advice. */
void report_add_head(const struct report *report);
void report_add_not_advice(const struct report *report);
/* What is missing or not known about the place, below a heading; false: nothing is. */
bool report_add_profile(const struct report *report, int level);
/* The sections that are not asked, and why; nothing when there are none. */
void report_add_hidden(const struct report *report);

/* A tight list of "label value" items. */
struct block *report_add_list(const struct report *report, struct block *parent);
struct block *report_add_item(const struct report *report, struct block *list, const char *label,
                              const char *text);

/* All that is recorded for a question, as items of a list: answer, words, instrument, comment,
 * evidence, follow-up, group, marks; the private note only when the options ask for it. */
void report_add_record(const struct report *report, struct block *list,
                       const struct question *question);
/* What is recorded besides the answer and its words, and whether there is any. answer may be NULL
 * for the latter. */
struct answer;
bool report_has_remarks(const struct report *report, const struct answer *answer);
void report_add_remarks(const struct report *report, struct block *list,
                        const struct answer *answer);
/* All that is recorded for an answer whose question the edition no longer asks. */
void report_add_retired(const struct report *report, struct block *list,
                        const struct answer *answer);

void report_add_state_law(const struct report *report);
bool reference_is_case(const struct reference *reference);
bool reference_is_law(const struct reference *reference);
/* How long laws of each kind of act last. */
void report_add_durability(const struct report *report);
/* In full, with the anchor "source-ID"; and behind others in a paragraph, by a name that links to
 * it. What is not at high confidence is marked. */
void report_add_reference(const struct report *report, struct block *list,
                          const struct reference *reference);
void report_add_precedent(const struct report *report, struct block *paragraph,
                          const struct reference *reference);

/* A few words that no line parts: "C1-Q1", "not answered". Long texts stay as they are. */
const char *report_unbroken(const struct report *report, const char *text);
/* Adds what stands before the next "%s" of a sentence and returns what stands behind it, so that a
 * translated sentence can hold links: report_add_until(), the links, again, …; the last part has no
 * "%s" any more and is added whole. */
const char *report_add_until(const struct report *report, struct block *block,
                             const char *sentence);

/* Joins with commas: "3, 5, 7". Start with joined NULL. */
const char *report_join(const struct report *report, const char *joined, const char *next);

/* Rising numbers as "1, 3 to 7, 9"; NULL when there are none. */
const char *report_ranges(const struct report *report, const size_t *numbers, size_t count);

#endif
