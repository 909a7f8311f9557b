# SPDX-License-Identifier: GPL-3.0-or-later
# The checklists that are shipped. Each is a folder.
nobase_dist_pkgdata_DATA = \
	checklists/local-law-enforcement/background.yaml \
	checklists/local-law-enforcement/checklist.yaml \
	checklists/local-law-enforcement/ordinance.yaml \
	checklists/local-law-enforcement/states.yaml
