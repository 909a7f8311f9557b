/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that are hard to set. */
#ifndef TESTS_PDF_SAMPLES_H
#define TESTS_PDF_SAMPLES_H

#include "report/document.h"

/* "hostile", "long", "arabic", "chinese"; NULL for another name. Owned by the caller. */
struct document *sample_document(const char *name);

#endif
