/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading and checking are one: everything that is read is checked, and what is wrong is added to a
 * list of faults. checklist_load() fails with the first of them, checklist_check() tells them all.
 * So no function here stops at a fault; it leaves the object harmless and goes on. Only for this
 * folder. */
#ifndef CHECKLIST_LOAD_H
#define CHECKLIST_LOAD_H

#include "base/error.h"
#include "checklist/record.h"

struct node;

/* An id that something names. It is looked up when all that it can stand for is loaded. */
struct mention {
  struct mention *next;
  enum id_kind kind;
  const char *id;
  struct position at;
};

/* How its files are read: by node_read_file, or by snapshot_read_file where only a sound checklist
 * is of use. */
typedef struct node *node_reader(struct arena *arena, const char *path, struct error *err);

struct load {
  struct arena *arena;
  node_reader *read;
  struct faults *faults;
  struct index index;
  const char *scope; /* full id of the record around */
  struct mention *mentions, **mentions_end;
  const struct node *top[FIELD_LIMIT]; /* what stands under each top-level key */
  bool is_rest;                        /* the files beside checklist.yaml are being read */
  const char *rest_failed;             /* the sentence, when they could not be loaded */
};

/* `at` is a node or a position: what has file, line and column. Of a file made to have millions of
 * faults only the first ones are told. */
enum { LOAD_FAULT_LIMIT = 10000 };
#define LOAD_FAULT(load, at, ...)                                                                  \
  ((load)->faults->errors < LOAD_FAULT_LIMIT ? faults_add((load)->faults, FAULT_ERROR, (at)->file, \
                                                          (at)->line, (at)->column, __VA_ARGS__)   \
                                             : (void)0)
#define LOAD_WARNING(load, at, ...)                                                                \
  ((load)->faults->count < LOAD_FAULT_LIMIT                                                        \
       ? faults_add((load)->faults, FAULT_WARNING, (at)->file, (at)->line, (at)->column,           \
                    __VA_ARGS__)                                                                   \
       : (void)0)

/* Fails with the first error in the files' order; true if there is none (but maybe warnings). */
bool load_tell_first(struct faults *faults, struct error *err);
/* "a, b, c", in the load's arena. */
const char *load_words(struct load *load, string_list words);
/* Whether it is worth to look for what a wrong word may have meant: not after many faults. */
bool load_may_suggest(const struct load *load);

/* load-source.c: the files. */
/* The text of a scalar as a msgid: a block's last newline is not part of it. */
const char *source_text(struct arena *arena, const struct node *scalar);
/* The mapping of checklist.yaml, or of the one file; NULL (and a fault) when it cannot be read. */
struct node *source_read_start(struct arena *arena, node_reader *read, const char *path,
                               struct faults *faults);
/* The keys of the other files together; what cannot be read is a fault and left out. */
struct node *source_read_rest(struct arena *arena, node_reader *read, const char *path,
                              struct faults *faults);

/* load-record.c: fills the struct at `object` by the record's table. */
void load_record(struct load *load, const struct record *record, const struct node *node,
                 void *object);
/* The same for the top level, which stands in several files. */
void load_top(struct load *load, const struct node *mapping, struct checklist_source *source);

/* load-value.c: one value, by its field, to the place it belongs to. */
void load_value(struct load *load, const struct field *field, const struct node *node,
                void *object);
void load_mention(struct load *load, enum id_kind kind, const char *id, const struct node *at);
struct position load_position(const struct node *node);

/* load-condition.c */
const struct condition *load_condition(struct load *load, const struct node *node);

/* load-pages.c: sections, pages and questions in the shape of the model. */
void load_pages(struct load *load, struct checklist_source *source);
extern const char checklist_profile_title[];

/* check-law.c: the placeholders in a text of the ordinance. */
void check_law(struct load *load, const struct node *node, const char *text);
/* check-question.c: what no table can say of questions and pages. */
void check_pages(struct load *load, const struct checklist *checklist);
void check_condition(struct load *load, const struct checklist *checklist,
                     const struct condition *condition, size_t question_limit);
/* check.c: the same of the ordinance, and the ids that are named. */
void check_ordinance(struct load *load, const struct checklist *checklist);
void check_mention(struct load *load, const struct mention *mention);
void check_mentions(struct load *load); /* those that can be looked up by now */

#endif
