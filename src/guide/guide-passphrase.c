/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locking the session with a passphrase, changing it, taking the lock away. */
#include <stdlib.h>
#include <string.h>

#include "base/age.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "guide/guide-internal.h"
#include "guide/recent.h"

enum { LEAST_CHARACTERS = 8 };

bool guide_check_passphrase(const char *passphrase, struct error *err) {
  if (!age_is_built_in())
    return error_set(err, _("this program was built without locks; it needs libsodium for them"));
  if (strlen(passphrase) > AGE_PASSPHRASE_LIMIT_BYTES)
    return error_set(err, _("the passphrase is longer than %d bytes"), AGE_PASSPHRASE_LIMIT_BYTES);
  if (text_width(passphrase) < LEAST_CHARACTERS)
    return error_set(err,
                     _("the passphrase is too short to protect anything: take at least %d "
                       "characters, better four or five words that nobody would guess"),
                     LEAST_CHARACTERS);
  return true;
}

const char *guide_passphrase_warning(void) {
  return _(
      "A lost passphrase is a lost session: nobody can open it without it, and there is no way "
      "around it.");
}

const char *guide_passphrase_advice(void) {
  return _(
      "Write it down, and keep it where only those find it who may read the session. Documents "
      "that you make are not locked, and what the disk held before may still be found on it.");
}

/* Copies of earlier days, of damaged files and of conflicts, stay as they were. */
static void tell_copies(struct strbuf *status, const char *path) {
  static const char *const kinds[] = {".damaged-", ".conflict-"};
  char *folder = path_folder(path);
  size_t count, found = 0, length = strlen(path_name(path));
  char **names = file_list(folder, "", &count);
  for (size_t i = 0; i < count; i++) {
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++)
      found += !strncmp(names[i], path_name(path), length) &&
               !strncmp(names[i] + length, kinds[kind], strlen(kinds[kind]));
    free(names[i]);
  }
  free(names);
  free(folder);
  if (found)
    strbuf_addf(status,
                language_plural(" %zu copy beside it, made before, is as it was.",
                                " %zu copies beside it, made before, are as they were.", found),
                found);
}

static void tell_lock(struct guide *guide, const char *old_path, bool was_locked) {
  const char *path = session_path(guide->session);
  bool is_locked = session_has_passphrase(guide->session);
  if (!path)
    strbuf_add(&guide->status, is_locked ? _("Locked: it is so from the first save on.")
                                         : _("Not locked any more."));
  else if (!is_locked)
    strbuf_addf(&guide->status, _("Not locked any more: the session is now in %s."),
                path_name(path));
  else if (was_locked)
    strbuf_add(&guide->status, _("Changed: only the new passphrase opens the session now."));
  else
    strbuf_addf(&guide->status, _("Locked: the session is now in %s."), path_name(path));
  if (path && is_locked)
    tell_copies(&guide->status, old_path);
}

bool guide_lock(struct guide *guide, enum command command, const struct guide_input *input,
                struct guide_outcome *outcome, struct error *err) {
  (void)command, (void)outcome;
  const char *passphrase = input->text && *input->text ? input->text : NULL;
  bool was_locked = session_has_passphrase(guide->session);
  if (session_is_practice(guide->session))
    return error_set(err, _("nothing is saved of a practice session, so there is nothing to lock"));
  if (passphrase ? !guide_check_passphrase(passphrase, err) : !was_locked)
    return passphrase ? false : error_set(err, _("this session has no lock"));
  char *old_path = memory_dup(session_path(guide->session));
  bool done = session_set_passphrase(guide->session, passphrase, err);
  if (done) {
    if (session_path(guide->session))
      recent_note(session_path(guide->session));
    free(guide->save_failure);
    guide->save_failure = NULL;
    tell_lock(guide, old_path, was_locked);
  }
  free(old_path);
  return done;
}
