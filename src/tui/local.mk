# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtui.a
libtui_a_SOURCES =
libtui_a_CFLAGS = $(AM_CFLAGS) $(NCURSESW_CFLAGS)
