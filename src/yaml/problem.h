/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libyaml found wrong, in words that tell a person what to write instead. Only for this
 * folder. */
#ifndef YAML_PROBLEM_H
#define YAML_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

struct error;

/* Words the failure of a parser that read text. Always returns false. */
bool problem_set(struct error *err, const yaml_parser_t *parser, const char *text, size_t length,
                 const char *file);

#endif
