/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/clock.h"

#include <stdlib.h>
#include <time.h>

#include "cmocka-tests.h"

static int set_up(void **state) {
  (void)state;
  setenv("DISENTANGLE_NOW", "2026-11-22T18:32:05Z", 1);
  setenv("TZ", "UTC+5", 1); /* five hours behind */
  tzset();
  return 0;
}

static void assert_utc(int64_t seconds, const char *expected) {
  char out[21];
  clock_format_utc(seconds, out);
  assert_string_equal(out, expected);
}

static void test_pinned(void **state) {
  (void)state;
  assert_int_equal(clock_now(), 1795372325);
  assert_utc(clock_now(), "2026-11-22T18:32:05Z");
}

static void test_pinned_local_time_is_utc(void **state) {
  (void)state;
  char date[11], time[6];
  clock_format_date(clock_now(), date);
  clock_format_local_time(clock_now(), time);
  assert_string_equal(date, "2026-11-22");
  assert_string_equal(time, "18:32");
}

static void test_not_pinned(void **state) {
  (void)state;
  static const char *const values[] = {"", "yesterday", "2026-11-22", NULL};
  for (size_t i = 0; i < 4; i++) {
    if (values[i])
      setenv("DISENTANGLE_NOW", values[i], 1);
    else
      unsetenv("DISENTANGLE_NOW");
    int64_t before = time(NULL), now = clock_now(), after = time(NULL);
    assert_true(before <= now && now <= after);
  }
}

static void test_local_time(void **state) {
  (void)state;
  char date[11], time[6];
  unsetenv("DISENTANGLE_NOW");
  clock_format_date(1795316400, date); /* 2026-11-22T03:00:00Z */
  clock_format_local_time(1795316400, time);
  assert_string_equal(date, "2026-11-21");
  assert_string_equal(time, "22:00");
}

static void test_format_utc(void **state) {
  (void)state;
  assert_utc(0, "1970-01-01T00:00:00Z");
  assert_utc(-1, "1969-12-31T23:59:59Z");
  assert_utc(951782399, "2000-02-28T23:59:59Z");
  assert_utc(951782400, "2000-02-29T00:00:00Z");
  assert_utc(4102444799, "2099-12-31T23:59:59Z");
}

static void test_far_times_keep_their_form(void **state) {
  (void)state;
  char date[11], time[6];
  assert_utc(INT64_MAX, "9999-12-31T23:59:59Z");
  assert_utc(INT64_MIN, "0000-01-01T00:00:00Z");
  unsetenv("DISENTANGLE_NOW");
  setenv("TZ", "UTC-5", 1); /* local time would be in the year 10000 */
  tzset();
  clock_format_date(INT64_MAX, date);
  clock_format_local_time(INT64_MAX, time);
  assert_true(clock_is_date(date));
  assert_string_equal(date, "9999-12-31");
  setenv("TZ", "UTC+5", 1); /* … in the year -1 */
  tzset();
  clock_format_date(INT64_MIN, date);
  assert_true(clock_is_date(date));
}

static void test_parse_is_the_inverse(void **state) {
  (void)state;
  static const int64_t times[] = {0,          -1,           951782400,    1795372325,
                                  4107542399, 253402300799, -62167219200, 68169600};
  for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
    char text[21];
    int64_t back = 7;
    clock_format_utc(times[i], text);
    assert_true(clock_parse_utc(text, &back));
    assert_int_equal(back, times[i]);
  }
}

static void test_parse_refuses(void **state) {
  (void)state;
  static const char *const texts[] = {
      "",
      "2026",
      "2026-11-22",
      "2026-11-22T18:32:05",
      "2026-11-22T18:32:05z",
      "2026-11-22 18:32:05Z",
      "2026-11-22T18:32:05Z ",
      " 2026-11-22T18:32:05Z",
      "2026-11-22T18:32:05+00",
      "2026-11-22T24:00:00Z",
      "2026-11-22T18:60:00Z",
      "2026-11-22T18:32:60Z",
      "2026-13-22T18:32:05Z",
      "2026-02-29T18:32:05Z",
      "-026-02-20T18:32:05Z",
      "2026-1a-22T18:32:05Z",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    int64_t seconds = 42;
    assert_false(clock_parse_utc(texts[i], &seconds));
    assert_int_equal(seconds, 42);
  }
}

static void test_dates(void **state) {
  (void)state;
  static const char *const good[] = {"2026-11-22", "2024-02-29", "2000-02-29",
                                     "2026-01-01", "2026-12-31", "2026-04-30"};
  static const char *const bad[] = {"",           "2026-11-2",   "2026-11-222", "2026-02-29",
                                    "2100-02-29", "2026-00-10",  "2026-13-01",  "2026-04-31",
                                    "2026-04-00", "26-04-01",    "2026/04/01",  "2026-04-0x",
                                    "next week",  "２０26-04-01"};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++)
    assert_true(clock_is_date(good[i]));
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(clock_is_date(bad[i]));
}

static void test_monotonic(void **state) {
  (void)state;
  int64_t before = clock_monotonic_ms();
  assert_true(before > 0);
  assert_true(clock_monotonic_ms() >= before);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup(function, set_up)
  const struct CMUnitTest tests[] = {
      TEST(test_pinned),
      TEST(test_pinned_local_time_is_utc),
      TEST(test_not_pinned),
      TEST(test_local_time),
      TEST(test_format_utc),
      TEST(test_far_times_keep_their_form),
      TEST(test_parse_is_the_inverse),
      TEST(test_parse_refuses),
      TEST(test_dates),
      TEST(test_monotonic),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
