/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a front end has it made: looked at first, written to a file, printed. */
#ifndef GUIDE_EXPORT_H
#define GUIDE_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "report/report.h"
#include "report/writer.h"

struct error;
struct guide;
struct strbuf;

/* What is to be made. All it points to stays the caller's. */
struct export {
  struct guide *guide;
  const struct report_kind *kind;
  const struct writer *writer; /* one that fits the document */
  struct report_options report;
  enum paper paper;
};

/* Makes the document another one; a format that it is not written in gives way to the first that it
 * is. */
void export_set_kind(struct export *export, const struct report_kind *kind);

/* Beside the session, under a name from the place and the document. Owned by the caller; NULL with
 * err. */
char *export_suggest_path(const struct export *export, struct error *err);
/* The same name with a number, so that there is no such file yet: "summary-2.pdf". Owned by the
 * caller. */
char *export_free_path(const char *path);

/* What has to be looked at before the document is used: blanks, contradictions. Adds a line "- what
 * (where): what to do" for each, and returns how many; none when it cannot be made. lines may be
 * NULL. */
size_t export_notices(const struct export *export, struct strbuf *lines);
/* "5 things to look at before it is used": owned by the caller. */
char *export_notices_text(size_t count);

/* What the copy to share leaves out, and what a person has to look at: lines. */
void export_tell_share(const struct export *export, struct strbuf *lines);

/* As text, to be read on a screen; a document that is a table as it is written. */
bool export_preview(const struct export *export, int width_cells, struct strbuf *text,
                    struct error *err);

/* Writes the file. told gets a sentence that says where it is and how large, and what else there is
 * to say: characters that could not be printed. */
bool export_write(const struct export *export, const char *path, bool may_replace,
                  struct strbuf *told, struct error *err);

/* In which format it goes to the printer: text if that was chosen, else PDF where there is PDF;
 * NULL when it is a table, which is not printed. */
const struct writer *export_print_writer(const struct export *export);
/* printer NULL: the usual one. */
bool export_print(const struct export *export, const char *printer, struct error *err);

#endif
