/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the manual's section on the commands of the walk, from their table. check-commands
 * compares it with the manual. */
#include <stdio.h>

#include "guide/commands.h"

static void print_escaped(const char *text) {
  for (; *text; text++) {
    if (*text == '-') {
      putchar('\\');
    }
    putchar(*text);
  }
}

static void print_way(const char *how, const char *what) {
  if (what && *what) {
    printf("%s \\fB", how);
    print_escaped(what);
    puts("\\fR.");
  }
}

static void print_command(const struct command_info *info) {
  fputs(".TP\n.B ", stdout);
  print_escaped(info->id);
  putchar('\n');
  puts(info->help);
  print_way("Keys:", info->keys);
  print_way("Plain mode:", info->word);
}

int main(void) {
  for (const struct command_info *info = command_table; info->id; info++) {
    if (info == command_table || info->group != info[-1].group) {
      printf(".SS %s\n", command_group_name(info->group));
    }
    print_command(info);
  }
  return 0;
}
