/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sub-commands. A new one is cmd-NAME.c, one row of `subcommands`, and its section in the
 * manual and the completion. */
#ifndef CLI_SUBCOMMAND_H
#define CLI_SUBCOMMAND_H

#include <stddef.h>

#include "cli/options.h"

/* How the program ends. */
enum exit_status { EXIT_DONE = 0, EXIT_FAULTS = 1, EXIT_USAGE = 2 };

struct subcommand {
  const char *name;
  const char *operands; /* NP_("placeholder", "FILE ID=ANSWER..."); "" for none */
  const char *purpose;  /* N_(): one sentence, for the list of commands */
  const char *details;  /* N_(): more for its own help; NULL */
  const struct option *options;
  size_t operands_least, operands_most; /* how many it takes */
  enum exit_status (*run)(const struct options *options);
};
extern const struct subcommand subcommands[];               /* ends with name NULL */
const struct subcommand *subcommand_find(const char *name); /* NULL */
/* "disentangle open FILE": owned by the caller. */
char *subcommand_usage(const struct subcommand *command);

extern const struct option new_options[], set_options[], status_options[], export_options[],
    worksheet_options[], list_options[], lock_options[];
enum exit_status cmd_new(const struct options *options);
enum exit_status cmd_open(const struct options *options);
enum exit_status cmd_set(const struct options *options);
enum exit_status cmd_status(const struct options *options);
enum exit_status cmd_export(const struct options *options);
enum exit_status cmd_worksheet(const struct options *options);
enum exit_status cmd_check(const struct options *options);
enum exit_status cmd_lock(const struct options *options);
enum exit_status cmd_list(const struct options *options);

#endif
