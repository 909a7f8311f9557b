/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the general screens are opened with. All are made by functions that copy their
 * texts, and are freed by the screen that gets them. */
#ifndef TUI_REQUESTS_H
#define TUI_REQUESTS_H

#include <stdbool.h>
#include <stddef.h>

#include "session/session-file.h"

struct guide;

/* SCREEN_READ: a text to read. */
struct read_request {
  char *title, *text;
};
struct read_request *read_request_new(const char *title, const char *text);
void read_request_free(struct read_request *request);

/* SCREEN_OPEN: a session is loaded, and what its report says is told or asked. */
struct open_request {
  char *path;
  bool read_only;
  struct guide *guide; /* loaded already, with its report; NULL: to be loaded */
  struct session_report report;
  bool is_loaded; /* guide, report and failure are filled */
  char *failure;  /* why guide is NULL */
};
struct open_request *open_request_new(const char *path, bool read_only);
void open_request_free(struct open_request *request); /* the guide too */
void open_request_load(struct open_request *request);

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

/* SCREEN_CHOOSE: one of a list. The value is the chosen item's; NULL if left by Escape. */
enum choose_mark {
  CHOOSE_OFF,
  CHOOSE_ON,
  CHOOSE_BOX_OFF, /* others can be on besides */
  CHOOSE_BOX_ON,
  CHOOSE_NO_MARK,
};
bool choose_is_on(enum choose_mark mark);
const char *choose_mark_text(enum choose_mark mark); /* "(•) ", "[ ] ", "" */
struct choose_item {
  char *value, *label;
  char *hint; /* shown under the label; NULL */
  char *key;  /* a single character that chooses it; NULL: none */
  enum choose_mark mark;
};
struct choose_request {
  char *title, *about;
  struct choose_item *items;
  size_t count, capacity;
  size_t focus; /* where to begin; choose_request_add puts it on the first item that is on */
};
struct choose_request *choose_request_new(const char *title, const char *about);
void choose_request_add(struct choose_request *request, const char *value, const char *label,
                        const char *hint, const char *key, enum choose_mark mark);
void choose_request_free(struct choose_request *request);

/* SCREEN_FORM: several fields on one screen, about the current question. */
enum form_kind { FORM_EVIDENCE, FORM_FOLLOW_UP, FORM_GROUP };
struct form_request {
  enum form_kind kind;
  bool is_new;  /* EVIDENCE: a piece to be added */
  size_t index; /* EVIDENCE: the piece to be changed */
};
struct form_request *form_request_new(enum form_kind kind, bool is_new, size_t index);
/* A form's draft is named "evidence-new", "evidence-0" …, "follow-up" or "group". */
char *form_request_draft(const struct form_request *request);  /* owned by the caller */
struct form_request *form_request_of_draft(const char *field); /* NULL: of something else */

#endif
