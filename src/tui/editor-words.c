/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/editor-words.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/file.h"
#include "base/memory.h"

/* --- splitting ---------------------------------------------------------------------------------*/

/* Copies one word to out, without its quotes; returns where it ends, NULL if a quote stays open. */
static const char *split_word(const char *at, char **out) {
  char quote = '\0';
  for (; *at && (quote || *at != ' '); at++) {
    if (quote && *at == quote)
      quote = '\0';
    else if (!quote && (*at == '"' || *at == '\''))
      quote = *at;
    else if (*at == '\\' && quote != '\'' && at[1])
      *(*out)++ = *++at;
    else
      *(*out)++ = *at;
  }
  *(*out)++ = '\0';
  return quote ? NULL : at;
}

/* There are at most half as many words as characters, and one; they lie behind the pointers. */
char **editor_words(const char *setting) {
  size_t limit = strlen(setting) / 2 + 2, count = 0;
  char **words = memory_new_zeroed(1, limit * sizeof *words + strlen(setting) + 1);
  char *out = (char *)(words + limit);
  const char *at = setting + strspn(setting, " ");
  while (at && *at) {
    words[count++] = out;
    at = split_word(at, &out);
    if (at)
      at += strspn(at, " ");
  }
  if (at && count > 0)
    return words;
  free(words);
  return NULL;
}

/* --- editors that are known --------------------------------------------------------------------*/

/* Settings of the user's own come after --cmd, and may have automatic commands for texts that are
 * read: once before (mode lines), once again after them (what is written). */
#define VIM_LOCAL  "noswapfile noundofile nomodeline"
#define VIM_GLOBAL "nobackup nowritebackup"
static char swap_off[] = "-n", no_list[] = "-i", none[] = "NONE", before[] = "--cmd",
            set_off[] = "set " VIM_LOCAL " " VIM_GLOBAL, again[] = "-c",
            group[] = "augroup disentangle | augroup END",
            when_read[] =
                "autocmd disentangle BufReadPre * setlocal " VIM_LOCAL " | set " VIM_GLOBAL,
            local_off[] = "setlocal " VIM_LOCAL " | set " VIM_GLOBAL,
            no_settings[] = "--ignorercfiles", evaluate[] = "--eval",
            emacs_off[] = "(setq make-backup-files nil auto-save-default nil create-lockfiles nil "
                          "enable-local-variables nil)";
static char *const vim[] = {swap_off, no_list, none,      before, set_off,   before,
                            group,    before,  when_read, again,  local_off, NULL};
static char *const nano[] = {no_settings, NULL};
static char *const emacs[] = {evaluate, emacs_off, NULL};
static char *const nothing[] = {NULL};

static const struct {
  const char *name; /* with what the program's name begins */
  char *const *options;
} editors[] = {
    {"vim", vim}, {"nvim", vim}, {"nano", nano}, {"emacsclient", nothing}, {"emacs", emacs}};

/* Owned by the caller; NULL: there is none. */
static char *found_in(const char *folders, const char *name) {
  while (*folders) {
    size_t length = strcspn(folders, ":");
    char *folder = memory_dup_length(folders, length), *path = path_join(folder, name);
    free(folder);
    if (length && access(path, X_OK) == 0)
      return path;
    free(path);
    folders += length + (folders[length] == ':');
  }
  return NULL;
}

/* /usr/bin/editor may lead to /usr/bin/vim.basic. Owned by the caller. */
static char *program_of(const char *word) {
  const char *folders = environment_get("PATH");
  char *path = strchr(word, '/') ? memory_dup(word) : found_in(folders ? folders : "", word);
  char *real = path ? realpath(path, NULL) : NULL;
  free(path);
  return real ? real : memory_dup(word);
}

static char *const *options_of(const char *word) {
  char *program = program_of(word);
  char *const *options = nothing;
  for (size_t i = 0; i < sizeof editors / sizeof *editors; i++) {
    const char *name = editors[i].name;
    if (!strncmp(path_name(program), name, strlen(name)) ||
        !strncmp(path_name(word), name, strlen(name))) {
      options = editors[i].options;
      break;
    }
  }
  free(program);
  return options;
}

static size_t count_of(char *const *words) {
  size_t count = 0;
  while (words[count])
    count++;
  return count;
}

char **editor_arguments(char *const *words, char *path) {
  char *const *options = options_of(words[0]);
  size_t word_count = count_of(words), option_count = count_of(options), count = 0;
  char **arguments = memory_new((word_count + option_count + 2) * sizeof *arguments);
  arguments[count++] = words[0];
  for (size_t i = 0; i < option_count; i++)
    arguments[count++] = options[i];
  for (size_t i = 1; i < word_count; i++)
    arguments[count++] = words[i];
  arguments[count++] = path;
  arguments[count] = NULL;
  return arguments;
}
