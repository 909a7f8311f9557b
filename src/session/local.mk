# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsession.a
libsession_a_SOURCES =
