/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/help.h"

#include <config.h>

#include <stdlib.h>

#include "base/age.h"
#include "base/language.h"
#include "base/protection.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "cli/output.h"
#include "cli/subcommand.h"

enum { HELP_COLUMN = 30 };

/* "  NAME   what it is", the second column wrapped. */
static void print_row(const char *name, const char *what) {
  struct strbuf left;
  strbuf_init(&left);
  strbuf_addf(&left, "  %s  ", name);
  output_text(left.text);
  output_wrapped(what, text_width(left.text), HELP_COLUMN);
  strbuf_release(&left);
}

static void print_options(const char *title, const struct option *option) {
  if (!option->name) {
    return;
  }
  output_format("\n%s\n", title);
  for (; option->name; option++) {
    struct strbuf name;
    strbuf_init(&name);
    if (option->letter) {
      strbuf_addf(&name, "-%c, ", option->letter);
    }
    strbuf_addf(&name, "--%s", option->name);
    if (option->value) {
      strbuf_addf(&name, " %s", P_("placeholder", option->value));
    }
    print_row(name.text, _(option->help));
    strbuf_release(&name);
  }
}

static void print_program(void) {
  output_text(_("Usage: disentangle [OPTION...] [COMMAND [ARGUMENT...]]\n"));
  output_text("\n");
  output_wrapped(_("Walks a group through an assessment of how far its town, county or state keeps "
                   "out of immigration enforcement, and writes down what it found. Without a "
                   "command, the home screen opens."),
                 0, 0);
  output_format("\n%s\n", _("Commands:"));
  for (const struct subcommand *command = subcommands; command->name; command++) {
    print_row(command->name, _(command->purpose));
  }
  print_options(_("Options of every command:"), options_for_all);
  output_text("\n");
  output_wrapped(_("`disentangle COMMAND --help` tells more about a command, `man disentangle` "
                   "everything. All data stays on this machine. This is not legal advice."),
                 0, 0);
}

static void print_command(const struct subcommand *command) {
  char *usage = subcommand_usage(command);
  output_format(_("Usage: %s [OPTION...]\n"), usage);
  free(usage);
  output_text("\n");
  output_wrapped(_(command->purpose), 0, 0);
  if (command->details) {
    output_text("\n");
    output_wrapped(_(command->details), 0, 0);
  }
  print_options(_("Options:"), command->options);
  print_options(_("Options of every command:"), options_for_all);
}

void help_print(const struct subcommand *command) {
  if (command) {
    print_command(command);
  } else {
    print_program();
  }
}

static const char *network_protection(void) {
  const struct protection *protection = protection_in_force();
  if (protection->seccomp && protection->landlock) {
    return _("The kernel refuses the network to this program (seccomp and Landlock).");
  }
  if (protection->seccomp) {
    return _("The kernel refuses the network to this program (seccomp).");
  }
  if (protection->landlock) {
    return _("The kernel refuses network connections to this program (Landlock).");
  }
  return _("This program never uses the network; the kernel of this computer does not enforce it.");
}

static const char *memory_protection(void) {
  return protection_in_force()->memory
             ? _("Its memory is closed to other programs of yours, and a crash leaves no copy of "
                 "it.")
             : _("Its memory is open to other programs of yours.");
}

static const char *locks(void) {
  return age_is_built_in() ? _("Sessions can be locked with a passphrase.")
                           : _("Sessions cannot be locked: it was built without libsodium.");
}

void help_print_version(void) {
  output_text(PACKAGE_STRING "\n");
  output_text(_("Free software under the GNU General Public License, version 3 or later.\n"
                "There is no warranty, to the extent permitted by law.\n"));
  output_text("\n");
  output_wrapped(network_protection(), 0, 0);
  output_wrapped(memory_protection(), 0, 0);
  output_wrapped(locks(), 0, 0);
}
