/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/private-folder.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "tui/editor-words.h"
#include "tui/terminal.h"

enum { EDIT_LIMIT_BYTES = 1 << 20 };

static _Noreturn void run_child(char *const *arguments) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  static const int ignored[] = {SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ};
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
    signal(ignored[i], SIG_DFL);
  execvp(arguments[0], arguments);
  _exit(127);
}

/* Keys that interrupt are the editor's while it runs. */
static int run_and_wait(char *const *arguments) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
  sigaction(SIGINT, &ignore, &interrupt);
  sigaction(SIGQUIT, &ignore, &quit);
  int status = -1;
  pid_t child = fork();
  if (child == 0)
    run_child(arguments);
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  sigaction(SIGINT, &interrupt, NULL);
  sigaction(SIGQUIT, &quit, NULL);
  return status;
}

static bool run_editor(const char *setting, char *path, struct error *err) {
  char **words = editor_words(setting);
  if (!words)
    return error_set(err, _("cannot start the editor: '%s' is not a command; set VISUAL or EDITOR"),
                     setting);
  char **arguments = editor_arguments(words, path);
  terminal_lend();
  int status = run_and_wait(arguments);
  terminal_take_back();
  free(arguments);
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
  struct private_folder folder;
  if (!private_folder_make(&folder, err))
    return false;
  char *path = path_join(folder.path, "text.txt");
  bool done = file_replace(path, text->text, text->length, false, err) &&
              run_editor(setting, path, err) && read_back(text, path, err);
  free(path);
  private_folder_remove(&folder);
  return done;
}
