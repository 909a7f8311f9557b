/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists that the export screen lets choose from. The caller owns what is returned. */
#ifndef TUI_EXPORT_CHOICES_H
#define TUI_EXPORT_CHOICES_H

#include <stddef.h>

struct choose_request;
struct export;
struct language;

struct choose_request *export_choose_document(const struct export *export);
struct choose_request *export_choose_format(const struct export *export);
struct choose_request *export_choose_language(const struct language *chosen);
/* The value is "" for the usual one; chosen NULL: that. */
struct choose_request *export_choose_printer(char *const *printers, size_t count,
                                             const char *chosen);

#endif
