# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libyamltree.a
libyamltree_a_SOURCES =
libyamltree_a_CFLAGS = $(AM_CFLAGS) $(YAML_CFLAGS)
