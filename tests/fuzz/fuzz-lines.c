/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain mode under any lines: it ends, and what it writes is clean. Nothing is saved, but documents
 * may be written to the run's own folder; '/' is never typed, for a path could lead out of it. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "plain/plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  struct strbuf typed;
  char *said = NULL;
  size_t said_count = 0;
  REQUIRE(chdir(fuzz_folder()) == 0);
  strbuf_init(&typed);
  strbuf_add(&typed, "practice\n");
  strbuf_add_bytes(&typed, (const char *)bytes, count);
  for (size_t i = 0; i < typed.length; i++)
    if (typed.text[i] == '/')
      typed.text[i] = '|';
  FILE *in = fmemopen(typed.text, typed.length, "r");
  FILE *out = open_memstream(&said, &said_count);
  plain_run(&(struct plain_options){.in = in, .out = out, .checklist = "zoning"});
  fclose(in);
  fclose(out);
  fuzz_require_clean(said, said_count);
  free(said);
  strbuf_release(&typed);
  return 0;
}
