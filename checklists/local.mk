# SPDX-License-Identifier: GPL-3.0-or-later
# The checklists that are shipped. Each is a folder. configure.ac links the files into the build
# folder: there they lie beside their snapshots, as they do when they are installed.
# The one that is opened where none is named.
default_checklist = local-law-enforcement
checklists_yaml = \
	checklists/federal-commitments/background.yaml \
	checklists/federal-commitments/checklist.yaml \
	checklists/federal-commitments/letter.yaml \
	checklists/local-law-enforcement/background.yaml \
	checklists/local-law-enforcement/checklist.yaml \
	checklists/local-law-enforcement/ordinance.yaml \
	checklists/local-law-enforcement/references.yaml \
	checklists/local-law-enforcement/states.yaml
checklists_nodes = $(checklists_yaml:.yaml=.nodes)
# Sessions to practise with: what is known of a place, answered before. They are only looked at.
practice_yaml = checklists/local-law-enforcement/practice/santa-clara-2011.yaml
nobase_dist_pkgdata_DATA = $(checklists_yaml) $(practice_yaml)
nobase_nodist_pkgdata_DATA = $(checklists_nodes)
CLEANFILES += $(checklists_nodes)

noinst_PROGRAMS += tools/checklist-snapshot
tools_checklist_snapshot_SOURCES = tools/checklist-snapshot.c
tools_checklist_snapshot_LDADD = $(yaml_libs)

$(checklists_nodes): tools/checklist-snapshot$(EXEEXT)
SUFFIXES += .yaml .nodes
.yaml.nodes:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && tools/checklist-snapshot$(EXEEXT) $< >$@.tmp && mv $@.tmp $@
