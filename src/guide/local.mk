# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libguide.a
libguide_a_SOURCES = \
	src/guide/background.c src/guide/background.h \
	src/guide/cards.c src/guide/cards.h \
	src/guide/commands.c src/guide/commands.h \
	src/guide/export.c src/guide/export.h \
	src/guide/guide.c src/guide/guide.h src/guide/guide-internal.h \
	src/guide/guide-answer.c \
	src/guide/guide-move.c \
	src/guide/guide-number.c \
	src/guide/guide-passphrase.c src/guide/guide-record.c \
	src/guide/guide-relevance.c \
	src/guide/guide-text.c \
	src/guide/guide-undo.c \
	src/guide/library.c src/guide/library.h \
	src/guide/outline.c src/guide/outline.h \
	src/guide/recent.c src/guide/recent.h \
	src/guide/settings.c src/guide/settings.h \
	src/guide/state-law.c src/guide/state-law.h
