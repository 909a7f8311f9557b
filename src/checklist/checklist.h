/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A checklist as it was written: immutable after it is loaded, without any answers. Texts are
 * msgids: show them through language_checklist_text(). The ordinance's own text (definitions,
 * findings, provisions' heading and text) is law and is shown as it is.
 *
 * A checklist is a folder or one file. checklist.yaml holds what the first screens need; the
 * folder's other files are read by checklist_load_rest() when a screen, a document or `check` asks
 * for them. */
#ifndef CHECKLIST_CHECKLIST_H
#define CHECKLIST_CHECKLIST_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct faults;
struct load;

/* NULL-terminated list of borrowed strings; never NULL itself. */
typedef const char *const *string_list;

enum answer_kind_id { KIND_YES_NO, KIND_CHOICE, KIND_CHOICES, KIND_TEXT, KIND_DATE, KIND_NUMBER };
/* LAW: whether a rule stands in an ordinance or higher: a yes needs no kind of rule to be named. */
enum aspect { ASPECT_NONE, ASPECT_PRACTICE, ASPECT_WRITTEN, ASPECT_LAW };
/* What a "yes" means. PROTECTIVE: good. HARMFUL: bad, and "no" is good. BASELINE: "no" is bad,
 * "yes" earns nothing. NEUTRAL: recorded, never judged. */
enum polarity { POLARITY_NEUTRAL, POLARITY_PROTECTIVE, POLARITY_HARMFUL, POLARITY_BASELINE };
enum section_kind {
  SECTION_PROFILE,  /* made from `profile:` */
  SECTION_SURVEY,   /* recorded, not judged */
  SECTION_CRITERIA, /* judged, counted in the overall band */
  SECTION_FURTHER,  /* judged and recommending, shown beside the band, not counted in it */
};

struct position {
  const char *file;
  size_t line, column;
};

/* When something applies. A leaf compares an answer (by full question id) or a profile field with a
 * list of words. An unanswered question is none of them: `is` is then false, `is-not` true. */
enum condition_kind {
  CONDITION_ALL,
  CONDITION_ANY,
  CONDITION_NOT,
  CONDITION_ANSWER,
  CONDITION_PROFILE,
  CONDITION_STATE_MODE
};
struct condition {
  enum condition_kind kind;
  const struct condition **parts; /* ALL, ANY, NOT (one) */
  size_t part_count;
  const char *subject; /* full question id; of a profile field "profile.ID" */
  bool negated;        /* is-not */
  string_list values;
  struct position at;
};

/* What a choice says of the standard, in a question that is judged by its choices. */
enum choice_verdict {
  CHOICE_NOT_JUDGED,
  CHOICE_MET,
  CHOICE_PARTLY,
  CHOICE_NOT_MET,
  CHOICE_UNKNOWN,
  CHOICE_DOES_NOT_APPLY
};
struct choice {
  const char *id, *label, *hint;
  enum choice_verdict verdict;
};

/* One place to look for the answer. */
struct place {
  const char *text;
  const char *office;   /* who holds it (id of an office); NULL */
  const char *document; /* what to ask that office for; NULL */
  bool added;           /* not in the source */
};

struct office { /* who holds records: police, sheriff, clerk … */
  const char *id, *label;
};

/* `covers` of any record names what the sources hold of it, by the ids of their inventory ("BP-5",
 * "AC-fn5"): with `source` it traces every statement of the sources to a place here. */
struct question {
  const char *id;     /* full: "detainers.practice"; a profile field: "profile.name" */
  const char *source; /* "C1-Q1", or "added", or NULL in the profile */
  string_list covers; /* what else of the sources it is about: "BP-5", "A-7" */
  const char *ask, *hint;
  enum answer_kind_id kind;
  const struct choice *choices; /* CHOICE, CHOICES */
  size_t choice_count;
  bool other_allowed; /* CHOICE, CHOICES, YES_NO: `other` with words */
  bool required;      /* profile: the walk goes on without it, but documents say it is missing */
  const char *blank;  /* profile: what a draft prints in brackets while it is not known; NULL */
  enum aspect aspect;
  enum polarity polarity;
  const struct condition *relevant; /* NULL: always */
  const char *relevant_note;        /* shown in place of the question when it does not apply */
  string_list calls_for;            /* provision ids */
  const char *note;                 /* the user sees it with the question (8 U.S.C. 1373, say) */
  const char *errata;               /* what was corrected against the printed source */
  const struct place *where_to_look;
  size_t place_count;
  const struct criterion *criterion;
  size_t number; /* 1 … on paper and in fast entry; 0 in the profile */
  struct position at;
};

/* A page of questions. Of a survey or of the profile it is the section itself: same id and title,
 * no standard. */
struct criterion {
  const char *id, *source /* "C1"; NULL */, *title, *standard, *why, *facilitate, *note, *errata;
  const struct place *where_to_look;
  size_t place_count;
  const struct condition *relevant;
  const char *relevant_note;
  bool added;
  string_list covers;
  const struct question *questions;
  size_t question_count;
  const struct section *section;
  size_t number; /* among the criteria of its section, from 1 */
  struct position at;
};

struct section {
  const char *id, *title, *intro;
  enum section_kind kind;
  const struct condition *relevant; /* of all its pages, besides their own; NULL: always */
  const char *relevant_note;
  const struct criterion *criteria;
  size_t criterion_count;
};

/* --- read by checklist_load_rest --- */

enum reference_instrument { /* by what kind of act it was made */
                            REFERENCE_NO_INSTRUMENT,
                            REFERENCE_CONSTITUTION,
                            REFERENCE_STATUTE,
                            REFERENCE_REGULATION,
                            REFERENCE_ORDINANCE,
                            REFERENCE_RESOLUTION,
                            REFERENCE_EXECUTIVE_ORDER,
                            REFERENCE_DIRECTIVE,
                            REFERENCE_POLICY,
                            REFERENCE_COURT_DECISION,
                            REFERENCE_OPINION,
                            REFERENCE_AGREEMENT,
                            REFERENCE_MODEL,
                            REFERENCE_REPORT,
                            REFERENCE_ARTICLE
};
enum confidence { CONFIDENCE_HIGH, CONFIDENCE_MEDIUM, CONFIDENCE_LOW };
struct reference {
  const char *id, *kind /* law, case, study, publication */, *title, *citation, *year, *url, *as_of,
      *standing, *exceptions, *text;
  const char *place; /* which places have it */
  enum reference_instrument instrument;
  const char *binding;        /* of a case: where it binds */
  enum confidence confidence; /* below high it is shown as not verified */
  string_list covers;
};
/* `about`: the pages behind whose background key it is shown too. The id of a section stands for
 * all of its pages. */
struct glossary_entry {
  const char *id, *term, *text, *look_for;
  string_list references, about, covers;
};
struct lesson {
  const char *id, *title, *text, *source;
  string_list references, about, covers;
};
enum background_kind {
  BACKGROUND_SETTING,
  BACKGROUND_DOCTRINE,
  BACKGROUND_PROGRAM,
  BACKGROUND_TIMELINE
};
struct background {
  const char *id, *title, *text, *source;
  enum background_kind kind;
  string_list references, about, covers;
};
struct floor { /* what state law sets already for a criterion */
  const char *criterion, *text, *citation;
};
struct state {
  const char *id /* "IL" */, *name;
  string_list modes; /* bans-limits, mandates-help, requires-limits, partial, unknown */
  const char *citation, *year, *as_of, *touches;
  enum confidence confidence; /* below high it counts as unknown */
  const struct floor *floors;
  size_t floor_count;
  string_list covers;
};
struct erratum {
  const char *id, *text, *source;
  string_list covers;
};
enum left_out_reason {
  LEFT_OUT_OUTDATED,
  LEFT_OUT_DOUBTFUL,
  LEFT_OUT_CONTRADICTED,
  LEFT_OUT_OUTSIDE,
  LEFT_OUT_REPEATED,
  LEFT_OUT_NO_CONTENT
};
struct left_out { /* what the sources hold and the checklist does not, and why */
  const char *id, *text;
  string_list covers;
  enum left_out_reason reason;
};

enum part_kind { PART_TEXT, PART_FINDINGS, PART_DEFINITIONS, PART_PROVISIONS };
struct ordinance_part {
  const char *id, *heading, *text; /* text: PART_TEXT, or the words before the findings */
  enum part_kind kind;
  bool numbered; /* its sections are numbered; the title and the ordaining clause are not */
  string_list covers;
  struct position at;
};
enum draft_instrument_kind { DRAFT_RESOLUTION, DRAFT_LETTER };
/* A text of its own beside the ordinance: its provisions are numbered paragraphs between opening
 * and closing. */
struct draft_instrument {
  const char *id, *title, *to /* address lines of a letter; NULL */, *opening, *closing, *signature;
  enum draft_instrument_kind kind;
  const struct condition *relevant; /* NULL: always */
  struct position at;
};
struct definition {
  const char *id, *term, *text;
  string_list also; /* other forms of the term that count as its use: plurals */
  string_list covers;
  struct position at;
};
struct finding {
  const char *id, *text;
  string_list supports; /* provision ids; empty: always */
  string_list references, covers;
  const char *as_of;
  struct position at;
};
struct carve_out { /* an exception that real laws have: told in the drafting notes only */
  const char *text, *gives_up;
  string_list references;
};
struct provision {
  const char *id, *heading;
  const char *part;  /* of a provision of the ordinance; else NULL */
  const char *text;  /* with {profile.ID}, {section:PROVISION}, {choice:NAME|ONE|TWO} */
  const char *plain; /* translated */
  string_list covers;
  bool always;      /* in every draft that has any other provision */
  bool alternative; /* an alternative to the others (BP-11's one rule), not added to them */
  bool in_short;    /* stands in the short form too, beside the alternative */
  const struct condition *not_in; /* where state law may stand against it */
  const struct condition *beyond; /* where it is not in this body's power */
  string_list instead;            /* provisions that take its place there */
  const char *instrument;         /* "ordinance", or the id of a draft instrument */
  const struct carve_out *carve_outs;
  size_t carve_out_count;
  const char *notes;
  string_list precedents; /* reference ids */
  struct position at;
};

struct checklist {
  struct arena *arena;
  struct load *load; /* private to this folder: the ids, and what is still to be loaded */
  const char *path;  /* the folder or file it came from: never shown in a document */
  const char *id, *edition, *title, *about, *language;
  string_list sources; /* reference ids */

  const struct section *sections; /* [0] is the profile */
  size_t section_count;
  const struct office *offices;
  size_t office_count;

  /* all questions of all sections in order, the profile's first */
  const struct question **questions;
  size_t question_count;
  size_t numbered_count;             /* those outside the profile */
  const struct criterion **criteria; /* all pages in order, the profile first */
  size_t criterion_count;

  bool rest_loaded;
  const struct state *states;
  size_t state_count;
  const struct reference *references;
  size_t reference_count;
  const struct glossary_entry *glossary;
  size_t glossary_count;
  const struct lesson *lessons;
  size_t lesson_count;
  const struct background *background;
  size_t background_count;
  const struct erratum *errata;
  size_t erratum_count;
  const struct left_out *left_out;
  size_t left_out_count;
  const struct ordinance_part *parts;
  size_t part_count;
  const struct draft_instrument *instruments;
  size_t instrument_count;
  const struct definition *definitions;
  size_t definition_count;
  const struct finding *findings;
  size_t finding_count;
  const struct provision *provisions;
  size_t provision_count;
};

/* Loads what the first screens need. The first fault goes to err (checklist_check tells them all).
 * NULL on failure. */
struct checklist *checklist_load(const char *path, struct error *err);
/* Loads the rest, once. A checklist that has no further files has an empty rest. When it fails, it
 * fails again each time, and what was loaded before stays usable. */
bool checklist_load_rest(struct checklist *checklist, struct error *err);
void checklist_free(struct checklist *checklist); /* accepts NULL */

/* Reads the whole checklist and adds every fault there is, with file, line, column and what to
 * write instead. */
void checklist_check(const char *path, struct faults *faults);

/* Look-ups; NULL when there is none. Results are borrowed. */
const struct question *checklist_question(const struct checklist *checklist, const char *full_id);
const struct question *checklist_question_by_number(const struct checklist *checklist,
                                                    size_t number);
size_t checklist_question_index(const struct checklist *checklist, const struct question *question);
const struct criterion *checklist_criterion(const struct checklist *checklist, const char *id);
const struct office *checklist_office(const struct checklist *checklist, const char *id);
const struct choice *question_choice(const struct question *question, const char *choice_id);
/* of the rest: */
const struct provision *checklist_provision(const struct checklist *checklist, const char *id);
const struct reference *checklist_reference(const struct checklist *checklist, const char *id);
const struct state *checklist_state(const struct checklist *checklist, const char *id);
/* NULL for "ordinance". */
const struct draft_instrument *checklist_instrument(const struct checklist *checklist,
                                                    const char *id);

/* Names, translated; borrowed. */
/* "Ordinance: it stands until …": the kind of act, and how durable that makes it; NULL for none. */
const char *reference_durability(enum reference_instrument instrument);
const char *left_out_reason_name(enum left_out_reason reason);

bool string_list_has(string_list list, const char *text);
size_t string_list_count(string_list list);
bool question_is_profile(const struct question *question);

#endif
