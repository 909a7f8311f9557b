/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sodium.h>
#include <string.h>

#include "base/age-private.h"
#include "base/strbuf.h"

enum { LINE_COLUMNS = 64, BASE64_VARIANT = sodium_base64_VARIANT_ORIGINAL_NO_PADDING };

bool age_is_ascii(struct age_span text) {
  for (size_t i = 0; i < text.length; i++)
    if ((unsigned char)text.text[i] > 0x7f)
      return false;
  return true;
}

bool age_base64_read(unsigned char *out, size_t *length, struct age_span text) {
  return age_is_ascii(text) && sodium_base642bin(out, *length, text.text, text.length, NULL, length,
                                                 NULL, BASE64_VARIANT) == 0;
}

void age_base64_add(struct strbuf *out, const unsigned char *bytes, size_t count) {
  size_t room = sodium_base64_encoded_len(count, BASE64_VARIANT);
  strbuf_reserve(out, room);
  sodium_bin2base64(out->text + out->length, room, bytes, count, BASE64_VARIANT);
  out->length += room - 1;
}

struct cursor {
  const char *at, *end;
  size_t line; /* the one that was taken last, from 1 */
};

static bool take_line(struct cursor *cursor, struct age_span *line) {
  size_t left = (size_t)(cursor->end - cursor->at);
  const char *end = left ? memchr(cursor->at, '\n', left) : NULL;
  cursor->line++;
  if (!end)
    return false;
  *line = (struct age_span){cursor->at, (size_t)(end - cursor->at)};
  cursor->at = end + 1;
  return true;
}

static bool begins_with(struct age_span span, const char *text) {
  return span.length >= strlen(text) && !memcmp(span.text, text, strlen(text));
}

/* Words of visible ASCII with one space between. */
static bool are_arguments(struct age_span span) {
  bool in_word = false;
  for (size_t i = 0; i < span.length; i++) {
    bool is_space = span.text[i] == ' ';
    if (is_space ? !in_word : span.text[i] < 0x21 || span.text[i] > 0x7e)
      return false;
    in_word = !is_space;
  }
  return in_word;
}

static bool is_scrypt(struct age_span arguments) {
  static const char name[] = "scrypt";
  return begins_with(arguments, name) &&
         (arguments.length == sizeof name - 1 || arguments.text[sizeof name - 1] == ' ');
}

/* Full lines, then one that is shorter, be it empty. */
static bool read_body(struct cursor *cursor, unsigned char first[AGE_LINE_BYTES],
                      size_t *body_bytes) {
  struct age_span line;
  *body_bytes = 0;
  do {
    unsigned char bytes[AGE_LINE_BYTES];
    size_t length = sizeof bytes;
    if (!take_line(cursor, &line) || line.length > LINE_COLUMNS ||
        !age_base64_read(bytes, &length, line))
      return false;
    if (!*body_bytes)
      memcpy(first, bytes, length);
    *body_bytes += length;
  } while (line.length == LINE_COLUMNS);
  return true;
}

static bool read_stanza(struct age_header *header, struct cursor *cursor, struct age_span line) {
  unsigned char first[AGE_LINE_BYTES] = {0};
  size_t body_bytes, arguments_line = cursor->line;
  struct age_span arguments = {line.text + 3, line.length - 3};
  if (!are_arguments(arguments) || !read_body(cursor, first, &body_bytes))
    return false;
  header->stanza_count++;
  if (!header->has_scrypt && is_scrypt(arguments)) {
    size_t name_length = strlen("scrypt");
    header->has_scrypt = true;
    header->arguments =
        (struct age_span){arguments.text + name_length, arguments.length - name_length};
    header->arguments_line = arguments_line;
    header->body_bytes = body_bytes;
    memcpy(header->body, first, sizeof first);
  }
  return true;
}

static bool read_end(struct age_header *header, struct age_span line) {
  size_t length = sizeof header->mac;
  struct age_span mac = {line.text + 4, line.length - 4};
  return header->stanza_count && age_base64_read(header->mac, &length, mac) &&
         length == sizeof header->mac;
}

bool age_header_read(struct age_header *header, const char *bytes, size_t count, size_t *line) {
  struct cursor cursor = {bytes, bytes + count, 0};
  struct age_span text;
  *header = (struct age_header){0};
  bool sound = take_line(&cursor, &text) && text.length == strlen("age-encryption.org/v1") &&
               begins_with(text, "age-encryption.org/v1");
  bool at_end = false;
  while (sound && !at_end) {
    sound = take_line(&cursor, &text);
    at_end = sound && begins_with(text, "--- ");
    sound = sound && (at_end ? read_end(header, text)
                             : begins_with(text, "-> ") && read_stanza(header, &cursor, text));
  }
  *line = cursor.line;
  if (sound) {
    header->length = (size_t)(cursor.at - bytes);
    header->signed_length = (size_t)(text.text - bytes) + strlen("---");
  }
  return sound;
}
