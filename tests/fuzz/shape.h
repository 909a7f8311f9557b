/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents for the targets that write them: shape and texts are the input. */
#ifndef TESTS_FUZZ_SHAPE_H
#define TESTS_FUZZ_SHAPE_H

#include <stddef.h>
#include <stdint.h>

struct document;

/* Title and place, then block after block: a byte that says what comes, then its texts, each up to
 * a NUL. Texts are cleaned, as those of checklists and sessions are. Free with document_free(). */
struct document *shape_document(const uint8_t *bytes, size_t count);

#endif
