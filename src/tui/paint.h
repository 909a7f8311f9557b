/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What surrounds every screen: the header, the status line, the hints. */
#ifndef TUI_PAINT_H
#define TUI_PAINT_H

struct app;
struct screen_ops;

/* Draws the whole screen and brings it to the terminal; in a window that is too small one line that
 * says so. position: at the right end of the header. */
void paint(struct app *app, const struct screen_ops *ops, void *state, const char *position);

#endif
