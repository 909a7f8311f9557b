/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is only read: help, the list, the background. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "guide/background.h"
#include "guide/outline.h"
#include "plain/plain-internal.h"
#include "report/document.h"

/* --- help --------------------------------------------------------------------------------------*/

static void say_command(struct plain *plain, const struct command_info *info) {
  plain_sayf(plain, P_("command and what it does", "%s: %s"), P_("plain", info->word),
             _(info->help));
}

static void say_commands(struct plain *plain) {
  enum command_group group = GROUP_PROGRAM;
  for (const struct command_info *info = command_table; info->id; info++) {
    if (!info->word)
      continue;
    if (info == command_table || info->group != group)
      plain_sayf(plain, "\n%s", command_group_name(info->group));
    group = info->group;
    say_command(plain, info);
  }
}

void plain_help(struct plain *plain) {
  plain_say(plain, _("\nHelp. Type and press Enter."));
  plain_say(plain, _("The number of a line, or its word, answers the question. Words go after a "
                     "colon: \"partly: except after a court order\"."));
  plain_say(plain, _("Enter alone goes on and keeps what is there. < goes back. Nothing is lost "
                     "by going back."));
  plain_say(plain, _("From a filled-in worksheet: \"12 y\" answers question 12 with yes, "
                     "\"14 o every second case\" answers 14 in other words."));
  plain_say(plain, _("Commands begin with a colon, like :undo or :go 12. Where the answer cannot "
                     "be any text, the colon may be left out."));
  say_commands(plain);
}

/* --- the list ----------------------------------------------------------------------------------*/

/* In words, for a dash is not spoken. */
static const char *state_of(struct plain *plain, const struct outline_row *row) {
  return row->relevant && !plain_value(plain, row->question) ? _("not answered") : row->state;
}

static void say_row(struct plain *plain, const struct outline_row *row) {
  if (!row->question)
    plain_sayf(plain, P_("page: state and title", "\n%s. %s"), row->state,
               language_checklist_text(row->criterion->title));
  else if (question_is_profile(row->question))
    plain_sayf(plain, P_("profile: state and question", "%s. %s"), state_of(plain, row),
               language_checklist_text(row->question->ask));
  else
    plain_sayf(plain, P_("number, state and question", "%zu. %s. %s"), row->question->number,
               state_of(plain, row), language_checklist_text(row->question->ask));
}

static size_t question_rows(const struct outline *outline) {
  size_t count = 0;
  for (size_t i = 0; i < outline->count; i++)
    count += outline->rows[i].question != NULL;
  return count;
}

static void say_outline(struct plain *plain, enum outline_filter filter, const char *search) {
  struct outline outline;
  outline_make(&outline, plain->guide, filter, search);
  size_t count = question_rows(&outline);
  for (size_t i = 0; i < outline.count; i++)
    say_row(plain, &outline.rows[i]);
  if (count == 0)
    plain_say(plain, _("Nothing found."));
  else
    plain_sayf(plain,
               language_plural("%zu question. Type :go and its number to go there.",
                               "%zu questions. Type :go and a number to go there.", count),
               count);
  outline_release(&outline);
}

/* A filter is typed by its name, or the beginning of it. */
static int filter_typed(const char *typed) {
  char *wanted = text_search_key(typed);
  int found = -1;
  for (int i = 0; i < OUTLINE_FILTER_COUNT && found < 0; i++) {
    char *name = text_search_key(outline_filter_name((enum outline_filter)i));
    if (*wanted && strncmp(name, wanted, strlen(wanted)) == 0)
      found = i;
    free(name);
  }
  free(wanted);
  return found;
}

static int choose_filter(struct plain *plain) {
  const char *labels[OUTLINE_FILTER_COUNT];
  for (int i = 0; i < OUTLINE_FILTER_COUNT; i++)
    labels[i] = outline_filter_name((enum outline_filter)i);
  plain_say(plain, _("Which questions?"));
  return plain_choose(plain, labels, OUTLINE_FILTER_COUNT, OUTLINE_ALL);
}

void plain_outline(struct plain *plain, const char *typed) {
  int filter = filter_typed(typed);
  if (filter < 0)
    filter = choose_filter(plain);
  if (filter >= 0)
    say_outline(plain, (enum outline_filter)filter, NULL);
}

void plain_search(struct plain *plain, const char *words) {
  char *wanted;
  if (!*words && plain_ask(plain, _("Search for:")) != REPLY_TEXT)
    return;
  wanted = memory_dup(*words ? words : plain->line.text);
  say_outline(plain, OUTLINE_ALL, wanted);
  free(wanted);
}

/* --- the background ----------------------------------------------------------------------------*/

static int choose_chapter(struct plain *plain, const struct background_chapters *chapters) {
  const char **labels = memory_new_zeroed(chapters->count + 1, sizeof *labels);
  for (size_t i = 0; i < chapters->count; i++)
    labels[i] = chapters->items[i].title;
  plain_say(plain, _("\nBackground. Which chapter?"));
  int chosen = plain_choose(plain, labels, chapters->count, -1);
  free(labels);
  return chosen;
}

static void say_chapter(struct plain *plain, const struct background_chapter *chapter) {
  struct strbuf text;
  strbuf_init(&text);
  document_prose_text(&text, chapter->text);
  plain_sayf(plain, "\n%s\n\n%s", chapter->title, text.text);
  strbuf_release(&text);
}

void plain_background(struct plain *plain) {
  struct background_chapters chapters = {0};
  struct error err = ERROR_INIT;
  int chosen;
  if (!background_make(&chapters, plain->guide, &err))
    plain_say_error(plain, &err);
  while (chapters.count && (chosen = choose_chapter(plain, &chapters)) >= 0)
    say_chapter(plain, &chapters.items[chosen]);
  background_release(&chapters);
}
