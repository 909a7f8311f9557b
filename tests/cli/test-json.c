/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void nests_and_separates(void **state) {
  (void)state;
  struct json json;
  json_init(&json);
  json_open(&json, NULL, '{');
  json_number(&json, "n", 7);
  json_open(&json, "list", '[');
  json_text(&json, NULL, "a");
  json_text(&json, NULL, "b");
  json_close(&json);
  json_open(&json, "empty", '[');
  json_close(&json);
  json_boolean(&json, "yes", true);
  json_boolean(&json, "no", false);
  json_text(&json, "nothing", NULL);
  json_close(&json);
  assert_string_equal(json.out.text, "{\n"
                                     "  \"n\": 7,\n"
                                     "  \"list\": [\n"
                                     "    \"a\",\n"
                                     "    \"b\"\n"
                                     "  ],\n"
                                     "  \"empty\": [],\n"
                                     "  \"yes\": true,\n"
                                     "  \"no\": false,\n"
                                     "  \"nothing\": null\n"
                                     "}\n");
  json_release(&json);
}

static void escapes(void **state) {
  (void)state;
  struct json json;
  json_init(&json);
  json_text(&json, NULL, "\"q\" \\ \n\t\x1b\x7f ñ “”");
  assert_string_equal(json.out.text, "\"\\\"q\\\" \\\\ \\n <U+001B><U+007F> ñ “”\"");
  json_release(&json);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nests_and_separates),
      cmocka_unit_test(escapes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
