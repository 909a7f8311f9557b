/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "report/draft-words.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/placeholders.h"

const struct draft_part draft_parts[] = {
    {N_("an ordaining clause"), "ordain", {"ordained", "enacts", NULL}},
    {N_("what holds when a part is invalid (severability)"),
     "severab",
     {"severable", "invalid", NULL}},
    {N_("the day on which it takes effect"), "effective", {"takes effect", "effective date", NULL}},
    {NULL, NULL, {NULL}},
};

/* --- blanks --- */

/* The length of the one that stands at text, or 0. */
static size_t known_length(const char *text, const char *const *known) {
  for (; *known; known++)
    if (strncmp(text, *known, strlen(*known)) == 0)
      return strlen(*known);
  return 0;
}

static const char *stray_word(const char *text) {
  static const char *const words[] = {"TBD", "TODO", "XXX", "FIXME", NULL};
  for (const char *const *word = words; *word; word++) {
    const char *found = words_find(text, *word);
    if (found && strncmp(found, *word, strlen(*word)) == 0)
      return *word;
  }
  return NULL;
}

const char *draft_stray_blank(struct arena *arena, const char *text, const char *const *known) {
  for (const char *at = text; *at; at++) {
    size_t length = known_length(at, known);
    if (length) {
      at += length - 1;
    } else if (strchr("[]{}", *at)) {
      length = strcspn(at, "]}\n");
      return arena_dup_length(arena, at, length + (at[length] && at[length] != '\n'));
    }
  }
  return stray_word(text);
}

/* --- terms --- */

static bool holds_term(const struct checklist *checklist, const char *words) {
  for (size_t i = 0; i < checklist->definition_count; i++) {
    const struct definition *definition = &checklist->definitions[i];
    if (words_occur(words, definition->term))
      return true;
    for (string_list form = definition->also; *form; form++)
      if (words_occur(words, *form))
        return true;
  }
  return false;
}

/* The words between the next quotes, and *text behind them; NULL: there are none. */
static const char *next_quoted(struct arena *arena, const char **text) {
  static const char open[] = "“", close[] = "”";
  const char *curly = strstr(*text, open), *straight = strchr(*text, '"');
  bool is_curly = curly && (!straight || curly < straight);
  const char *begin = is_curly ? curly + strlen(open) : straight ? straight + 1 : NULL;
  const char *end = !begin ? NULL : is_curly ? strstr(begin, close) : strchr(begin, '"');
  if (!end)
    return NULL;
  *text = end + (is_curly ? strlen(close) : 1);
  return arena_dup_length(arena, begin, (size_t)(end - begin));
}

static size_t count_words(const char *text) {
  size_t count = 0;
  for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
    text += strcspn(text, " ");
    count++;
  }
  return count;
}

const char *draft_undefined(struct arena *arena, const struct checklist *checklist,
                            const char *text) {
  const char *words;
  while ((words = next_quoted(arena, &text)))
    if (count_words(words) <= 4 && !holds_term(checklist, words))
      return words;
  return NULL;
}

/* A sentence, a line or a quotation begins here. */
static bool begins_sentence(const char *text, const char *at) {
  while (at > text && at[-1] == ' ')
    at--;
  return at == text || strchr(".:;)?!\n\"", at[-1]) || (unsigned char)at[-1] >= 0x80;
}

/* Written alike but for its first letter, which may be a capital where a sentence begins. */
static bool is_as_defined(const char *text, const char *at, const char *term) {
  for (const char *letter = at + 1; *++term; letter++)
    if (*letter != *term && *letter != '\n' && *letter != ' ')
      return false;
  return *at < 'A' || *at > 'Z' || begins_sentence(text, at);
}

const char *draft_odd_capitals(struct arena *arena, const struct definition *definition,
                               const char *text) {
  const char *term = definition->term;
  bool is_name = term[0] >= 'A' && term[0] <= 'Z';
  for (const char *at = text; !is_name && (at = words_find(at, term)); at++)
    if (!is_as_defined(text, at, term))
      return arena_dup_length(arena, at, strlen(term));
  return NULL;
}

/* --- what does not fit --- */

bool draft_speaks_of_ordinance(const char *text) {
  static const char numbered[] = "Section ";
  if (words_occur(text, "this ordinance") || words_occur(text, "this section"))
    return true;
  for (const char *at = text; (at = strstr(at, numbered)); at++)
    if (at[strlen(numbered)] >= '0' && at[strlen(numbered)] <= '9')
      return true;
  return false;
}

const char *draft_wrong_official(const char *level, const char *text) {
  static const struct {
    const char *words, *levels; /* where there is one */
  } officials[] = {
      {"city council", "city"},          {"city manager", "city"},
      {"city attorney", "city"},         {"mayor", "city town"},
      {"alderperson", "city town"},      {"alderman", "city town"},
      {"town council", "town"},          {"town board", "town"},
      {"select board", "town"},          {"village board", "town"},
      {"county board", "county"},        {"county council", "county"},
      {"county executive", "county"},    {"county commission", "county"},
      {"county commissioner", "county"}, {"county commissioners", "county"},
  };
  if (strcmp(level, "city") != 0 && strcmp(level, "county") != 0 && strcmp(level, "town") != 0)
    return NULL;
  for (size_t i = 0; i < sizeof officials / sizeof *officials; i++)
    if (!words_occur(officials[i].levels, level) && words_occur(text, officials[i].words))
      return officials[i].words;
  return NULL;
}

/* --- what stands twice --- */

enum { SHORTEST_BYTES = 60 }; /* what is shorter may stand twice */

const char *draft_same_line(struct arena *arena, const char *text, const char *other) {
  for (size_t length; *text; text += length + (text[length] == '\n')) {
    length = strcspn(text, "\n");
    const char *end = text + length, *space = memchr(text, ' ', length);
    const char *line = text[0] == '(' && space ? space + 1 : text;
    size_t count = (size_t)(end - line);
    if (count >= SHORTEST_BYTES && memmem(other, strlen(other), line, count))
      return arena_dup_length(arena, line, count);
  }
  return NULL;
}
