/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the forms ask: evidence, follow-up, group tally. A form is a list of texts; load and store
 * turn what is recorded into them and back. */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/requests.h"

struct answer;
struct app;

enum { FORM_FIELDS_LIMIT = 5 };

struct form {
  const char *title; /* N_() */
  struct {
    const char *label; /* N_(); NULL after the last */
    const char *hint;  /* N_(): how it is written; NULL */
  } fields[FORM_FIELDS_LIMIT + 1];
  /* Fills values (owned by the caller; NULL: empty) with what is recorded; answer may be NULL. */
  void (*load)(const struct form_request *request, const struct answer *answer,
               char *values[FORM_FIELDS_LIMIT]);
  /* Records the texts, "" for what is empty; an empty form records nothing, or clears. False:
   * refused, and the status line says why. */
  bool (*store)(struct app *app, const struct form_request *request,
                char *const values[FORM_FIELDS_LIMIT]);
};
extern const struct form forms[]; /* by enum form_kind */
size_t form_field_count(const struct form *form);

#endif
