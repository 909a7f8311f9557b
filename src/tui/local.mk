# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtui.a
libtui_a_SOURCES = \
	src/tui/app.c \
	src/tui/app.h \
	src/tui/canvas.c \
	src/tui/canvas.h \
	src/tui/editor.c \
	src/tui/editor.h \
	src/tui/form.c \
	src/tui/form.h \
	src/tui/hints.c \
	src/tui/hints.h \
	src/tui/input-script.c \
	src/tui/input-terminal.c \
	src/tui/input.h \
	src/tui/key-names.c \
	src/tui/keymap.c \
	src/tui/keymap.h \
	src/tui/list.c \
	src/tui/list.h \
	src/tui/paint.c \
	src/tui/paint.h \
	src/tui/pane.c \
	src/tui/pane.h \
	src/tui/question-answer.c \
	src/tui/question-answer.h \
	src/tui/question-page.c \
	src/tui/question-page.h \
	src/tui/requests.c \
	src/tui/requests.h \
	src/tui/screen-background.c \
	src/tui/screen-choose.c \
	src/tui/screen-edit.c \
	src/tui/screen-evidence.c \
	src/tui/screen-export.c \
	src/tui/screen-form.c \
	src/tui/screen-help.c \
	src/tui/screen-home.c \
	src/tui/screen-language.c \
	src/tui/screen-open.c \
	src/tui/screen-outline.c \
	src/tui/screen-question.c \
	src/tui/screen-read.c \
	src/tui/screen-results.c \
	src/tui/screen.h \
	src/tui/screens.c \
	src/tui/screens.h \
	src/tui/terminal-edit.c \
	src/tui/terminal.c \
	src/tui/terminal.h \
	src/tui/theme.c \
	src/tui/theme.h \
	src/tui/tui.c \
	src/tui/tui.h
libtui_a_CFLAGS = $(AM_CFLAGS) $(NCURSESW_CFLAGS)
