/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Translation with GNU gettext's catalogues (.mo), read by ourselves: it works in every locale, and
 * two languages can be held at once. The texts of the program and of the checklists are two
 * catalogues of one language.
 *
 * _() translates a text of the program into the language in use. Tables carry N_(); P_() gives a
 * context, and NP_() is its N_(). */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

struct language; /* opaque; English is NULL */

/* Opens a language by its tag ("es", "es_MX", "es-MX.UTF-8": the charset and modifier are dropped).
 * Falls back es_MX → es. Returns NULL for English, for "C"/"POSIX" and for a language without
 * catalogues; *found (may be NULL) tells whether the tag was understood (true for English). The
 * result lives until language_close_all. */
const struct language *language_open(const char *tag, bool *found);
void language_close_all(void); /* for leak checkers, at the end */

/* The language the user wants: chosen (an option or a setting; may be NULL), else LANGUAGE, LC_ALL,
 * LC_MESSAGES, LANG. */
const struct language *language_wanted(const char *chosen);

/* Puts a language in use and returns the one before, so that a document can be written in another
 * one and the screen's be put back. */
const struct language *language_use(const struct language *language);
const struct language *language_in_use(void);

const char *language_tag(const struct language *language); /* "en", "es" …; borrowed */
const char *
language_name(const struct language *language); /* in the language itself: "English", "español" */
bool language_is_right_to_left(const struct language *language);

/* The tags that have a program catalogue, "en" first, NULL-terminated; borrowed until
 * language_close_all. */
const char *const *language_tags(void);

/* Translated into the language in use; the msgid itself where there is no translation. Borrowed. */
const char *language_text(const char *msgid) __attribute__((format_arg(1)));
const char *language_text_context(const char *context, const char *msgid)
    __attribute__((format_arg(2)));
const char *language_plural(const char *one, const char *many, unsigned long n)
    __attribute__((format_arg(1), format_arg(2)));
/* A text of a checklist. A block scalar's last newline is not part of the msgid. NULL in, NULL out.
 */
const char *language_checklist_text(const char *msgid);

#define _(text)            language_text(text)
#define N_(text)           (text)
#define P_(context, text)  language_text_context(context, text)
#define NP_(context, text) (text)

#endif
