/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The test vectors of the format's authors, in tests/base/age. Those that are locked for a key are
 * opened with the file key that the vector tells, part by part: header, its MAC, payload. */
#include <config.h>

#include <dirent.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef HAVE_ZLIB
#include <zlib.h>
#endif

#include "base/age-private.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "cmocka-tests.h"

enum { FILE_LIMIT_BYTES = 1 << 20, PLAIN_LIMIT_BYTES = 32 << 20 };

struct vector {
  char *expect, *payload, *file_key, *passphrase;
  bool compressed;
  const char *bytes;
  size_t count;
};

static char *value_of(const char *line, size_t length, const char *key) {
  size_t key_length = strlen(key);
  if (length < key_length || strncmp(line, key, key_length) != 0)
    return NULL;
  return memory_dup_length(line + key_length, length - key_length);
}

static void take(char **member, char *value) {
  if (value && !*member)
    *member = value;
  else
    free(value);
}

static struct vector vector_read(const struct strbuf *file) {
  struct vector vector = {0};
  const char *at = file->text, *end;
  while ((end = strchr(at, '\n')) && end != at) {
    size_t length = (size_t)(end - at);
    char *compressed = value_of(at, length, "compressed: ");
    take(&vector.expect, value_of(at, length, "expect: "));
    take(&vector.payload, value_of(at, length, "payload: "));
    take(&vector.file_key, value_of(at, length, "file key: "));
    take(&vector.passphrase, value_of(at, length, "passphrase: "));
    vector.compressed = vector.compressed || compressed;
    free(compressed);
    at = end + 1;
  }
  assert_non_null(vector.expect);
  assert_non_null(vector.file_key);
  vector.bytes = at + 1;
  vector.count = file->length - (size_t)(at + 1 - file->text);
  return vector;
}

static void vector_release(struct vector *vector) {
  free(vector->expect);
  free(vector->payload);
  free(vector->file_key);
  free(vector->passphrase);
}

static bool expects(const struct vector *vector, const char *what) {
  return !strcmp(vector->expect, what);
}

static bool has_payload(const struct vector *vector, const struct strbuf *plain) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  char text[2 * sizeof hash + 1];
  crypto_hash_sha256(hash, (const unsigned char *)plain->text, plain->length);
  sodium_bin2hex(text, sizeof text, hash, sizeof hash);
  return vector->payload && !strcmp(text, vector->payload);
}

/* --- through the door --------------------------------------------------------------------------*/

static bool by_passphrase(const struct vector *vector) {
  struct age_key *key;
  struct strbuf plain;
  struct error err = ERROR_INIT;
  strbuf_init(&plain);
  enum age_result result =
      age_key_open(&key, "x", vector->bytes, vector->count, vector->passphrase, &err);
  bool opened = result == AGE_DONE;
  if (opened)
    result = age_decrypt(&plain, key, "x", vector->bytes, vector->count, &err);
  bool as_expected = expects(vector, "success") ? result == AGE_DONE && has_payload(vector, &plain)
                     : expects(vector, "no match") ? !opened && result != AGE_DAMAGED
                     : expects(vector, "payload failure")
                         ? opened && result == AGE_DAMAGED
                         : !opened && result != AGE_WRONG_PASSPHRASE;
  as_expected = as_expected && (result == AGE_DONE) == !err.message;
  error_release(&err);
  strbuf_release(&plain);
  age_key_free(key);
  return as_expected;
}

/* --- part by part ------------------------------------------------------------------------------*/

static bool goes_round(const unsigned char *file_key, const struct strbuf *plain) {
  struct strbuf locked, again;
  size_t at;
  strbuf_init(&locked);
  strbuf_init(&again);
  age_payload_add(&locked, file_key, plain->text, plain->length);
  bool same = age_payload_read(&again, file_key, locked.text, locked.length, &at) == AGE_SOUND &&
              again.length == plain->length && !memcmp(again.text, plain->text, plain->length);
  strbuf_release(&locked);
  strbuf_release(&again);
  return same;
}

static const char *parts(const struct vector *vector, const char *bytes, size_t count) {
  unsigned char file_key[AGE_FILE_KEY_BYTES], mac[AGE_MAC_BYTES];
  struct age_header header;
  struct strbuf plain;
  size_t line, at;
  if (!age_header_read(&header, bytes, count, &line))
    return "header failure";
  if (count - header.length < AGE_NONCE_BYTES)
    return "header failure"; /* the vectors count the nonce to it */
  if (sodium_hex2bin(file_key, sizeof file_key, vector->file_key, strlen(vector->file_key), NULL,
                     NULL, NULL) != 0)
    return "no match";
  age_header_mac(mac, file_key, bytes, header.signed_length);
  if (memcmp(mac, header.mac, sizeof mac) != 0)
    return "HMAC failure";
  strbuf_init(&plain);
  enum age_fault fault =
      age_payload_read(&plain, file_key, bytes + header.length, count - header.length, &at);
  bool same = fault == AGE_SOUND && has_payload(vector, &plain) && goes_round(file_key, &plain);
  strbuf_release(&plain);
  return fault != AGE_SOUND ? "payload failure" : same ? "success" : "another payload";
}

static bool by_parts(const struct vector *vector) {
  struct strbuf unarmored;
  strbuf_init(&unarmored);
  bool armored = age_is_armored(vector->bytes, vector->count);
  bool sound = !armored || age_armor_read(&unarmored, vector->bytes, vector->count);
  const char *found = !sound    ? "armor failure"
                      : armored ? parts(vector, unarmored.text, unarmored.length)
                                : parts(vector, vector->bytes, vector->count);
  /* What is no armor at all is no file of age; and that no key fits is not for us to find. */
  bool as_expected = expects(vector, found) ||
                     (expects(vector, "armor failure") && strcmp(found, "success") != 0) ||
                     (expects(vector, "no match") && strcmp(found, "header failure") != 0);
  strbuf_release(&unarmored);
  return as_expected;
}

/* A key is not a passphrase, and nothing is worked out. */
static bool is_refused(const struct vector *vector) {
  struct age_key *key;
  enum age_result result = age_key_open(&key, "x", vector->bytes, vector->count, "password", NULL);
  return !key && (result == AGE_DAMAGED || result == AGE_REFUSED);
}

/* --- all of them -------------------------------------------------------------------------------*/

/* false: this build cannot. */
static bool inflate_vector(struct vector *vector, struct strbuf *plain) {
#ifdef HAVE_ZLIB
  uLongf length = PLAIN_LIMIT_BYTES;
  strbuf_reserve(plain, length);
  assert_int_equal(
      uncompress((Bytef *)plain->text, &length, (const Bytef *)vector->bytes, vector->count), Z_OK);
  vector->bytes = plain->text;
  vector->count = plain->length = length;
  return true;
#else
  (void)vector, (void)plain;
  return false;
#endif
}

/* Returns whether it was tried. */
static bool try_vector(const char *name, const char *path) {
  struct strbuf file, inflated;
  strbuf_init(&file);
  strbuf_init(&inflated);
  assert_true(file_read(&file, path, FILE_LIMIT_BYTES, NULL));
  struct vector vector = vector_read(&file);
  bool tried = !vector.compressed || inflate_vector(&vector, &inflated);
  bool as_expected = !tried || (vector.passphrase ? by_passphrase(&vector)
                                                  : by_parts(&vector) && is_refused(&vector));
  if (!as_expected)
    fail_msg("%s: expected is '%s'", name, vector.expect);
  vector_release(&vector);
  strbuf_release(&inflated);
  strbuf_release(&file);
  return tried;
}

static void each_vector_is_as_expected(void **state) {
  (void)state;
  const char *source = getenv("SOURCE_DIR");
  char *folder = path_join(source ? source : ".", "tests/base/age");
  size_t count, tried = 0, left_out = 0;
  char **names = file_list(folder, "", &count);
  for (size_t i = 0; i < count; i++) {
    char *path = path_join(folder, names[i]);
    if (strcmp(names[i], "README") != 0 && try_vector(names[i], path))
      tried++;
    else
      left_out++;
    free(path);
    free(names[i]);
  }
  print_message("%zu vectors of age: as expected; left out: %zu\n", tried, left_out - 1);
  assert_true(tried > 80);
  free(names);
  free(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(each_vector_is_as_expected)};
  return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
