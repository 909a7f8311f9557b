/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line of the user's own editor. */
#ifndef TUI_EDITOR_WORDS_H
#define TUI_EDITOR_WORDS_H

/* The words of an editor setting ("vim -u NONE", "'my editor' -w"): split at spaces, quotes of both
 * kinds and backslash keep them. NULL-terminated; one block, freed with free(). NULL when a quote
 * is not closed or there is no word. */
char **editor_words(const char *setting);

/* The words, and behind the first one what keeps the editors that are known (Vim, Neovim, nano,
 * Emacs) from writing the text elsewhere: swap, undo and backup files, a list of what was opened;
 * and from obeying the text (mode lines). An editor is known by where its name leads, so that
 * "editor" and "vi" are, too. Then the path. One block, freed with free(); borrows all else. */
char **editor_arguments(char *const *words, char *path);

#endif
