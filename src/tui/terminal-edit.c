/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "tui/terminal.h"

enum { EDIT_LIMIT_BYTES = 1 << 20 };

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
char **terminal_split_words(const char *setting) {
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

/* In memory and the user's own, where there is such a place; else among the sessions, and never in
 * a folder of everybody. Owned by the caller. */
static char *place_of_private_folders(void) {
  const char *runtime = environment_get("XDG_RUNTIME_DIR");
  if (runtime)
    return memory_dup(runtime);
  char *sessions = environment_sessions_dir();
  file_make_folder(sessions, NULL);
  return sessions;
}

static char *make_private_folder(struct error *err) {
  char *base = place_of_private_folders();
  char *folder = path_join(base, "disentangle-XXXXXX");
  free(base);
  if (mkdtemp(folder))
    return folder;
  error_set(err, _("cannot make a folder for the text: %s: %s"), folder, strerror(errno));
  free(folder);
  return NULL;
}

/* Editors leave files of their own beside the one they were given. */
static void remove_folder(const char *folder) {
  DIR *entries = opendir(folder);
  for (struct dirent *entry; entries && (entry = readdir(entries));) {
    char *path = path_join(folder, entry->d_name);
    unlink(path); /* fails for . and .., as it should */
    free(path);
  }
  if (entries)
    closedir(entries);
  rmdir(folder);
}

static _Noreturn void run_child(char **words, char *path) {
  size_t count = 0;
  while (words[count])
    count++;
  char **arguments = memory_new((count + 2) * sizeof *arguments);
  memcpy(arguments, words, count * sizeof *arguments);
  arguments[count] = path;
  arguments[count + 1] = NULL;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGINT, SIG_DFL);
  signal(SIGQUIT, SIG_DFL);
  execvp(arguments[0], arguments);
  _exit(127);
}

/* Keys that interrupt are the editor's while it runs. */
static int run_and_wait(char **words, char *path) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
  sigaction(SIGINT, &ignore, &interrupt);
  sigaction(SIGQUIT, &ignore, &quit);
  int status = -1;
  pid_t child = fork();
  if (child == 0)
    run_child(words, path);
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  sigaction(SIGINT, &interrupt, NULL);
  sigaction(SIGQUIT, &quit, NULL);
  return status;
}

static bool run_editor(const char *setting, char *path, struct error *err) {
  char **words = terminal_split_words(setting);
  if (!words)
    return error_set(err, _("cannot start the editor: '%s' is not a command; set VISUAL or EDITOR"),
                     setting);
  terminal_lend();
  int status = run_and_wait(words, path);
  terminal_take_back();
  free(words);
  if (status != -1 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return true;
  if (status != -1 && WIFEXITED(status) && WEXITSTATUS(status) == 127)
    return error_set(err, _("cannot start the editor '%s'; the text is as it was"), setting);
  return error_set(err, _("the editor '%s' ended with a fault; the text is as it was"), setting);
}

static bool read_back(struct strbuf *text, const char *path, struct error *err) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  bool done = file_read(&bytes, path, EDIT_LIMIT_BYTES, err);
  if (done) {
    strbuf_clear(text);
    utf8_clean(text, bytes.text, bytes.length, UTF8_MANY_LINES);
    strbuf_trim_end(text);
  }
  strbuf_release(&bytes);
  return done;
}

bool terminal_edit(struct strbuf *text, struct error *err) {
  const char *setting = environment_editor();
  if (!setting)
    return error_set(err, _("no editor is set: name one in VISUAL or EDITOR"));
  char *folder = make_private_folder(err);
  if (!folder)
    return false;
  char *path = path_join(folder, "text.txt");
  bool done = file_replace(path, text->text, text->length, false, err) &&
              run_editor(setting, path, err) && read_back(text, path, err);
  free(path);
  remove_folder(folder);
  free(folder);
  return done;
}
