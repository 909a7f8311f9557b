/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

#include <string.h>

#include "../report/hostile.h"
#include "base/strbuf.h"

struct words {
  const char *language;
  const char *title, *place, *heading, *sentence, *head, *cell;
};

static const struct words arabic = {
    "ar",
    "ملخص عن الشرطة المحلية",
    "مقاطعة كوك",
    "الصورة",
    "لا يحتجز السجن أحدا بعد موعد الإفراج عنه إلا بأمر من قاض (8 U.S.C. 1357) خلال 10 أيام.",
    "السؤال",
    "هل يفتح المكتب كل يوم؟",
};
static const struct words chinese = {
    "zh",
    "地方警察摘要",
    "库克县",
    "总览",
    "会议记录应当在会后十日内公布。请查看第3页，并确认回避的委员姓名；英文名 Planning Commission "
    "也要写上，县政府不得仅凭移民局的要求而延长任何人的拘留时间。",
    "问题",
    "办公室开门吗？有没有地图？",
};

static void add_table(struct document *document, const struct words *words) {
  static const int widths[] = {1, 3};
  const char *cells[] = {words->head, words->cell};
  struct block *table = document_table(document, NULL, widths, cells, 2);
  for (int i = 0; i < 60; i++)
    document_row(document, table, cells, 2);
}

static void add_figures(struct document *document, const struct words *words) {
  struct block *chart = document_add(document, NULL, BLOCK_CHART);
  document_run(document, chart, RUN_PLAIN, words->sentence);
  for (int i = 0; i < 3; i++) {
    struct block *bar = document_add(document, chart, BLOCK_BAR);
    document_run(document, bar, RUN_STRONG, words->heading);
    document_segment(document, bar, words->cell, '#', 2);
    document_segment(document, bar, words->head, '?', 1);
  }
}

static void add_blocks(struct document *document, const struct words *words) {
  struct block *list = document_add(document, NULL, BLOCK_LIST);
  for (int i = 0; i < 3; i++)
    document_paragraph(document, document_add(document, list, BLOCK_ITEM), words->sentence);
  struct block *note = document_add(document, NULL, BLOCK_NOTE);
  document_paragraph(document, note, words->sentence);
  document_clause(document, NULL, CLAUSE_PARAGRAPH, "(a)", words->sentence);
  document_clause(document, NULL, CLAUSE_POINT, "(1)", words->sentence);
}

static struct document *in_words(const struct words *words) {
  struct document *document = document_new("sample", words->language);
  document->title = words->title;
  document->place = words->place;
  document->date = "2026-11-22";
  document->right_to_left = words == &arabic;
  document_run(document, document_add(document, NULL, BLOCK_TITLE), RUN_PLAIN, words->title);
  document_heading(document, 1, "1.", words->heading)->anchor = "picture";
  for (int i = 0; i < 20; i++)
    document_paragraph(document, NULL, words->sentence);
  add_blocks(document, words);
  add_figures(document, words);
  add_table(document, words);
  struct block *paragraph = document_paragraph(document, NULL, words->cell);
  document_link(document, paragraph, words->heading, "#picture");
  document_link(document, paragraph, words->head, "#nowhere");
  return document;
}

/* --- what is long --- */

static const char *repeated(struct strbuf *text, const char *part, size_t times) {
  strbuf_clear(text);
  strbuf_add_repeat(text, part, times);
  return text->text;
}

static struct document *long_document(void) {
  static const int widths[] = {1, 2};
  struct document *document = document_new("sample", "en");
  struct strbuf text;
  strbuf_init(&text);
  document->title = "Long things";
  document->place = "A place whose name is as long as any of the forms will allow";
  document->date = "2026-11-22";
  document_run(document, document_add(document, NULL, BLOCK_TITLE), RUN_PLAIN, document->title);
  document_paragraph(document, NULL, repeated(&text, "comment, ", 2222));
  document_paragraph(document, NULL, repeated(&text, "abc", 100));
  struct block *list = document_add(document, NULL, BLOCK_LIST);
  list->tight = true;
  for (int i = 0; i < 500; i++) {
    strbuf_clear(&text);
    strbuf_addf(&text, "Evidence %d, page %d", i, i % 7);
    document_paragraph(document, document_add(document, list, BLOCK_ITEM), text.text);
  }
  document_add(document, list, BLOCK_ITEM); /* empty */
  document_paragraph(document, document_add(document, NULL, BLOCK_QUOTE),
                     "זהו ציטוט בעברית מימין לשמאל");
  const char *cells[] = {"cell", repeated(&text, "twenty letters long ", 1000)};
  document_row(document, document_table(document, NULL, widths, cells, 2), cells, 2);
  struct block *bar = document_add(document, NULL, BLOCK_BAR);
  document_segment(document, bar, "2000 met", '#', 2000);
  strbuf_release(&text);
  return document;
}

struct document *sample_document(const char *name) {
  if (strcmp(name, "arabic") == 0)
    return in_words(&arabic);
  if (strcmp(name, "chinese") == 0)
    return in_words(&chinese);
  if (strcmp(name, "long") == 0)
    return long_document();
  return strcmp(name, "hostile") == 0 ? hostile_document(false) : NULL;
}
