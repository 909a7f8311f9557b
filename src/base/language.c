/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/language.h"

#include <stdlib.h>
#include <string.h>

#include "base/environment.h"
#include "base/language-catalogue.h"
#include "base/memory.h"
#include "base/mo.h"

struct language {
  char *tag;
  struct mo *program, *checklists;
  bool checklists_tried;
  struct language *parent; /* es for es_MX; NULL for English */
  struct language *next;   /* of all that are open */
};

static struct language *languages;
static struct language *in_use;

static struct language *find_open(const char *tag) {
  struct language *language = languages;
  while (language && strcmp(language->tag, tag) != 0)
    language = language->next;
  return language;
}

/* The tag without its last part, NULL if it has only one. Owned by the caller. */
static char *parent_tag(const char *tag) {
  const char *cut = strrchr(tag, '_');
  return cut ? memory_dup_length(tag, (size_t)(cut - tag)) : NULL;
}

static struct language *open_tag(const char *tag);

static struct language *open_parent(const char *tag) {
  char *shorter = parent_tag(tag);
  struct language *parent = shorter ? open_tag(shorter) : NULL;
  free(shorter);
  return parent;
}

/* NULL if neither the tag nor a shorter one has catalogues. */
static struct language *open_tag(const char *tag) {
  struct language *language = find_open(tag);
  if (language)
    return language;
  struct language *parent = open_parent(tag);
  struct mo *program = catalogue_open(CATALOGUE_PROGRAM, tag);
  struct mo *checklists = program ? NULL : catalogue_open(CATALOGUE_CHECKLISTS, tag);
  if (!program && !checklists)
    return parent;
  language = memory_new(sizeof *language);
  *language = (struct language){memory_dup(tag),    program, checklists,
                                checklists != NULL, parent,  languages};
  languages = language;
  return language;
}

const struct language *language_open(const char *tag, bool *found) {
  char *clean = catalogue_tag(tag);
  bool english = clean && catalogue_is_english(clean);
  const struct language *language = clean && !english ? open_tag(clean) : NULL;
  free(clean);
  if (found)
    *found = english || language;
  return language;
}

void language_close_all(void) {
  in_use = NULL;
  while (languages) {
    struct language *language = languages;
    languages = language->next;
    mo_free(language->program);
    mo_free(language->checklists);
    free(language->tag);
    free(language);
  }
  catalogue_forget_tags();
}

/* The first of a colon-separated list that is there. */
static const struct language *open_first(const char *list, bool *found) {
  const struct language *language = NULL;
  *found = false;
  while (*list && !*found) {
    size_t length = strcspn(list, ":");
    char *tag = memory_dup_length(list, length);
    language = language_open(tag, found);
    free(tag);
    list += length + (list[length] == ':');
  }
  return language;
}

const struct language *language_wanted(const char *chosen) {
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  bool found = false;
  const struct language *language = chosen ? language_open(chosen, &found) : NULL;
  const char *list = environment_get("LANGUAGE");
  if (!found && list)
    language = open_first(list, &found);
  const char *locale = NULL; /* the first that is set decides, known or not */
  for (size_t i = 0; !found && !locale && i < sizeof variables / sizeof *variables; i++)
    locale = environment_get(variables[i]);
  return locale ? language_open(locale, NULL) : language;
}

const struct language *language_use(const struct language *language) {
  const struct language *before = in_use;
  in_use = language ? find_open(language->tag) : NULL;
  return before;
}

const struct language *language_in_use(void) {
  return in_use;
}

const char *language_tag(const struct language *language) {
  return language ? language->tag : "en";
}

const char *language_text_context(const char *context, const char *msgid) {
  const char *text = NULL;
  for (struct language *language = in_use; language && !text; language = language->parent)
    text = language->program ? mo_text(language->program, context, msgid) : NULL;
  return text ? text : msgid;
}

const char *language_text(const char *msgid) {
  return language_text_context(NULL, msgid);
}

const char *language_plural(const char *one, const char *many, unsigned long n) {
  const char *text = NULL;
  for (struct language *language = in_use; language && !text; language = language->parent)
    text = language->program ? mo_plural(language->program, one, n) : NULL;
  return text ? text : n == 1 ? one : many;
}

static const char *checklist_text_in(struct language *language, const char *msgid) {
  if (!language->checklists_tried)
    language->checklists = catalogue_open(CATALOGUE_CHECKLISTS, language->tag);
  language->checklists_tried = true;
  return language->checklists ? mo_text(language->checklists, NULL, msgid) : NULL;
}

static const char *translated_checklist_text(const char *msgid) {
  const char *text = NULL;
  for (struct language *language = in_use; language && !text; language = language->parent)
    text = checklist_text_in(language, msgid);
  return text;
}

const char *language_checklist_text(const char *msgid) {
  if (!in_use || !msgid || !*msgid)
    return msgid;
  size_t length = strlen(msgid);
  char *without = msgid[length - 1] == '\n' ? memory_dup_length(msgid, length - 1) : NULL;
  const char *text = translated_checklist_text(without ? without : msgid);
  free(without);
  return text ? text : msgid;
}
