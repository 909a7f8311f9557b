# SPDX-License-Identifier: GPL-3.0-or-later
# All but main.c is a library, so that tests can link it.
noinst_LIBRARIES += libcli.a
libcli_a_SOURCES = \
	src/cli/assignment.c src/cli/assignment.h \
	src/cli/cmd-check.c src/cli/cmd-export.c src/cli/cmd-list.c src/cli/cmd-new.c \
	src/cli/cmd-lock.c src/cli/cmd-open.c src/cli/cmd-set.c src/cli/cmd-status.c src/cli/cmd-worksheet.c \
	src/cli/document-writing.c src/cli/document-writing.h \
	src/cli/forgetting.c src/cli/forgetting.h \
	src/cli/front-end.c src/cli/front-end.h \
	src/cli/help.c src/cli/help.h \
	src/cli/json.c src/cli/json.h \
	src/cli/options.c src/cli/options.h \
	src/cli/output.c src/cli/output.h \
	src/cli/passphrase.c src/cli/passphrase.h \
	src/cli/session-opening.c src/cli/session-opening.h \
	src/cli/status-json.c src/cli/status-json.h \
	src/cli/subcommand.c src/cli/subcommand.h

bin_PROGRAMS += disentangle
disentangle_SOURCES = src/cli/main.c
disentangle_LDADD = $(cli_libs)
disentangle_LDFLAGS = $(host_ldflags)
