/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Placeholders of law text: {profile.ID}, {section:PROVISION}, {choice:NAME|ONE|TWO}. */
#ifndef REPORT_PLACEHOLDERS_H
#define REPORT_PLACEHOLDERS_H

#include <stdbool.h>

struct strbuf;

enum placeholder_kind {
  PLACEHOLDER_PROFILE, /* name: the full id, "profile.name" */
  PLACEHOLDER_SECTION, /* name: a provision's id */
  PLACEHOLDER_CHOICE,  /* name: what is chosen; options: "30|60|90" */
  PLACEHOLDER_UNKNOWN, /* name: all between the braces */
};

/* Appends what stands in the place of a placeholder. options is "" unless it is a choice. */
typedef void placeholder_replace(void *context, enum placeholder_kind kind, const char *name,
                                 const char *options, struct strbuf *out);

/* Appends text with every {placeholder} replaced. A brace without its partner is a brace. */
void placeholders_fill(struct strbuf *out, const char *text, placeholder_replace *replace,
                       void *context);

/* Whether words stands in text as whole words; letters are compared without case (ASCII), any run
 * of spaces and newlines is one. */
bool words_occur(const char *text, const char *words);
/* Where; NULL: nowhere. */
const char *words_find(const char *text, const char *words);

#endif
