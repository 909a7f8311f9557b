# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libreport.a
libreport_a_SOURCES =
