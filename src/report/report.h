/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents. A new one is one builder file and one row of `report_kinds`. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "report/document.h"

struct assessment;
struct checklist;
struct error;
struct language;
struct session;
struct strbuf;
struct writer;

struct report_options {
  const struct language *language; /* NULL: English */
  bool private_notes;
  bool share; /* of a copy as report/share.h makes it; private_notes has no effect then */
};

struct report_kind {
  const char *name;    /* "summary", as on the command line */
  const char *label;   /* N_() */
  const char *purpose; /* N_(): one sentence: for whom, what is in it */
  /* assessment was made with provisions */
  struct document *(*build)(const struct assessment *assessment,
                            const struct report_options *options);
  const char *format; /* the only one it is written in, which is then for such documents only; NULL:
                         all others */
  bool (*is_offered)(const struct checklist *checklist); /* its rest is loaded; NULL: always */
};
extern const struct report_kind report_kinds[];          /* ends with name NULL */
const struct report_kind *report_find(const char *name); /* NULL */
/* Whether a document is written in a format: answers go into spreadsheets only, and nothing else
 * does. */
bool report_fits(const struct report_kind *kind, const struct writer *writer);

/* Whether a checklist has what the document is made of: one without an ordinance has no draft of
 * one. Loads the checklist's rest. */
bool report_is_offered(const struct report_kind *kind, struct checklist *checklist);

/* Loads the checklist's rest, assesses and builds, in options->language (and puts the language
 * before back). NULL with err, also when the checklist does not offer the document. */
struct document *report_build(const struct report_kind *kind, struct checklist *checklist,
                              const struct session *session, const struct report_options *options,
                              struct error *err);

/* What `share` takes out of a session, and what a person has to look at, as lines in the language
 * in use. */
void report_tell_share(const struct checklist *checklist, const struct session *session,
                       struct strbuf *lines);

/* "cook-county-summary.txt": owned by the caller. */
char *report_file_name(const struct document *document, const char *extension);

#endif
