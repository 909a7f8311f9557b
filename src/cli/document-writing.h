/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `export` and `worksheet` share: which document, in which format, to where. */
#ifndef CLI_DOCUMENT_WRITING_H
#define CLI_DOCUMENT_WRITING_H

#include <stdbool.h>

#include "cli/options.h"
#include "report/report.h"
#include "report/writer.h"

struct error;
struct guide;

struct document_request {
  const struct report_kind *kind;
  const struct writer *writer;
  struct report_options report;
  struct write_options write;
  const char *output; /* a file, a folder, "-", or NULL */
  bool may_replace;
};

/* The rows that both have in their tables of options. */
#define DOCUMENT_OPTIONS                                                                           \
  {"format",                                                                                       \
   'f',                                                                                            \
   NP_("placeholder", "FORMAT"),                                                                   \
   N_("In which format: `disentangle list formats` names them. The default follows from the name " \
      "of the file, else it is plain text."),                                                      \
   OPTION_TEXT,                                                                                    \
   offsetof(struct options, format)},                                                              \
      {"output",                                                                                   \
       'o',                                                                                        \
       NP_("placeholder", "FILE"),                                                                 \
       N_("Write this file, or into this folder; - is standard output. The default is a file "     \
          "here, named after the place and the document."),                                        \
       OPTION_TEXT,                                                                                \
       offsetof(struct options, output)},                                                          \
      {"paper",                                                                                    \
       0,                                                                                          \
       NP_("placeholder", "PAPER"),                                                                \
       N_("letter (the default) or a4."),                                                          \
       OPTION_TEXT,                                                                                \
       offsetof(struct options, paper)},                                                           \
  {                                                                                                \
    "force", 0, NULL, N_("Replace the file if it exists."), OPTION_FLAG,                           \
        offsetof(struct options, force)                                                            \
  }

/* Reads it from the options. If none is named the document is the summary, or the one that the
 * format is for. False with err when something of that name does not exist, or the document is not
 * written in that format. */
bool document_request_read(struct document_request *request, const struct options *options,
                           struct error *err);

/* Builds and writes it, and says on standard output which file was written. Takes guide (not NULL)
 * and frees it before anything is written: a document lives by itself. */
bool document_write_take(const struct document_request *request, struct guide *guide,
                         struct error *err);

#endif
