/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy of a session that may be passed on: documents made of it tell what was found, and not
 * who found it. What it is sure of it takes out and marks; what it cannot judge it leaves and
 * tells. */
#ifndef REPORT_SHARE_H
#define REPORT_SHARE_H

#include <stdbool.h>
#include <stddef.h>

struct checklist;
struct session;
struct strbuf;

enum share_kind {
  SHARE_NOTE,    /* a private note */
  SHARE_PERSON,  /* who does a follow-up */
  SHARE_EMAIL,   /* an email address */
  SHARE_PHONE,   /* a phone number */
  SHARE_ID,      /* a number that stands for a person: social security, alien, card */
  SHARE_ADDRESS, /* a street address */
  SHARE_LINK,    /* the end of a link: its query, a token, an account */
  SHARE_TIME,    /* a time of day that stands with its date */
  SHARE_REMOVED_COUNT,
  SHARE_MAYBE_NAME = SHARE_REMOVED_COUNT, /* words that may be a name */
  SHARE_MAYBE_NUMBER,                     /* a long number */
  SHARE_MAYBE_ADDRESS,
  SHARE_MAYBE_ACCOUNT, /* "@somebody" */
  SHARE_MAYBE_SCRIPT,  /* a script without capital letters: no name can be found in it */
  SHARE_KIND_COUNT
};

struct share_finding {
  enum share_kind kind;
  char *where; /* "5 (comment)": a question and what was recorded for it */
  char *text;  /* what was found, as it was typed; NULL: a private note, a script */
};
struct share_report {
  struct share_finding *items;
  size_t count, capacity;
};

/* Appends text to out without what could lead to a person, each such place marked. found() gets
 * each thing that was taken out or could not be judged, with the bytes it was; it may be NULL.
 * Needs nothing but the text and the language in use. */
typedef void share_found(enum share_kind kind, const char *text, size_t length, void *context);
void share_text(const char *text, struct strbuf *out, share_found *found, void *context);

/* What stands in its place, in the language in use. */
const char *share_mark(enum share_kind kind);

/* A copy for documents. report may be NULL; else it gets what was found. */
struct session *share_copy(const struct session *session, const struct checklist *checklist,
                           struct share_report *report);

/* Says what was taken out and what has to be looked at by a person, a line for each kind, with
 * where it was. */
void share_report_tell(const struct share_report *report, struct strbuf *lines);
size_t share_report_count(const struct share_report *report, bool removed);
void share_report_release(struct share_report *report);

#endif
