# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libplain.a
libplain_a_SOURCES = \
	src/plain/plain.c src/plain/plain.h src/plain/plain-internal.h \
	src/plain/plain-ask.c \
	src/plain/plain-command.c \
	src/plain/plain-export.c \
	src/plain/plain-home.c \
	src/plain/plain-passphrase.c \
	src/plain/plain-question.c \
	src/plain/plain-record.c \
	src/plain/plain-results.c \
	src/plain/plain-show.c
