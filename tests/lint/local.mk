# SPDX-License-Identifier: GPL-3.0-or-later
# The house rules. Each is a script that reads the sources and prints what is against a rule.
dist_check_SCRIPTS += tests/lint/check-banned tests/lint/check-layers tests/lint/check-spdx
TESTS += tests/lint/check-banned tests/lint/check-layers tests/lint/check-spdx
