/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/export.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "tests/base/scratch.h"
#include "tests/guide/walk.h"

static struct export summary_of(struct guide *guide) {
  walk_answer(guide, "profile.name", "Springfield");
  return (struct export){
      .guide = guide, .kind = report_find("summary"), .writer = writer_find("markdown")};
}

/* --- writing ---*/

static void a_file_is_named_after_the_place(void **state) {
  struct export export = summary_of(*state);
  char *path = export_suggest_path(&export, NULL);
  assert_string_equal(path, "./springfield-summary.md");
  free(path);
  walk_text(*state, COMMAND_SAVE_AS, scratch_path("evening.yaml"));
  path = export_suggest_path(&export, NULL);
  assert_string_equal(path, scratch_path("springfield-summary.md"));
  free(path);
}

static void where_it_is_and_how_large_is_told(void **state) {
  struct export export = summary_of(*state);
  struct error err = ERROR_INIT;
  struct strbuf told, expected;
  size_t count;
  strbuf_init(&told);
  strbuf_init(&expected);
  assert_true(export_write(&export, scratch_path("out.md"), false, &told, &err));
  free(scratch_read("out.md", &count));
  strbuf_addf(&expected, "Written: %s (%zu kB).", scratch_path("out.md"), (count + 999) / 1000);
  assert_string_equal(told.text, expected.text);
  strbuf_release(&expected);
  strbuf_release(&told);
}

static void nothing_is_replaced_unasked(void **state) {
  struct export export = summary_of(*state);
  struct error err = ERROR_INIT;
  struct strbuf told;
  size_t count;
  strbuf_init(&told);
  scratch_write("out.md", "mine", 4);
  assert_false(export_write(&export, scratch_path("out.md"), false, &told, &err));
  assert_non_null(err.message);
  assert_string_equal(told.text, "");
  error_release(&err);
  char *there = scratch_read("out.md", &count);
  assert_string_equal(there, "mine");
  free(there);
  assert_true(export_write(&export, scratch_path("out.md"), true, &told, &err));
  strbuf_release(&told);
}

static void another_name_is_offered(void **state) {
  (void)state;
  char *path = export_free_path(scratch_path("none.md"));
  assert_string_equal(path, scratch_path("none.md"));
  free(path);
  scratch_write("a.b.md", "", 0);
  path = export_free_path(scratch_path("a.b.md"));
  assert_string_equal(path, scratch_path("a.b-2.md"));
  scratch_write("a.b-2.md", "", 0);
  free(path);
  path = export_free_path(scratch_path("a.b.md"));
  assert_string_equal(path, scratch_path("a.b-3.md"));
  free(path);
  scratch_write("plain", "", 0);
  path = export_free_path(scratch_path("plain"));
  assert_string_equal(path, scratch_path("plain-2"));
  free(path);
}

/* --- formats ---*/

static void a_format_gives_way_to_one_that_fits(void **state) {
  struct export export = summary_of(*state);
  export_set_kind(&export, report_find("one-page"));
  assert_string_equal(export.writer->name, "markdown");
  export_set_kind(&export, report_find("answers"));
  assert_string_equal(export.writer->name, "csv");
  assert_null(export_print_writer(&export));
  assert_false(export_print(&export, NULL, NULL));
  export_set_kind(&export, report_find("summary"));
  assert_string_equal(export.writer->name, "text");
  assert_string_equal(export_print_writer(&export)->name, "text");
}

static void it_can_be_looked_at_first(void **state) {
  struct export export = summary_of(*state);
  struct strbuf text;
  strbuf_init(&text);
  assert_true(export_preview(&export, 40, &text, NULL));
  assert_non_null(strstr(text.text, "Springfield"));
  for (const char *line = text.text; *line; line += strcspn(line, "\n"), line += *line == '\n')
    assert_in_range(strcspn(line, "\n"), 0, 60);
  strbuf_clear(&text);
  export_set_kind(&export, report_find("answers"));
  assert_true(export_preview(&export, 40, &text, NULL));
  assert_non_null(strstr(text.text, "profile.name,"));
  strbuf_release(&text);
}

static void what_has_to_be_looked_at_is_counted(void **state) {
  struct export export = summary_of(*state);
  struct strbuf lines;
  strbuf_init(&lines);
  assert_int_equal(export_notices(&export, &lines), 0);
  assert_string_equal(lines.text, "");
  export_set_kind(&export, report_find("ordinance"));
  size_t count = export_notices(&export, &lines), found = 0;
  for (const char *line = lines.text; *line; line += strcspn(line, "\n") + 1, found++)
    assert_memory_equal(line, "- ", 2);
  assert_true(count > 0);
  assert_int_equal(found, count);
  strbuf_release(&lines);
  char *text = export_notices_text(1);
  assert_string_equal(text, "1 thing to look at before it is used");
  free(text);
}

/* --- printing ---*/

static void make_lp(const char *script) {
  scratch_write("bin/lp", script, strlen(script));
  assert_int_equal(chmod(scratch_path("bin/lp"), 0700), 0);
  setenv("PATH", scratch_path("bin"), 1);
}

static void the_printer_gets_title_paper_and_pages(void **state) {
  struct export export = summary_of(*state);
  char script[4096];
  size_t count;
  snprintf(script, sizeof script, "#!/bin/sh\necho \"$@\" >%s\n/bin/cat >>%s\n",
           scratch_path("printed"), scratch_path("printed"));
  make_lp(script);
  export.writer = writer_find("text");
  export.paper = PAPER_A4;
  assert_true(export_print(&export, "upstairs", NULL));
  char *printed = scratch_read("printed", &count);
  static const char first[] = "-d upstairs -t Summary -o media=A4\n"; /* no place, no subject */
  assert_memory_equal(printed, first, sizeof first - 1);
  assert_non_null(strstr(printed, "Page 1 of "));
  free(printed);
}

static void what_lp_says_is_told(void **state) {
  struct export export = summary_of(*state);
  struct error err = ERROR_INIT;
  make_lp("#!/bin/sh\necho 'lp: out of paper' >&2\nexit 1\n");
  export.writer = writer_find("text");
  assert_false(export_print(&export, NULL, &err));
  assert_string_equal(err.message, "not printed: lp: out of paper");
  error_release(&err);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, walk_setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(a_file_is_named_after_the_place),
      TEST(where_it_is_and_how_large_is_told),
      TEST(nothing_is_replaced_unasked),
      TEST(another_name_is_offered),
      TEST(a_format_gives_way_to_one_that_fits),
      TEST(it_can_be_looked_at_first),
      TEST(what_has_to_be_looked_at_is_counted),
      TEST(the_printer_gets_title_paper_and_pages),
      TEST(what_lp_says_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
