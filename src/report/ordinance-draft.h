/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft, put together before it is printed: which provisions are in it, their numbers, the
 * definitions and findings that they need, and all that is still open in it. Besides the law it
 * holds texts of their own, resolutions and letters, where the governing body can only ask. Lives
 * in the report's document. */
#ifndef REPORT_ORDINANCE_DRAFT_H
#define REPORT_ORDINANCE_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

struct definition;
struct draft_instrument;
struct finding;
struct language;
struct ordinance_part;
struct provision;
struct question;
struct recommendation;
struct report;

enum law_form {
  LAW_FULL,  /* every provision that is recommended */
  LAW_SHORT, /* the one rule in place of many, and what it needs */
  LAW_NONE,  /* only the texts of their own */
};

struct law_section {                           /* of the law, or a paragraph of a text of its own */
  const struct ordinance_part *part;           /* NULL: the checklist gives the provision no part */
  const struct recommendation *recommendation; /* NULL: a part's own text */
  const struct law_text *in; /* the text that it is a paragraph of; NULL: a section of the law */
  size_t number;             /* 0: not numbered */
  const char *label;         /* "Section 4"; of a paragraph “title”, 2; NULL: not numbered */
  const char *anchor;        /* "section-ID", of a part's own text "part-ID" */
  const char *heading;       /* filled in, for document_law_runs(); NULL: none */
  const char *text;          /* filled in, for document_law(); NULL: none */
  bool optional;             /* depends on what is found out */
  bool opens_group;          /* the first of several sections of its part */
};

struct law_text { /* a resolution or letter */
  const struct draft_instrument *instrument;
  const char *anchor;                                     /* "text-ID" */
  const char *title, *to, *opening, *closing, *signature; /* filled in; NULL: none */
  struct law_section *paragraphs;
  size_t paragraph_count;
  const bool *definitions; /* which of the checklist's it needs */
};

enum law_open_kind { OPEN_BLANK, OPEN_CHOICE, OPEN_REFERENCE };
struct law_open {
  enum law_open_kind kind;
  const char *shown;   /* as it stands in the text: "[30 / 60]" */
  const char *meaning; /* what is to be filled in: a msgid of the checklist, or words */
  const char *where;   /* "4, 9": sections, or headings of what is not numbered */
};

struct law {
  const struct report *report;
  enum law_form form;
  const struct language *language; /* the law's */
  struct law_section *sections;    /* in order; none when no provision is in the law */
  size_t section_count;
  struct law_text *texts; /* those that have a paragraph */
  size_t text_count;
  const bool *definitions; /* which of the checklist's stand in the law */
  struct law_open *open;
  size_t open_count;
};

/* Puts the draft together in the law's language. */
struct law law_make(const struct report *report, enum law_form form);

/* The section of a provision, or its paragraph in a text of its own; NULL: it is in neither. */
const struct law_section *law_section(const struct law *law, const struct provision *provision);
/* Its label, else what stands for one: the heading, or the id of its part. */
const char *section_name(const struct law_section *section);
/* What a text of its own is called in a table: "letter", "letter 2". In the language of the
 * document, whichever is in use. */
const char *law_text_name(const struct law *law, const struct law_text *text);
bool law_has_finding(const struct law *law, const struct finding *finding);
size_t law_count(const struct law *law, enum law_open_kind kind);
size_t law_count_optional(const struct law *law); /* sections and paragraphs */

/* Law text with its placeholders filled in, for document_law(). Owned by the document. */
const char *law_fill(const struct law *law, const char *text);

/* Which definitions the texts need, themselves or through another definition: one bool for each of
 * the checklist's. NULLs among the texts are skipped. Owned by the document. */
bool *definitions_used(const struct report *report, const char *const *texts, size_t text_count);

/* Whether a text, which may be NULL, uses the term of a definition. */
bool definition_is_in(const char *text, const struct definition *definition);

/* Whether a question is one of the reasons. */
bool recommendation_has_reason(const struct recommendation *recommendation,
                               const struct question *question);
/* The numbers of the questions that are its reasons: "6, 8 to 10"; NULL: there are none. */
const char *recommendation_questions(const struct report *report,
                                     const struct recommendation *recommendation);

/* --- for ordinance-texts.c --- */

/* Called for by an answer, or by what cannot be used. */
bool recommendation_is_wanted(const struct recommendation *recommendation);
/* Adds the texts of their own. */
void law_add_texts(struct law *law);

#endif
