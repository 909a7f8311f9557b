# SPDX-License-Identifier: GPL-3.0-or-later
# The checklists that are shipped. Each is a folder; `disentangle check` reads them all.
nobase_dist_pkgdata_DATA = \
	checklists/local-law-enforcement/checklist.yaml
