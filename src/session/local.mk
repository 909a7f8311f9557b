# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsession.a
libsession_a_SOURCES = \
	src/session/answer-kind.c src/session/answer-kind.h \
	src/session/answer-list.c src/session/answer-list.h \
	src/session/answer-parse.c \
	src/session/instrument.c src/session/instrument.h
