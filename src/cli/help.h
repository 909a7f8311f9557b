/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --help and --version, made from the tables. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

struct subcommand;

void help_print(const struct subcommand *command); /* NULL: of the whole program */
void help_print_version(void);

#endif
