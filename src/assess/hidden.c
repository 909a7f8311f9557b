/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "assess/assess.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"

static bool is_hidden(const struct assessment *assessment, size_t index) {
  return !assess_section_relevant(assessment, &assessment->checklist->sections[index]);
}

static void add_titles(const struct assessment *assessment, struct strbuf *out) {
  for (size_t i = 0; i < assessment->checklist->section_count; i++)
    if (is_hidden(assessment, i))
      strbuf_addf(out, "%s%s", out->length ? "; " : "",
                  language_checklist_text(assessment->checklist->sections[i].title));
}

/* Sections that are hidden for one reason mostly say it in the same words: once is enough. */
static bool is_told(const struct assessment *assessment, size_t index) {
  const struct section *sections = assessment->checklist->sections;
  for (size_t i = 0; i < index; i++)
    if (is_hidden(assessment, i) && sections[i].relevant_note &&
        strcmp(sections[i].relevant_note, sections[index].relevant_note) == 0)
      return true;
  return false;
}

static void add_notes(const struct assessment *assessment, struct strbuf *out) {
  for (size_t i = 0; i < assessment->checklist->section_count; i++) {
    const char *note = assessment->checklist->sections[i].relevant_note;
    if (note && is_hidden(assessment, i) && !is_told(assessment, i))
      strbuf_addf(out, " %s", language_checklist_text(note));
  }
}

bool assess_tell_hidden(const struct assessment *assessment, struct strbuf *out) {
  struct strbuf titles;
  strbuf_init(&titles);
  add_titles(assessment, &titles);
  bool any = titles.length > 0;
  if (any) {
    strbuf_addf(out, _("Not asked: %s."), titles.text);
    add_notes(assessment, out);
  }
  strbuf_release(&titles);
  return any;
}
