# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libguide.a
libguide_a_SOURCES = \
	src/guide/commands.c src/guide/commands.h
