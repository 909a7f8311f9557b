/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A damaged checklist never crashes the program, whatever was done to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"

static struct strbuf whole; /* the zoning checklist as one file */
static char folder[] = "/tmp/test-damaged-XXXXXX";
static char *path;

static int make_whole(void **state) {
  (void)state;
  static const char *const names[] = {"checklist.yaml", "states.yaml", "background.yaml",
                                      "ordinance.yaml"};
  struct strbuf one;
  struct error err = ERROR_INIT;
  strbuf_init(&whole);
  strbuf_init(&one);
  char *zoning = path_join(environment_get("SOURCE_DIR"), "tests/data/zoning");
  for (size_t i = 0; i < 4; i++) {
    char *file = path_join(zoning, names[i]);
    if (!file_read(&one, file, 1 << 20, &err))
      return -1;
    strbuf_add(&whole, one.text);
    free(file);
  }
  free(zoning);
  strbuf_release(&one);
  path = mkdtemp(folder) ? path_join(folder, "damaged.yaml") : NULL;
  return path ? 0 : -1;
}

static int remove_whole(void **state) {
  (void)state;
  unlink(path);
  free(path);
  strbuf_release(&whole);
  return rmdir(folder);
}

/* Checks and loads a text; both have to agree on whether it is sound. */
static bool is_sound(const char *text, size_t length) {
  struct faults faults = FAULTS_INIT;
  struct error err = ERROR_INIT;
  assert_true(file_write_new(path, text, length, true, &err));
  checklist_check(path, &faults);
  struct checklist *checklist = checklist_load(path, &err);
  bool loaded = checklist && checklist_load_rest(checklist, &err);
  assert_int_equal(loaded, faults.errors == 0);
  assert_int_equal(loaded, err.message == NULL);
  checklist_free(checklist);
  error_release(&err);
  faults_release(&faults);
  return loaded;
}

static void the_whole_is_sound(void **state) {
  (void)state;
  assert_true(is_sound(whole.text, whole.length));
}

static void cut_off_texts(void **state) {
  (void)state;
  for (size_t length = 0; length < whole.length; length += 37)
    is_sound(whole.text, length);
  assert_false(is_sound(whole.text, 2000));
}

static void flipped_bits(void **state) {
  (void)state;
  uint32_t seed = 7;
  for (int round = 0; round < 600; round++) {
    seed = seed * 1664525 + 1013904223;
    size_t bit = (seed >> 8) % (8 * whole.length);
    whole.text[bit / 8] = (char)(whole.text[bit / 8] ^ 1 << bit % 8);
    is_sound(whole.text, whole.length);
    whole.text[bit / 8] = (char)(whole.text[bit / 8] ^ 1 << bit % 8);
  }
}

/* Every line in turn: left out, and its value replaced by one of another kind. */
static void damaged_lines(void **state) {
  (void)state;
  static const char *const values[] = {NULL, "", " []", " {}", " x", " [a, [b]]", " {id: {a: b}}"};
  struct strbuf text;
  strbuf_init(&text);
  for (size_t start = 0, line = 0, length; start < whole.length; start += length + 1, line++) {
    length = strcspn(whole.text + start, "\n");
    size_t key = strcspn(whole.text + start, ":\n");
    const char *value = values[line % 7];
    strbuf_clear(&text);
    strbuf_add_bytes(&text, whole.text, start);
    if (value && key < length) {
      strbuf_add_bytes(&text, whole.text + start, key + 1);
      strbuf_add(&text, value);
    }
    strbuf_add(&text, whole.text + start + length);
    is_sound(text.text, text.length);
  }
  strbuf_release(&text);
}

/* The same with the values of {…}, by letting each key have a list. */
static void damaged_short_mappings(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  for (const char *at = whole.text; (at = strstr(at, ": ")); at += 2) {
    if ((at - whole.text) % 3)
      continue;
    size_t length = strcspn(at + 2, ",}\n");
    strbuf_clear(&text);
    strbuf_add_bytes(&text, whole.text, (size_t)(at - whole.text));
    strbuf_add(&text, ": [{id: a}, b]");
    strbuf_add(&text, at + 2 + length);
    is_sound(text.text, text.length);
  }
  strbuf_release(&text);
}

/* A file made to have more faults than anyone reads: they are counted up to a limit, quickly. */
static void countless_faults(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add(&text, "format: 1\nid: x\nedition: x\ntitle: x\nsections: [{}]\nprofile:\n"
                    "- {id: a, kind: choice, ask: x, choices: [{id: b, label: x}");
  for (int i = 0; i < 10000; i++)
    strbuf_addf(&text, ", {id: c%d, label: x}", i);
  strbuf_add(&text, "]}\n- {id: b, kind: text, ask: x, relevant: {profile: a, is: [x");
  strbuf_add_repeat(&text, ", x", 50000);
  strbuf_add(&text, "]}}\n");
  strbuf_add_repeat(&text, "- x\n", 50000);
  struct faults faults = FAULTS_INIT;
  struct error err = ERROR_INIT;
  assert_true(file_write_new(path, text.text, text.length, true, &err));
  clock_t start = clock();
  checklist_check(path, &faults);
  assert_true(clock() - start < 10 * CLOCKS_PER_SEC);
  assert_int_equal(faults.errors, 10000);
  faults_release(&faults);
  strbuf_release(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_whole_is_sound),     cmocka_unit_test(cut_off_texts),
      cmocka_unit_test(flipped_bits),           cmocka_unit_test(damaged_lines),
      cmocka_unit_test(damaged_short_mappings), cmocka_unit_test(countless_faults),
  };
  return cmocka_run_group_tests(tests, make_whole, remove_whole);
}
