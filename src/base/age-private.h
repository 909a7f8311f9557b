/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of age share; and what its test vectors are tried on part by part. */
#ifndef BASE_AGE_PRIVATE_H
#define BASE_AGE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/age.h"

enum {
  AGE_FILE_KEY_BYTES = 16,
  AGE_MAC_BYTES = 32,
  AGE_SALT_BYTES = 16,
  AGE_NONCE_BYTES = 16,
  AGE_CHUNK_BYTES = 64 * 1024,
  AGE_TAG_BYTES = 16,
  AGE_WRAPPED_BYTES = AGE_FILE_KEY_BYTES + AGE_TAG_BYTES,
  AGE_LINE_BYTES = 48, /* of a line of 64 columns */
};

/* --- age-form.c: what the bytes look like; needs no library --- */
bool age_is_armored(const char *bytes, size_t count); /* blanks in front are allowed */

/* --- age-armor.c --- */
/* Adds what the armor holds; false: it is not as RFC 7468 and age want it. */
bool age_armor_read(struct strbuf *out, const char *bytes, size_t count);

/* --- age-header.c --- */
struct age_span {
  const char *text;
  size_t length;
};
/* A header as it was written. Whether its parts make sense together is for age.c to say. */
struct age_header {
  size_t length;        /* with the end of its last line */
  size_t signed_length; /* up to and with "---" */
  unsigned char mac[AGE_MAC_BYTES];
  size_t stanza_count;
  bool has_scrypt;           /* among the stanzas; then of the first one: */
  struct age_span arguments; /* behind "scrypt", with a space in front if there are any */
  size_t body_bytes, arguments_line;
  unsigned char body[AGE_LINE_BYTES]; /* its first line */
};
/* false: the line where it goes wrong is in *line. */
bool age_header_read(struct age_header *header, const char *bytes, size_t count, size_t *line);

/* To be asked before libsodium is: 1.0.18 takes '+' and '/' with an eighth bit for what they are
 * without it. */
bool age_is_ascii(struct age_span text);
/* Strict: canonical, without padding. *length is what there is room for, then what there was. */
bool age_base64_read(unsigned char *out, size_t *length, struct age_span text);
void age_base64_add(struct strbuf *out, const unsigned char *bytes, size_t count);

/* --- age-payload.c --- */
/* The header's MAC: of the bytes up to and with "---". */
void age_header_mac(unsigned char mac[AGE_MAC_BYTES], const unsigned char *file_key,
                    const char *bytes, size_t signed_length);
/* What is wrong with a payload; `at` is where in the payload. */
enum age_fault { AGE_SOUND, AGE_CUT_OFF, AGE_ADDED_TO, AGE_CHANGED_AT_END, AGE_CHANGED };
enum age_fault age_payload_read(struct strbuf *out, const unsigned char *file_key,
                                const char *bytes, size_t count, size_t *at);
void age_payload_add(struct strbuf *out, const unsigned char *file_key, const char *bytes,
                     size_t count);

#endif
