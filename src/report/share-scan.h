/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text as the rules of share-*.c look at it: characters without their disguises, and words. */
#ifndef REPORT_SHARE_SCAN_H
#define REPORT_SHARE_SCAN_H

#include "base/text.h"
#include "report/share.h"

struct scan_char {
  uint32_t code; /* text_plain() */
  enum text_class class;
  size_t at; /* its first byte */
  bool taken;
};
struct scan_word {
  size_t begin, end; /* characters */
  char *key;         /* in small letters without accents */
};
struct scan_span {
  size_t begin, end; /* characters */
  enum share_kind kind;
};
struct scan {
  const char *text;
  struct scan_char *chars; /* one more than count: its code is 0, its byte the end */
  size_t count, capacity;
  struct scan_word *words;
  size_t word_count, word_capacity;
  struct scan_span *spans;
  size_t span_count, span_capacity;
};

void scan_init(struct scan *scan, const char *text);
void scan_release(struct scan *scan);

/* Notes a span; one that reaches into what was taken out before is left. */
void scan_take(struct scan *scan, size_t begin, size_t end, enum share_kind kind);

bool scan_is_letter(const struct scan *scan, size_t at);
bool scan_is_digit(const struct scan *scan, size_t at);
bool scan_is_word(const struct scan *scan, size_t at); /* letter, digit or mark */
/* Whether there are only these characters between two words, and not more than limit. */
bool scan_gap(const struct scan *scan, size_t word, const char *allowed, size_t limit);
/* The word that ends at or before a character; SIZE_MAX: there is none. */
size_t scan_word_before(const struct scan *scan, size_t at);
/* Whether a key is one of those in a list that ends with NULL. */
bool scan_is_one_of(const char *key, const char *const *list);

/* The rules, in the order they are used. */
void share_find_times(struct scan *scan);
void share_find_links(struct scan *scan);
void share_find_emails(struct scan *scan);
void share_find_addresses(struct scan *scan);
void share_find_numbers(struct scan *scan);
void share_find_names(struct scan *scan);

extern const char *const share_street_words[];  /* "12 Elm Street": no other meaning */
extern const char *const share_street_maybe[];  /* "12 Elm Court" */
extern const char *const share_street_first[];  /* "Calle Olmo 12" */
extern const char *const share_street_after[];  /* "12 rue des Ormes" */
extern const char *const share_flat_words[];    /* "Apt 4" */
extern const char *const share_small_words[];   /* not in the name of a street */
extern const char *const share_court_words[];   /* "Circuit Court" is no street */
extern const char *const share_phone_words[];   /* "tel" */
extern const char *const share_title_words[];   /* "Officer" */
extern const char *const share_name_links[];    /* "de", "van" */
extern const char *const share_no_name_words[]; /* begin sentences, or name offices */

#endif
