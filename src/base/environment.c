/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/environment.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/memory.h"

const char *environment_get(const char *name) {
  const char *value = getenv(name);
  return value && *value ? value : NULL;
}

bool environment_is_set(const char *name) {
  const char *value = environment_get(name);
  return value && strcmp(value, "0") != 0;
}

char *environment_checklists_dir(void) {
  const char *folder = environment_get("DISENTANGLE_DATADIR");
  return path_join(folder ? folder : PKGDATADIR, "checklists");
}

char *environment_locale_dir(void) {
  const char *folder = environment_get("DISENTANGLE_LOCALEDIR");
  return memory_dup(folder ? folder : LOCALEDIR);
}

char *environment_module_path(const char *name) {
  const char *folder = environment_get("DISENTANGLE_LIBDIR");
  return path_join(folder ? folder : PKGLIBDIR, name);
}

/* Without a home the folder the program was started in has to do. */
static const char *home(void) {
  const char *folder = environment_get("HOME");
  return folder ? folder : ".";
}

char *environment_sessions_dir(void) {
  const char *folder = environment_get("DISENTANGLE_SESSIONS");
  return folder ? memory_dup(folder) : path_join(home(), "disentangle");
}

static char *config_path(const char *name) {
  /* The XDG rules: a path that is not absolute is to be ignored. */
  const char *config = environment_get("XDG_CONFIG_HOME");
  char *base = config && config[0] == '/' ? memory_dup(config) : path_join(home(), ".config");
  char *folder = path_join(base, "disentangle"), *path = path_join(folder, name);
  free(folder);
  free(base);
  return path;
}

char *environment_settings_path(void) {
  return config_path("settings.yaml");
}

char *environment_recent_path(void) {
  return config_path("recent.yaml");
}

const char *environment_editor(void) {
  const char *editor = environment_get("VISUAL");
  return editor ? editor : environment_get("EDITOR");
}

static bool is_utf8_name(const char *name) {
  return !strcasecmp(name, "UTF-8") || !strcasecmp(name, "utf8");
}

static bool names_other_charset(const char *locale) {
  const char *dot = strchr(locale, '.');
  if (!dot)
    return false;
  size_t length = strcspn(dot + 1, "@");
  char *charset = memory_dup_length(dot + 1, length);
  bool other = length && !is_utf8_name(charset);
  free(charset);
  return other;
}

static const char *locale_named(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (environment_get(names[i]))
      return environment_get(names[i]);
  return "C";
}

static void set_utf8_ctype(void) {
  static const char *const fallbacks[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8"};
  if (setlocale(LC_CTYPE, "") && is_utf8_name(nl_langinfo(CODESET)))
    return;
  for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i++)
    if (setlocale(LC_CTYPE, fallbacks[i]))
      return;
}

bool environment_set_locale(void) {
  set_utf8_ctype();
  return !environment_is_set("DISENTANGLE_ASCII") && !names_other_charset(locale_named());
}
