/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of the invented checklist, written to memory. */
#ifndef TESTS_REPORT_FIXTURE_H
#define TESTS_REPORT_FIXTURE_H

#include "../assess/fixture.h"
#include "report/document.h"
#include "report/report.h"
#include "report/writer.h"

struct checklist *fixture_zoning(void);
/* tests/report/data/rich.yaml: something of everything that can be recorded. */
struct session *fixture_rich(const struct checklist *checklist);

/* The document `name` written by `writer`; owned by the caller. */
char *fixture_write(const char *name, const char *writer, struct checklist *checklist,
                    const struct session *session, const struct report_options *options,
                    const struct write_options *write_options);
/* The same as text on lines so long that nothing wraps: to look for words in it. */
char *fixture_text(const char *name, struct checklist *checklist, const struct session *session);
/* The same after these answers. */
char *fixture_after(const char *name, struct checklist *checklist, const char *answers);

/* The document itself, after these answers. */
struct document *fixture_built(const char *name, struct checklist *checklist, const char *answers);

/* A document written by a writer; owned by the caller. */
char *fixture_write_document(const struct document *document, const char *writer,
                             const struct write_options *options);

void assert_has(const char *text, const char *part);
void assert_has_not(const char *text, const char *part);
/* Every word of `words` stands in `text`, in this order. */
void assert_words_in_order(const char *text, const char *words);

#endif
