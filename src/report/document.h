/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a tree, before any format. Builders make it, writers read it. It lives in its own
 * arena. */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct strbuf;

enum block_kind {
  BLOCK_DOCUMENT,
  BLOCK_TITLE, /* one, first */
  BLOCK_SUBTITLE,
  BLOCK_HEADING, /* level 1 …; number (may be NULL) is printed before the text: "Section 4." */
  BLOCK_PARAGRAPH,
  BLOCK_CLAUSE, /* a numbered paragraph of law; number is printed before the text */
  BLOCK_LIST,   /* of ITEMs; ordered or not */
  BLOCK_ITEM,   /* holds blocks */
  BLOCK_QUOTE,  /* holds blocks: words taken from elsewhere, or typed by the group */
  BLOCK_NOTE,   /* holds blocks: set apart from the text */
  BLOCK_TABLE,  /* of ROWs; the first `head_rows` are repeated on each page; `widths` are shares */
  BLOCK_ROW,
  BLOCK_CELL,  /* holds runs */
  BLOCK_BAR,   /* a figure: runs are its caption; segments, drawn one mark a unit, its picture, and
                  their labels the text alternative */
  BLOCK_CHART, /* a figure of BARs; runs are its caption, which explains the marks */
  BLOCK_PAGE_BREAK,
  BLOCK_RULE,
};

/* What a word processor can count by itself. Numbers are always there as printed too, so that a
 * writer needs to count nothing. */
enum counter {
  COUNTER_NONE,
  COUNTER_SECTION, /* of a heading whose number holds digits, "Section 4.": they are the next of one
                      count that runs through the law; the words around them are the same in each */
};

/* CLAUSE: where its number stands in the outline. */
enum clause_level {
  CLAUSE_ITEM,      /* "1.": a paragraph of a resolution or letter */
  CLAUSE_PARAGRAPH, /* "(a)" … "(z)", "(aa)" */
  CLAUSE_POINT,     /* "(1)" */
  CLAUSE_SUBPOINT,  /* "(A)" */
};

enum run_style {
  RUN_PLAIN,
  RUN_STRONG,
  RUN_EMPHASIS,
  RUN_LINK,
  RUN_REFERENCE, /* the bare number, "4", of the heading with a counter that target leads to:
                    "Section " before it is a run of its own */
  RUN_BREAK,
};
struct run {
  enum run_style style;
  const char *text;   /* RUN_BREAK: NULL */
  const char *target; /* RUN_LINK: an anchor "#id" or an address; RUN_REFERENCE: an anchor "#id" */
  struct run *next;
};

struct bar_segment {
  const char *label; /* "3 met": with its count, so that it needs no picture */
  char mark;         /* the character it is drawn with, so that it needs no colour */
  size_t count;
};

struct block {
  enum block_kind kind;
  int level;             /* HEADING: 1 …; CLAUSE: an enum clause_level */
  const char *number;    /* HEADING (may be NULL), CLAUSE: as printed */
  const char *anchor;    /* HEADING, CLAUSE, PARAGRAPH: id for links and bookmarks, unique, of the
                            characters a-z 0-9 - and beginning with a letter; NULL */
  const char *explained; /* HEADING, CLAUSE: an anchor "#id" of what says why this is there; a
                            writer with links makes the number (or, without one, the text) link to
                            it. Nothing of it is printed. NULL */
  enum counter counter;  /* HEADING */
  bool restarts;     /* CLAUSE: the first of its count: "(a)". A count goes on through paragraphs,
                        and through clauses of a deeper level */
  bool ordered;      /* LIST */
  bool tight;        /* LIST: no space between items */
  int head_rows;     /* TABLE */
  const int *widths; /* TABLE: one a column */
  size_t column_count;
  struct bar_segment *segments; /* BAR: none is empty */
  size_t segment_count;
  bool keep_with_next; /* no page ends in it or behind it: for few lines */
  struct run *runs, *last_run;
  struct block *first, *last, *next;
};

/* What somebody has to look at before the document is used: a blank, words that contradict each
 * other. It stands on the first page, and whoever exports the document is told. */
struct notice {
  const char *what, *where, *todo;
};

struct document {
  struct arena *arena;
  struct block *root;
  const char *title;    /* also the running title */
  const char *language; /* tag */
  const char *date;     /* "2026-11-22" */
  const char *name;     /* for a file name: "summary" */
  const char *place;    /* for a file name and the running title; "" on a blank form */
  bool right_to_left;
  bool large; /* for a wall or a handout: writers that know type sizes take larger ones */
  const struct notice *notices;
  size_t notice_count;
};

struct document *document_new(const char *name, const char *language);
void document_free(struct document *document); /* accepts NULL */

/* parent NULL: the root. Texts are copied into the document's arena, as utf8_clean() leaves them: a
 * writer gets nothing but printable text, whatever was in the files. */
struct block *document_add(struct document *document, struct block *parent, enum block_kind kind);
/* A newline in text becomes a RUN_BREAK. NULL and "" add nothing. */
void document_run(struct document *document, struct block *block, enum run_style style,
                  const char *text);
/* A target that is no place here ("#id") and no address of the web makes no link: it is printed
 * behind the text, where it is another. */
void document_link(struct document *document, struct block *block, const char *text,
                   const char *target);
void document_reference(struct document *document, struct block *block, const char *text,
                        const char *target);

/* A text as one line in the document's arena, for what is no block: a title. NULL for NULL. */
const char *document_line(struct document *document, const char *text);

/* Shorthands. */
struct block *document_heading(struct document *document, int level, const char *number,
                               const char *text);
struct block *document_paragraph(struct document *document, struct block *parent, const char *text);
/* A paragraph that begins with a label in bold: "Standard: Nobody …". The label has its colon. */
struct block *document_labelled(struct document *document, struct block *parent, const char *label,
                                const char *text);
/* A row of cells, each of one run; NULL is an empty cell. */
struct block *document_row(struct document *document, struct block *table, const char *const *cells,
                           size_t count);
/* A table with a head row; column_count widths, which are shares of the line. */
struct block *document_table(struct document *document, struct block *parent, const int *widths,
                             const char *const *heads, size_t column_count);
/* Adds a segment to a bar; count 0 adds nothing. */
void document_segment(struct document *document, struct block *bar, const char *label, char mark,
                      size_t count);

void document_notice(struct document *document, const char *what, const char *where,
                     const char *todo);

/* Text as somebody typed it: a blank line makes a new paragraph, a line stays a line, and no
 * character means anything but itself. */
void document_plain(struct document *document, struct block *parent, const char *text);
/* Law: each line is a paragraph; one that begins with "(a)", "(1)" or "(A)" is a clause. No
 * character means anything but itself; a cross-reference is what document_mark() made. */
void document_law(struct document *document, struct block *parent, const char *text);
/* One line of law, for a heading or a clause that is made otherwise. */
void document_law_runs(struct document *document, struct block *block, const char *text);
/* A clause of one line of law. */
struct block *document_clause(struct document *document, struct block *parent,
                              enum clause_level level, const char *number, const char *text);
/* A RUN_REFERENCE within text for document_law(): appends it between control characters, which
 * neither a checklist nor an answer can hold. Other functions keep only its words. */
void document_mark(struct strbuf *out, const char *text, const char *target);
/* Appends a text without its marks. */
void document_unmarked(struct strbuf *out, const char *text, size_t length);
/* The checklist's prose: each line is a paragraph, those beginning "- " are a list, *these words*
 * are emphasis, [this](https://…) is a link. Never for what somebody typed. */
void document_prose(struct document *document, struct block *parent, const char *text);
/* The same; its first paragraph begins with a label in bold. label may be NULL. */
void document_labelled_prose(struct document *document, struct block *parent, const char *label,
                             const char *text);
/* Prose for a screen: appends it without the stars of emphasis; links stay as they are. */
void document_prose_text(struct strbuf *out, const char *text);

#endif
