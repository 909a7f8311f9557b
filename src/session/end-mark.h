/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last line of a session file: "# end " and eight hexadecimal digits, the CRC-32 of all bytes
 * before this line. */
#ifndef SESSION_END_MARK_H
#define SESSION_END_MARK_H

#include <stddef.h>

#include "session/session-file.h"

struct strbuf;

void end_mark_add(struct strbuf *text); /* text ends with a newline */
enum session_wholeness end_mark_check(const char *text, size_t length);

#endif
