# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	src/base/age.h src/base/age-private.h src/base/age-form.c \
	src/base/arena.c src/base/arena.h \
	src/base/checksum.c src/base/checksum.h \
	src/base/clock.c src/base/clock.h \
	src/base/echo.c src/base/echo.h src/base/environment.c src/base/environment.h \
	src/base/error.c src/base/error.h src/base/faults.c \
	src/base/file.c src/base/file.h src/base/file-replace.c src/base/file-write.c \
	src/base/file-temporary.c src/base/file-temporary.h src/base/file-guard.c src/base/file-guard.h src/base/lock.c src/base/path.c \
	src/base/language.c src/base/language.h src/base/language-names.c \
	src/base/language-catalogue.c src/base/language-catalogue.h \
	src/base/memory.c src/base/memory.h \
	src/base/printer.c src/base/printer.h \
	src/base/private-folder.c src/base/private-folder.h \
	src/base/protection.c src/base/protection.h \
	src/base/mo.c src/base/mo.h src/base/plural.c src/base/plural.h \
	src/base/strbuf.c src/base/strbuf.h \
	src/base/text.h src/base/text-class.c src/base/text-distance.c src/base/text-grapheme.c src/base/text-search.c \
	src/base/text-width.c src/base/text-wrap.c \
	src/base/utf8.c src/base/utf8.h src/base/utf8-ascii.c \
	src/base/zip.c src/base/zip.h
# Locks: with libsodium, or the words that say there are none.
if HAVE_AGE
libbase_a_SOURCES += src/base/age.c src/base/age-armor.c src/base/age-header.c \
	src/base/age-payload.c
else
libbase_a_SOURCES += src/base/age-none.c
endif
EXTRA_DIST += src/base/age.c src/base/age-armor.c src/base/age-header.c src/base/age-payload.c \
	src/base/age-none.c
