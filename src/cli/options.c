/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/subcommand.h"

/* clang-format off */
const struct option options_for_all[] = {
  {"plain", 0, NULL, N_("Ask line by line, without screens: for screen readers and pipes."),
   OPTION_FLAG, offsetof(struct options, plain)},
  {"ascii", 0, NULL, N_("Show nothing but ASCII characters."),
   OPTION_FLAG, offsetof(struct options, ascii)},
  {"read-only", 0, NULL, N_("Look at a session without changing it."),
   OPTION_FLAG, offsetof(struct options, read_only)},
  {"passphrase-file", 0, NP_("placeholder", "FILE"),
   N_("Unlock the session with the passphrase in the first line of this file; - is standard input."),
   OPTION_TEXT, offsetof(struct options, passphrase_file)},
  {"lang", 0, NP_("placeholder", "LANGUAGE"),
   N_("Use this language, as \"es\". `disentangle list languages` names those there are."),
   OPTION_TEXT, offsetof(struct options, language)},
  {"remember", 0, NULL, N_("Remember from now on which sessions are opened, for the home screen."),
   OPTION_FLAG, offsetof(struct options, remember)},
  {"forget", 0, NULL,
   N_("Remove what is remembered: sessions opened, language, colors. Sessions stay."),
   OPTION_FLAG, offsetof(struct options, forget)},
  {"help", 'h', NULL, N_("Show this help and end."),
   OPTION_FLAG, offsetof(struct options, help)},
  {"version", 0, NULL, N_("Show the version and end."),
   OPTION_FLAG, offsetof(struct options, version)},
  {NULL, 0, NULL, NULL, OPTION_FLAG, 0},
};
/* clang-format on */

/* Where the parser is in argv. */
struct reader {
  char **argv;
  int argc, at;
  struct options *options;
  struct error *err;
};

enum { OPTION_NAMES_LIMIT = 32 };

static void word_list_add(struct word_list *list, const char *word) {
  MEMORY_GROW(list->items, list->count, list->capacity);
  list->items[list->count++] = word;
}

static const struct option *option_in(const struct option *table, const char *name, size_t length,
                                      char letter) {
  for (; table->name; table++) {
    if (letter ? table->letter == letter
               : strlen(table->name) == length && !memcmp(table->name, name, length)) {
      return table;
    }
  }
  return NULL;
}

/* The row of "--name" or, with a letter, of "-l". */
static const struct option *option_find(const struct options *options, const char *name,
                                        size_t length, char letter) {
  const struct option *found = option_in(options_for_all, name, length, letter);
  if (!found && options->command) {
    found = option_in(options->command->options, name, length, letter);
  }
  return found;
}

static size_t add_names(const struct option *table, const char **names, size_t count) {
  for (; table->name && count + 1 < OPTION_NAMES_LIMIT; table++) {
    names[count++] = table->name;
  }
  return count;
}

static bool unknown_option(const struct reader *reader, const char *word) {
  const char *names[OPTION_NAMES_LIMIT];
  size_t count = add_names(options_for_all, names, 0);
  if (reader->options->command) {
    count = add_names(reader->options->command->options, names, count);
  }
  names[count] = NULL;
  char *name = memory_dup_length(word, strcspn(word, "="));
  const char *nearest = !strncmp(name, "--", 2) ? text_nearest(name + 2, names) : NULL;
  if (nearest) {
    error_set(reader->err, _("there is no option '%s'; did you mean '--%s'?"), name, nearest);
  } else {
    error_set(reader->err, _("there is no option '%s'"), name);
  }
  free(name);
  return false;
}

/* Puts an option's value where it belongs; value is NULL if it does not stand in the same word. */
static bool take_option(struct reader *reader, const struct option *option, const char *value) {
  void *member = (char *)reader->options + option->offset;
  if (option->kind == OPTION_FLAG) {
    if (value) {
      return error_set(reader->err, _("the option '--%s' takes no value"), option->name);
    }
    *(bool *)member = true;
    return true;
  }
  if (!value && reader->at + 1 < reader->argc) {
    value = reader->argv[++reader->at];
  }
  if (!value) {
    return error_set(reader->err, _("the option '--%s' needs a value: --%s %s"), option->name,
                     option->name, P_("placeholder", option->value));
  }
  if (option->kind == OPTION_WORDS) {
    word_list_add(member, value);
  } else {
    *(const char **)member = value;
  }
  return true;
}

static bool take_long(struct reader *reader, const char *word) {
  size_t length = strcspn(word + 2, "=");
  const struct option *option = option_find(reader->options, word + 2, length, 0);
  if (!option) {
    return unknown_option(reader, word);
  }
  return take_option(reader, option, word[2 + length] ? word + 2 + length + 1 : NULL);
}

static bool take_letter(struct reader *reader, const char *word) {
  const struct option *option = option_find(reader->options, NULL, 0, word[1]);
  if (!option) {
    return unknown_option(reader, word);
  }
  return take_option(reader, option, word[2] ? word + 2 : NULL);
}

static bool unknown_command(const char *word, struct error *err) {
  const char *names[OPTION_NAMES_LIMIT];
  size_t count = 0;
  for (; subcommands[count].name; count++) {
    names[count] = subcommands[count].name;
  }
  names[count] = NULL;
  const char *nearest = text_nearest(word, names);
  if (strchr(word, '.') || strchr(word, '/')) {
    return error_set(err, _("there is no command '%s'; to open a session: disentangle open %s"),
                     word, word);
  }
  return nearest ? error_set(err, _("there is no command '%s'; did you mean '%s'?"), word, nearest)
                 : error_set(err, _("there is no command '%s'"), word);
}

/* The first word that is no option is the command. */
static bool take_operand(struct reader *reader, const char *word) {
  if (reader->options->command) {
    word_list_add(&reader->options->operands, word);
    return true;
  }
  reader->options->command = subcommand_find(word);
  return reader->options->command || unknown_command(word, reader->err);
}

static bool check_operands(const struct options *options, struct error *err) {
  const struct subcommand *command = options->command;
  size_t count = options->operands.count;
  if (!command || (count >= command->operands_least && count <= command->operands_most)) {
    return true;
  }
  char *usage = subcommand_usage(command);
  if (count < command->operands_least) {
    error_set(err, _("something is missing; write: %s"), usage);
  } else {
    error_set(err, _("'%s' is too much; write: %s"),
              options->operands.items[command->operands_most], usage);
  }
  free(usage);
  return false;
}

bool options_parse(struct options *options, int argc, char **argv, struct error *err) {
  *options = (struct options){0};
  struct reader reader = {argv, argc, 1, options, err};
  bool only_operands = false;
  for (; reader.at < argc; reader.at++) {
    const char *word = argv[reader.at];
    bool taken = true;
    if (only_operands || word[0] != '-' || !word[1]) {
      taken = take_operand(&reader, word);
    } else if (!strcmp(word, "--")) {
      only_operands = true;
    } else {
      taken = word[1] == '-' ? take_long(&reader, word) : take_letter(&reader, word);
    }
    if (!taken) {
      return false;
    }
    if (options->help || options->version || options->remember || options->forget) {
      return true;
    }
  }
  return check_operands(options, err);
}

void options_release(struct options *options) {
  free(options->operands.items);
  free(options->assignments.items);
  *options = (struct options){0};
}
