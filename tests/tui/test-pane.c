/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "tui/canvas.h"
#include "tui/pane.h"
#include "walk.h"

enum { ROWS = 12, COLUMNS = 40, HEIGHT = 5 };

static struct pane pane;

/* Ten items of two rows each under a head of two. */
static void fill(void) {
  pane_begin(&pane, 1, 0, HEIGHT, 20);
  pane_add(&pane, PANE_NO_ITEM, 0, STYLE_TITLE, "head");
  pane_add_gap(&pane);
  pane_add_gap(&pane);
  for (int i = 0; i < 10; i++) {
    char name[] = "item 0";
    name[5] = (char)('0' + i);
    pane_add_prefixed(&pane, i, 4, STYLE_FOCUS, pane.focus == i ? ">" : " ", STYLE_TEXT, name);
    pane_add_row(&pane, i, 4, STYLE_TEXT, "more", 4);
  }
}

static void draw(void) {
  canvas_clear();
  fill();
  pane_draw(&pane);
  canvas_show();
}

static void expect_row(int row, const char *text) {
  char *found = canvas_read_row(row);
  assert_string_equal(found, text);
  free(found);
}

static void expect_cursor(int row, int column) {
  int found_row, found_column;
  canvas_read_cursor(&found_row, &found_column);
  assert_int_equal(found_row, row);
  assert_int_equal(found_column, column);
}

static int start(void **state) {
  (void)state;
  walk_terminal_start(ROWS, COLUMNS, false);
  pane_init(&pane);
  return 0;
}

static int stop(void **state) {
  (void)state;
  pane_release(&pane);
  walk_terminal_stop();
  return 0;
}

static void test_head_is_shown_with_the_first_item(void **state) {
  (void)state;
  pane_focus(&pane, 0);
  draw();
  expect_row(1, "head");
  expect_row(3, ">   item 0");
  expect_cursor(3, 0);
}

static void test_focus_is_scrolled_into_sight(void **state) {
  (void)state;
  pane_focus(&pane, 9);
  draw();
  expect_row(4, ">   item 9");
  expect_row(5, "    more");
  expect_cursor(4, 0);
  pane_focus(&pane, 0);
  draw();
  expect_row(1, "head");
}

static void test_place_is_kept_where_possible(void **state) {
  (void)state;
  pane_focus(&pane, 3);
  draw();
  int top = pane.top;
  pane_focus(&pane, 2);
  draw();
  assert_int_equal(pane.top, top);
}

static void test_browsing_leaves_the_focus(void **state) {
  (void)state;
  pane_focus(&pane, 0);
  draw();
  assert_true(pane_scroll(&pane, 4));
  draw();
  expect_row(1, "    item 1");
  expect_cursor(1, 0);
  assert_true(pane_scroll(&pane, 100));
  assert_false(pane_scroll(&pane, 1));
  pane_focus(&pane, 1);
  draw();
  expect_row(1, ">   item 1");
}

static void test_item_at_a_row(void **state) {
  (void)state;
  pane_focus(&pane, 0);
  draw();
  assert_int_equal(pane_item_at(&pane, 0), PANE_NO_ITEM);
  assert_int_equal(pane_item_at(&pane, 1), PANE_NO_ITEM);
  assert_int_equal(pane_item_at(&pane, 4), 0);
  assert_int_equal(pane_item_at(&pane, 5), 1);
  assert_int_equal(pane_item_at(&pane, 1 + HEIGHT), PANE_NO_ITEM);
}

static void test_cursor_within_an_item(void **state) {
  (void)state;
  pane_begin(&pane, 1, 2, HEIGHT, 20);
  pane_focus(&pane, 0);
  for (int i = 0; i < 9; i++) {
    pane_add_row(&pane, 0, 3, STYLE_FIELD, "text", 4);
    if (i == 7)
      pane_place_cursor(&pane, 2);
  }
  pane_draw(&pane);
  canvas_show();
  expect_cursor(5, 7);
}

static void test_high_item_is_scrolled_through(void **state) {
  (void)state;
  pane_begin(&pane, 1, 0, HEIGHT, 20);
  pane_focus(&pane, 0);
  for (int i = 0; i < 8; i++)
    pane_add_row(&pane, 0, 0, STYLE_TEXT, "row", 3);
  pane_draw(&pane);
  assert_false(pane_scroll_in_focus(&pane, -1));
  assert_true(pane_scroll_in_focus(&pane, 1));
  assert_int_equal(pane.top, 3);
  assert_false(pane_scroll_in_focus(&pane, 1));
  assert_true(pane_scroll_in_focus(&pane, -1));
  assert_int_equal(pane.top, 0);
}

static void test_text_is_wrapped_and_hangs(void **state) {
  (void)state;
  canvas_clear();
  pane_begin(&pane, 0, 0, ROWS, 14);
  pane_add_prefixed(&pane, 0, 4, STYLE_FOCUS, "> 1", STYLE_TEXT, "one two three four");
  pane_draw(&pane);
  canvas_show();
  expect_row(0, "> 1 one two");
  expect_row(1, "    three four");
}

static void test_wide_characters_are_cut_whole(void **state) {
  (void)state;
  canvas_clear();
  assert_int_equal(canvas_text(0, 0, 5, STYLE_TEXT, "中文字字"), 5);
  canvas_show();
  expect_row(0, "中文…");
  assert_int_equal(canvas_text(1, 38, 9, STYLE_TEXT, "ab"), 2);
  assert_int_equal(canvas_text(99, 0, 9, STYLE_TEXT, "ab"), 0);
}

/* Only rows that are drawn otherwise are put on the screen again; after canvas_forget() all are. */
static void test_rows_drawn_as_before_stay(void **state) {
  (void)state;
  for (int draw_number = 0; draw_number < 3; draw_number++) {
    canvas_clear();
    canvas_fill(0, STYLE_HEADER);
    canvas_text(0, 1, 20, STYLE_HEADER, "head");
    if (draw_number != 1)
      canvas_text(2, 0, 20, STYLE_TEXT, draw_number ? "other" : "a long first text");
    if (draw_number == 2)
      canvas_forget(), canvas_clear(), canvas_text(3, 0, 20, STYLE_TEXT, "all anew");
    canvas_show();
    expect_row(0, draw_number == 2 ? "" : " head");
    expect_row(2, draw_number ? "" : "a long first text");
    expect_row(3, draw_number == 2 ? "all anew" : "");
  }
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_rows_drawn_as_before_stay, start, stop),
      cmocka_unit_test_setup_teardown(test_head_is_shown_with_the_first_item, start, stop),
      cmocka_unit_test_setup_teardown(test_focus_is_scrolled_into_sight, start, stop),
      cmocka_unit_test_setup_teardown(test_place_is_kept_where_possible, start, stop),
      cmocka_unit_test_setup_teardown(test_browsing_leaves_the_focus, start, stop),
      cmocka_unit_test_setup_teardown(test_item_at_a_row, start, stop),
      cmocka_unit_test_setup_teardown(test_cursor_within_an_item, start, stop),
      cmocka_unit_test_setup_teardown(test_high_item_is_scrolled_through, start, stop),
      cmocka_unit_test_setup_teardown(test_text_is_wrapped_and_hangs, start, stop),
      cmocka_unit_test_setup_teardown(test_wide_characters_are_cut_whole, start, stop),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
