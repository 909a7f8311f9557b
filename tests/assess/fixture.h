/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as a line of words, and what the assessment makes of them. */
#ifndef TESTS_ASSESS_FIXTURE_H
#define TESTS_ASSESS_FIXTURE_H

#include "assess/assess.h"
#include "checklist/checklist.h"
#include "session/session.h"

/* With its rest; freed by fixture_free. */
struct checklist *fixture_checklist(const char *path_in_source);
void fixture_free(struct checklist *checklist);

/* answers: "hours.practice=yes hours.written=no@ordinance": id=value@instrument, separated by
 * spaces. Words that a value needs are made up. */
struct session *fixture_session(const struct checklist *checklist, const char *answers);

#endif
