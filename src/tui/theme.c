/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/theme.h"

#include <curses.h>
#include <string.h>

#include "base/environment.h"
#include "base/language.h"
#include "tui/canvas.h"

enum { PAIR_PLAIN = 1, PAIR_REVERSE = 2 };

static enum theme in_use = THEME_DEFAULT;
static bool has_pairs; /* the theme in use draws with colour pairs */

static const struct {
  const char *id, *name;
} themes[THEME_COUNT] = {
    [THEME_DEFAULT] = {"default", N_("the terminal's own colours")},
    [THEME_HIGH_CONTRAST] = {"high-contrast", N_("high contrast")},
};

static const attr_t default_attributes[STYLE_COUNT] = {
    [STYLE_HEADER] = A_UNDERLINE, [STYLE_TITLE] = A_BOLD,
    [STYLE_LABEL] = A_BOLD,       [STYLE_FOCUS] = A_BOLD,
    [STYLE_CHOSEN] = A_BOLD,      [STYLE_FIELD] = A_UNDERLINE,
    [STYLE_STATUS] = A_REVERSE,   [STYLE_WARNING] = A_BOLD | A_REVERSE,
    [STYLE_KEY] = A_BOLD,
};

/* What is reversed here is drawn black on white. */
static const attr_t contrast_attributes[STYLE_COUNT] = {
    [STYLE_TEXT] = A_BOLD,
    [STYLE_HEADER] = A_REVERSE,
    [STYLE_TITLE] = A_BOLD | A_UNDERLINE,
    [STYLE_LABEL] = A_BOLD,
    [STYLE_FOCUS] = A_REVERSE,
    [STYLE_CHOSEN] = A_BOLD | A_UNDERLINE,
    [STYLE_FIELD] = A_BOLD | A_UNDERLINE,
    [STYLE_STATUS] = A_REVERSE,
    [STYLE_WARNING] = A_REVERSE,
    [STYLE_KEY] = A_BOLD | A_UNDERLINE,
};

/* White and black are 7:1 apart or more in every common palette; of the other colours none is. */
static bool start_pairs(void) {
  if (environment_is_set("NO_COLOR") || !has_colors() || start_color() == ERR)
    return false;
  short white = COLORS >= 16 ? 15 : COLOR_WHITE;
  return init_pair(PAIR_PLAIN, white, COLOR_BLACK) != ERR &&
         init_pair(PAIR_REVERSE, COLOR_BLACK, white) != ERR;
}

void theme_use(enum theme theme) {
  in_use = theme;
  has_pairs = theme == THEME_HIGH_CONTRAST && start_pairs();
  bkgdset(has_pairs ? ' ' | COLOR_PAIR(PAIR_PLAIN) : ' ');
  canvas_forget();
}

enum theme theme_in_use(void) {
  return in_use;
}

const char *theme_id(enum theme theme) {
  return themes[theme].id;
}

const char *theme_name(enum theme theme) {
  return _(themes[theme].name);
}

bool theme_find(const char *id, enum theme *theme) {
  for (int i = 0; i < THEME_COUNT; i++)
    if (strcmp(themes[i].id, id) == 0) {
      *theme = (enum theme)i;
      return true;
    }
  return false;
}

bool theme_has_underline(void) {
  return termattrs() & A_UNDERLINE;
}

unsigned long theme_attributes(enum style style) {
  if (in_use == THEME_DEFAULT)
    return default_attributes[style];
  attr_t attributes = contrast_attributes[style];
  if (!has_pairs)
    return attributes;
  if (attributes & A_REVERSE)
    return (attributes & ~A_REVERSE) | COLOR_PAIR(PAIR_REVERSE);
  return attributes | COLOR_PAIR(PAIR_PLAIN);
}
