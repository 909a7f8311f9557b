# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtui.a
libtui_a_SOURCES = \
	src/tui/app.h \
	src/tui/canvas.h \
	src/tui/editor.h \
	src/tui/hints.h \
	src/tui/input.h \
	src/tui/keymap.h \
	src/tui/list.c \
	src/tui/list.h \
	src/tui/pane.h \
	src/tui/requests.c \
	src/tui/requests.h \
	src/tui/screen-background.c \
	src/tui/screen-export.c \
	src/tui/screen-help.c \
	src/tui/screen-home.c \
	src/tui/screen-language.c \
	src/tui/screen-read.c \
	src/tui/screen-results.c \
	src/tui/screen.h \
	src/tui/screens.c \
	src/tui/screens.h \
	src/tui/terminal.h \
	src/tui/theme.h \
	src/tui/tui.h
libtui_a_CFLAGS = $(AM_CFLAGS) $(NCURSESW_CFLAGS)
