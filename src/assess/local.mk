# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libassess.a
libassess_a_SOURCES =
