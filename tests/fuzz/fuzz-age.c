/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are meant to be locked: read part by part, and opened where that is not much work.
 * What opens goes round. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/age-private.h"
#include "base/error.h"
#include "base/strbuf.h"

static const char passphrase[] = "password"; /* that of the vectors, which are the seeds */
static const unsigned char file_key[AGE_FILE_KEY_BYTES + 1] = "YELLOW SUBMARINE";

/* At most 2^5: the work is not what is looked at. */
static bool is_cheap(const struct age_header *header) {
  const struct age_span *span = &header->arguments;
  return !header->has_scrypt || (span->length > 2 && span->text[span->length - 2] == ' ' &&
                                 span->text[span->length - 1] <= '5');
}

static void go_round(const struct age_key *key, const struct strbuf *plain) {
  struct strbuf locked, again;
  strbuf_init(&locked);
  strbuf_init(&again);
  age_encrypt(&locked, key, plain->text, plain->length);
  REQUIRE(age_key_fits(key, locked.text, locked.length));
  REQUIRE(age_decrypt(&again, key, "x", locked.text, locked.length, NULL) == AGE_DONE);
  REQUIRE(again.length == plain->length && !memcmp(again.text, plain->text, plain->length));
  strbuf_release(&locked);
  strbuf_release(&again);
}

static void open_file(const char *bytes, size_t count) {
  struct age_key *key;
  struct strbuf plain;
  struct error err = ERROR_INIT;
  strbuf_init(&plain);
  enum age_result result = age_key_open(&key, "x", bytes, count, passphrase, &err);
  REQUIRE((result == AGE_DONE) == (key != NULL));
  if (result == AGE_DONE && age_decrypt(&plain, key, "x", bytes, count, &err) == AGE_DONE)
    go_round(key, &plain);
  if (err.message)
    fuzz_require_clean(err.message, strlen(err.message));
  age_key_free(key);
  error_release(&err);
  strbuf_release(&plain);
}

static void read_parts(const char *bytes, size_t count) {
  struct age_header header;
  struct strbuf plain;
  size_t line, at;
  bool sound = age_header_read(&header, bytes, count, &line);
  REQUIRE(!sound || header.length <= count);
  strbuf_init(&plain);
  if (sound)
    age_payload_read(&plain, file_key, bytes + header.length, count - header.length, &at);
  strbuf_release(&plain);
  if (!sound || is_cheap(&header))
    open_file(bytes, count);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  const char *text = (const char *)bytes;
  struct strbuf unarmored;
  strbuf_init(&unarmored);
  if (!age_is_armored(text, count))
    read_parts(text, count);
  else if (age_armor_read(&unarmored, text, count))
    read_parts(unarmored.text, unarmored.length);
  strbuf_release(&unarmored);
  return 0;
}
