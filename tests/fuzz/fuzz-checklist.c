/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking and loading a checklist agree; one that is loaded can be assessed and printed. */
#include "fuzz.h"

#include <string.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "report/document.h"
#include "report/report.h"
#include "report/writer.h"
#include "session/session.h"

static bool is_sound(const char *path) {
  struct faults faults = FAULTS_INIT;
  checklist_check(path, &faults);
  for (size_t i = 0; i < faults.count; i++)
    fuzz_require_clean(faults.items[i].message, strlen(faults.items[i].message));
  bool sound = faults.errors == 0;
  faults_release(&faults);
  return sound;
}

static void print_all(struct checklist *checklist) {
  struct session *session = session_new(checklist);
  for (const struct report_kind *kind = report_kinds; kind->name; kind++) {
    const struct report_options options = {.private_notes = true};
    const struct write_options write_options = {.width_cells = 40};
    struct document *document = report_build(kind, checklist, session, &options, NULL);
    struct strbuf out;
    strbuf_init(&out);
    if (document && report_fits(kind, writer_find("text"))) {
      REQUIRE(writer_find("text")->write(document, &write_options, &out, NULL));
      fuzz_require_clean(out.text, out.length);
    }
    strbuf_release(&out);
    document_free(document);
  }
  session_free(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  const char *path = fuzz_write("checklist.yaml", bytes, count);
  struct error err = ERROR_INIT;
  bool sound = is_sound(path);
  struct checklist *checklist = checklist_load(path, &err);
  bool loaded = checklist && checklist_load_rest(checklist, &err);
  REQUIRE(loaded == sound && loaded == !err.message);
  if (loaded)
    print_all(checklist);
  checklist_free(checklist);
  error_release(&err);
  return 0;
}
