/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yaml2pot CHECKLIST...: writes the translatable texts of checklists as PO entries, for
 * `xgettext -L PO`. Which keys are translated says the table that the loader reads by. */
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "checklist/schema.h"

int main(int argc, char **argv) {
  struct strbuf out;
  struct error err = ERROR_INIT;
  strbuf_init(&out);
  for (int i = 1; i < argc; i++) {
    if (!schema_write_po(&out, argv[i], &err)) {
      fprintf(stderr, "yaml2pot: %s\n", err.message);
      return EXIT_FAILURE;
    }
  }
  fputs(out.text, stdout);
  strbuf_release(&out);
  return fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
