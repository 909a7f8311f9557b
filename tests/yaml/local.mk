# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
yaml_tests = tests/yaml/test-libyaml tests/yaml/test-node tests/yaml/test-read tests/yaml/test-hostile \
	tests/yaml/test-snapshot tests/yaml/test-write
check_PROGRAMS += $(yaml_tests)
TESTS += $(yaml_tests)
tests_yaml_test_libyaml_LDADD = $(yaml_libs) $(CMOCKA_LIBS)
tests_yaml_test_libyaml_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_yaml_test_node_LDADD = $(yaml_libs) $(CMOCKA_LIBS)
tests_yaml_test_node_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_yaml_test_read_LDADD = $(yaml_libs) $(CMOCKA_LIBS)
tests_yaml_test_read_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_yaml_test_hostile_LDADD = $(yaml_libs) $(CMOCKA_LIBS)
tests_yaml_test_hostile_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_yaml_test_snapshot_LDADD = tests/base/libscratch.a $(yaml_libs) $(CMOCKA_LIBS)
tests_yaml_test_snapshot_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_yaml_test_write_LDADD = $(yaml_libs) $(CMOCKA_LIBS)
tests_yaml_test_write_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif
