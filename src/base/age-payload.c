/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "base/age-private.h"
#include "base/strbuf.h"

enum { KEY_BYTES = crypto_aead_chacha20poly1305_ietf_KEYBYTES };
static_assert(KEY_BYTES == crypto_auth_hmacsha256_BYTES, "a key is what HKDF gives at once");

static void hmac(unsigned char out[KEY_BYTES], const void *key, size_t key_bytes, const void *text,
                 size_t count, const unsigned char *last) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, key, key_bytes);
  crypto_auth_hmacsha256_update(&state, text, count);
  if (last)
    crypto_auth_hmacsha256_update(&state, last, 1);
  crypto_auth_hmacsha256_final(&state, out);
  sodium_memzero(&state, sizeof state);
}

/* HKDF of RFC 5869 with SHA-256, for the length of one hash. */
static void derive(unsigned char out[KEY_BYTES], const unsigned char *file_key, const void *salt,
                   size_t salt_bytes, const char *info) {
  static const unsigned char first = 1;
  unsigned char extracted[KEY_BYTES];
  hmac(extracted, salt, salt_bytes, file_key, AGE_FILE_KEY_BYTES, NULL);
  hmac(out, extracted, sizeof extracted, info, strlen(info), &first);
  sodium_memzero(extracted, sizeof extracted);
}

void age_header_mac(unsigned char mac[AGE_MAC_BYTES], const unsigned char *file_key,
                    const char *bytes, size_t signed_length) {
  unsigned char key[KEY_BYTES];
  derive(key, file_key, "", 0, "header");
  hmac(mac, key, sizeof key, bytes, signed_length, NULL);
  sodium_memzero(key, sizeof key);
}

/* --- the payload: STREAM, chunks of 64 KiB ---------------------------------------------------*/

struct chunk_nonce {
  unsigned char bytes[crypto_aead_chacha20poly1305_ietf_NPUBBYTES];
};

static struct chunk_nonce chunk_nonce(size_t number, bool is_last) {
  struct chunk_nonce nonce = {{0}};
  size_t at = sizeof nonce.bytes - 1;
  nonce.bytes[at] = is_last;
  for (; number; number >>= 8)
    nonce.bytes[--at] = (unsigned char)number;
  return nonce;
}

static bool open_chunk(char *out, const unsigned char *key, const char *bytes, size_t count,
                       size_t number, bool is_last) {
  struct chunk_nonce nonce = chunk_nonce(number, is_last);
  return crypto_aead_chacha20poly1305_ietf_decrypt((unsigned char *)out, NULL, NULL,
                                                   (const unsigned char *)bytes, count, NULL, 0,
                                                   nonce.bytes, key) == 0;
}

/* Why a chunk does not open as what it should be: as the other kind, it may. */
static enum age_fault fault_of(char *out, const unsigned char *key, const char *bytes, size_t count,
                               size_t number, bool is_last) {
  if (open_chunk(out, key, bytes, count, number, !is_last))
    return is_last ? AGE_CUT_OFF : AGE_ADDED_TO;
  return is_last ? AGE_CHANGED_AT_END : AGE_CHANGED;
}

static enum age_fault read_chunks(struct strbuf *out, const unsigned char *key, const char *bytes,
                                  size_t count, size_t *at) {
  size_t full = AGE_CHUNK_BYTES + AGE_TAG_BYTES;
  for (size_t number = 0;; number++) {
    size_t left = count - *at, length = left < full ? left : full;
    bool is_last = length == left;
    if (length < AGE_TAG_BYTES)
      return AGE_CUT_OFF;
    char *opened = out->text + out->length;
    if (!open_chunk(opened, key, bytes + *at, length, number, is_last))
      return fault_of(opened, key, bytes + *at, length, number, is_last);
    if (length == AGE_TAG_BYTES && number)
      return AGE_CHANGED_AT_END; /* only a file without contents ends with an empty chunk */
    out->length += length - AGE_TAG_BYTES;
    if (is_last)
      return AGE_SOUND;
    *at += length;
  }
}

enum age_fault age_payload_read(struct strbuf *out, const unsigned char *file_key,
                                const char *bytes, size_t count, size_t *at) {
  unsigned char key[KEY_BYTES];
  size_t before = out->length;
  *at = AGE_NONCE_BYTES;
  if (count < AGE_NONCE_BYTES)
    return AGE_CUT_OFF;
  derive(key, file_key, bytes, AGE_NONCE_BYTES, "payload");
  strbuf_reserve(out, count);
  enum age_fault fault = read_chunks(out, key, bytes, count, at);
  if (fault != AGE_SOUND) {
    sodium_memzero(out->text + before, out->capacity - before);
    out->length = before;
  }
  out->text[out->length] = '\0';
  sodium_memzero(key, sizeof key);
  return fault;
}

static void add_chunk(struct strbuf *out, const unsigned char *key, const char *bytes, size_t count,
                      size_t number, bool is_last) {
  struct chunk_nonce nonce = chunk_nonce(number, is_last);
  crypto_aead_chacha20poly1305_ietf_encrypt((unsigned char *)out->text + out->length, NULL,
                                            (const unsigned char *)bytes, count, NULL, 0, NULL,
                                            nonce.bytes, key);
  out->length += count + AGE_TAG_BYTES;
}

void age_payload_add(struct strbuf *out, const unsigned char *file_key, const char *bytes,
                     size_t count) {
  unsigned char key[KEY_BYTES], nonce[AGE_NONCE_BYTES];
  size_t chunks = count / AGE_CHUNK_BYTES + 1, at = 0;
  randombytes_buf(nonce, sizeof nonce);
  strbuf_reserve(out, sizeof nonce + count + chunks * AGE_TAG_BYTES);
  strbuf_add_bytes(out, (const char *)nonce, sizeof nonce);
  derive(key, file_key, nonce, sizeof nonce, "payload");
  for (size_t number = 0; number == 0 || at < count; number++) {
    size_t left = count - at, length = left < AGE_CHUNK_BYTES ? left : AGE_CHUNK_BYTES;
    add_chunk(out, key, bytes + at, length, number, length == left);
    at += length;
  }
  out->text[out->length] = '\0';
  sodium_memzero(key, sizeof key);
}
