/* SPDX-License-Identifier: GPL-3.0-or-later */
/* age in a program that was built without libsodium. */
#include <stddef.h>

#include "base/age.h"
#include "base/error.h"
#include "base/language.h"

bool age_is_built_in(void) {
  return false;
}

struct age_key *age_key_new(const char *passphrase, unsigned cost, struct error *err) {
  (void)passphrase, (void)cost;
  error_set(err,
            _("not locked: this program was built without locks; it needs libsodium for them"));
  return NULL;
}

enum age_result age_look(const char *path, const char *bytes, size_t count, struct error *err) {
  (void)bytes, (void)count;
  error_set_at(err, path, 1, 1,
               _("the file is locked, and this program was built without locks: build it with "
                 "libsodium, or open the file with `age -d`"));
  return AGE_REFUSED;
}

enum age_result age_key_open(struct age_key **key, const char *path, const char *bytes,
                             size_t count, const char *passphrase, struct error *err) {
  (void)passphrase;
  *key = NULL;
  return age_look(path, bytes, count, err);
}

struct age_key *age_key_dup(const struct age_key *key) {
  return (struct age_key *)key;
}

void age_key_free(struct age_key *key) {
  (void)key;
}

bool age_key_fits(const struct age_key *key, const char *bytes, size_t count) {
  (void)key, (void)bytes, (void)count;
  return false;
}

enum age_result age_decrypt(struct strbuf *out, const struct age_key *key, const char *path,
                            const char *bytes, size_t count, struct error *err) {
  (void)out, (void)key;
  return age_look(path, bytes, count, err);
}

void age_encrypt(struct strbuf *out, const struct age_key *key, const char *bytes, size_t count) {
  (void)out, (void)key, (void)bytes, (void)count;
}
