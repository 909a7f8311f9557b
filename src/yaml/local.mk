# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libyamltree.a
libyamltree_a_SOURCES = \
	src/yaml/clean.c src/yaml/clean.h \
	src/yaml/duplicate.c src/yaml/duplicate.h \
	src/yaml/node.c src/yaml/node.h \
	src/yaml/problem.c src/yaml/problem.h \
	src/yaml/read.c \
	src/yaml/snapshot.c src/yaml/snapshot.h \
	src/yaml/write.c
libyamltree_a_CFLAGS = $(AM_CFLAGS) $(YAML_CFLAGS)
