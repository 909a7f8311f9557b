/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/language.h"

const char *language_text(const char *msgid) {
  return msgid;
}

const char *language_text_context(const char *context, const char *msgid) {
  (void)context;
  return msgid;
}

const char *language_plural(const char *one, const char *many, unsigned long n) {
  return n == 1 ? one : many;
}

const char *language_checklist_text(const char *msgid) {
  return msgid;
}
