# SPDX-License-Identifier: GPL-3.0-or-later
bin_PROGRAMS += disentangle
disentangle_SOURCES = src/cli/main.c
disentangle_LDADD = libplain.a $(tui_libs)
