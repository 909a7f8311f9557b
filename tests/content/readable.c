/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped texts can be read aloud in a meeting: grade, length of sentences, one word for one
 * thing; and every legal fact has the date to which it is known. With "print": prints all texts, a
 * paragraph each, for the check of spelling. */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "reading.h"
#include "shipped.h"
#include "texts.h"

enum { GRADE_TENTHS = 110, MEDIAN_TENTHS = 80 };
static const size_t longest_sentence[] = {
    [TEXT_QUESTION] = 30, [TEXT_PLAIN] = 32, [TEXT_CARD] = 45};

static int faults;

static void fault(const char *record, const char *field, const char *what) {
  printf("%s: %s: %s\n", record, field, what);
  faults++;
}

/* --- reading level ----------------------------------------------------------------------------*/

struct grades {
  int *tenths;
  size_t count, capacity;
};

static int compare_ints(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

static void check_median(struct grades *grades, const char *what) {
  if (grades->count == 0)
    return;
  qsort(grades->tenths, grades->count, sizeof *grades->tenths, compare_ints);
  int median = grades->tenths[(grades->count - 1) / 2];
  printf("%zu %s: median grade %d.%d, highest %d.%d\n", grades->count, what, median / 10,
         median % 10, grades->tenths[grades->count - 1] / 10,
         grades->tenths[grades->count - 1] % 10);
  if (median > MEDIAN_TENTHS)
    fault(what, "median", "too hard to read");
}

static void check_reading(const struct text *text, struct grades *grades) {
  char what[80];
  struct reading reading = reading_of(text->text);
  int grade = reading_grade_tenths(&reading);
  if (reading.longest_sentence > longest_sentence[text->role]) {
    snprintf(what, sizeof what, "a sentence of %zu words; at most %zu", reading.longest_sentence,
             longest_sentence[text->role]);
    fault(text->record, text->field, what);
  }
  if (text->role == TEXT_CARD)
    return;
  if (grade > GRADE_TENTHS) {
    snprintf(what, sizeof what, "grade %d.%d; at most %d", grade / 10, grade % 10,
             GRADE_TENTHS / 10);
    fault(text->record, text->field, what);
  }
  MEMORY_GROW(grades->tenths, grades->count, grades->capacity);
  grades->tenths[grades->count++] = grade;
}

/* --- terms ------------------------------------------------------------------------------------*/

struct term {
  const char *never, *say, *except; /* except: ids between spaces; NULL */
};
static struct term *terms;
static size_t term_count, term_capacity;
static struct strbuf terms_text;

/* Ends the text at the separator and gives what follows it; NULL when it does not occur. */
static char *cut(char *text, const char *separator) {
  char *at = strstr(text, separator);
  if (!at)
    return NULL;
  *at = '\0';
  return at + strlen(separator);
}

static void add_term(char *line) {
  char *say = *line == '#' ? NULL : cut(line, " = ");
  if (!say)
    return;
  char *except = cut(say, "; ");
  MEMORY_GROW(terms, term_count, term_capacity);
  terms[term_count++] = (struct term){line, say, except};
}

static void read_terms(void) {
  struct error err = ERROR_INIT;
  strbuf_init(&terms_text);
  if (!file_read(&terms_text, shipped_path("tests/content/terms.txt"), 1 << 20, &err)) {
    printf("%s\n", err.message);
    exit(EXIT_FAILURE);
  }
  for (char *line = terms_text.text, *next; line; line = next) {
    next = cut(line, "\n");
    add_term(line);
  }
}

static bool has_word(const char *text, const char *word) {
  size_t length = strlen(word);
  for (const char *at = text; *at; at++)
    if (strncasecmp(at, word, length) == 0 && !isalnum((unsigned char)at[length]) &&
        (at == text || !isalnum((unsigned char)at[-1])))
      return true;
  return false;
}

static void check_terms(const struct text *text) {
  for (size_t i = 0; i < term_count; i++) {
    if (!has_word(text->text, terms[i].never))
      continue;
    if (terms[i].except && has_word(terms[i].except, text->record))
      continue;
    struct strbuf what;
    strbuf_init(&what);
    strbuf_addf(&what, "say \"%s\", not \"%s\"", terms[i].say, terms[i].never);
    fault(text->record, text->field, what.text);
    strbuf_release(&what);
  }
}

/* --- dates and references ---------------------------------------------------------------------*/

static void need(bool there, const char *record, const char *field) {
  if (!there)
    fault(record, field, "missing");
}

static void check_reference(const struct reference *reference) {
  bool is_case = strcmp(reference->kind, "case") == 0, is_law = strcmp(reference->kind, "law") == 0;
  need(reference->as_of || reference->year, reference->id, "as-of or year");
  need(reference->citation, reference->id, "citation");
  if (!is_case && !is_law)
    return;
  need(reference->as_of, reference->id, "as-of");
  need(reference->instrument != REFERENCE_NO_INSTRUMENT, reference->id, "instrument");
  need(reference->standing, reference->id, "standing");
  need(reference->text, reference->id, "text");
  need(!is_case || reference->binding, reference->id, "binding");
  need(!is_law || reference->place, reference->id, "place");
}

static void check_references(const struct checklist *checklist, const char *record,
                             string_list ids) {
  for (; ids && *ids; ids++)
    need(checklist_reference(checklist, *ids), record, *ids);
}

static void check_facts(const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->reference_count; i++)
    check_reference(&checklist->references[i]);
  for (size_t i = 0; i < checklist->state_count; i++)
    need(checklist->states[i].as_of, checklist->states[i].id, "as-of");
  for (size_t i = 0; i < checklist->finding_count; i++)
    need(!*checklist->findings[i].references || checklist->findings[i].as_of,
         checklist->findings[i].id, "as-of");
  for (size_t i = 0; i < checklist->glossary_count; i++) {
    need(checklist->glossary[i].look_for, checklist->glossary[i].id, "look-for");
    check_references(checklist, checklist->glossary[i].id, checklist->glossary[i].references);
  }
  for (size_t i = 0; i < checklist->background_count; i++)
    check_references(checklist, checklist->background[i].id, checklist->background[i].references);
  for (size_t i = 0; i < checklist->lesson_count; i++)
    check_references(checklist, checklist->lessons[i].id, checklist->lessons[i].references);
}

/* --- all --------------------------------------------------------------------------------------*/

static struct grades questions, plain_texts;

static void check_text(const struct text *text, void *data) {
  (void)data;
  if (text->role == TEXT_QUESTION)
    check_reading(text, &questions);
  if (text->role == TEXT_PLAIN || text->role == TEXT_CARD)
    check_reading(text, &plain_texts);
  if (text->role != TEXT_NAME)
    check_terms(text);
}

static void print_text(const struct text *text, void *data) {
  (void)data;
  printf("%s\n\n", text->text);
}

static void check_all(struct checklist *const *checklists, size_t count) {
  read_terms();
  for (size_t i = 0; i < count; i++) {
    texts_visit(checklists[i], check_text, NULL);
    check_facts(checklists[i]);
  }
  check_median(&questions, "questions");
  check_median(&plain_texts, "plain texts");
  free(questions.tenths);
  free(plain_texts.tenths);
  free(terms);
  strbuf_release(&terms_text);
}

int main(int argc, char **argv) {
  size_t count;
  struct checklist **checklists = shipped_load(&count);
  if (argc > 1 && strcmp(argv[1], "print") == 0)
    for (size_t i = 0; i < count; i++)
      texts_visit(checklists[i], print_text, NULL);
  else
    check_all(checklists, count);
  shipped_free(checklists, count);
  return faults ? EXIT_FAILURE : EXIT_SUCCESS;
}
