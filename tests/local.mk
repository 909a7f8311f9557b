# SPDX-License-Identifier: GPL-3.0-or-later
# Tests mirror src/: tests/FOLDER/test-MODULE.c links src/FOLDER's library and those below it only.
AM_TESTS_ENVIRONMENT = LC_ALL=C.UTF-8; export LC_ALL; \
	unset LANGUAGE ACCESSIBLE NO_COLOR DISENTANGLE_ASCII DISENTANGLE_SESSIONS; \
	XDG_CONFIG_HOME=$(abs_top_builddir)/tests/no-settings; export XDG_CONFIG_HOME; \
	SOURCE_DIR=$(abs_top_srcdir); export SOURCE_DIR; \
	BUILD_DIR=$(abs_top_builddir); export BUILD_DIR; \
	DISENTANGLE_DATADIR=$(abs_top_builddir); export DISENTANGLE_DATADIR; \
	DISENTANGLE_LOCALEDIR=$(abs_top_builddir)/po; export DISENTANGLE_LOCALEDIR; \
	DISENTANGLE_LIBDIR=$(abs_top_builddir); export DISENTANGLE_LIBDIR; \
	LSAN_OPTIONS=suppressions=$(abs_top_srcdir)/tests/leaks.suppressed; export LSAN_OPTIONS; \
	DISENTANGLE_NOW=2026-11-22T18:32:05Z; export DISENTANGLE_NOW;
EXTRA_DIST += tests/leaks.suppressed
# Test programs that start others: left out where memory is checked.
tests_that_start_programs =
include tests/base/local.mk
include tests/yaml/local.mk
include tests/checklist/local.mk
include tests/session/local.mk
include tests/assess/local.mk
include tests/report/local.mk
include tests/pdf/local.mk
include tests/guide/local.mk
include tests/plain/local.mk
include tests/tui/local.mk
include tests/cli/local.mk
include tests/terminal/local.mk
include tests/content/local.mk
include tests/fuzz/local.mk
include tests/hostile/local.mk
include tests/sweeps/local.mk
include tests/mutants/local.mk
include tests/lint/local.mk

print-unit-tests:
	@printf '%s\n' $(filter-out $(tests_that_start_programs),$(check_PROGRAMS)) | grep /test-
.PHONY: print-unit-tests
