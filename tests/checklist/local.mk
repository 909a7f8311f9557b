# SPDX-License-Identifier: GPL-3.0-or-later
# An invented checklist that uses every key; the other folders' tests use it too.
EXTRA_DIST += \
	tests/data/zoning/background.yaml tests/data/zoning/checklist.yaml \
	tests/data/zoning/ordinance.yaml tests/data/zoning/states.yaml
