/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "ID=ANSWER" on the command line: answers without a front end. */
#ifndef CLI_ASSIGNMENT_H
#define CLI_ASSIGNMENT_H

#include <stdbool.h>
#include <stddef.h>

struct checklist;
struct session;
struct word_list;

/* Carries out each ID=ANSWER from `first` on. ID is a question's full id ("detainers.practice",
 * "profile.name") or its number, and may end in ".comment", ".note" or ".instrument". Words follow
 * a colon: "partly:only for felonies". Nothing after '=' takes the answer away. Every one that
 * fails is told on standard error. False if any failed: then the session must not be saved. */
bool assignments_apply(struct session *session, const struct checklist *checklist,
                       const struct word_list *assignments, size_t first);

#endif
