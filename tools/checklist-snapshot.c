/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checklist-snapshot FILE.yaml >FILE.nodes: compiles a file of a checklist, so that it need not be
 * parsed at each start. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "yaml/node.h"
#include "yaml/snapshot.h"

static bool compile(struct strbuf *out, const char *path, struct error *err) {
  struct arena *arena = arena_new();
  struct strbuf yaml;
  strbuf_init(&yaml);
  const struct node *root = file_read(&yaml, path, NODE_FILE_LIMIT_BYTES, err)
                                ? node_read(arena, yaml.text, yaml.length, path, err)
                                : NULL;
  if (root)
    snapshot_write(out, root, snapshot_origin(yaml.text, yaml.length));
  strbuf_release(&yaml);
  arena_free(arena);
  return root;
}

int main(int argc, char **argv) {
  struct strbuf out;
  struct error err = ERROR_INIT;
  strbuf_init(&out);
  if (argc != 2 || !compile(&out, argv[1], &err)) {
    fprintf(stderr, "checklist-snapshot: %s\n", argc == 2 ? err.message : "name one YAML file");
    return EXIT_FAILURE;
  }
  fwrite(out.text, 1, out.length, stdout);
  strbuf_release(&out);
  return fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
