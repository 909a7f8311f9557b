/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing through lp, where there is a printer system. No shell has a part in it. */
#ifndef BASE_PRINTER_H
#define BASE_PRINTER_H

#include <stdbool.h>
#include <stddef.h>

struct error;

struct printer_job {
  const char *printer; /* NULL: the usual one */
  const char *title;   /* shown in the queue */
  const char *media;   /* "Letter", "A4" */
};

bool printer_available(void); /* lp is in the PATH */
/* The names of the printers there are, as lpstat tells them; NULL when it tells none. Free each and
 * the array. */
char **printer_list(size_t *count);
/* Hands the bytes to lp. On failure err has what lp said. */
bool printer_print(const struct printer_job *job, const char *bytes, size_t count,
                   struct error *err);

#endif
