/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What loading a whole checklist costs beside libyaml's bare event loop over the same files. Both
 * are run in turn, the files being in the system's cache, and the medians are compared.
 *
 * usage: load RUNS CHECKLIST-FOLDER */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <yaml.h>

#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"

enum { FILE_LIMIT_BYTES = 4 * 1024 * 1024, RUNS_LIMIT = 10000 };

struct medians {
  double bare_us, load_us;
};

static double now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static _Noreturn void fail(const char *message) {
  fprintf(stderr, "load: %s\n", message);
  exit(EXIT_FAILURE);
}

static void parse_events(const struct strbuf *text) {
  yaml_parser_t parser;
  yaml_event_t event;
  if (!yaml_parser_initialize(&parser))
    fail("out of memory");
  yaml_parser_set_input_string(&parser, (const unsigned char *)text->text, text->length);
  for (int at_end = 0; !at_end; yaml_event_delete(&event)) {
    if (!yaml_parser_parse(&parser, &event))
      fail("a file is not YAML");
    at_end = event.type == YAML_STREAM_END_EVENT;
  }
  yaml_parser_delete(&parser);
}

/* Reads and parses every file; returns how many bytes they hold. */
static size_t run_bare(const char *folder, char **names, size_t count) {
  struct strbuf text;
  struct error err = ERROR_INIT;
  size_t bytes = 0;
  strbuf_init(&text);
  for (size_t i = 0; i < count; i++) {
    char *path = path_join(folder, names[i]);
    if (!file_read(&text, path, FILE_LIMIT_BYTES, &err))
      fail(err.message);
    free(path);
    parse_events(&text);
    bytes += text.length;
  }
  strbuf_release(&text);
  return bytes;
}

static void run_load(const char *folder) {
  struct error err = ERROR_INIT;
  struct checklist *checklist = checklist_load(folder, &err);
  if (!checklist || !checklist_load_rest(checklist, &err))
    fail(err.message);
  checklist_free(checklist);
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, size_t count) {
  qsort(values, count, sizeof *values, compare);
  return values[count / 2];
}

static struct medians measure(size_t runs, const char *folder, char **names, size_t count) {
  static double bare[RUNS_LIMIT], load[RUNS_LIMIT];
  for (size_t i = 0; i < runs; i++) {
    double start = now_us();
    run_bare(folder, names, count);
    double middle = now_us();
    run_load(folder);
    bare[i] = middle - start;
    load[i] = now_us() - middle;
  }
  return (struct medians){median(bare, runs), median(load, runs)};
}

int main(int argc, char **argv) {
  size_t runs = argc == 3 ? strtoul(argv[1], NULL, 10) : 0, count;
  if (!runs || runs > RUNS_LIMIT)
    fail("usage: load RUNS CHECKLIST-FOLDER");
  char **names = file_list(argv[2], ".yaml", &count);
  if (!names)
    fail("the folder has no YAML files");
  size_t bytes = run_bare(argv[2], names, count);
  struct medians medians = measure(runs, argv[2], names, count);
  printf("a checklist of %zu kB, median of %zu runs: libyaml's events %.2f ms, loaded and checked "
         "%.2f ms, ratio %.2f\n",
         bytes / 1000, runs, medians.bare_us / 1000, medians.load_us / 1000,
         medians.load_us / medians.bare_us);
  for (size_t i = 0; i < count; i++)
    free(names[i]);
  free(names);
  return EXIT_SUCCESS;
}
