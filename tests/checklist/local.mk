# SPDX-License-Identifier: GPL-3.0-or-later
# An invented checklist that uses every key; the other folders' tests use it too.
EXTRA_DIST += \
	tests/data/zoning/background.yaml tests/data/zoning/checklist.yaml \
	tests/data/zoning/ordinance.yaml tests/data/zoning/practice/elm-2020.yaml \
	tests/data/zoning/states.yaml

# Checklists with faults, and the faults: NAME.expected.
EXTRA_DIST += \
	tests/data/broken/choices.expected \
	tests/data/broken/choices.yaml \
	tests/data/broken/conditions.expected \
	tests/data/broken/conditions.yaml \
	tests/data/broken/empty.expected \
	tests/data/broken/empty.yaml \
	tests/data/broken/ids.expected \
	tests/data/broken/ids.yaml \
	tests/data/broken/instruments.expected \
	tests/data/broken/instruments.yaml \
	tests/data/broken/keys.expected \
	tests/data/broken/keys.yaml \
	tests/data/broken/kinds.expected \
	tests/data/broken/kinds.yaml \
	tests/data/broken/law.expected \
	tests/data/broken/law.yaml \
	tests/data/broken/list.expected \
	tests/data/broken/list.yaml \
	tests/data/broken/mentions.expected \
	tests/data/broken/mentions.yaml \
	tests/data/broken/misplaced/checklist.yaml \
	tests/data/broken/misplaced/more.yaml \
	tests/data/broken/misplaced/other.yaml \
	tests/data/broken/misplaced.expected \
	tests/data/broken/no-start/lessons.yaml \
	tests/data/broken/no-start.expected \
	tests/data/broken/questions.expected \
	tests/data/broken/questions.yaml \
	tests/data/broken/quote.expected \
	tests/data/broken/quote.yaml \
	tests/data/broken/tab.expected \
	tests/data/broken/tab.yaml \
	tests/data/broken/twice.expected \
	tests/data/broken/twice.yaml \
	tests/data/broken/unreadable/checklist.yaml \
	tests/data/broken/unreadable/more.yaml \
	tests/data/broken/unreadable/ordinance.yaml \
	tests/data/broken/unreadable.expected \
	tests/data/broken/words.expected \
	tests/data/broken/words.yaml

if HAVE_CMOCKA
checklist_tests = \
	tests/checklist/test-broken \
	tests/checklist/test-catalogue \
	tests/checklist/test-condition \
	tests/checklist/test-damaged \
	tests/checklist/test-load \
	tests/checklist/test-schema \
	tests/checklist/test-shipped \
	tests/checklist/test-sources
check_PROGRAMS += $(checklist_tests)
TESTS += $(checklist_tests)
tests_checklist_test_broken_LDADD = $(checklist_libs) $(CMOCKA_LIBS)
tests_checklist_test_broken_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_checklist_test_catalogue_LDADD = $(checklist_libs) $(CMOCKA_LIBS)
tests_checklist_test_catalogue_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_checklist_test_condition_LDADD = $(checklist_libs) $(CMOCKA_LIBS)
tests_checklist_test_condition_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_checklist_test_damaged_LDADD = $(checklist_libs) $(CMOCKA_LIBS)
tests_checklist_test_damaged_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_checklist_test_load_LDADD = $(checklist_libs) $(CMOCKA_LIBS)
tests_checklist_test_load_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_checklist_test_shipped_LDADD = $(checklist_libs) $(CMOCKA_LIBS)
tests_checklist_test_shipped_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_checklist_test_schema_LDADD = $(checklist_libs) $(CMOCKA_LIBS)
tests_checklist_test_schema_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_checklist_test_sources_LDADD = $(checklist_libs) $(CMOCKA_LIBS)
tests_checklist_test_sources_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif
