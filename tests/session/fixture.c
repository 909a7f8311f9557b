/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "yaml/node.h"

static char *zoning_path(void) {
  const char *source = environment_get("SOURCE_DIR");
  return path_join(source ? source : ".", "tests/data/zoning");
}

static struct checklist *load_checklist(const char *path) {
  struct error err = ERROR_INIT;
  struct checklist *checklist = checklist_load(path, &err);
  if (!checklist)
    fail_msg("%s", err.message);
  return checklist;
}

int fixture_set_up(void **state) {
  struct fixture *fixture = memory_new_zeroed(1, sizeof *fixture);
  const char *base = environment_get("TMPDIR");
  fixture->folder = path_join(base ? base : "/tmp", "session-test-XXXXXX");
  assert_non_null(mkdtemp(fixture->folder));
  fixture->path = path_of(fixture, "town.yaml");
  char *zoning = zoning_path();
  fixture->checklist = load_checklist(zoning);
  free(zoning);
  *state = fixture;
  return 0;
}

int fixture_tear_down(void **state) {
  FIXTURE;
  size_t count;
  char **names = file_list(fixture->folder, "", &count);
  for (size_t i = 0; i < count; i++) {
    char *path = path_of(fixture, names[i]);
    unlink(path);
    free(path);
    free(names[i]);
  }
  free(names);
  int failed = rmdir(fixture->folder); /* a temporary file that was left behind shows here */
  checklist_free(fixture->checklist);
  free(fixture->path);
  free(fixture->folder);
  free(fixture);
  return failed;
}

char *path_of(const struct fixture *fixture, const char *name) {
  return path_join(fixture->folder, name);
}

char *contents(const char *path) {
  struct strbuf text;
  strbuf_init(&text);
  if (!file_read(&text, path, NODE_FILE_LIMIT_BYTES, NULL))
    fail_msg("cannot read %s", path);
  return strbuf_take(&text);
}

void write_bytes(const char *path, const char *bytes, size_t count) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, count, file), count);
  assert_int_equal(fclose(file), 0);
}

void write_contents(const char *path, const char *text) {
  write_bytes(path, text, strlen(text));
}

size_t file_count(const struct fixture *fixture) {
  size_t count, files = 0;
  char **names = file_list(fixture->folder, "", &count);
  for (size_t i = 0; i < count; i++) {
    size_t length = strlen(names[i]);
    files += length < 5 || strcmp(names[i] + length - 5, ".lock") != 0;
    free(names[i]);
  }
  free(names);
  return files;
}

char *replaced(const char *text, const char *from, const char *to) {
  struct strbuf out;
  strbuf_init(&out);
  const char *at;
  assert_non_null(strstr(text, from));
  for (; (at = strstr(text, from)); text = at + strlen(from)) {
    strbuf_add_bytes(&out, text, (size_t)(at - text));
    strbuf_add(&out, to);
  }
  strbuf_add(&out, text);
  return strbuf_take(&out);
}

struct checklist *other_edition(const struct fixture *fixture, const char *from, const char *to) {
  char *folder = zoning_path(), *source = path_join(folder, "checklist.yaml");
  char *old = contents(source), *path = path_of(fixture, "other-checklist.yaml");
  char *dated = replaced(old, "\"2026-01\"", "\"2027-01\""), *new = replaced(dated, from, to);
  write_contents(path, new);
  struct checklist *checklist = load_checklist(path);
  unlink(path);
  free(new);
  free(dated);
  free(path);
  free(old);
  free(source);
  free(folder);
  return checklist;
}

static void apply(struct session *session, const char *id, unsigned fields,
                  const struct answer *wanted) {
  struct error err = ERROR_INIT;
  if (!session_apply(session, id, fields, wanted, &err))
    fail_msg("%s: %s", id, err.message);
}

void give(struct session *session, const char *id, const char *value, const char *words) {
  struct answer wanted;
  answer_copy(&wanted, NULL);
  wanted.value = (char *)value;
  wanted.words = (char *)words;
  apply(session, id, FIELD_VALUE, &wanted);
}

void comment(struct session *session, const char *id, const char *text) {
  struct answer wanted;
  answer_copy(&wanted, NULL);
  wanted.comment = (char *)text;
  apply(session, id, FIELD_COMMENT, &wanted);
}

void save(struct session *session) {
  struct error err = ERROR_INIT;
  if (!session_save(session, &err))
    fail_msg("%s", err.message);
}

struct session *create(const struct fixture *fixture) {
  struct error err = ERROR_INIT;
  struct session *session = session_new(fixture->checklist);
  if (!session_create(session, fixture->path, &err))
    fail_msg("%s", err.message);
  return session;
}

struct session *load(const struct fixture *fixture) {
  struct error err = ERROR_INIT;
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_WRITE, NULL, &err);
  if (!session)
    fail_msg("%s", err.message);
  return session;
}

void fill(struct session *session) {
  struct evidence evidence[] = {
      {"Zoning code", "12.4(b)", "A permit is granted\nwithout a hearing.",
       "https://example.org/code", "2026-10-02", NULL},
      {"Talk with the town clerk", NULL, NULL, NULL, NULL, NULL},
  };
  struct answer wanted;
  answer_copy(&wanted, NULL);
  wanted.value = "partly";
  wanted.words = "Not in the old town.";
  wanted.instrument = "ordinance";
  wanted.comment = "Two pages.\n\nThe second one is newer.";
  wanted.note = "Ask again \"quietly\".";
  wanted.evidence = evidence;
  wanted.evidence_count = 2;
  wanted.review = true;
  wanted.follow_up = (struct follow_up){"Get the map", "R.", "2026-12-01", true, NULL};
  wanted.group = (struct group_tally){"majority", 12, 3, 0, "Three want to wait.", NULL};
  apply(session, "permits.written", 0xff, &wanted);
  give(session, "profile.name", "Cedar Falls", NULL);
  give(session, "profile.level", "town", NULL);
  give(session, "profile.services", "water, other", "A ferry");
  give(session, "landscape.story", "Many like them.\nSome do not.", NULL);
  give(session, "permits.practice", "unknown", NULL);
  give(session, "fees.scaled", "n/a", "There are no fees.");
  give(session, "fees.scaled", "yes", NULL);
  session_set_place(session, "fees.posted");
  session_set_draft(session, "fees.posted", "comment", "Half a sen");
}

void refuses(struct session *session, const char *id, unsigned fields, const struct answer *wanted,
             const char *message) {
  struct error err = ERROR_INIT;
  char *before = session_text(session);
  uint64_t version = session_version(session);
  assert_false(session_apply(session, id, fields, wanted, &err));
  assert_message(&err, message);
  char *after = session_text(session);
  assert_string_equal(before, after);
  assert_int_equal(session_version(session), version);
  free(before);
  free(after);
}
