/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locking and unlocking, and every way in which a file may have been damaged. */
#include <stdlib.h>
#include <string.h>

#include "base/age.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "cmocka-tests.h"

enum { LOW_COST = 1, CHUNK = 64 * 1024 };
static const char passphrase[] = "three quiet herons";

static struct strbuf plain, locked, opened;
static struct age_key *key;
static struct error err;

static int begin(void **state) {
  (void)state;
  strbuf_init(&plain);
  strbuf_init(&locked);
  strbuf_init(&opened);
  err = (struct error)ERROR_INIT;
  key = age_key_new(passphrase, LOW_COST, &err);
  return key ? 0 : 1;
}

static int end(void **state) {
  (void)state;
  strbuf_release(&plain);
  strbuf_release(&locked);
  strbuf_release(&opened);
  error_release(&err);
  age_key_free(key);
  return 0;
}

static void lock(const char *text) {
  strbuf_clear(&locked);
  age_encrypt(&locked, key, text, strlen(text));
}

/* As somebody does who knows the passphrase and nothing else. */
static enum age_result open_bytes(const char *bytes, size_t count, const char *with) {
  struct age_key *own;
  strbuf_clear(&opened);
  error_release(&err);
  enum age_result result = age_key_open(&own, "town", bytes, count, with, &err);
  if (result == AGE_DONE)
    result = age_decrypt(&opened, own, "town", bytes, count, &err);
  assert_int_equal(result == AGE_DONE, err.message == NULL);
  assert_true(result == AGE_DONE || opened.length == 0);
  age_key_free(own);
  return result;
}

static enum age_result open_locked(void) {
  return open_bytes(locked.text, locked.length, passphrase);
}

static void says(const char *text) {
  assert_non_null(err.message);
  assert_string_equal(err.message, text);
}

static void what_was_locked_comes_back(void **state) {
  (void)state;
  static const size_t sizes[] = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    strbuf_clear(&plain);
    for (size_t j = 0; j < sizes[i]; j++)
      strbuf_add_char(&plain, (char)(j * 7 + i));
    strbuf_clear(&locked);
    age_encrypt(&locked, key, plain.text, plain.length);
    assert_true(locked.length <= plain.length + AGE_OVERHEAD_BYTES);
    assert_int_equal(open_locked(), AGE_DONE);
    assert_int_equal(opened.length, plain.length);
    assert_memory_equal(opened.text, plain.text, plain.length);
  }
}

static void a_file_is_known_by_how_it_begins(void **state) {
  (void)state;
  lock("a");
  assert_true(age_is_meant(locked.text, locked.length));
  assert_true(age_is_meant("age-encryption.org/v2\n", 22));
  assert_true(age_is_meant("\r\n -----BEGIN AGE ENCRYPTED FILE-----", 37));
  assert_false(age_is_meant("# A disentangle session", 23));
  assert_false(age_is_meant("age-encryption", 14));
  assert_false(age_is_meant("", 0));
  assert_false(age_is_meant(" \n", 2));
}

static void the_header_is_that_of_the_format(void **state) {
  (void)state;
  lock("a");
  char *header = memory_dup_length(locked.text, locked.length), *line = strtok(header, "\n");
  assert_string_equal(line, "age-encryption.org/v1");
  line = strtok(NULL, "\n");
  assert_int_equal(strlen(line), strlen("-> scrypt ") + 22 + strlen(" 1"));
  assert_memory_equal(line, "-> scrypt ", 10);
  assert_string_equal(line + 32, " 1");
  assert_int_equal(strlen(strtok(NULL, "\n")), 43);
  assert_memory_equal(strtok(NULL, "\n"), "--- ", 4);
  free(header);
}

static void two_generations_share_the_header_and_no_more(void **state) {
  (void)state;
  lock("the same text");
  char *first = memory_dup_length(locked.text, locked.length);
  size_t length = locked.length, header = length - 16 - 13 - 16;
  lock("the same text");
  assert_int_equal(locked.length, length);
  assert_memory_equal(locked.text, first, header);
  for (size_t at = header; at + 4 <= length; at += 4)
    assert_memory_not_equal(locked.text + at, first + at, 4);
  free(first);
}

static void two_locks_share_nothing(void **state) {
  (void)state;
  struct age_key *other = age_key_new(passphrase, LOW_COST, NULL);
  lock("a");
  assert_true(age_key_fits(key, locked.text, locked.length));
  assert_false(age_key_fits(other, locked.text, locked.length));
  assert_int_equal(age_decrypt(&opened, other, "town", locked.text, locked.length, &err),
                   AGE_DAMAGED);
  says("'town' is damaged, or is locked with another passphrase");
  age_key_free(other);
}

static void a_copy_of_a_key_opens_too(void **state) {
  (void)state;
  struct age_key *copy = age_key_dup(key);
  lock("a");
  assert_int_equal(age_decrypt(&opened, copy, "town", locked.text, locked.length, &err), AGE_DONE);
  assert_string_equal(opened.text, "a");
  age_key_free(copy);
  assert_null(age_key_dup(NULL));
  age_key_free(NULL);
}

static void another_passphrase_is_wrong(void **state) {
  (void)state;
  static const char *const others[] = {"", "three quiet heron", "three quiet herons ",
                                       "Three quiet herons"};
  lock("a");
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    assert_int_equal(open_bytes(locked.text, locked.length, others[i]), AGE_WRONG_PASSPHRASE);
  says("wrong passphrase (or line 2 or 3 of 'town' was changed)");
}

/* Lines 2 and 3 are the salt and the wrapped key: what they were cannot be known. */
static void every_bit_counts(void **state) {
  (void)state;
  size_t wrong = 0, damaged = 0, refused = 0;
  lock("a short text");
  for (size_t bit = 0; bit < 8 * locked.length; bit++) {
    locked.text[bit / 8] ^= (char)(1 << bit % 8);
    enum age_result result = open_locked();
    assert_int_not_equal(result, AGE_DONE);
    wrong += result == AGE_WRONG_PASSPHRASE;
    damaged += result == AGE_DAMAGED;
    refused += result == AGE_REFUSED;
    locked.text[bit / 8] ^= (char)(1 << bit % 8);
  }
  assert_int_equal(open_locked(), AGE_DONE);
  print_message("%zu bits changed: %zu told as damage, %zu as another form, %zu as a wrong "
                "passphrase\n",
                8 * locked.length, damaged, refused, wrong);
  assert_true(damaged > 8 * (size_t)(43 + 16 + 12 + 16));
}

static void every_length_counts(void **state) {
  (void)state;
  lock("a short text");
  for (size_t length = 0; length < locked.length; length++)
    assert_int_not_equal(open_bytes(locked.text, length, passphrase), AGE_DONE);
  says("'town' is damaged: its end is missing or was changed");
  strbuf_add(&locked, "!");
  assert_int_equal(open_locked(), AGE_DAMAGED);
  says("'town' is damaged: its end is missing or was changed");
}

static void damage_is_told_apart(void **state) {
  (void)state;
  strbuf_add_repeat(&plain, "x", 3 * CHUNK);
  age_encrypt(&locked, key, plain.text, plain.length);
  size_t chunk = CHUNK + 16, header = locked.length - 16 - 3 * chunk;
  assert_int_equal(open_bytes(locked.text, header + 16 + 2 * chunk, passphrase), AGE_DAMAGED);
  says("'town' is damaged: its end is missing");
  assert_int_equal(open_bytes(locked.text, header + 3, passphrase), AGE_DAMAGED);
  says("'town' is damaged: its end is missing");
  assert_int_equal(open_bytes(locked.text, header + 16 + 5, passphrase), AGE_DAMAGED);
  says("'town' is damaged: its end is missing");
  strbuf_add(&locked, "more");
  assert_int_equal(open_locked(), AGE_DAMAGED);
  says("'town' is damaged: something was added behind its end");
  locked.length -= 4;
  locked.text[header + 16 + chunk + 5] ^= 1;
  assert_int_equal(open_locked(), AGE_DAMAGED);
  assert_non_null(strstr(err.message, "'town' is damaged: it was changed behind byte "));
}

static void refuses(const char *text, enum age_result expected, const char *message) {
  assert_int_equal(open_bytes(text, strlen(text), passphrase), expected);
  says(message);
}

#define INTRO  "age-encryption.org/v1\n"
#define SALT   "rF0/NwblUHHTpgQgRpe5CQ"
#define BODY   "gUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n"
#define MAC    "--- HK2NmOBN9Dpq0Gw6xMCuhFcQlQLvZ/wQUi/2scLG75s\n"
#define X25519 "-> X25519 XEl0dJ6y3C7KZkgmgWUicg63EyXJiwBJW8PdYJ/cYBE\n"
#define DAMAGED_AT(line)                                                                           \
  "town:" #line ":1: the file is locked, and damaged: this line is not as it was written"

static void what_cannot_be_unlocked_here_is_told(void **state) {
  (void)state;
  refuses(
      INTRO X25519 BODY MAC, AGE_REFUSED,
      "town:2:1: the file is locked for a key, not with a passphrase; whoever has the key opens it "
      "with `age -d -i KEY`");
  refuses(
      INTRO "-> scrypt " SALT " 21\n" BODY MAC, AGE_REFUSED,
      "town:2:1: it takes more work to unlock this file than this program does (its cost is over "
      "20); `age -d` may open it");
  refuses(
      INTRO "-> scrypt " SALT " 99999999999999999999999\n" BODY MAC, AGE_REFUSED,
      "town:2:1: it takes more work to unlock this file than this program does (its cost is over "
      "20); `age -d` may open it");
  refuses(
      "age-encryption.org/v2\n", AGE_REFUSED,
      "town:1:1: the file is locked in a form that this program does not know, or this line was "
      "changed");
}

static void a_header_is_read_strictly(void **state) {
  (void)state;
  refuses(INTRO MAC, AGE_DAMAGED, DAMAGED_AT(2));
  refuses(INTRO "-> scrypt " SALT " 1\n" BODY, AGE_DAMAGED, DAMAGED_AT(4));
  refuses(INTRO "-> scrypt " SALT " 1\n" MAC, AGE_DAMAGED, DAMAGED_AT(3));
  refuses(INTRO "-> scrypt " SALT " 01\n" BODY MAC, AGE_DAMAGED, DAMAGED_AT(2));
  refuses(INTRO "-> scrypt " SALT " 1 \n" BODY MAC, AGE_DAMAGED, DAMAGED_AT(2));
  refuses(INTRO "-> scrypt " SALT "\n" BODY MAC, AGE_DAMAGED, DAMAGED_AT(2));
  refuses(INTRO "-> scrypt\n" BODY MAC, AGE_DAMAGED, DAMAGED_AT(2));
  refuses(INTRO X25519 BODY "-> scrypt " SALT " 1\n" BODY MAC, AGE_DAMAGED, DAMAGED_AT(4));
  refuses(INTRO "-> scrypt \x72\x46\x30\xaf"
                "NwblUHHTpgQgRpe5CQ 1\n" BODY MAC,
          AGE_DAMAGED, DAMAGED_AT(2));
  refuses("-----BEGIN AGE ENCRYPTED FILE-----\nYW\xab\xaf\n-----END AGE ENCRYPTED FILE-----\n",
          AGE_DAMAGED,
          "town:1:1: the file is locked, and damaged: its lines are not as they were written");
  refuses("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", AGE_DAMAGED,
          "town:1:1: the file is locked, and damaged: its lines are not as they were written");
  refuses(
      "-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCg==\n"
      "-----END AGE ENCRYPTED FILE-----\n",
      AGE_DAMAGED,
      "town:1:1: the file is locked, and damaged: its first lines are not as they were written");
}

static void a_header_that_was_put_together_is_told(void **state) {
  (void)state;
  struct strbuf file;
  strbuf_init(&file);
  lock("a");
  const char *mac = strstr(locked.text, "--- ");
  strbuf_add_bytes(&file, locked.text, (size_t)(mac - locked.text));
  strbuf_add(&file, MAC);
  assert_int_equal(open_bytes(file.text, file.length, passphrase), AGE_DAMAGED);
  says("'town' is damaged: the passphrase is right, but its first lines were changed");
  strbuf_release(&file);
}

static void no_key_without_memory(void **state) {
  (void)state;
  assert_null(age_key_new(passphrase, 40, &err));
  says("not locked: that needs 1073741824 MiB of memory; close other programs");
}

#define age_test(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void) {
  if (!age_is_built_in())
    return 77;
  const struct CMUnitTest tests[] = {
      age_test(what_was_locked_comes_back),
      age_test(a_file_is_known_by_how_it_begins),
      age_test(the_header_is_that_of_the_format),
      age_test(two_generations_share_the_header_and_no_more),
      age_test(two_locks_share_nothing),
      age_test(a_copy_of_a_key_opens_too),
      age_test(another_passphrase_is_wrong),
      age_test(every_bit_counts),
      age_test(every_length_counts),
      age_test(damage_is_told_apart),
      age_test(what_cannot_be_unlocked_here_is_told),
      age_test(a_header_is_read_strictly),
      age_test(a_header_that_was_put_together_is_told),
      age_test(no_key_without_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
