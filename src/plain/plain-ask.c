/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "plain/plain-internal.h"
#include "report/document.h"

/* --- out ---------------------------------------------------------------------------------------*/

/* Even a path or a message of the system must not bring control characters to a terminal. */
static void clean(const struct plain *plain, struct strbuf *out, const char *text) {
  if (!plain->ascii) {
    utf8_clean(out, text, strlen(text), UTF8_MANY_LINES);
    return;
  }
  struct strbuf cleaned;
  strbuf_init(&cleaned);
  utf8_clean(&cleaned, text, strlen(text), UTF8_MANY_LINES);
  utf8_to_ascii(out, cleaned.text, cleaned.length);
  strbuf_release(&cleaned);
}

/* Without a line end after the last line. */
static void write_wrapped(struct plain *plain, const char *text) {
  struct text_lines lines = TEXT_LINES_INIT;
  struct strbuf cleaned;
  strbuf_init(&cleaned);
  clean(plain, &cleaned, text);
  text_wrap(&lines, cleaned.text, cleaned.length, plain->width_cells);
  for (size_t i = 0; i < lines.count; i++) {
    if (i)
      putc('\n', plain->out);
    fwrite(cleaned.text + lines.items[i].start, 1, lines.items[i].length, plain->out);
  }
  text_lines_release(&lines);
  strbuf_release(&cleaned);
}

void plain_say(struct plain *plain, const char *text) {
  write_wrapped(plain, text);
  putc('\n', plain->out);
}

void plain_sayf(struct plain *plain, const char *format, ...) {
  va_list args;
  struct strbuf text;
  strbuf_init(&text);
  va_start(args, format);
  strbuf_addv(&text, format, args);
  va_end(args);
  plain_say(plain, text.text);
  strbuf_release(&text);
}

void plain_say_prose(struct plain *plain, const char *msgid) {
  struct strbuf text;
  strbuf_init(&text);
  document_prose_text(&text, language_checklist_text(msgid));
  plain_say(plain, text.text);
  strbuf_release(&text);
}

void plain_say_labelled(struct plain *plain, const char *label, const char *msgid) {
  struct strbuf text;
  if (!msgid)
    return;
  strbuf_init(&text);
  document_prose_text(&text, language_checklist_text(msgid));
  plain_sayf(plain, P_("label and text", "%s: %s"), label, text.text);
  strbuf_release(&text);
}

void plain_say_error(struct plain *plain, struct error *err) {
  plain_sayf(plain, _("Not done: %s."), err->message);
  error_release(err);
}

/* --- a line in ---------------------------------------------------------------------------------*/

enum { LINE_LIMIT_BYTES = 128 * 1024 };

/* false at the end of input. A line that is too long is read to its end and not kept. */
static bool read_bytes(struct plain *plain, struct strbuf *bytes, bool *too_long) {
  int c;
  strbuf_clear(bytes);
  *too_long = false;
  while ((c = getc(plain->in)) != EOF && c != '\n') {
    if (bytes->length < LINE_LIMIT_BYTES)
      strbuf_add_char(bytes, (char)c);
    else
      *too_long = true;
  }
  return c != EOF || (bytes->length && !ferror(plain->in));
}

static void keep_line(struct plain *plain, const struct strbuf *bytes) {
  strbuf_clear(&plain->line);
  utf8_clean(&plain->line, bytes->text, bytes->length, UTF8_ONE_LINE);
  strbuf_trim_end(&plain->line);
  strbuf_remove(&plain->line, 0, strspn(plain->line.text, " "));
}

void plain_prompt(struct plain *plain, const char *prompt) {
  write_wrapped(plain, prompt);
  putc(' ', plain->out);
  fflush(plain->out);
}

/* Into plain->line; false at the end of input. */
static bool read_line(struct plain *plain, const char *prompt) {
  struct strbuf bytes;
  bool too_long = true, there = !plain->ended;
  strbuf_init(&bytes);
  while (there && too_long) {
    plain_prompt(plain, prompt);
    there = read_bytes(plain, &bytes, &too_long);
    if (too_long) {
      if (plain->echo)
        putc('\n', plain->out);
      plain_say(plain, _("Nothing was taken: that line is too long. Give it in several lines."));
    }
  }
  keep_line(plain, &bytes);
  strbuf_release(&bytes);
  if (plain->echo && there)
    plain_say(plain, plain->line.text);
  else if (!there && !plain->ended)
    putc('\n', plain->out);
  plain->ended = !there;
  return there;
}

enum plain_reply plain_ask(struct plain *plain, const char *prompt) {
  if (!read_line(plain, prompt))
    return REPLY_END;
  if (plain->line.length == 0)
    return REPLY_EMPTY;
  if (strcmp(plain->line.text, "<") == 0)
    return REPLY_BACK;
  return strcmp(plain->line.text, "?") == 0 ? REPLY_HELP : REPLY_TEXT;
}

/* --- choosing ----------------------------------------------------------------------------------*/

static int number_typed(const char *text, size_t count) {
  size_t number = 0;
  if (text[strspn(text, "0123456789")] != '\0' || strlen(text) > 6)
    return -1;
  for (const char *c = text; *c; c++)
    number = 10 * number + (size_t)(*c - '0');
  return number >= 1 && number <= count ? (int)number - 1 : -1;
}

/* The label that begins with what was typed, if it is the only one, or is all of it. */
static int label_typed(const char *text, const char *const *labels, size_t count) {
  char *wanted = text_search_key(text);
  int found = -1;
  size_t matches = 0;
  for (size_t i = 0; *wanted && i < count; i++) {
    char *label = text_search_key(labels[i]);
    bool whole = strcmp(label, wanted) == 0;
    if (whole || (matches < 2 && strncmp(label, wanted, strlen(wanted)) == 0)) {
      found = (int)i;
      matches = whole ? 1 : matches + 1;
    }
    free(label);
    if (whole)
      break;
  }
  free(wanted);
  return matches == 1 ? found : -1;
}

static void show_choices(struct plain *plain, const char *const *labels, size_t count) {
  for (size_t i = 0; i < count; i++)
    plain_sayf(plain, P_("numbered choice", "%zu. %s"), i + 1, labels[i]);
}

static enum plain_reply ask_choice(struct plain *plain, int standard) {
  struct strbuf prompt;
  strbuf_init(&prompt);
  if (standard >= 0)
    strbuf_addf(&prompt, _("Number (Enter for %d, < back, ? help):"), standard + 1);
  else
    strbuf_add(&prompt, _("Number (Enter or < goes back, ? help):"));
  enum plain_reply reply = plain_ask(plain, prompt.text);
  strbuf_release(&prompt);
  return reply;
}

static int choice_typed(struct plain *plain, const char *const *labels, size_t count) {
  int chosen = number_typed(plain->line.text, count);
  if (chosen < 0)
    chosen = label_typed(plain->line.text, labels, count);
  if (chosen < 0)
    plain_sayf(plain, _("Not a choice: '%s'. Type a number from 1 to %zu, or < to go back."),
               plain->line.text, count);
  return chosen;
}

static void help_choosing(struct plain *plain, int standard) {
  plain_say(plain, _("Type the number of a line, or how it begins, and press Enter. Type < and "
                     "press Enter to go back without choosing."));
  if (standard >= 0)
    plain_sayf(plain, _("Enter alone chooses %d."), standard + 1);
}

int plain_choose(struct plain *plain, const char *const *labels, size_t count, int standard) {
  int chosen = -1;
  show_choices(plain, labels, count);
  while (chosen < 0) {
    switch (ask_choice(plain, standard)) {
    case REPLY_END:
      return CHOSE_END;
    case REPLY_BACK:
      return CHOSE_BACK;
    case REPLY_EMPTY:
      if (standard < 0)
        return CHOSE_BACK;
      chosen = standard;
      break;
    case REPLY_HELP:
      help_choosing(plain, standard);
      show_choices(plain, labels, count);
      break;
    case REPLY_TEXT:
      chosen = choice_typed(plain, labels, count);
      break;
    }
  }
  return chosen;
}

int plain_choose_yes(struct plain *plain, const char *question, bool standard) {
  const char *const labels[] = {P_("answer", "yes"), P_("answer", "no")};
  plain_say(plain, question);
  int chosen = plain_choose(plain, labels, 2, standard ? 0 : 1);
  return chosen < 0 ? chosen : chosen == 0;
}

/* --- a field of a form -------------------------------------------------------------------------*/

static bool field_fits(struct plain *plain, enum ask_kind kind) {
  const char *text = plain->line.text;
  if (kind == ASK_DATE && !clock_is_date(text)) {
    plain_sayf(plain, _("Not a date: '%s'. Write it like 2026-11-22."), text);
    return false;
  }
  if (kind == ASK_COUNT && (text[strspn(text, "0123456789")] != '\0' || strlen(text) > 6)) {
    plain_sayf(plain, _("Not a count: '%s'. Type a whole number."), text);
    return false;
  }
  return true;
}

static char *field_prompt(const char *label, const char *value) {
  struct strbuf prompt;
  strbuf_init(&prompt);
  if (value)
    strbuf_addf(&prompt, _("%s. Now: %s. Enter keeps it, - removes it:"), label, value);
  else
    strbuf_addf(&prompt, P_("prompt for a field", "%s (Enter: nothing):"), label);
  return strbuf_take(&prompt);
}

static void help_field(struct plain *plain) {
  plain_say(plain, _("Type the text and press Enter. Enter alone keeps what is there, a hyphen "
                     "alone removes it. Type < to leave without a change."));
}

bool plain_ask_field(struct plain *plain, const char *label, enum ask_kind kind, char **value) {
  char *prompt = field_prompt(label, *value);
  enum plain_reply reply;
  do {
    reply = plain_ask(plain, prompt);
    if (reply == REPLY_HELP)
      help_field(plain);
  } while (reply == REPLY_HELP ||
           (reply == REPLY_TEXT && strcmp(plain->line.text, "-") != 0 && !field_fits(plain, kind)));
  free(prompt);
  if (reply != REPLY_TEXT)
    return reply == REPLY_EMPTY;
  free(*value);
  *value = strcmp(plain->line.text, "-") == 0 ? NULL : memory_dup(plain->line.text);
  return true;
}

/* --- several lines -----------------------------------------------------------------------------*/

static bool ask_numbered_line(struct plain *plain, size_t number) {
  struct strbuf prompt;
  strbuf_init(&prompt);
  strbuf_addf(&prompt, _("Line %zu:"), number);
  bool there = read_line(plain, prompt.text);
  strbuf_release(&prompt);
  return there;
}

static void begin_text(struct plain *plain, const char *now, const char *draft) {
  if (draft)
    plain_sayf(plain, _("You began to write:\n%s\nThis is kept; go on after it."), draft);
  else if (now)
    plain_sayf(plain, _("Now it says:\n%s"), now);
  plain_say(plain, _("Type your lines. A line with only a dot ends the text."));
  if (!draft)
    plain_say(plain, now ? _("Enter alone at the start keeps what is there, a hyphen alone removes "
                             "it, < goes back.")
                         : _("Enter alone at the start, or <, leaves it empty."));
}

/* The first line may be a wish instead of text. */
static enum plain_reply first_line_wish(const struct plain *plain) {
  if (plain->line.length == 0)
    return REPLY_EMPTY;
  return strcmp(plain->line.text, "<") == 0 ? REPLY_BACK : REPLY_TEXT;
}

static void add_line(struct strbuf *text, const char *line) {
  if (text->length)
    strbuf_add_char(text, '\n');
  strbuf_add(text, line);
}

static enum plain_reply read_text(struct plain *plain, const char *field, bool has_draft,
                                  struct strbuf *text) {
  for (size_t number = 1; ask_numbered_line(plain, number); number++) {
    enum plain_reply wish = number == 1 && !has_draft ? first_line_wish(plain) : REPLY_TEXT;
    if (wish != REPLY_TEXT)
      return wish;
    if (number == 1 && !has_draft && strcmp(plain->line.text, "-") == 0)
      return REPLY_TEXT;
    if (strcmp(plain->line.text, ".") == 0)
      return text->length ? REPLY_TEXT : REPLY_EMPTY;
    add_line(text, plain->line.text);
    guide_set_draft(plain->guide, field, text->text);
    plain_save(plain);
  }
  return REPLY_END;
}

enum plain_reply plain_ask_text(struct plain *plain, const char *now, const char *field,
                                struct strbuf *text) {
  const char *draft = guide_draft(plain->guide, field);
  strbuf_clear(text);
  begin_text(plain, now, draft);
  if (draft)
    strbuf_add(text, draft);
  enum plain_reply reply = read_text(plain, field, draft != NULL, text);
  if (reply != REPLY_END && guide_draft(plain->guide, field))
    guide_set_draft(plain->guide, field, NULL);
  return reply;
}
