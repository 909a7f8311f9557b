/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes locked with a passphrase, in the format of age (https://age-encryption.org/v1), so that
 * anybody's `age -d` opens them without this program. Of what the format knows, this is the stanza
 * `scrypt` and the payload; a file that is locked for a key is only told apart. Armored files are
 * read, not written. Every primitive is libsodium's; built without it, everything here refuses with
 * a sentence and only age_is_meant() works.
 *
 * A key belongs to one file and to the files that follow it: it holds a header, with the salt and
 * the wrapped file key, and that file key in memory that is kept out of the swap. scrypt is worked
 * out once, when the key is made or opened, and the passphrase is not needed again. Every
 * age_encrypt() writes the same header and a new random nonce of 16 bytes, from which and from the
 * file key the key of the payload is derived: so no two generations of a file share a key. (The
 * other way, a new file key wrapped with the scrypt of the old salt, would use ChaCha20-Poly1305
 * twice with the same key and nonce, for age wraps with a nonce of zeros. And a new salt for each
 * save would cost a second for each answer.) What the format wants of a new file, a new file key
 * and a new salt, holds whenever a passphrase is set: age_key_new(). */
#ifndef BASE_AGE_H
#define BASE_AGE_H

#include <stdbool.h>
#include <stddef.h>

struct error;
struct strbuf;
struct age_key; /* opaque */

enum {
  /* The base-two logarithm of scrypt's work. 17 takes 128 MiB, which a computer with 1 GiB has
   * beside its desktop (age's own 18 takes 256), and half a second on one that is not new. */
  AGE_COST = 17,
  AGE_COST_LIMIT = 20, /* of what is opened: 1 GiB */
  AGE_PASSPHRASE_LIMIT_BYTES = 1024,
  AGE_OVERHEAD_BYTES = 1024, /* at least what a lock adds to a file of up to 4 MiB */
};

bool age_is_built_in(void);

/* Whether this is meant to be a file of age, sound or not, armored or not. */
bool age_is_meant(const char *bytes, size_t count);

enum age_result {
  AGE_DONE,
  AGE_WRONG_PASSPHRASE, /* or the lines of the header that hold the wrapped key were changed: the
                           format cannot tell these apart */
  AGE_DAMAGED,          /* cut off, added to, or changed */
  AGE_REFUSED,          /* not locked with a passphrase, too much work or memory, not built in */
};

/* Whether a passphrase could open it, as far as that is seen without one. path is for the sentences
 * only, here and below. */
enum age_result age_look(const char *path, const char *bytes, size_t count, struct error *err);

/* A new key from a passphrase, with 2^cost of work. NULL with err: not built in, or no memory. */
struct age_key *age_key_new(const char *passphrase, unsigned cost, struct error *err);
/* The key of a file. */
enum age_result age_key_open(struct age_key **key, const char *path, const char *bytes,
                             size_t count, const char *passphrase, struct error *err);
struct age_key *age_key_dup(const struct age_key *key); /* NULL in, NULL out */
void age_key_free(struct age_key *key);                 /* wipes it; accepts NULL */

/* Whether the file has the header of this key. */
bool age_key_fits(const struct age_key *key, const char *bytes, size_t count);

/* Adds what the file holds to out, all of it or nothing. The key has to fit, else the header is
 * told to be damaged. */
enum age_result age_decrypt(struct strbuf *out, const struct age_key *key, const char *path,
                            const char *bytes, size_t count, struct error *err);
/* Adds the locked file to out. */
void age_encrypt(struct strbuf *out, const struct age_key *key, const char *bytes, size_t count);

#endif
