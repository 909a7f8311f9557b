# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libplain.a
libplain_a_SOURCES =
