/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the open questions can be answered: what to ask each office for, and which questions go to
 * it. Lives in the report's document. */
#ifndef REPORT_OPEN_PLACES_H
#define REPORT_OPEN_PLACES_H

#include <stddef.h>

struct office;
struct open_question;
struct report;

struct open_numbers { /* of questions, rising */
  size_t *items;
  size_t count;
};

struct open_ask {
  const char *text;            /* msgid: a document, or where to look when no document is named */
  struct open_numbers numbers; /* the questions that it may answer */
  struct open_ask *next;
};

struct open_entry { /* a question */
  const struct open_question *open;
  const char *elsewhere; /* labels of the other offices that may know, translated; NULL */
  struct open_entry *next;
};

struct open_office {
  const struct office *office; /* NULL: places that no office holds, questions without any place */
  struct open_ask *asks, *last_ask;
  struct open_entry *entries, *last_entry; /* the questions whose first office this is */
  struct open_numbers also;                /* questions that stand under another office */
};

struct open_places {
  struct open_office *offices; /* the checklist's, in its order, then the one without an office */
  size_t count;
};

struct open_places open_places_make(const struct report *report);

#endif
