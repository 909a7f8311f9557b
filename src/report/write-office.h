/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers of word processor files (DOCX, ODT) share: a document as one list of items, from
 * which each writes its XML, and the look of the styles. Lengths are in twips, 1/1440 of an inch.
 */
#ifndef REPORT_WRITE_OFFICE_H
#define REPORT_WRITE_OFFICE_H

#include <stdbool.h>
#include <stddef.h>

#include "report/writer.h"

struct arena;
struct block;
struct document;
struct error;
struct run;
struct strbuf;

bool write_docx(const struct document *document, const struct write_options *options,
                struct strbuf *out, struct error *err);
bool write_odt(const struct document *document, const struct write_options *options,
               struct strbuf *out, struct error *err);

/* --- the list of items --- */

enum office_style {
  STYLE_BODY,
  STYLE_TITLE,
  STYLE_SUBTITLE,
  STYLE_HEADING_1,
  STYLE_HEADING_2,
  STYLE_HEADING_3,
  STYLE_HEADING_4,
  STYLE_HEADING_5,
  STYLE_HEADING_6,
  STYLE_CLAUSE_ITEM,
  STYLE_CLAUSE_PARAGRAPH,
  STYLE_CLAUSE_POINT,
  STYLE_CLAUSE_SUBPOINT,
  STYLE_BULLETS,
  STYLE_NUMBERS,
  STYLE_QUOTE,
  STYLE_NOTE,
  STYLE_CAPTION,
  STYLE_FIGURE,
  STYLE_TABLE_HEAD,
  STYLE_TABLE_TEXT,
  STYLE_RULE,
  STYLE_HEADER,
  STYLE_FOOTER,
  STYLE_COUNT,
};

enum office_kind {
  OFFICE_PARAGRAPH,
  OFFICE_LIST, /* until OFFICE_LIST_END; holds OFFICE_ENTRYs */
  OFFICE_LIST_END,
  OFFICE_ENTRY,
  OFFICE_ENTRY_END,
  OFFICE_TABLE, /* until OFFICE_TABLE_END; never inside a list */
  OFFICE_TABLE_END,
  OFFICE_ROW,
  OFFICE_ROW_END,
  OFFICE_CELL,
  OFFICE_CELL_END,
};

/* Who counts the paragraph. */
enum office_count {
  COUNT_NOT,     /* nobody: its number, if any, is printed as words */
  COUNT_OUTLINE, /* sections and clauses: one outline of LAW_LEVELS levels */
  COUNT_LIST,    /* the first paragraph of a list's entry */
};
enum { LAW_LEVELS = 5 /* Section 1. · 1. · (a) · (1) · (A) */, LIST_LEVELS = 9 };

struct office_item {
  enum office_kind kind;
  enum office_style style;
  const struct block *block; /* PARAGRAPH: whose runs; NULL: none */
  const char *text;          /* PARAGRAPH: printed in place of runs; NULL */
  const char *lead;          /* PARAGRAPH: printed before the runs, in bold: a head; NULL */
  bool page_before, keep_with_next, right_to_left;
  size_t note;      /* the note it stands in, 1 …; 0: none */
  bool begins_note; /* its first paragraph */
  bool ends_group;  /* the last paragraph of a note or of an outermost list */
  int depth;        /* PARAGRAPH: of lists around it; LIST: its own, 1 … */

  enum office_count count;
  int level;    /* in the outline or list, 0 … */
  size_t list;  /* the outline's or list's instance, 1 … */
  size_t start; /* OUTLINE, at an instance's first paragraph: its number; else 0 */
  bool ordered; /* LIST and its paragraphs */

  const int *widths; /* TABLE: in twips, one a column */
  size_t column_count;
  bool is_head;   /* ROW */
  bool may_split; /* ROW: too long to be held together */
  bool bare;      /* TABLE: without lines */
};

struct office {
  const struct document *document;
  struct arena *arena; /* of texts and widths */
  struct office_item *items;
  size_t count, capacity;
  size_t outline_count;                       /* instances of the outline */
  size_t *outline_starts;                     /* of each, the first section's number */
  size_t list_count;                          /* lists, ordered or not */
  const char *section_before, *section_after; /* the words around a section's number */
  int text_width;                             /* between the margins */
};

struct office *office_new(const struct document *document, enum paper paper);
void office_free(struct office *office);

/* How many bytes of a run's text are printed as words. A word processor shows a section's whole
 * label as its number, so that "Section " before a reference is left to the reference. */
size_t office_words_length(const struct office *office, const struct run *run);
/* What stands for the whole label: "Section " if that was left to the reference, else "". */
const char *office_reference_words(const struct office *office, const struct run *before);

/* The heading of the section that a paragraph with a section's number explains, as the annex does:
 * that number is a reference, too. NULL: none. */
const struct block *office_explained_section(const struct office *office,
                                             const struct office_item *item);

/* --- looks --- */

enum { MARGIN = 1304 /* 2.3 cm, on all sides */, STEP = 400 /* a level of a list is set in */ };
enum { CLAUSE_HANGS = 567 /* the room for "(a)" */ };

struct office_paper {
  int width, height;
};
struct office_paper office_paper(enum paper paper);

struct office_look {
  const char *docx_id, *docx_name; /* those of Word, where it has them: it translates them */
  const char *odt_name, *odt_label;
  int size_percent; /* of the text's */
  int before, after;
  int left;
  bool bold, keep_with_next;
  int outline; /* 1 … for headings, else 0 */
};
extern const struct office_look office_looks[STYLE_COUNT];
int office_size_points(const struct document *document); /* of the text */
/* Large type is for one page, so that all stands closer. */
int office_space_before(const struct document *document, enum office_style style);
int office_line_percent(const struct document *document);
int office_space_after(const struct document *document, enum office_style style);

/* The language and country of the text: "es", "US". */
struct office_language {
  char language[9], country[9];
};
struct office_language office_language(const struct document *document);

/* How far a paragraph is set in that is not counted: below a list's entry, or as the tree says. */
int office_indentation(const struct office_item *item);
/* The colour of the bar beside a note. Two that follow each other differ by a hair, since the bars
 * of paragraphs that look the same grow together. */
const char *office_note_colour(const struct office_item *item);
enum { SPACE_AROUND_GROUP = 140 };

/* A name for a bookmark, as Word allows it: letters, digits and '_', 40 at most. Appended. */
void office_add_bookmark(struct strbuf *out, const char *anchor);
/* "2026-11-22T00:00:00", or "" */
void office_add_date(struct strbuf *out, const struct document *document, const char *ending);

#endif
