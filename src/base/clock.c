/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/environment.h"

static bool is_pinned(int64_t *seconds) {
  const char *text = environment_get("DISENTANGLE_NOW");
  return text && clock_parse_utc(text, seconds);
}

int64_t clock_now(void) {
  int64_t seconds;
  return is_pinned(&seconds) ? seconds : (int64_t)time(NULL);
}

/* Keeps the year to four digits. */
static time_t clamped(int64_t seconds) {
  static const int64_t first = -62167219200; /* 0000-01-01T00:00:00Z */
  static const int64_t last = 253402300799;  /* 9999-12-31T23:59:59Z */
  return (time_t)(seconds < first ? first : seconds > last ? last : seconds);
}

static struct tm local_time(int64_t seconds) {
  int64_t pinned;
  struct tm tm = {0};
  time_t time = clamped(seconds);
  if (is_pinned(&pinned) || !localtime_r(&time, &tm) || tm.tm_year < -1900 ||
      tm.tm_year > 9999 - 1900)
    gmtime_r(&time, &tm);
  return tm;
}

static void put_digits(char *out, int value, int digits) {
  for (int i = digits - 1; i >= 0; i--, value /= 10)
    out[i] = (char)('0' + value % 10);
}

static void put_date(const struct tm *tm, char out[11]) {
  memcpy(out, "0000-00-00", 11);
  put_digits(out, tm->tm_year + 1900, 4);
  put_digits(out + 5, tm->tm_mon + 1, 2);
  put_digits(out + 8, tm->tm_mday, 2);
}

void clock_format_utc(int64_t seconds, char out[21]) {
  struct tm tm = {0};
  time_t time = clamped(seconds);
  gmtime_r(&time, &tm);
  put_date(&tm, out);
  memcpy(out + 10, "T00:00:00Z", 11);
  put_digits(out + 11, tm.tm_hour, 2);
  put_digits(out + 14, tm.tm_min, 2);
  put_digits(out + 17, tm.tm_sec, 2);
}

void clock_format_date(int64_t seconds, char out[11]) {
  struct tm tm = local_time(seconds);
  put_date(&tm, out);
}

void clock_format_local_time(int64_t seconds, char out[6]) {
  struct tm tm = local_time(seconds);
  memcpy(out, "00:00", 6);
  put_digits(out, tm.tm_hour, 2);
  put_digits(out + 3, tm.tm_min, 2);
}

/* Whether text has the form of pattern, in which 0 stands for any digit. */
static bool has_form(const char *text, const char *pattern) {
  for (; *pattern; text++, pattern++)
    if (*pattern == '0' ? *text < '0' || *text > '9' : *text != *pattern)
      return false;
  return !*text;
}

static int digits(const char *text, int count) {
  int value = 0;
  while (count--)
    value = 10 * value + (*text++ - '0');
  return value;
}

static int days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

static bool day_exists(const char *text) {
  int month = digits(text + 5, 2), day = digits(text + 8, 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(digits(text, 4), month);
}

bool clock_is_date(const char *text) {
  return has_form(text, "0000-00-00") && day_exists(text);
}

bool clock_parse_utc(const char *text, int64_t *seconds) {
  if (!has_form(text, "0000-00-00T00:00:00Z") || !day_exists(text))
    return false;
  struct tm tm = {.tm_year = digits(text, 4) - 1900,
                  .tm_mon = digits(text + 5, 2) - 1,
                  .tm_mday = digits(text + 8, 2),
                  .tm_hour = digits(text + 11, 2),
                  .tm_min = digits(text + 14, 2),
                  .tm_sec = digits(text + 17, 2)};
  if (tm.tm_hour > 23 || tm.tm_min > 59 || tm.tm_sec > 59)
    return false;
  *seconds = timegm(&tm);
  return true;
}

int64_t clock_monotonic_ms(void) {
  struct timespec now = {0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
