# SPDX-License-Identifier: GPL-3.0-or-later
# The house rules. Each is a script that reads the sources and prints what is against a rule.
lint_tests = tests/lint/check-banned tests/lint/check-commands tests/lint/check-layers \
	tests/lint/check-spdx tests/lint/check-translations
dist_check_SCRIPTS += $(lint_tests)
TESTS += $(lint_tests)

check_PROGRAMS += tests/lint/manual-commands
tests_lint_manual_commands_LDADD = $(guide_libs)
