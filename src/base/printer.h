/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing through lp, where there is a printer system. */
#ifndef BASE_PRINTER_H
#define BASE_PRINTER_H

#include <stdbool.h>
#include <stddef.h>

struct error;

bool printer_available(void); /* lp is in the PATH */
/* Hands the bytes to lp. On failure err has what lp said. */
bool printer_print(const char *bytes, size_t count, struct error *err);

#endif
