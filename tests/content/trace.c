/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing of the sources is lost: each id of inventory.txt is named by something in a shipped
 * checklist, or is left out with a reason; and no id is named that the inventory does not have. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shipped.h"

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"

struct entry {
  const char *id;
  const char *shipped_by, *left_out_by; /* ids of records; NULL: by none */
};
static struct entry *inventory;
static size_t inventory_count, inventory_capacity;
static struct strbuf inventory_text;
static int faults;

static void fault(const char *id, const char *what, const char *where) {
  printf("%s: %s%s%s\n", id, what, where ? ": " : "", where ? where : "");
  faults++;
}

/* --- the inventory ----------------------------------------------------------------------------*/

static struct entry *find(const char *id) {
  for (size_t i = 0; i < inventory_count; i++)
    if (strcmp(inventory[i].id, id) == 0)
      return &inventory[i];
  return NULL;
}

static void add_id(const char *id) {
  if (find(id))
    fault(id, "stands twice in the inventory", NULL);
  MEMORY_GROW(inventory, inventory_count, inventory_capacity);
  inventory[inventory_count++] = (struct entry){id, NULL, NULL};
}

/* Cuts the text into its ids; what follows a # is a comment. */
static void add_ids(char *text) {
  while (*text) {
    size_t length = strcspn(text, " \n#");
    bool comment = text[length] == '#', last = !text[length];
    text[length] = '\0';
    if (length)
      add_id(text);
    text += length + !last;
    if (comment)
      text += strcspn(text, "\n");
  }
}

static void read_inventory(void) {
  struct error err = ERROR_INIT;
  strbuf_init(&inventory_text);
  if (!file_read(&inventory_text, shipped_path("tests/content/inventory.txt"), 1 << 20, &err)) {
    printf("%s\n", err.message);
    exit(EXIT_FAILURE);
  }
  add_ids(inventory_text.text);
}

/* --- what the checklists name -----------------------------------------------------------------*/

static void take(const char *where, const char *id) {
  struct entry *entry = find(id);
  if (!entry)
    fault(id, "is not in the inventory", where);
  else
    entry->shipped_by = where;
}

static void take_record(const char *where, const char *source, string_list covers) {
  if (source && strcmp(source, "added") != 0)
    take(where, source);
  for (; covers && *covers; covers++) /* a page made from a section has none */
    take(where, *covers);
}

static void take_left_out(const struct left_out *left_out) {
  for (string_list id = left_out->covers; *id; id++) {
    struct entry *entry = find(*id);
    if (!entry)
      fault(*id, "is not in the inventory", left_out->id);
    else
      entry->left_out_by = left_out->id;
  }
}

/* RECORDS: an array of the checklist whose records have the members id and covers. */
#define TAKE_ALL(checklist, records, count)                                                        \
  for (size_t i = 0; i < (checklist)->count; i++)                                                  \
  take_record((checklist)->records[i].id, NULL, (checklist)->records[i].covers)
#define TAKE_ALL_WITH_SOURCE(checklist, records, count)                                            \
  for (size_t i = 0; i < (checklist)->count; i++)                                                  \
  take_record((checklist)->records[i].id, (checklist)->records[i].source,                          \
              (checklist)->records[i].covers)

static void take_pages(const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->criterion_count; i++)
    take_record(checklist->criteria[i]->id, checklist->criteria[i]->source,
                checklist->criteria[i]->covers);
  for (size_t i = 0; i < checklist->question_count; i++)
    take_record(checklist->questions[i]->id, checklist->questions[i]->source,
                checklist->questions[i]->covers);
}

static void take_rest(const struct checklist *checklist) {
  TAKE_ALL(checklist, references, reference_count);
  TAKE_ALL(checklist, glossary, glossary_count);
  TAKE_ALL_WITH_SOURCE(checklist, lessons, lesson_count);
  TAKE_ALL_WITH_SOURCE(checklist, background, background_count);
  TAKE_ALL_WITH_SOURCE(checklist, errata, erratum_count);
  TAKE_ALL(checklist, states, state_count);
  TAKE_ALL(checklist, parts, part_count);
  TAKE_ALL(checklist, definitions, definition_count);
  TAKE_ALL(checklist, findings, finding_count);
  TAKE_ALL(checklist, provisions, provision_count);
  for (size_t i = 0; i < checklist->left_out_count; i++)
    take_left_out(&checklist->left_out[i]);
}

static void check_entry(const struct entry *entry) {
  if (!entry->shipped_by && !entry->left_out_by)
    fault(entry->id, "is neither shipped nor left out", NULL);
  if (entry->shipped_by && entry->left_out_by)
    fault(entry->id, "is left out, and yet shipped by", entry->shipped_by);
}

int main(void) {
  size_t count;
  struct checklist **checklists = shipped_load(&count);
  read_inventory();
  for (size_t i = 0; i < count; i++) {
    take_pages(checklists[i]);
    take_rest(checklists[i]);
  }
  for (size_t i = 0; i < inventory_count; i++)
    check_entry(&inventory[i]);
  free(inventory);
  strbuf_release(&inventory_text);
  shipped_free(checklists, count);
  return faults ? EXIT_FAILURE : EXIT_SUCCESS;
}
