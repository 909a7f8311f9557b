# SPDX-License-Identifier: GPL-3.0-or-later
# Translations: the program's own texts and those of the checklists are two catalogues of a language.
# The build only turns them into .mo files, in the build folder. `make update-po` renews templates
# and catalogues from the sources, `make po-stats` counts what is translated. configure reads the
# languages, $(LINGUAS), from po/LINGUAS.
CONFIGURE_DEPENDENCIES = $(top_srcdir)/po/LINGUAS

program_pot = po/program/disentangle.pot
checklists_pot = po/checklists/disentangle-checklists.pot
program_po = $(LINGUAS:%=po/program/%.po)
checklists_po = $(LINGUAS:%=po/checklists/%.po)
po_mo = $(program_po:.po=.mo) $(checklists_po:.po=.mo)
EXTRA_DIST += po/LINGUAS po/update $(program_pot) $(checklists_pot) $(program_po) $(checklists_po) \
	po/man/po4a.cfg $(wildcard $(srcdir)/po/man/*.pot $(srcdir)/po/man/*.po $(srcdir)/man/*/*.[15])
CLEANFILES += $(po_mo)

SUFFIXES += .po .mo
.po.mo:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) -c -o $@.tmp $< && mv $@.tmp $@

# Writes a text of a checklist as PO entries; used by po/update.
noinst_PROGRAMS += tools/yaml2pot
tools_yaml2pot_SOURCES = tools/yaml2pot.c
tools_yaml2pot_LDADD = $(checklist_libs)

if ENABLE_NLS
all-local: $(po_mo)
install-data-local: $(po_mo)
	for language in $(LINGUAS); do \
	  folder="$(DESTDIR)$(localedir)/$$language/LC_MESSAGES"; \
	  $(MKDIR_P) "$$folder" && \
	  $(INSTALL_DATA) po/program/$$language.mo "$$folder/$(PACKAGE).mo" && \
	  $(INSTALL_DATA) po/checklists/$$language.mo "$$folder/$(PACKAGE)-checklists.mo" || exit 1; \
	  for page in $(srcdir)/man/$$language/*.[15]; do \
	    test -e "$$page" || continue; \
	    folder="$(DESTDIR)$(mandir)/$$language/man$${page##*.}"; \
	    $(MKDIR_P) "$$folder" && $(INSTALL_DATA) "$$page" "$$folder" || exit 1; \
	  done; \
	done
uninstall-local:
	for language in $(LINGUAS); do \
	  folder="$(DESTDIR)$(localedir)/$$language/LC_MESSAGES"; \
	  rm -f "$$folder/$(PACKAGE).mo" "$$folder/$(PACKAGE)-checklists.mo" \
	    "$(DESTDIR)$(mandir)/$$language"/man[15]/$(PACKAGE)*; \
	done
endif

if HAVE_XGETTEXT
# By hand; the results are committed.
update-po: tools/yaml2pot$(EXEEXT)
	XGETTEXT='$(XGETTEXT)' MSGMERGE='$(MSGMERGE)' YAML2POT=$(abs_builddir)/tools/yaml2pot$(EXEEXT) \
	  $(SHELL) $(srcdir)/po/update $(srcdir)
endif

if HAVE_PO4A
# Manual pages: a language begins with this, and its translated pages, man/LL/, are committed too.
update-man-po:
	cd $(srcdir) && $(PO4A) --porefs file --package-name $(PACKAGE) --package-version $(VERSION) \
	  --copyright-holder '' --no-backups po/man/po4a.cfg
endif

po-stats:
	@for catalogue in $(program_po) $(checklists_po); do \
	  printf '%s: ' $$catalogue; LC_ALL=C $(MSGFMT) --statistics -o /dev/null $(srcdir)/$$catalogue 2>&1; \
	done
.PHONY: update-po update-man-po po-stats
