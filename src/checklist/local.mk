# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libchecklist.a
libchecklist_a_SOURCES = \
	src/checklist/catalogue.c src/checklist/catalogue.h \
	src/checklist/check-law.c \
	src/checklist/check-question.c \
	src/checklist/check.c \
	src/checklist/checklist.c src/checklist/checklist.h \
	src/checklist/condition.c src/checklist/condition.h \
	src/checklist/index.c src/checklist/index.h \
	src/checklist/load-condition.c \
	src/checklist/load-pages.c \
	src/checklist/load-record.c \
	src/checklist/load-source.c \
	src/checklist/load-value.c \
	src/checklist/load.c src/checklist/load.h \
	src/checklist/names.c \
	src/checklist/record.h \
	src/checklist/schema-po.c \
	src/checklist/schema.c src/checklist/schema.h \
	src/checklist/sources.c src/checklist/sources.h
