# SPDX-License-Identifier: GPL-3.0-or-later
dist_man_MANS += man/disentangle.1 man/disentangle-checklist.5 man/disentangle-session.5
