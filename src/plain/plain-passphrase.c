/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passphrases: asked for without showing them, and set. */
#include <stdio.h>
#include <string.h>

#include "base/age.h"
#include "base/echo.h"
#include "base/language.h"
#include "guide/library.h"
#include "plain/plain-internal.h"
#include "session/session.h"

/* Not by plain_ask(), which repeats what was typed and keeps it. */
static bool read_secret(struct plain *plain, struct strbuf *secret) {
  int c;
  strbuf_clear(secret);
  strbuf_reserve(secret, AGE_PASSPHRASE_LIMIT_BYTES + 2);
  while ((c = getc(plain->in)) != EOF && c != '\n')
    if (secret->length <= AGE_PASSPHRASE_LIMIT_BYTES && c)
      strbuf_add_char(secret, (char)c);
  if (secret->length && secret->text[secret->length - 1] == '\r')
    strbuf_remove(secret, secret->length - 1, 1);
  return c != EOF || (secret->length && !ferror(plain->in));
}

/* false: <, nothing, or the end of the input. */
static bool ask_secret(struct plain *plain, const char *prompt, struct strbuf *secret) {
  struct echo echo;
  if (plain->ended)
    return false;
  echo_turn_off(&echo, fileno(plain->in));
  plain_prompt(plain, prompt);
  plain->ended = !read_secret(plain, secret);
  echo_turn_on(&echo);
  putc('\n', plain->out);
  return !plain->ended && secret->length && strcmp(secret->text, "<") != 0;
}

bool plain_unlock(struct plain *plain, const char *path) {
  struct strbuf secret;
  struct error err = ERROR_INIT;
  strbuf_init(&secret);
  enum passphrase_result result = PASSPHRASE_WRONG;
  plain_say(plain, _("This session is locked with a passphrase. What you type is not shown. Enter "
                     "alone goes back."));
  while (result == PASSPHRASE_WRONG && ask_secret(plain, _("Passphrase:"), &secret)) {
    result = session_give_passphrase(path, secret.text, &err);
    if (result == PASSPHRASE_WRONG)
      plain_say_error(plain, &err);
  }
  if (result == PASSPHRASE_USELESS)
    plain_say_error(plain, &err);
  strbuf_wipe(&secret);
  return result == PASSPHRASE_RIGHT;
}

/* --- setting it --------------------------------------------------------------------------------*/

static void set(struct plain *plain, const char *passphrase) {
  plain_do_text(plain, COMMAND_LOCK, passphrase);
}

static bool ask_new(struct plain *plain, struct strbuf *secret, struct strbuf *again) {
  struct error err = ERROR_INIT;
  bool fits = false;
  while (!fits) {
    if (!ask_secret(plain, _("New passphrase (not shown; Enter alone goes back):"), secret))
      return false;
    fits = guide_check_passphrase(secret->text, &err);
    if (!fits)
      plain_say_error(plain, &err);
  }
  if (!ask_secret(plain, _("The same again:"), again))
    return false;
  if (strcmp(secret->text, again->text) == 0)
    return true;
  plain_say(plain, _("Not locked: the two were not the same."));
  return false;
}

static void set_new(struct plain *plain) {
  struct strbuf secret, again;
  strbuf_init(&secret);
  strbuf_init(&again);
  plain_say(plain, guide_passphrase_warning());
  plain_say(plain, guide_passphrase_advice());
  if (ask_new(plain, &secret, &again))
    set(plain, secret.text);
  strbuf_wipe(&secret);
  strbuf_wipe(&again);
}

void plain_lock(struct plain *plain) {
  const char *const labels[] = {_("Change the passphrase"), _("Take the lock away"),
                                _("Leave it as it is")};
  int chosen = 0;
  if (plain->practice) {
    plain_say(plain, _("Practice: nothing is saved."));
    return;
  }
  if (session_has_passphrase(guide_session(plain->guide)))
    chosen = plain_choose(plain, labels, 3, 2);
  if (chosen == 0)
    set_new(plain);
  else if (chosen == 1)
    set(plain, NULL);
}
