/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of text looks. Colour never carries meaning: everything that a style says is also
 * said by words and characters. */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <stdbool.h>

enum style {
  STYLE_TEXT,
  STYLE_HEADER, /* the first line, over the full width */
  STYLE_TITLE,
  STYLE_LABEL,   /* "Standard", "Where to look" */
  STYLE_FOCUS,   /* the mark and number of the focused item */
  STYLE_CHOSEN,  /* what is recorded */
  STYLE_FIELD,   /* what can be typed into */
  STYLE_STATUS,  /* the line above the hints, over the full width */
  STYLE_WARNING, /* what needs attention: NOT SAVED */
  STYLE_KEY,     /* keys in the hint bar */
  STYLE_COUNT
};

enum theme {
  THEME_DEFAULT,       /* the terminal's own colours; bold, reverse, underline */
  THEME_HIGH_CONTRAST, /* white on black; at least 7:1 on the common palettes */
  THEME_COUNT
};

/* Puts a theme in use; colours are only started for a theme that has some, and not under NO_COLOR.
 */
void theme_use(enum theme theme);
enum theme theme_in_use(void);
const char *theme_id(enum theme theme);             /* "default", "high-contrast" */
const char *theme_name(enum theme theme);           /* translated */
bool theme_find(const char *id, enum theme *theme); /* false: unknown */

bool theme_has_underline(void); /* the terminal can underline */

/* The curses attributes of a style (attr_t with the colour pair in it). */
unsigned long theme_attributes(enum style style);

#endif
