/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every screen there is; screens.c has the table. A new screen is one file, one line here and one
 * row there. */
#ifndef TUI_SCREENS_H
#define TUI_SCREENS_H

#include "tui/screen.h"

extern const struct screen_ops screen_home_ops, screen_open_ops, screen_passphrase_ops,
    screen_question_ops, screen_outline_ops, screen_edit_ops, screen_prompt_ops, screen_choose_ops,
    screen_evidence_ops, screen_form_ops, screen_background_ops, screen_results_ops,
    screen_export_ops, screen_help_ops, screen_language_ops, screen_numbers_ops, screen_read_ops;

#endif
