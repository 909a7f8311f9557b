/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passphrases on the command line: from the file that an option names, else asked for on the
 * terminal, which does not show them. Never from arguments or the environment, which others can
 * see. */
#ifndef CLI_PASSPHRASE_H
#define CLI_PASSPHRASE_H

#include <stdbool.h>

struct error;
struct options;
struct strbuf;

/* Unlocks a session that is locked, asking as often as it takes; does nothing for any other. False
 * with err: nothing was typed, there is no terminal, or the file is of no use. */
bool passphrase_give(const struct options *options, const char *path, struct error *err);

/* The same, but only from --passphrase-file: for front ends, which ask by themselves. */
bool passphrase_give_from_file(const struct options *options, const char *path, struct error *err);

/* A new passphrase: from a file (NULL: none was named), else typed twice after the warning. Wipe
 * it. */
bool passphrase_choose(struct strbuf *passphrase, const char *file, struct error *err);

#endif
