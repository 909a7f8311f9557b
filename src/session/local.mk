# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsession.a
libsession_a_SOURCES = \
	src/session/answer-check.c \
	src/session/answer-kind.c src/session/answer-kind.h \
	src/session/answer-list.c src/session/answer-list.h \
	src/session/answer-members.c src/session/answer-members.h \
	src/session/answer-node.c src/session/answer-node.h \
	src/session/answer-parse.c \
	src/session/answer-words.c \
	src/session/contents.c src/session/contents.h \
	src/session/end-mark.c src/session/end-mark.h \
	src/session/instrument.c src/session/instrument.h \
	src/session/session-apply.c \
	src/session/session-check.c \
	src/session/session-copy.c \
	src/session/session-file.h \
	src/session/session-history.c \
	src/session/session-load.c \
	src/session/session-passphrase.c \
	src/session/session-private.h \
	src/session/session-read.c \
	src/session/session-save.c \
	src/session/session-write.c \
	src/session/session.c src/session/session.h
