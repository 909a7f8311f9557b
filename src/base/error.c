/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/strbuf.h"
#include "base/utf8.h"

/* The arguments may point into the old message, which therefore goes last. */
static void replace(struct error *err, struct strbuf *message) {
  free(err->message);
  err->message = utf8_clean_dup(message->text, UTF8_ONE_LINE);
  strbuf_release(message);
}

bool error_set(struct error *err, const char *format, ...) {
  if (!err)
    return false;
  struct strbuf message;
  strbuf_init(&message);
  va_list args;
  va_start(args, format);
  strbuf_addv(&message, format, args);
  va_end(args);
  replace(err, &message);
  return false;
}

static void add_place(struct strbuf *out, const char *file, size_t line, size_t column) {
  strbuf_add(out, file);
  if (line)
    strbuf_addf(out, ":%zu", line);
  if (line && column)
    strbuf_addf(out, ":%zu", column);
  strbuf_add(out, ": ");
}

bool error_set_at(struct error *err, const char *file, size_t line, size_t column,
                  const char *format, ...) {
  if (!err)
    return false;
  struct strbuf message;
  strbuf_init(&message);
  add_place(&message, file, line, column);
  va_list args;
  va_start(args, format);
  strbuf_addv(&message, format, args);
  va_end(args);
  replace(err, &message);
  return false;
}

void error_release(struct error *err) {
  free(err->message);
  err->message = NULL;
}

const char *error_reason(int number) {
  switch (number) {
  case ENOENT:
    return _("there is no such file or folder");
  case EACCES:
  case EPERM:
    return _("you are not allowed to");
  case EISDIR:
    return _("it is a folder");
  case ENOTDIR:
    return _("a part of the path is not a folder");
  case EEXIST:
    return _("it exists already");
  case ENOSPC:
    return _("the disk is full");
  case EDQUOT:
    return _("your share of the disk is full");
  case EFBIG:
    return _("the file would be too large");
  case EROFS:
    return _("the disk is read-only");
  case EIO:
    return _("the disk or its connection has a fault");
  case ENODEV:
  case ENXIO:
    return _("the disk is gone; was it pulled out?");
  case ENAMETOOLONG:
    return _("the name is too long");
  case ELOOP:
    return _("its links lead round in a circle");
  case EMFILE:
  case ENFILE:
    return _("too many files are open");
  case EINVAL:
    return _("this disk cannot do that, or cannot have a file of that name");
  default:
    return strerror(number);
  }
}
