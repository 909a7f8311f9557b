/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times, links, email addresses and the names of accounts. */
#include <string.h>

#include "report/share-scan.h"

static bool is_space(const struct scan *scan, size_t at) {
  enum text_class class = scan->chars[at].class;
  return at >= scan->count || class == TEXT_SPACE || class == TEXT_LINE_END;
}

static bool is_code(const struct scan *scan, size_t at, uint32_t code) {
  return at < scan->count && scan->chars[at].code == code;
}

static bool is_in(const struct scan *scan, size_t at, const char *set) {
  uint32_t code = scan->chars[at].code;
  return at < scan->count && code < 0x80 && strchr(set, (int)code);
}

/* --- times: "2026-11-21T18:32:05Z"
 * ---------------------------------------------------------------*/

/* 'd' is a digit, anything else itself. The end, or 0. */
static size_t shape(const struct scan *scan, size_t at, const char *wanted) {
  for (; *wanted; wanted++, at++)
    if (at >= scan->count ||
        (*wanted == 'd' ? !scan_is_digit(scan, at) : !is_code(scan, at, (uint32_t)*wanted)))
      return 0;
  return at;
}

static size_t zone_end(const struct scan *scan, size_t at) {
  if (is_in(scan, at, "Zz"))
    return at + 1;
  size_t end = is_in(scan, at, "+-") ? shape(scan, at + 1, "dd:dd") : 0;
  if (!end && is_in(scan, at, "+-"))
    end = shape(scan, at + 1, "dddd");
  return end ? end : at;
}

void share_find_times(struct scan *scan) {
  for (size_t at = 0; at < scan->count; at++) {
    size_t date = shape(scan, at, "dddd-dd-dd");
    size_t end = date && is_in(scan, date, "Tt ") ? shape(scan, date + 1, "dd:dd") : 0;
    if (!end)
      continue;
    if (shape(scan, end, ":dd"))
      end += 3;
    if (is_in(scan, end, ".,") && scan_is_digit(scan, end + 1))
      for (end++; scan_is_digit(scan, end); end++)
        ;
    scan_take(scan, date, zone_end(scan, end), SHARE_TIME);
  }
}

/* --- links
 * ---------------------------------------------------------------------------------------*/

enum { SCHEME_LIMIT = 16, HOST_LIMIT = 255, TOKEN_LEAST = 12, CODE_LEAST = 20 };

static bool begins(const struct scan *scan, size_t at) {
  return at == 0 || !scan_is_word(scan, at - 1);
}

/* Behind "https://"; 0: there is no scheme. */
static size_t scheme_end(const struct scan *scan, size_t at) {
  size_t end = at;
  while (end < at + SCHEME_LIMIT && (scan_is_word(scan, end) || is_in(scan, end, "+")))
    end++;
  if (end == at || !is_code(scan, end, ':') || !is_code(scan, end + 1, '/'))
    return 0;
  return is_code(scan, end + 2, '/') ? end + 3 : 0;
}

static size_t host_end(const struct scan *scan, size_t at) {
  size_t end = at;
  while (end < at + HOST_LIMIT && (scan_is_word(scan, end) || is_in(scan, end, ".-")))
    end++;
  return end;
}

/* "example.org/": a name with a dot and letters behind it, and a path. */
static bool is_bare_link(const struct scan *scan, size_t at) {
  size_t end = host_end(scan, at), dot = end;
  while (dot > at && !is_code(scan, dot - 1, '.'))
    dot--;
  return dot > at + 1 && end >= dot + 2 && scan_is_letter(scan, dot) && is_in(scan, end, "/?#");
}

static size_t link_end(const struct scan *scan, size_t at) {
  while (!is_space(scan, at) && !is_in(scan, at, "<>\""))
    at++;
  return at;
}

/* What ends the sentence does not belong to the link. */
static size_t without_stops(const struct scan *scan, size_t begin, size_t end) {
  while (end > begin && is_in(scan, end - 1, ".,;:!')]}"))
    end--;
  return end;
}

/* Letters of both kinds, or letters among digits, without a break, are no words. */
static bool is_token(const struct scan *scan, size_t begin, size_t end) {
  size_t digits = 0, uppers = 0, lowers = 0, length = end - begin;
  for (size_t at = begin; at < end; at++) {
    enum text_class class = scan->chars[at].class;
    digits += class == TEXT_DIGIT;
    uppers += class == TEXT_UPPER;
    lowers += class == TEXT_LOWER;
  }
  if (length >= CODE_LEAST && digits && digits < length)
    return true;
  return length >= TOKEN_LEAST && digits && uppers && lowers;
}

/* "0f8fad5b-d9cb-469f-a165-70867728950e" */
static bool is_uuid(const struct scan *scan, size_t begin, size_t end) {
  static const size_t dashes[] = {8, 13, 18, 23};
  if (end - begin != 36)
    return false;
  for (size_t i = 0; i < 4; i++)
    if (!is_code(scan, begin + dashes[i], '-'))
      return false;
  return true;
}

static bool is_personal_part(const struct scan *scan, size_t begin, size_t end) {
  size_t from = begin;
  for (size_t at = begin; at < end; at++)
    if (is_in(scan, at, "@=;+~"))
      return true;
  if (is_uuid(scan, begin, end))
    return true;
  for (size_t at = begin; at <= end; at++)
    if (at == end || !scan_is_word(scan, at)) {
      if (is_token(scan, from, at))
        return true;
      from = at + 1;
    }
  return false;
}

/* Where what may be personal begins in the path, or its end. */
static size_t path_keeps(const struct scan *scan, size_t at, size_t end) {
  size_t begin = at;
  for (; at < end && !is_in(scan, at, "?#"); at++)
    if (is_code(scan, at, '/')) {
      if (is_personal_part(scan, begin, at))
        return begin;
      begin = at + 1;
    }
  return is_personal_part(scan, begin, at) ? begin : at;
}

/* "name:secret@" before the host */
static size_t user_end(const struct scan *scan, size_t at, size_t end) {
  for (size_t i = at; i < end && !is_in(scan, i, "/?#"); i++)
    if (is_code(scan, i, '@'))
      return i + 1;
  return at;
}

/* Returns its end. */
static size_t take_link(struct scan *scan, size_t host) {
  size_t end = without_stops(scan, host, link_end(scan, host));
  size_t user = user_end(scan, host, end);
  if (user > host)
    scan_take(scan, host, user, SHARE_LINK);
  size_t path = host_end(scan, user);
  size_t keep = path < end && is_code(scan, path, ':') ? path_keeps(scan, path + 1, end)
                                                       : path_keeps(scan, path, end);
  scan_take(scan, keep, end, SHARE_LINK);
  return end;
}

void share_find_links(struct scan *scan) {
  for (size_t at = 0; at < scan->count; at++) {
    if (!scan_is_word(scan, at) || !begins(scan, at))
      continue;
    size_t host = scheme_end(scan, at);
    if (host)
      at = take_link(scan, host);
    else if (is_bare_link(scan, at) && !(at && is_in(scan, at - 1, "@.")))
      at = take_link(scan, at);
  }
}

/* --- email addresses and accounts
 * ---------------------------------------------------------------*/

static bool is_local(const struct scan *scan, size_t at) {
  return !scan->chars[at].taken &&
         (scan_is_word(scan, at) || is_in(scan, at, "._%+-'!#$&*/=?^{|}~`"));
}

/* Where what stands before the @ begins; `at` is behind its last character. */
static size_t local_begin(const struct scan *scan, size_t at) {
  if (at && is_code(scan, at - 1, '"')) {
    size_t begin = at - 1;
    while (begin && !is_code(scan, begin - 1, '"') && scan->chars[begin - 1].class != TEXT_LINE_END)
      begin--;
    return begin && is_code(scan, begin - 1, '"') ? begin - 1 : at;
  }
  size_t begin = at;
  while (begin && is_local(scan, begin - 1))
    begin--;
  while (begin < at && is_in(scan, begin, "'.-/`*"))
    begin++;
  return begin;
}

static size_t skip_spaces(const struct scan *scan, size_t at, size_t limit) {
  for (size_t i = 0; i < limit && scan->chars[at].class == TEXT_SPACE; i++)
    at++;
  return at;
}

static bool is_spelled(const struct scan *scan, size_t at, const char *word) {
  for (; *word; word++, at++)
    if (at >= scan->count || (scan->chars[at].code | 0x20) != (uint32_t)*word)
      return false;
  return !scan_is_word(scan, at);
}

/* " dot ", "(dot)", "[.]": its end, or 0. */
static size_t dot_end(const struct scan *scan, size_t at) {
  size_t inside = skip_spaces(scan, at, 2);
  bool bracket = is_in(scan, inside, "([{<"), spaced = inside > at;
  inside = skip_spaces(scan, inside + bracket, 1);
  size_t end = is_code(scan, inside, '.') && bracket ? inside + 1 : 0;
  if (!end && (bracket || spaced) && is_spelled(scan, inside, "dot"))
    end = inside + 3;
  if (!end && (bracket || spaced) && is_spelled(scan, inside, "punto"))
    end = inside + 5;
  if (!end)
    return 0;
  end = skip_spaces(scan, end, 1);
  return skip_spaces(scan, end + (bracket && is_in(scan, end, ")]}>")), 2);
}

/* Behind the last label of a domain; *dots counts those that were written, *spelled those that were
 * spelled. */
static size_t domain_end(const struct scan *scan, size_t at, size_t *dots, size_t *spelled) {
  size_t end = at, next;
  *dots = *spelled = 0;
  if (is_code(scan, at, '[')) {
    for (end = at + 1;
         end < at + HOST_LIMIT && (scan_is_word(scan, end) || is_in(scan, end, ".:"));)
      end++;
    *dots = is_code(scan, end, ']');
    return *dots ? end + 1 : at;
  }
  for (;;) {
    while (end < scan->count && (scan_is_word(scan, end) || is_code(scan, end, '-')))
      end++;
    if (is_code(scan, end, '.') && scan_is_word(scan, end + 1)) {
      ++*dots;
      end++;
    } else if ((next = dot_end(scan, end)) && scan_is_word(scan, next)) {
      ++*spelled;
      end = next;
    } else {
      return end;
    }
  }
}

static void take_email(struct scan *scan, size_t local_end, size_t domain, bool sure) {
  size_t dots, spelled, begin = local_begin(scan, local_end);
  size_t end = domain_end(scan, domain, &dots, &spelled);
  if (begin < local_end && end > domain && (sure ? dots + spelled : spelled))
    scan_take(scan, begin, end, SHARE_EMAIL);
}

/* "somebody@": what is not an address all the same names somebody. */
static void take_account(struct scan *scan, size_t at) {
  size_t begin = local_begin(scan, at), end = at + 1;
  while (end < scan->count && (scan_is_word(scan, end) || is_in(scan, end, "_.-")))
    end++;
  end = without_stops(scan, at + 1, end);
  if (end > at + 1)
    scan_take(scan, begin, end, SHARE_MAYBE_ACCOUNT);
}

static size_t back_over_spaces(const struct scan *scan, size_t at) {
  size_t limit = at > 2 ? at - 2 : 0;
  while (at > limit && scan->chars[at - 1].class == TEXT_SPACE)
    at--;
  return at;
}

/* "name (at) example.org", "name at example dot org" */
static void try_spelled_at(struct scan *scan, const struct scan_word *word) {
  if (strcmp(word->key, "at") != 0 && strcmp(word->key, "arroba") != 0)
    return;
  size_t before = word->begin, after = word->end;
  bool bracket = before && is_in(scan, before - 1, "([{<") && is_in(scan, after, ")]}>");
  before = back_over_spaces(scan, before - bracket);
  take_email(scan, before, skip_spaces(scan, after + bracket, 2), bracket || word->key[1] == 'r');
}

void share_find_emails(struct scan *scan) {
  for (size_t at = 0; at < scan->count; at++)
    if (is_code(scan, at, '@') && !scan->chars[at].taken) {
      take_email(scan, back_over_spaces(scan, at), skip_spaces(scan, at + 1, 2), true);
      if (is_code(scan, at - (at > 0), '(') || is_code(scan, at - (at > 0), '['))
        take_email(scan, back_over_spaces(scan, at - 1), skip_spaces(scan, at + 2, 2), true);
      if (!scan->chars[at].taken)
        take_account(scan, at);
    }
  for (size_t i = 0; i < scan->word_count; i++)
    try_spelled_at(scan, &scan->words[i]);
}
