/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings that were made to hurt, on the screen: the terminal gets nothing but printable text and
 * the sequences of its description, and the cells hold each control by its name. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "../hostile/places.h"
#include "../hostile/printable.h"
#include "../hostile/tally.h"
#include "base/environment.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "stream.h"
#include "vt.h"

enum { ROWS = 60, COLUMNS = 120, BATCH = 600, MOST_PAGES = 40, PASTED = 60, NAME_LIMIT_BYTES = 80 };

static const char type[] = "xterm-256color", page_down[] = "\033[6~", right[] = "\033OC",
                  escape[] = "\033";

/* Paths are shown, too: where a session is saved, where a document goes. */
#define SESSIONS                                                                                   \
  "sessions \033[31m\xc2\x9b"                                                                      \
  "2J \u202e"

static struct tally tally;
static struct strbuf *wanted; /* one a string: as it is seen, without spaces */
static bool *matched;         /* one a string: the screen held it as it has to be seen */
static size_t screens, sequences, stream_bytes;
static char program[4096];

/* --- what a screen has to show -----------------------------------------------------------------*/

static void add_without_spaces(struct strbuf *out, const char *text) {
  for (; *text; text++)
    if (*text != ' ' && *text != '\n')
      strbuf_add_char(out, *text);
}

static void make_wanted(void) {
  wanted = memory_new_zeroed(tally.strings.count, sizeof *wanted);
  matched = memory_new_zeroed(tally.strings.count, sizeof *matched);
  for (size_t i = 0; i < tally.strings.count; i++) {
    char *shown = printable_of(tally.strings.items[i].bytes, tally.strings.items[i].length);
    strbuf_init(&wanted[i]);
    add_without_spaces(&wanted[i], shown);
    free(shown);
  }
}

static bool is_ascii(const char *text) {
  while (*text > 0 && *text < 0x7f)
    text++;
  return !*text;
}

/* Combining marks and the like are drawn as the terminal can, and what is long is cut; all others
 * have to be seen as they are, once at least. */
static bool is_to_be_matched(size_t i) {
  enum string_position position = tally.strings.items[i].position;
  return tally.strings.items[i].is_text && is_ascii(wanted[i].text) && position != ALONE &&
         position != REPEATED;
}

/* The mark stands at one end of the string. */
static bool stands_at(const struct strbuf *screen, const char *mark, const struct strbuf *text) {
  size_t before = (size_t)(mark - screen->text) + STRING_MARK_LENGTH;
  return strncmp(mark, text->text, text->length) == 0 ||
         (before >= text->length &&
          memcmp(mark + STRING_MARK_LENGTH - text->length, text->text, text->length) == 0);
}

static void match(const struct strbuf *screen) {
  for (const char *at = screen->text; (at = strchr(at, 'm')); at++) {
    char digits[STRING_MARK_LENGTH] = "", *end;
    strncpy(digits, at + 1, sizeof digits - 1);
    size_t i = strtoul(digits, &end, 10);
    if (end == digits + sizeof digits - 1 && i < tally.strings.count && !matched[i])
      matched[i] = stands_at(screen, at, &wanted[i]);
  }
}

static void look_at_screen(struct vt *vt) {
  struct strbuf screen;
  strbuf_init(&screen);
  for (int row = 0; row < ROWS; row++)
    add_without_spaces(&screen, vt_row(vt, row));
  screens++;
  tally_look(&tally, "screen", &screen, "");
  match(&screen);
  strbuf_release(&screen);
}

static void look_at_stream(struct vt *vt, const char *what) {
  const char *bytes = vt_written(vt);
  size_t length = vt_bytes_written(vt), at = stream_fault(bytes, length, &sequences);
  stream_bytes += length;
  if (at == length)
    return;
  struct strbuf fault;
  strbuf_init(&fault);
  strbuf_addf(&fault, "no text and no sequence of the terminal, at byte %zu of %zu:", at, length);
  for (size_t i = at; i < length && i < at + 24; i++)
    strbuf_addf(&fault, " %02x", (unsigned char)bytes[i]);
  tally_fail(&tally, what, fault.text);
  strbuf_release(&fault);
}

/* --- the program -------------------------------------------------------------------------------*/

static struct vt *start(char *const *arguments) {
  char home[4096], sessions[4096], term[64],
      editor[] = "EDITOR=", asan[] = "ASAN_OPTIONS=detect_leaks=1";
  char *argv[8] = {program};
  for (size_t i = 0; i < 6 && arguments[i]; i++)
    argv[i + 1] = arguments[i];
  snprintf(home, sizeof home, "HOME=%s", scratch_path("."));
  snprintf(sessions, sizeof sessions, "DISENTANGLE_SESSIONS=%s", scratch_path(SESSIONS));
  snprintf(term, sizeof term, "TERM=%s", type);
  char *variables[] = {home, sessions, term, editor, asan, NULL};
  struct vt *vt = vt_start(argv, variables, ROWS, COLUMNS);
  assert_true(vt_wait(vt));
  return vt;
}

static void stop(struct vt *vt, const char *what) {
  int status = vt_end(vt, "q");
  if (status != 0)
    tally_fail(&tally, what, "did not end well");
  look_at_stream(vt, what);
  vt_free(vt);
}

static bool press(struct vt *vt, const char *key) {
  bool is_there = vt_send(vt, key);
  if (is_there)
    look_at_screen(vt);
  return is_there;
}

/* To the end of a long screen. */
static void page_through(struct vt *vt) {
  for (int i = 0; i < MOST_PAGES; i++)
    assert_true(press(vt, page_down));
}

static void write_with(const char *path,
                       void (*add)(struct strbuf *, const struct string *const *, size_t),
                       const struct string *const *strings, size_t count) {
  struct strbuf text;
  strbuf_init(&text);
  add(&text, strings, count);
  scratch_write(path, text.text, text.length);
  strbuf_release(&text);
}

static void write_batch(const struct string *const *strings, size_t count) {
  write_with(SESSIONS "/strings/checklist.yaml", places_add_start, strings, count);
  write_with(SESSIONS "/strings/references.yaml", places_add_references, strings, count);
  write_with(SESSIONS "/strings/ordinance.yaml", places_add_ordinance, strings, count);
  write_with(SESSIONS "/session.yaml", places_add_session, strings, count);
}

/* --- the tests ---------------------------------------------------------------------------------*/

/* Each opened from a page, looked through, and left again. */
static const struct list {
  const char *keys; /* that open it, one by one; > is an arrow down */
  int depth;        /* how many Escapes leave it */
} lists[] = {{"w", 1},
             {"s", 1},
             {"?", 1},
             {"/m0", 1},
             {"b\r", 2},
             {"b>\r", 2},
             {"b>>>\r", 2},
             {"b>>>>\r", 2},
             {"b>>>>>\r", 2},
             {"b>>>>>>\r", 2},
             {"b>>>>>>>\r", 2},
             {"b>>>>>>>>\r", 2},
             {"b>>>>>>>>>\r", 2},
             {"X>>>>>>>\r", 2}};

static void try_list(struct vt *vt, const struct list *list) {
  for (const char *key = list->keys; *key; key++)
    assert_true(press(vt, *key == '>' ? "\033OB" : (char[]){*key, '\0'}));
  page_through(vt);
  for (int i = 0; i < list->depth; i++)
    assert_true(press(vt, escape));
}

static void try_batch(size_t count) {
  char session[4096];
  snprintf(session, sizeof session, "%s", scratch_path(SESSIONS "/session.yaml"));
  struct vt *vt = start((char *[]){(char *)"open", session, (char *)"--read-only", NULL});
  look_at_screen(vt);
  assert_true(press(vt, escape));
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    try_list(vt, &lists[i]);
  for (size_t i = 0; i < count; i++)
    assert_true(press(vt, right));
  stop(vt, "screens");
}

static void every_page_and_list(void **state) {
  (void)state;
  for (size_t first = 0; first < tally.text_count; first += BATCH) {
    size_t left = tally.text_count - first, count = left < BATCH ? left : BATCH;
    write_batch(tally.texts + first, count);
    try_batch(count);
  }
  assert_int_equal(tally.failures, 0);
}

/* Names of files, as home lists them: the nine newest. */
enum { NAMES_AT_HOME = 9 };

static bool can_be_name(const struct string *string) {
  return string->length < NAME_LIMIT_BYTES && !memchr(string->bytes, '/', string->length) &&
         !memchr(string->bytes, 0, string->length);
}

static void look_at_home(void) {
  struct vt *vt = start((char *[]){NULL});
  look_at_screen(vt);
  for (int i = 0; i < 4; i++)
    assert_true(press(vt, "\033OB"));
  stop(vt, "home");
  scratch_clear(SESSIONS);
}

static void names_at_home(void **state) {
  (void)state;
  size_t put = 0;
  for (size_t i = 0; i < tally.strings.danger_count; i++) {
    struct strbuf path;
    if (!can_be_name(&tally.strings.items[i]))
      continue;
    strbuf_init(&path);
    strbuf_addf(&path, SESSIONS "/%s.yaml", tally.strings.items[i].bytes);
    scratch_write(path.text, "x", 1);
    strbuf_release(&path);
    if (++put % NAMES_AT_HOME == 0)
      look_at_home();
  }
  look_at_home();
  assert_int_equal(tally.failures, 0);
}

/* What ends a paste within it, nobody can tell from its end. */
static bool can_be_pasted(const struct string *string) {
  return !strstr(string->bytes, "\033[201~");
}

static void paste(struct vt *vt, size_t first) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  strbuf_add(&bytes, "\033[200~");
  for (size_t i = first; i < first + PASTED && i < tally.strings.count; i++) {
    const struct string *string = &tally.strings.items[i];
    if (string->position != REPEATED && can_be_pasted(string))
      strbuf_add_bytes(&bytes, string->bytes, string->length);
    strbuf_add_char(&bytes, '\r');
  }
  strbuf_add(&bytes, "\033[201~");
  assert_true(vt_send_bytes(vt, bytes.text, bytes.length));
  look_at_screen(vt);
  strbuf_release(&bytes);
}

/* Into a comment of a page each. */
static void what_is_pasted(void **state) {
  (void)state;
  char session[4096];
  write_batch(tally.texts, BATCH);
  snprintf(session, sizeof session, "%s", scratch_path(SESSIONS "/session.yaml"));
  struct vt *vt = start((char *[]){(char *)"open", session, NULL});
  assert_true(press(vt, escape));
  for (size_t first = 0; first < tally.strings.count; first += PASTED) {
    assert_true(press(vt, right));
    assert_true(press(vt, "c"));
    paste(vt, first);
    assert_true(press(vt, escape));
  }
  stop(vt, "paste");
  assert_int_equal(tally.failures, 0);
}

static void all_were_shown(void **state) {
  (void)state;
  size_t shown = 0, to_be_matched = 0;
  for (size_t i = 0; i < tally.strings.count; i++) {
    to_be_matched += is_to_be_matched(i);
    shown += is_to_be_matched(i) && matched[i];
    if (is_to_be_matched(i) && !matched[i])
      fprintf(stderr, "not shown: %s\n", wanted[i].text);
  }
  printf("crafted strings on the screen: %zu, %zu screens, %zu appearances, %zu of %zu compared "
         "cell by cell, %zu bytes with %zu sequences sent, %zu failures\n",
         tally.strings.count, screens, tally.appearances, shown, to_be_matched, stream_bytes,
         sequences, tally.failures);
  assert_int_equal(shown, to_be_matched);
}

static int set_up(void **state) {
  (void)state;
  environment_set_locale();
  scratch_make();
  scratch_write(SESSIONS "/x", "", 0);
  scratch_clear(SESSIONS);
  snprintf(program, sizeof program, "%s/disentangle", getenv("BUILD_DIR"));
  tally_init(&tally);
  make_wanted();
  assert_true(stream_learn(type));
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t i = 0; i < tally.strings.count; i++)
    strbuf_release(&wanted[i]);
  free(wanted);
  free(matched);
  stream_forget();
  tally_release(&tally);
  scratch_remove();
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_at_home),
      cmocka_unit_test(every_page_and_list),
      cmocka_unit_test(what_is_pasted),
      cmocka_unit_test(all_were_shown),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
