/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libyaml does seldom, or will do in a later version. */
#include <config.h>

#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <yaml.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/strbuf.h"
#include "yaml/node.h"

/* These stand before libyaml's own. */
static enum { NOTHING, PARSER, PARSING, EMITTER, EVENT, EMITTING, SYNTAX } fails;
static const char *problem; /* what it says of the syntax */

#define REAL(name, ...)                                                                            \
  int (*real)(__VA_ARGS__);                                                                        \
  *(void **)&real = dlsym(RTLD_NEXT, name)

int yaml_parser_initialize(yaml_parser_t *parser) {
  REAL("yaml_parser_initialize", yaml_parser_t *);
  return fails == PARSER ? 0 : real(parser);
}

int yaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event) {
  REAL("yaml_parser_parse", yaml_parser_t *, yaml_event_t *);
  if (fails != PARSING && fails != SYNTAX)
    return real(parser, event);
  parser->error = fails == PARSING ? YAML_MEMORY_ERROR : YAML_PARSER_ERROR;
  parser->problem = problem;
  parser->problem_mark = (yaml_mark_t){.line = 2, .column = 6};
  return 0;
}

int yaml_emitter_initialize(yaml_emitter_t *emitter) {
  REAL("yaml_emitter_initialize", yaml_emitter_t *);
  return fails == EMITTER ? 0 : real(emitter);
}

int yaml_mapping_end_event_initialize(yaml_event_t *event) {
  REAL("yaml_mapping_end_event_initialize", yaml_event_t *);
  return fails == EVENT ? 0 : real(event);
}

int yaml_emitter_emit(yaml_emitter_t *emitter, yaml_event_t *event) {
  REAL("yaml_emitter_emit", yaml_emitter_t *, yaml_event_t *);
  return fails == EMITTING ? 0 : real(emitter, event);
}

static void read_and_write(void) {
  struct arena *arena = arena_new();
  struct strbuf out;
  strbuf_init(&out);
  node_write(&out, node_read(arena, "a: b\n", 5, "f.yaml", NULL));
  strbuf_release(&out);
  arena_free(arena);
}

static int status_of_child(void) {
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) {
    (void)!freopen("/dev/null", "w", stderr);
    read_and_write();
    exit(0);
  }
  int status;
  assert_int_equal(waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void no_memory_ends_the_program(void **state) {
  (void)state;
  assert_int_equal(status_of_child(), 0);
  for (fails = PARSER; fails <= EMITTING; fails++)
    assert_int_equal(status_of_child(), 70);
  fails = NOTHING;
}

static void assert_told(const char *message) {
  struct arena *arena = arena_new();
  struct error err = ERROR_INIT;
  fails = SYNTAX;
  assert_null(node_read(arena, "a: b\n", 5, "f.yaml", &err));
  fails = NOTHING;
  assert_string_equal(err.message, message);
  error_release(&err);
  arena_free(arena);
}

static void a_problem_that_is_not_known_is_told(void **state) {
  (void)state;
  problem = "something odd";
  assert_told("f.yaml:3:7: this is not YAML: something odd");
  problem = NULL;
  assert_told("f.yaml:3:7: this is not YAML: ");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_memory_ends_the_program),
      cmocka_unit_test(a_problem_that_is_not_known_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
