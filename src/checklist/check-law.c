/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/load.h"
#include "yaml/node.h"

static bool is_name(const char *text, size_t length) {
  static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return length && text[0] != '-' && strspn(text, allowed) >= length;
}

/* NAME|ONE|TWO…: a name, and two or more options of which none is empty. */
static bool is_choice(const char *text) {
  size_t length = strcspn(text, "|"), options = 0;
  if (!is_name(text, length))
    return false;
  for (text += length; *text; text += length, options++) {
    text++;
    length = strcspn(text, "|");
    if (strspn(text, " ") >= length)
      return false;
  }
  return options >= 2;
}

static void check_placeholder(struct load *load, const struct node *node, const char *inside) {
  if (!strncmp(inside, "profile.", 8)) {
    load_mention(load, ID_QUESTION, inside, node);
  } else if (!strncmp(inside, "section:", 8)) {
    load_mention(load, ID_PROVISION, inside + 8, node);
  } else if (strncmp(inside, "choice:", 7) != 0) {
    LOAD_FAULT(load, node,
               _("'{%s}' is not a placeholder: write {profile.ID}, {section:PROVISION} or "
                 "{choice:NAME|ONE|TWO}"),
               inside);
  } else if (!is_choice(inside + 7)) {
    LOAD_FAULT(load, node,
               _("'{%s}' is not a choice: write a name and two or more options, like "
                 "{choice:days|30|14}"),
               inside);
  }
}

void check_law(struct load *load, const struct node *node, const char *text) {
  for (const char *brace = text; (brace = strpbrk(brace, "{}")); brace++) {
    size_t length = strcspn(brace + 1, "{}");
    if (*brace == '}') {
      LOAD_FAULT(load, node, _("a '}' has no '{' before it: remove it, or add the '{'"));
    } else if (brace[1 + length] != '}') {
      LOAD_FAULT(load, node, _("a '{' is not closed: write '}' after the placeholder"));
    } else {
      check_placeholder(load, node, arena_dup_length(load->arena, brace + 1, length));
      brace += 1 + length;
    }
  }
}
