/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/subcommand.h"

#include <stdint.h>
#include <string.h>

#include "base/language.h"
#include "base/strbuf.h"

static const struct option no_options[] = {{NULL, 0, NULL, NULL, OPTION_FLAG, 0}};

/* clang-format off */
const struct subcommand subcommands[] = {
  {"new", NP_("placeholder", "[FILE]"), N_("Start a session."),
   N_("The session is saved in FILE, which must not exist. Without FILE it is saved in the folder "
      "of sessions, under the name of the place."),
   new_options, 0, 1, cmd_new},
  {"open", NP_("placeholder", "FILE"), N_("Go on with a session."),
   N_("It opens at the question where it was left."),
   no_options, 1, 1, cmd_open},
  {"set", NP_("placeholder", "FILE ID=ANSWER..."), N_("Answer questions without being asked."),
   N_("ID is a question's id or number, ANSWER what would be typed: detainers.practice=yes, "
      "12=\"partly:only for felonies\", profile.name=\"Cook County\". Nothing after the = takes an "
      "answer away. ID.comment, ID.note and ID.instrument set what goes with an answer. Either all "
      "of it is saved, or nothing."),
   no_options, 2, SIZE_MAX, cmd_set},
  {"status", NP_("placeholder", "FILE"), N_("Show the results and what is still open."),
   NULL, status_options, 1, 1, cmd_status},
  {"export", NP_("placeholder", "FILE"), N_("Write a document from a session."),
   N_("For example the summary, or the draft of an ordinance. A file that exists is not "
      "replaced unless --force is given."),
   export_options, 1, 1, cmd_export},
  {"worksheet", "", N_("Write the blank checklist, to fill in on paper."),
   N_("It has the same numbers as the screens, boxes to tick and lines to write on. The answers are "
      "typed in later by their numbers, as 12 y: with the key # on the screens, or in plain mode."),
   worksheet_options, 0, 0, cmd_worksheet},
  {"check", NP_("placeholder", "FILE|FOLDER..."), N_("Tell every fault of checklists and sessions."),
   N_("Each fault is told with its file, line and column. The status is 1 if there are any."),
   no_options, 1, SIZE_MAX, cmd_check},
  {"lock", NP_("placeholder", "FILE"), N_("Lock a session with a passphrase."),
   N_("The session goes on in FILE.age, which nobody reads without the passphrase, and which the "
      "program `age` opens too. A lost passphrase is a lost session. If FILE is locked already it "
      "gets another passphrase."),
   lock_options, 1, 1, cmd_lock},
  {"list", NP_("placeholder", "[checklists|documents|formats|languages]"),
   N_("List the checklists, documents, formats and languages there are."),
   N_("With --sources and the name or path of a checklist: where each statement of its sources "
      "is, or why it was left out."),
   list_options, 0, 1, cmd_list},
  {NULL, NULL, NULL, NULL, NULL, 0, 0, NULL},
};
/* clang-format on */

const struct subcommand *subcommand_find(const char *name) {
  for (const struct subcommand *command = subcommands; command->name; command++) {
    if (!strcmp(command->name, name)) {
      return command;
    }
  }
  return NULL;
}

char *subcommand_usage(const struct subcommand *command) {
  struct strbuf usage;
  strbuf_init(&usage);
  strbuf_addf(&usage, "disentangle %s", command->name);
  if (*command->operands) {
    strbuf_addf(&usage, " %s", P_("placeholder", command->operands));
  }
  return strbuf_take(&usage);
}
