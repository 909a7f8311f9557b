/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the general screens are opened with. All are made by functions that copy their
 * texts, and are freed by the screen that gets them. */
#ifndef TUI_REQUESTS_H
#define TUI_REQUESTS_H

#include <stdbool.h>
#include <stddef.h>

/* SCREEN_READ: a text to read. */
struct read_request {
  char *title, *text;
};
struct read_request *read_request_new(const char *title, const char *text);
void read_request_free(struct read_request *request);

/* Opening a session. */
struct open_request {
  char *path;
  bool read_only;
};
struct open_request *open_request_new(const char *path, bool read_only);
void open_request_free(struct open_request *request);

/* SCREEN_EDIT: a text of several lines; SCREEN_PROMPT: one line. Escape (in SCREEN_PROMPT Enter
 * too) leaves with what was typed: the value is the text, "" if there is none. */
struct text_request {
  char *title; /* "Comment" */
  char *about; /* shown above: the question; NULL */
  char *text;  /* to begin with; NULL: empty */
  char *field; /* what it is the draft of: "comment"; NULL: no draft is kept */
};
struct text_request *text_request_new(const char *title, const char *about, const char *text,
                                      const char *field);
void text_request_free(struct text_request *request);

/* SCREEN_CHOOSE: one or several of a list. The value is the chosen item's value, several with ", "
 * between; NULL if left by Escape (with several: Escape leaves with what is ticked). */
struct choose_item {
  char *value, *label;
  char *hint; /* shown under the label; NULL */
  char *key;  /* a single character that chooses it; NULL: 1 … 9 by its place */
  bool chosen;
};
struct choose_request {
  char *title, *about;
  struct choose_item *items;
  size_t count, capacity;
  bool several;
};
struct choose_request *choose_request_new(const char *title, const char *about, bool several);
void choose_request_add(struct choose_request *request, const char *value, const char *label,
                        const char *hint, const char *key, bool chosen);
void choose_request_free(struct choose_request *request);

/* SCREEN_EVIDENCE_FORM: one piece of evidence of the current question. */
struct evidence_request {
  bool is_new;
  size_t index; /* of the one to change */
};
struct evidence_request *evidence_request_new(bool is_new, size_t index);

#endif
