# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += tools/prepare.sh tools/run tools/test tools/check-and-count tools/check-documents tools/coverage .ci/run
