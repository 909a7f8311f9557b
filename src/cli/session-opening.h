/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a session for a sub-command that asks nothing. */
#ifndef CLI_SESSION_OPENING_H
#define CLI_SESSION_OPENING_H

#include "session/session-file.h"

struct error;
struct guide;
struct options;

/* Opens the session that the first operand names, with its checklist, and tells on standard error
 * what is to be known of it. A session whose end is missing is refused: only the front ends can ask
 * what to do then. NULL with err. */
struct guide *session_opening(const struct options *options, enum session_access access,
                              struct error *err);

#endif
