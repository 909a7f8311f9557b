# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libchecklist.a
libchecklist_a_SOURCES =
