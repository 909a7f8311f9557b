/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/age-private.h"

static bool begins_with(const char *bytes, size_t count, const char *text) {
  return count >= strlen(text) && !memcmp(bytes, text, strlen(text));
}

bool age_is_armored(const char *bytes, size_t count) {
  while (count && *bytes && strchr(" \t\r\n", *bytes))
    bytes++, count--;
  return begins_with(bytes, count, "-----BEGIN AGE ENCRYPTED FILE-----");
}

bool age_is_meant(const char *bytes, size_t count) {
  return begins_with(bytes, count, "age-encryption.org/") || age_is_armored(bytes, count);
}
