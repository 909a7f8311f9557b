/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of the command line, as tables: the parser, --help and the tests of the manual and of
 * the completion read the same rows. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct error;
struct subcommand;

struct word_list { /* borrowed words of the command line */
  const char **items;
  size_t count, capacity;
};

/* What was asked for. Texts are those of argv, as they are: clean them where they become answers.
 */
struct options {
  bool help, version, remember, forget, plain, ascii, read_only;
  const char *language;

  bool json, private_notes, share, force, create_only, sources, lock, remove;
  const char *checklist, *document, *format, *output, *paper, *passphrase_file,
      *new_passphrase_file;
  struct word_list assignments; /* --set, in order */

  const struct subcommand *command; /* NULL: none was named */
  struct word_list operands;
};

enum option_kind { OPTION_FLAG /* bool */, OPTION_TEXT /* const char * */, OPTION_WORDS };
struct option {
  const char *name; /* "checklist" for --checklist; NULL ends a table */
  char letter;      /* 'c' for -c; 0: none */
  const char
      *value; /* NP_("placeholder", …): what stands for its value in the help; NULL: a flag */
  const char *help; /* N_() */
  enum option_kind kind;
  size_t offset; /* of its member in struct options */
};
extern const struct option options_for_all[]; /* those that every command takes */

/* Reads argv: options before and after the command, "--name value", "--name=value", "-n value",
 * "-nvalue"; "--" ends the options. Stops at --help, --version, --remember and --forget. On failure
 * err says what is wrong and the nearest that there is. Release options in any case. */
bool options_parse(struct options *options, int argc, char **argv, struct error *err);
void options_release(struct options *options);

#endif
