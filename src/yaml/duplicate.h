/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that stand twice in a mapping. Few keys are compared with each other, many are sorted: a
 * hostile file has a million. Only for this folder. */
#ifndef YAML_DUPLICATE_H
#define YAML_DUPLICATE_H

#include <stddef.h>

struct node;

/* A key that stood before in the mapping, and the line where it did; NULL if there is none. */
const struct node *duplicate_key(const struct node *mapping, size_t *before_line);

#endif
