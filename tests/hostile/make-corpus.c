/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the hostile files: "make-corpus FOLDER" writes them all to FOLDER/session-*.yaml and
 * FOLDER/checklist-*.yaml. tests/hostile/corpus/ holds what it writes, so that other programs can
 * be tried on them, and so that a file stays when this program changes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/checksum.h"
#include "pieces.h"

static const char *folder;
static size_t made;

static FILE *open_file(const char *kind, const char *what, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s-%s-%s.yaml", folder, kind, what, name);
  FILE *file = fopen(path, "w+b");
  if (!file) {
    perror(path);
    exit(1);
  }
  made++;
  return file;
}

static void put(FILE *file, const struct piece *piece) {
  for (size_t i = 0; i < piece->times; i++)
    fwrite(piece->bytes, 1, piece->count, file);
}

/* A session has its end mark, so that what is wrong with it is told first. */
static void end_session(FILE *file) {
  static char text[1 << 20];
  long size = ftell(file);
  rewind(file);
  if (fread(text, 1, (size_t)size, file) != (size_t)size)
    exit(1);
  fprintf(file, "# end %08x\n", (unsigned)checksum_crc32(text, (size_t)size));
}

static void close_file(FILE *file) {
  if (fclose(file)) {
    perror(folder);
    exit(1);
  }
}

/* --- a value where a text is expected ----------------------------------------------------------*/

static const char session_start[] =
    "format: 1\nchecklist: {id: zoning, edition: \"2026-01\"}\nprofile: {name: \"Elm\"}\nanswers:\n"
    "  permits.practice:\n    answer: \"yes\"\n    comment: ";
static const char session_end[] = "\n    note: \"after it\"\n";
static const char checklist_start[] =
    "format: 1\nid: elm\nedition: \"1\"\nprofile:\n- {id: name, kind: text, ask: Which town?}\n"
    "sections:\n- id: one\n  title: One\n  kind: survey\n  questions:\n"
    "  - {id: a, kind: yes-no, ask: Why?}\nabout: ";
static const char checklist_end[] = "\ntitle: After it\n";

static void make_values(void) {
  for (const struct piece *value = hostile_values; value->name; value++) {
    FILE *file = open_file("session", "value", value->name);
    fputs(session_start, file);
    put(file, value);
    fputs(session_end, file);
    end_session(file);
    close_file(file);
    file = open_file("checklist", "value", value->name);
    fputs(checklist_start, file);
    put(file, value);
    fputs(checklist_end, file);
    close_file(file);
  }
}

/* --- whole files -------------------------------------------------------------------------------*/

static void make_documents(void) {
  for (const struct piece *document = hostile_documents; document->name; document++) {
    FILE *file = open_file("session", "file", document->name);
    put(file, document);
    close_file(file);
  }
  for (const struct piece *document = hostile_documents; document->name; document++) {
    FILE *file = open_file("checklist", "file", document->name);
    fputs(checklist_start, file);
    fputs("x\n", file);
    put(file, document);
    close_file(file);
  }
}

/* --- each key with something else than belongs there -------------------------------------------*/

struct shape {
  const char *key, *before, *after;
};

#define SESSION "format: 1\nchecklist: {id: zoning, edition: \"2026-01\"}\n"
#define ANSWER  SESSION "answers:\n  permits.written:\n    answer: \"yes\"\n"

static const struct shape session_keys[] = {
    {"format", "checklist: {id: zoning}\nformat: ", ""},
    {"checklist", "format: 1\nchecklist: ", ""},
    {"checklist-id", "format: 1\nchecklist:\n  id: ", ""},
    {"checklist-edition", "format: 1\nchecklist:\n  id: zoning\n  edition: ", ""},
    {"profile", SESSION "profile: ", ""},
    {"profile-residents", SESSION "profile:\n  residents: ", ""},
    {"profile-adopted", SESSION "profile:\n  adopted: ", ""},
    {"profile-services", SESSION "profile:\n  services: ", ""},
    {"answers", SESSION "answers: ", ""},
    {"answer", SESSION "answers:\n  permits.practice: ", ""},
    {"answer-answer", SESSION "answers:\n  permits.practice:\n    answer: ", ""},
    {"answer-of-nothing", SESSION "answers:\n  no.such: ", ""},
    {"text", ANSWER "    text: ", ""},
    {"instrument", ANSWER "    instrument: ", ""},
    {"comment", ANSWER "    comment: ", ""},
    {"evidence", ANSWER "    evidence: ", ""},
    {"evidence-item", ANSWER "    evidence:\n    - ", ""},
    {"evidence-seen", ANSWER "    evidence:\n    - what: x\n      seen: ", ""},
    {"review", ANSWER "    review: ", ""},
    {"follow-up", ANSWER "    follow-up: ", ""},
    {"follow-up-by", ANSWER "    follow-up:\n      what: x\n      by: ", ""},
    {"group", ANSWER "    group: ", ""},
    {"group-for", ANSWER "    group:\n      rule: majority\n      for: ", ""},
    {"changed", ANSWER "    changed: ", ""},
    {"asked", ANSWER "    asked: ", ""},
    {"place", SESSION "place: ", ""},
    {"draft", SESSION "draft: ", ""},
    {"draft-question", SESSION "draft:\n  field: comment\n  text: x\n  question: ", ""},
    {"history", SESSION "history: ", ""},
    {"history-done", SESSION "history:\n  changes: []\n  done: ", ""},
    {"history-changes", SESSION "history:\n  changes: ", ""},
    {"history-before", SESSION "history:\n  changes:\n  - id: permits.practice\n    before: ", ""},
    {"unknown", SESSION "own-key: ", ""},
    {NULL, NULL, NULL},
};

#define TOP "format: 1\nid: elm\nedition: \"1\"\ntitle: Elm\nabout: x\n"
#define ASK "profile:\n- {id: name, kind: text, ask: Which town?}\n"
#define PAGE                                                                                       \
  "sections:\n- id: one\n  title: One\n  kind: survey\n  questions:\n"                             \
  "  - {id: a, kind: yes-no, ask: Why?}\n"

static const struct shape checklist_keys[] = {
    {"format", "id: elm\nedition: \"1\"\ntitle: Elm\n" ASK PAGE "format: ", ""},
    {"id", "format: 1\nedition: \"1\"\ntitle: Elm\n" ASK PAGE "id: ", ""},
    {"edition", "format: 1\nid: elm\ntitle: Elm\n" ASK PAGE "edition: ", ""},
    {"language", TOP ASK PAGE "language: ", ""},
    {"profile", TOP PAGE "profile: ", ""},
    {"profile-kind", TOP PAGE "profile:\n- id: name\n  ask: x\n  kind: ", ""},
    {"profile-choices", TOP PAGE "profile:\n- id: name\n  ask: x\n  kind: choice\n  choices: ", ""},
    {"sections", TOP ASK "sections: ", ""},
    {"section", TOP ASK "sections:\n- ", ""},
    {"section-kind", TOP ASK "sections:\n- id: one\n  title: x\n  kind: ", ""},
    {"questions", TOP ASK "sections:\n- id: one\n  title: x\n  kind: survey\n  questions: ", ""},
    {"criteria", TOP ASK "sections:\n- id: one\n  title: x\n  kind: criteria\n  criteria: ", ""},
    {"relevant", TOP ASK PAGE "  - id: b\n    kind: yes-no\n    ask: x\n    relevant: ", ""},
    {"relevant-all",
     TOP ASK PAGE "  - id: b\n    kind: yes-no\n    ask: x\n    relevant: {all: ", "}"},
    {"relevant-not",
     TOP ASK PAGE "  - id: b\n    kind: yes-no\n    ask: x\n    relevant: {not: ", "}"},
    {"states", TOP ASK PAGE "states: ", ""},
    {"references", TOP ASK PAGE "references: ", ""},
    {"glossary", TOP ASK PAGE "glossary: ", ""},
    {"lessons", TOP ASK PAGE "lessons: ", ""},
    {"ordinance", TOP ASK PAGE "ordinance: ", ""},
    {"ordinance-parts", TOP ASK PAGE "ordinance:\n  parts: ", ""},
    {"ordinance-provisions", TOP ASK PAGE "ordinance:\n  provisions: ", ""},
    {"ordinance-definitions", TOP ASK PAGE "ordinance:\n  definitions: ", ""},
    {"unknown", TOP ASK PAGE "own-key: ", ""},
    {NULL, NULL, NULL},
};

static void make_shapes(const char *kind, const struct shape *shapes) {
  for (const struct shape *shape = shapes; shape->key; shape++)
    for (const struct piece *type = wrong_types; type->name; type++) {
      char what[256];
      snprintf(what, sizeof what, "key-%s", shape->key);
      FILE *file = open_file(kind, what, type->name);
      fputs(shape->before, file);
      put(file, type);
      fprintf(file, "%s\n", shape->after);
      if (shapes == session_keys)
        end_session(file);
      close_file(file);
    }
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: make-corpus FOLDER\n");
    return 2;
  }
  folder = arguments[1];
  make_values();
  make_documents();
  make_shapes("session", session_keys);
  make_shapes("checklist", checklist_keys);
  printf("%zu hostile files\n", made);
  return 0;
}
