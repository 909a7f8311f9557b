/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/age.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/age-private.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"

enum { SCRYPT_R = 8, SCRYPT_P = 1, WRAP_KEY_BYTES = 32, MIB = 1024 * 1024 };
static const char salt_label[] = "age-encryption.org/v1/scrypt";
static const unsigned char no_nonce[crypto_aead_chacha20poly1305_ietf_NPUBBYTES];

struct age_key {
  unsigned char *file_key; /* of sodium_malloc */
  char *header;
  size_t header_length;
};

bool age_is_built_in(void) {
  return true;
}

/* Memory that is kept out of the swap as far as the system allows, and wiped when it is freed. */
static unsigned char *secret_new(size_t size_bytes) {
  unsigned char *secret = sodium_init() < 0 ? NULL : sodium_malloc(size_bytes);
  if (!secret)
    fatal(_("out of memory"));
  return secret;
}

static struct age_key *key_new(const char *header, size_t header_length) {
  struct age_key *key = memory_new(sizeof *key);
  key->file_key = secret_new(AGE_FILE_KEY_BYTES);
  key->header = memory_dup_length(header, header_length);
  key->header_length = header_length;
  return key;
}

struct age_key *age_key_dup(const struct age_key *key) {
  if (!key)
    return NULL;
  struct age_key *copy = key_new(key->header, key->header_length);
  memcpy(copy->file_key, key->file_key, AGE_FILE_KEY_BYTES);
  return copy;
}

void age_key_free(struct age_key *key) {
  if (!key)
    return;
  sodium_free(key->file_key);
  free(key->header);
  free(key);
}

/* --- scrypt ------------------------------------------------------------------------------------*/

static size_t memory_mib(unsigned cost) {
  return (size_t)128 * SCRYPT_R * ((size_t)1 << cost) / MIB;
}

/* The system may promise memory that it does not have, and end the program when it is used. */
static bool has_memory(unsigned cost) {
  long pages = sysconf(_SC_PHYS_PAGES), page_bytes = sysconf(_SC_PAGESIZE);
  return pages <= 0 || page_bytes <= 0 ||
         memory_mib(cost) <= (size_t)pages / 4 * 3 / (MIB / (size_t)page_bytes);
}

/* The key that wraps the file key; NULL: no memory. */
static unsigned char *wrap_key(const char *passphrase, const unsigned char *salt, unsigned cost) {
  unsigned char salted[sizeof salt_label - 1 + AGE_SALT_BYTES];
  unsigned char *key = secret_new(WRAP_KEY_BYTES);
  memcpy(salted, salt_label, sizeof salt_label - 1);
  memcpy(salted + sizeof salt_label - 1, salt, AGE_SALT_BYTES);
  if (has_memory(cost) &&
      crypto_pwhash_scryptsalsa208sha256_ll((const unsigned char *)passphrase, strlen(passphrase),
                                            salted, sizeof salted, (uint64_t)1 << cost, SCRYPT_R,
                                            SCRYPT_P, key, WRAP_KEY_BYTES) == 0)
    return key;
  sodium_free(key);
  return NULL;
}

/* --- a new key ---------------------------------------------------------------------------------*/

static void add_header(struct strbuf *out, const unsigned char *file_key,
                       const unsigned char *wrapping, const unsigned char *salt, unsigned cost) {
  unsigned char wrapped[AGE_WRAPPED_BYTES], mac[AGE_MAC_BYTES];
  crypto_aead_chacha20poly1305_ietf_encrypt(wrapped, NULL, file_key, AGE_FILE_KEY_BYTES, NULL, 0,
                                            NULL, no_nonce, wrapping);
  strbuf_add(out, "age-encryption.org/v1\n-> scrypt ");
  age_base64_add(out, salt, AGE_SALT_BYTES);
  strbuf_addf(out, " %u\n", cost);
  age_base64_add(out, wrapped, sizeof wrapped);
  strbuf_add(out, "\n---");
  age_header_mac(mac, file_key, out->text, out->length);
  strbuf_add(out, " ");
  age_base64_add(out, mac, sizeof mac);
  strbuf_add(out, "\n");
}

struct age_key *age_key_new(const char *passphrase, unsigned cost, struct error *err) {
  unsigned char salt[AGE_SALT_BYTES];
  struct strbuf header;
  unsigned char *file_key = secret_new(AGE_FILE_KEY_BYTES);
  randombytes_buf(file_key, AGE_FILE_KEY_BYTES);
  randombytes_buf(salt, sizeof salt);
  unsigned char *wrapping = wrap_key(passphrase, salt, cost);
  struct age_key *key = NULL;
  strbuf_init(&header);
  if (wrapping) {
    add_header(&header, file_key, wrapping, salt, cost);
    key = key_new(header.text, header.length);
    memcpy(key->file_key, file_key, AGE_FILE_KEY_BYTES);
  } else {
    error_set(err, _("not locked: that needs %zu MiB of memory; close other programs"),
              memory_mib(cost));
  }
  strbuf_release(&header);
  sodium_free(wrapping);
  sodium_free(file_key);
  return key;
}

/* --- the key of a file -------------------------------------------------------------------------*/

/* A file as it is read: out of its armor, and its header. */
struct locked {
  const char *path;
  struct strbuf unarmored; /* empty when there is no armor */
  const char *bytes;
  size_t count;
  struct age_header header;
};

static enum age_result damaged_at(const struct locked *file, size_t line, struct error *err) {
  if (file->unarmored.length)
    error_set_at(
        err, file->path, 1, 1,
        _("the file is locked, and damaged: its first lines are not as they were written"));
  else
    error_set_at(err, file->path, line, 1,
                 _("the file is locked, and damaged: this line is not as it was written"));
  return AGE_DAMAGED;
}

static enum age_result read_header(struct locked *file, struct error *err) {
  size_t line;
  if (age_header_read(&file->header, file->bytes, file->count, &line))
    return AGE_DONE;
  if (line != 1)
    return damaged_at(file, line, err);
  error_set_at(err, file->path, 1, 1,
               _("the file is locked in a form that this program does not know, or this line was "
                 "changed"));
  return AGE_REFUSED;
}

static enum age_result locked_read(struct locked *file, const char *path, const char *bytes,
                                   size_t count, struct error *err) {
  *file = (struct locked){.path = path, .bytes = bytes, .count = count};
  strbuf_init(&file->unarmored);
  if (!age_is_armored(bytes, count))
    return read_header(file, err);
  if (!age_armor_read(&file->unarmored, bytes, count)) {
    error_set_at(err, path, 1, 1,
                 _("the file is locked, and damaged: its lines are not as they were written"));
    return AGE_DAMAGED;
  }
  file->bytes = file->unarmored.text;
  file->count = file->unarmored.length;
  return read_header(file, err);
}

static void locked_release(struct locked *file) {
  strbuf_release(&file->unarmored);
}

/* A decimal number without a zero in front; one that is too large stays larger than any limit. */
static bool read_cost(struct age_span text, unsigned *cost) {
  *cost = 0;
  for (size_t i = 0; i < text.length; i++) {
    if (text.text[i] < (i ? '0' : '1') || text.text[i] > '9')
      return false;
    if (*cost <= AGE_COST_LIMIT)
      *cost = *cost * 10 + (unsigned)(text.text[i] - '0');
  }
  return text.length > 0;
}

/* " SALT COST", and nothing else. */
static bool read_arguments(struct age_span text, unsigned char salt[AGE_SALT_BYTES],
                           unsigned *cost) {
  const char *end = text.text + text.length;
  const char *middle = text.length ? memchr(text.text + 1, ' ', text.length - 1) : NULL;
  size_t length = AGE_SALT_BYTES;
  if (!middle)
    return false;
  struct age_span first = {text.text + 1, (size_t)(middle - text.text) - 1};
  struct age_span second = {middle + 1, (size_t)(end - middle) - 1};
  return age_base64_read(salt, &length, first) && length == AGE_SALT_BYTES &&
         read_cost(second, cost);
}

/* What has to hold before any work is done. */
static enum age_result look_at_stanza(const struct locked *file, unsigned char *salt,
                                      unsigned *cost, struct error *err) {
  const struct age_header *header = &file->header;
  if (!header->has_scrypt) {
    error_set_at(err, file->path, 2, 1,
                 _("the file is locked for a key, not with a passphrase; whoever has the key opens "
                   "it with `age -d -i KEY`"));
    return AGE_REFUSED;
  }
  if (header->stanza_count != 1 || header->body_bytes != AGE_WRAPPED_BYTES ||
      !read_arguments(header->arguments, salt, cost))
    return damaged_at(file, header->arguments_line, err);
  if (*cost > AGE_COST_LIMIT) {
    error_set_at(
        err, file->path, header->arguments_line, 1,
        _("it takes more work to unlock this file than this program does (its cost is over "
          "%d); `age -d` may open it"),
        AGE_COST_LIMIT);
    return AGE_REFUSED;
  }
  return AGE_DONE;
}

static enum age_result open_stanza(const struct locked *file, unsigned char *file_key,
                                   const char *passphrase, struct error *err) {
  unsigned char salt[AGE_SALT_BYTES];
  unsigned cost;
  enum age_result result = look_at_stanza(file, salt, &cost, err);
  if (result != AGE_DONE)
    return result;
  unsigned char *wrapping = wrap_key(passphrase, salt, cost);
  if (!wrapping) {
    error_set(err, _("to unlock '%s' needs %zu MiB of memory; close other programs"), file->path,
              memory_mib(cost));
    return AGE_REFUSED;
  }
  if (crypto_aead_chacha20poly1305_ietf_decrypt(file_key, NULL, NULL, file->header.body,
                                                AGE_WRAPPED_BYTES, NULL, 0, no_nonce,
                                                wrapping) != 0) {
    error_set(err, _("wrong passphrase (or line 2 or 3 of '%s' was changed)"), file->path);
    result = AGE_WRONG_PASSPHRASE;
  }
  sodium_free(wrapping);
  return result;
}

static enum age_result check_mac(const struct locked *file, const unsigned char *file_key,
                                 struct error *err) {
  unsigned char mac[AGE_MAC_BYTES];
  age_header_mac(mac, file_key, file->bytes, file->header.signed_length);
  if (sodium_memcmp(mac, file->header.mac, sizeof mac) == 0)
    return AGE_DONE;
  error_set(err, _("'%s' is damaged: the passphrase is right, but its first lines were changed"),
            file->path);
  return AGE_DAMAGED;
}

enum age_result age_look(const char *path, const char *bytes, size_t count, struct error *err) {
  struct locked file;
  enum age_result result = locked_read(&file, path, bytes, count, err);
  if (result == AGE_DONE) {
    unsigned char salt[AGE_SALT_BYTES];
    unsigned cost;
    result = look_at_stanza(&file, salt, &cost, err);
  }
  locked_release(&file);
  return result;
}

enum age_result age_key_open(struct age_key **key, const char *path, const char *bytes,
                             size_t count, const char *passphrase, struct error *err) {
  struct locked file;
  *key = NULL;
  enum age_result result = locked_read(&file, path, bytes, count, err);
  unsigned char *file_key = secret_new(AGE_FILE_KEY_BYTES);
  if (result == AGE_DONE)
    result = open_stanza(&file, file_key, passphrase, err);
  if (result == AGE_DONE)
    result = check_mac(&file, file_key, err);
  if (result == AGE_DONE) {
    *key = key_new(file.bytes, file.header.length);
    memcpy((*key)->file_key, file_key, AGE_FILE_KEY_BYTES);
  }
  sodium_free(file_key);
  locked_release(&file);
  return result;
}

/* --- with a key --------------------------------------------------------------------------------*/

static bool fits(const struct age_key *key, const struct locked *file) {
  return key->header_length == file->header.length &&
         !memcmp(key->header, file->bytes, key->header_length);
}

bool age_key_fits(const struct age_key *key, const char *bytes, size_t count) {
  struct locked file;
  bool same = locked_read(&file, "", bytes, count, NULL) == AGE_DONE && fits(key, &file);
  locked_release(&file);
  return same;
}

static enum age_result tell_fault(const struct locked *file, enum age_fault fault, size_t at,
                                  struct error *err) {
  switch (fault) {
  case AGE_SOUND:
    return AGE_DONE;
  case AGE_CUT_OFF:
    error_set(err, _("'%s' is damaged: its end is missing"), file->path);
    break;
  case AGE_ADDED_TO:
    error_set(err, _("'%s' is damaged: something was added behind its end"), file->path);
    break;
  case AGE_CHANGED_AT_END:
    error_set(err, _("'%s' is damaged: its end is missing or was changed"), file->path);
    break;
  case AGE_CHANGED:
    error_set(err, _("'%s' is damaged: it was changed behind byte %zu"), file->path,
              file->header.length + at);
    break;
  }
  return AGE_DAMAGED;
}

enum age_result age_decrypt(struct strbuf *out, const struct age_key *key, const char *path,
                            const char *bytes, size_t count, struct error *err) {
  struct locked file;
  enum age_result result = locked_read(&file, path, bytes, count, err);
  if (result == AGE_DONE && !fits(key, &file)) {
    error_set(err, _("'%s' is damaged, or is locked with another passphrase"), path);
    result = AGE_DAMAGED;
  } else if (result == AGE_DONE) {
    size_t at, header = file.header.length;
    enum age_fault fault =
        age_payload_read(out, key->file_key, file.bytes + header, file.count - header, &at);
    result = tell_fault(&file, fault, at, err);
  }
  locked_release(&file);
  return result;
}

void age_encrypt(struct strbuf *out, const struct age_key *key, const char *bytes, size_t count) {
  strbuf_add_bytes(out, key->header, key->header_length);
  age_payload_add(out, key->file_key, bytes, count);
}
