/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/front-end.h"

enum exit_status cmd_open(const struct options *options) {
  return front_end_run(options, FRONT_END_SESSION, options->operands.items[0]);
}
