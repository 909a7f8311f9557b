/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings that were made to hurt, and what documents of each format make of them: nothing that is
 * computed, run or fetched, and nothing but printable text. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "documents.h"
#include "look.h"
#include "markup.h"

enum { HARMLESS = 48 };

static struct names office_names[2], page_names; /* of harmless documents */
static size_t documents, tools_missing;

static const char *const kinds[] = {"summary",         "ordinance",   "ordinance-short", "letter",
                                    "records-request", "to-find-out", "one-page"};
static const char *const formats[] = {"text", "markdown", "html", "docx", "odt"};
enum {
  KIND_COUNT = sizeof kinds / sizeof *kinds,
  FORMAT_COUNT = sizeof formats / sizeof *formats,
};

static void export(struct run *run, const char *session, const char *kind, const char *format,
                   const char *output) {
  run_program(run,
              ARGUMENTS(WORD("export"), WORD(session), WORD("-d"), WORD(kind), WORD("-f"),
                        WORD(format), WORD("-o"), WORD(output), WORD("--private"), WORD("--force")),
              NULL);
  if (run->status != 0)
    tally_fail(&tally, kind, run->err.text);
  tally_look(&tally, kind, &run->err, "");
  documents++;
}

static bool is_safe(const char *format, const struct strbuf *bytes, struct strbuf *faults) {
  bool looked = true, is_well;
  if (!strcmp(format, "docx") || !strcmp(format, "odt"))
    return package_is_safe(bytes, &office_names[!strcmp(format, "odt")], false, faults);
  if (!strcmp(format, "html"))
    return html_is_safe(bytes, &page_names, faults);
  if (!strcmp(format, "csv"))
    return csv_is_safe(bytes, faults);
  if (!strcmp(format, "text"))
    return text_is_safe(bytes, faults);
  is_well = markdown_is_safe(bytes, &looked, faults);
  tools_missing += !looked;
  return is_well;
}

/* To a file, where text has pages, and to standard output, where it has none. */
static void try_document(const char *session, const char *kind, const char *format) {
  struct strbuf faults, bytes;
  struct run run;
  strbuf_init(&faults);
  strbuf_init(&bytes);
  bool to_file = !strcmp(format, "text");
  export(&run, session, kind, format, to_file ? "document" : "-");
  if (to_file && !file_read(&bytes, "document", 1 << 26, NULL))
    tally_fail(&tally, kind, "no file");
  const struct strbuf *document = to_file ? &bytes : &run.out;
  tally_count(&tally, document);
  if (!is_safe(format, document, &faults)) {
    struct strbuf what;
    strbuf_init(&what);
    strbuf_addf(&what, "%s as %s", kind, format);
    tally_fail(&tally, what.text, faults.text);
    strbuf_release(&what);
  }
  run_release(&run);
  strbuf_release(&bytes);
  strbuf_release(&faults);
}

static bool has_pdf(void) {
  struct run run;
  run_program(&run, ARGUMENTS(WORD("list"), WORD("formats")), NULL);
  bool has = strstr(run.out.text, "pdf");
  run_release(&run);
  return has;
}

static void try_pdf(const char *kind) {
  struct strbuf faults;
  struct run run;
  bool looked = false;
  strbuf_init(&faults);
  export(&run, "session.yaml", kind, "pdf", "document.pdf");
  if (!pdf_is_safe("document.pdf", &looked, &faults))
    tally_fail(&tally, kind, faults.text);
  tally.outputs += looked;
  tools_missing += !looked;
  run_release(&run);
  strbuf_release(&faults);
}

/* The summary holds nearly all in each format; the others are written in turn. */
static void documents_batch(size_t count, size_t batch) {
  (void)count;
  for (size_t i = 0; i < FORMAT_COUNT; i++)
    try_document("session.yaml", kinds[0], formats[i]);
  for (size_t i = 1 + batch % 2; i < KIND_COUNT; i += 2)
    try_document("session.yaml", kinds[i], formats[(i + batch) % FORMAT_COUNT]);
  try_document("session.yaml", "answers", "csv");
  if (has_pdf())
    try_pdf(kinds[batch % KIND_COUNT]);
}

/* What elements and attributes there are when nothing is dangerous. */
static void learn(void) {
  static const char *const pages[] = {"svg", "svg class", "svg aria-hidden"};
  struct strbuf faults;
  struct run run;
  strbuf_init(&faults);
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
    names_add(&page_names, pages[i]);
  for (size_t i = 0; i < KIND_COUNT; i++) {
    export(&run, "harmless.yaml", kinds[i], "html", "-");
    struct markup markup = {.is_html = true, .names = &page_names};
    if (!markup_check(&markup, run.out.text, run.out.length, &faults))
      tally_fail(&tally, kinds[i], faults.text);
    run_release(&run);
    for (int odt = 0; odt < 2; odt++) {
      export(&run, "harmless.yaml", kinds[i], odt ? "odt" : "docx", "-");
      if (!package_is_safe(&run.out, &office_names[odt], true, &faults))
        tally_fail(&tally, kinds[i], faults.text);
      run_release(&run);
    }
  }
  strbuf_release(&faults);
}

static void documents_of_each_format(void **state) {
  (void)state;
  char plain[] = "harmless *em*  שלום", address[] = "https://example.org/", hebrew[] = "שלום";
  struct string harmless[] = {{.bytes = plain}, {.bytes = address}, {.bytes = hebrew}};
  const struct string *strings[HARMLESS];
  for (size_t i = 0; i < HARMLESS; i++) {
    strings[i] = &harmless[i % 3];
    harmless[i % 3].length = strlen(harmless[i % 3].bytes);
  }
  look_write(strings, HARMLESS);
  assert_int_equal(rename(scratch_path("session.yaml"), scratch_path("harmless.yaml")), 0);
  learn();
  look_each_batch(documents_batch);
}

static void all_were_seen_again(void **state) {
  (void)state;
  look_tell_documents(
      documents, tools_missing ? " (without cmark, qpdf or pdftotext, which are not here)" : "");
  names_release(&page_names);
  names_release(&office_names[0]);
  names_release(&office_names[1]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(documents_of_each_format),
      cmocka_unit_test(all_were_seen_again),
  };
  return cmocka_run_group_tests(tests, look_set_up, look_tear_down);
}
