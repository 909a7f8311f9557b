# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libassess.a
libassess_a_SOURCES = src/assess/advice.c src/assess/advice.h src/assess/assess.c \
	src/assess/assess.h src/assess/hidden.c src/assess/names.c src/assess/relevance.c src/assess/relevance.h \
	src/assess/result.c src/assess/result.h src/assess/verdict.c src/assess/verdict.h
