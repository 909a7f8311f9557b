/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of keys beside the manual page and the template for translators. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "checklist/schema.h"

static struct strbuf manual; /* without the backslashes of "\-" */

static int read_manual(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  char *path = path_join(environment_get("SOURCE_DIR"), "man/disentangle-checklist.5");
  strbuf_init(&manual);
  bool ok = file_read(&manual, path, 1 << 20, &err);
  for (char *found = manual.text; (found = strstr(found, "\\-")); found++)
    strbuf_remove(&manual, (size_t)(found - manual.text), 1);
  free(path);
  return ok ? 0 : -1;
}

static int free_manual(void **state) {
  (void)state;
  strbuf_release(&manual);
  return 0;
}

/* The manual's ".SS record" in front of the place, and whether it is about a record at all. */
static const char *record_before(const char *place, size_t *length) {
  const char *heading = NULL, *keys = strstr(manual.text, ".SH KEYS\n");
  for (const char *next = keys; (next = strstr(next, "\n.SS ")) && next < place; next++)
    heading = next + 5;
  *length = heading ? strcspn(heading, "\n") : 0;
  return heading;
}

/* What the manual has to say of a key: ".BR key " (…)" with "translated" in it or not. */
struct search {
  size_t keys, wrong;
};

static void find_in_manual(void *context, const char *record, const char *key, bool translated) {
  struct search *search = context;
  struct strbuf line;
  strbuf_init(&line);
  strbuf_addf(&line, "\n.BR %s \" (", key);
  bool found = false;
  for (const char *at = manual.text; (at = strstr(at, line.text)); at++) {
    size_t length;
    const char *heading = record_before(at, &length), *end = strchr(at + 1, '\n');
    const char *mark = strstr(at, "translated");
    if (heading && strlen(record) == length && !strncmp(heading, record, length))
      found |= (mark && mark < end) == translated;
  }
  strbuf_release(&line);
  search->keys++;
  search->wrong += !found;
  if (!found)
    print_error("the manual does not tell of %s: %s%s\n", record, key,
                translated ? " (translated)" : "");
}

static void every_key_is_in_the_manual(void **state) {
  (void)state;
  struct search search = {0, 0};
  schema_each_key(find_in_manual, &search);
  assert_in_range(search.keys, 100, 1000);
  assert_int_equal(search.wrong, 0);
}

/* One key of the manual, to be found in the tables. */
struct wanted {
  const char *record, *key;
  size_t record_length, key_length;
  bool found;
};

static void compare(void *context, const char *record, const char *key, bool translated) {
  (void)translated;
  struct wanted *wanted = context;
  wanted->found |= strlen(record) == wanted->record_length && strlen(key) == wanted->key_length &&
                   !strncmp(record, wanted->record, wanted->record_length) &&
                   !strncmp(key, wanted->key, wanted->key_length);
}

static void the_manual_tells_of_no_other_key(void **state) {
  (void)state;
  size_t count = 0, wrong = 0;
  const char *end = strstr(manual.text, ".SH PLACEHOLDERS");
  const char *at = strstr(manual.text, ".SH KEYS\n");
  for (; (at = strstr(at, "\n.T")) && at < end; at++) { /* .TP and .TQ */
    struct wanted wanted = {.key = at + strlen("\n.TP\n.BR ")};
    wanted.record = record_before(at, &wanted.record_length);
    wanted.key_length = strcspn(wanted.key, " ");
    schema_each_key(compare, &wanted);
    count++;
    wrong += !wanted.found;
    if (!wanted.found)
      print_error("no table has %.*s: %.*s\n", (int)wanted.record_length, wanted.record,
                  (int)wanted.key_length, wanted.key);
  }
  assert_in_range(count, 100, 1000);
  assert_int_equal(wrong, 0);
}

static void replace_all(struct strbuf *text, const char *from, const char *to) {
  char *found;
  while ((found = strstr(text->text, from))) {
    size_t at = (size_t)(found - text->text);
    strbuf_remove(text, at, strlen(from));
    strbuf_insert(text, at, to, strlen(to));
  }
}

static void the_manuals_example_has_no_fault(void **state) {
  (void)state;
  char folder[] = "/tmp/test-schema-XXXXXX";
  struct strbuf example;
  struct error err = ERROR_INIT;
  struct faults faults = FAULTS_INIT;
  const char *start = strstr(manual.text, "\n.EX\n") + 5, *end = strstr(manual.text, "\n.EE\n");
  strbuf_init(&example);
  strbuf_add_bytes(&example, start, (size_t)(end + 1 - start));
  replace_all(&example, "\\(dq", "\"");
  assert_non_null(mkdtemp(folder));
  char *path = path_join(folder, "example.yaml");
  assert_true(file_write_new(path, example.text, example.length, false, &err));
  checklist_check(path, &faults);
  unlink(path);
  rmdir(folder);
  for (size_t i = 0; i < faults.count; i++)
    print_error("%zu: %s\n", faults.items[i].line, faults.items[i].message);
  assert_int_equal(faults.count, 0);
  faults_release(&faults);
  strbuf_release(&example);
  free(path);
}

static void the_template_has_the_translated_texts(void **state) {
  (void)state;
  struct strbuf out;
  struct error err = ERROR_INIT;
  char *path = path_join(environment_get("SOURCE_DIR"), "tests/data/zoning");
  strbuf_init(&out);
  assert_true(schema_write_po(&out, path, &err));
  replace_all(&out, path, "zoning");
  static const char *const wanted[] = {
      "#. checklist: profile\n#: zoning/checklist.yaml:",
      "msgid \"About the place\"\nmsgstr \"\"\n\n",
      "#. choice: label\n",
      ("msgid \"\"\n\"A hearing takes months. Plain rules treat every owner alike.\\n\"\n\"\\n\"\n"
       "\"Towns that dropped the hearing saw more homes.\"\nmsgstr \"\"\n\n"),
      "#. place: text\n#: zoning/checklist.yaml:",
      "msgid \"The zoning code\"\n",
      "#. place: document\n",
      "#. provision: plain\n#: zoning/ordinance.yaml:",
      "#. state: touches\n#: zoning/states.yaml:",
      "#. glossary: look-for\n",
  };
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
    if (!strstr(out.text, wanted[i]))
      fail_msg("not in the template: %s", wanted[i]);
  static const char *const law[] = {"No parking space is required", "needs homes that people",
                                    "at most 1,000 square feet", "Smith v. Town"};
  for (size_t i = 0; i < sizeof law / sizeof *law; i++)
    assert_null(strstr(out.text, law[i]));
  strbuf_release(&out);
  free(path);
}

static void a_template_needs_files_that_can_be_read(void **state) {
  (void)state;
  struct strbuf out;
  struct error err = ERROR_INIT;
  char *path = path_join(environment_get("SOURCE_DIR"), "tests/data/broken/quote.yaml");
  strbuf_init(&out);
  assert_false(schema_write_po(&out, path, &err));
  assert_non_null(strstr(err.message, "quote.yaml:2:9: this quote is not closed"));
  assert_int_equal(out.length, 0);
  error_release(&err);
  strbuf_release(&out);
  free(path);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_key_is_in_the_manual),
      cmocka_unit_test(the_manual_tells_of_no_other_key),
      cmocka_unit_test(the_manuals_example_has_no_fault),
      cmocka_unit_test(the_template_has_the_translated_texts),
      cmocka_unit_test(a_template_needs_files_that_can_be_read),
  };
  return cmocka_run_group_tests(tests, read_manual, free_manual);
}
