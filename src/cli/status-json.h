/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `disentangle status --json`. The form is told in the manual: names and ids in it are the same in
 * every language. */
#ifndef CLI_STATUS_JSON_H
#define CLI_STATUS_JSON_H

struct assessment;

/* assessment was made with provisions. */
void status_json_print(const char *place, const struct assessment *assessment);

#endif
