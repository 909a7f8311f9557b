/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/front-end.h"
#include "cli/output.h"
#include "cli/passphrase.h"

enum exit_status cmd_open(const struct options *options) {
  struct error err = ERROR_INIT;
  if (!passphrase_give_from_file(options, options->operands.items[0], &err)) {
    return output_failure(&err);
  }
  return front_end_run(options, FRONT_END_SESSION, options->operands.items[0]);
}
