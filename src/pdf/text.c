/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The runs of a block as lines. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "pdf/flow.h"
#include "pdf/words.h"
#include "report/document.h"

/* Links are dark blue, addresses underlined too (by draw.c); the colour also makes them items of
 * their own. */
enum { LINK_RED = 0x1000, LINK_GREEN = 0x2800, LINK_BLUE = 0x6800 };

/* Text of one style. */
struct stretch {
  size_t start, end;
  enum style style;
  const char *target; /* of a link; NULL */
  bool quiet;
};

struct setting {
  struct flow *flow;
  enum look_id look;
  bool mark; /* stands where the document's lines begin, whatever its letters */
  struct strbuf text;
  struct stretch *stretches; /* in order, without gaps */
  size_t count, capacity;
};

/* Text from start on, to the end that it has now, is a stretch. */
static void add_stretch(struct setting *setting, size_t start, enum style style,
                        const char *target) {
  if (setting->text.length == start)
    return;
  MEMORY_GROW(setting->stretches, setting->count, setting->capacity);
  setting->stretches[setting->count++] =
      (struct stretch){start, setting->text.length, style, target, false};
}

/* On paper an address can be read only where it is printed. */
static void add_address(struct setting *setting, const struct run *run) {
  if (run->target[0] == '#' || strcmp(run->text, run->target) == 0)
    return;
  strbuf_add(&setting->text, " <");
  strbuf_add(&setting->text, run->target);
  strbuf_add_char(&setting->text, '>');
}

static void add_run(struct setting *setting, const struct run *run) {
  size_t start = setting->text.length;
  strbuf_add(&setting->text, run->style == RUN_BREAK ? "\n" : run->text);
  switch (run->style) {
  case RUN_STRONG:
    add_stretch(setting, start, STYLE_STRONG, NULL);
    return;
  case RUN_EMPHASIS:
    add_stretch(setting, start, STYLE_EMPHASIS, NULL);
    return;
  case RUN_LINK:
    add_address(setting, run);
    add_stretch(setting, start, STYLE_PLAIN, run->target);
    return;
  case RUN_REFERENCE:
    add_stretch(setting, start, STYLE_PLAIN, run->target);
    return;
  case RUN_PLAIN:
  case RUN_BREAK:
    add_stretch(setting, start, STYLE_PLAIN, NULL);
    return;
  }
}

static void load_links(const struct setting *setting, struct column *column) {
  for (size_t i = 0; i < setting->count; i++)
    column->link_count += setting->stretches[i].target != NULL;
  if (!column->link_count)
    return;
  struct link *link = arena_alloc(setting->flow->arena, column->link_count * sizeof *link);
  column->links = link;
  for (size_t i = 0; i < setting->count; i++) {
    const struct stretch *stretch = &setting->stretches[i];
    if (stretch->target)
      *link++ = (struct link){stretch->start, stretch->end, stretch->target, stretch->quiet};
  }
}

const struct link *text_link_at(const struct column *column, size_t offset) {
  for (size_t i = 0; i < column->link_count; i++)
    if (offset >= column->links[i].start && offset < column->links[i].end)
      return &column->links[i];
  return NULL;
}

/* --- lines of words --- */

/* A text that is being set in words. */
struct filling {
  const struct setting *setting;
  struct column *column;
  struct placed_word *words;
  size_t count, capacity;
  struct line *lines;
  size_t line_count, line_capacity;
  size_t first; /* word of the line that is being filled */
  double width; /* of it */
};

static void end_line(struct filling *filling) {
  const struct look *look = &filling->setting->flow->fonts->looks[filling->setting->look];
  struct line line = {.word_count = filling->count - filling->first, .height = look->leading};
  double face_height = 0, ascent = 0;
  for (size_t i = filling->first; i < filling->count; i++) {
    const struct word_face *face = filling->words[i].word->face;
    face_height = fmax(face_height, face->height * look->size);
    ascent = fmax(ascent, face->ascent * look->size);
  }
  line.height = fmax(face_height, line.height);
  line.ascent = ascent + (line.height - face_height) / 2;
  MEMORY_GROW(filling->lines, filling->line_count, filling->line_capacity);
  filling->lines[filling->line_count++] = line;
  filling->first = filling->count;
  filling->width = 0;
}

static unsigned int link_number(const struct filling *filling, const struct stretch *in,
                                size_t offset) {
  const struct link *link = in->target ? text_link_at(filling->column, offset) : NULL;
  return link ? (unsigned int)(link - filling->column->links) + 1 : 0;
}

/* Places the words of the text's bytes from start to end, between which no line may end. False if
 * they are not to be set so. */
static bool place(struct filling *filling, size_t *stretch, size_t start, size_t end) {
  const struct setting *setting = filling->setting;
  size_t first = filling->count;
  const struct look *look = &setting->flow->fonts->looks[setting->look];
  double without_spaces = 0, width = 0;
  while (start < end) {
    while (setting->stretches[*stretch].end <= start)
      ++*stretch;
    const struct stretch *in = &setting->stretches[*stretch];
    size_t part = in->end < end ? in->end : end;
    const struct word *word =
        words_find(setting->flow->words, look->bold ? STYLE_STRONG : in->style,
                   setting->text.text + start, part - start);
    if (!word)
      return false;
    MEMORY_GROW(filling->words, filling->count, filling->capacity);
    filling->words[filling->count++] = (struct placed_word){word, (float)(filling->width + width),
                                                            link_number(filling, in, start)};
    without_spaces = width + word->width_without_spaces * look->size;
    width += word->width * look->size;
    start = part;
  }
  if (without_spaces > filling->column->width)
    return false; /* it has to be cut */
  if (filling->width + without_spaces > filling->column->width) {
    size_t moved = filling->count - first;
    double x = filling->width;
    filling->count = first;
    end_line(filling);
    filling->count += moved;
    for (size_t i = first; i < filling->count; i++)
      filling->words[i].x -= (float)x;
  }
  filling->width += width;
  return true;
}

static bool fill(struct filling *filling, const bool *may_break) {
  const struct strbuf *text = &filling->setting->text;
  size_t piece = 0, stretch = 0;
  for (size_t at = 0; at <= text->length; at++) {
    bool ends = at == text->length || text->text[at] == '\n';
    if (at > piece && (ends || may_break[at])) {
      if (!place(filling, &stretch, piece, at))
        return false;
      piece = at;
    }
    if (ends) {
      end_line(filling);
      piece = at + 1;
    }
  }
  return true;
}

static void take_lines(const struct filling *filling, struct column *column) {
  struct arena *arena = filling->setting->flow->arena;
  struct placed_word *words = arena_alloc(arena, filling->count * sizeof *words + 1);
  if (filling->count) /* none in a text of line ends */
    memcpy(words, filling->words, filling->count * sizeof *words);
  column->lines = arena_alloc(arena, filling->line_count * sizeof *column->lines);
  memcpy(column->lines, filling->lines, filling->line_count * sizeof *column->lines);
  column->line_count = filling->line_count;
  for (size_t i = 0; i < column->line_count; i++) {
    column->lines[i].words = words;
    words += column->lines[i].word_count;
  }
}

/* False if it has to be left to Pango: other scripts, characters from other faces, words longer
 * than a line. */
static bool set_words(const struct setting *setting, struct column *column) {
  const struct strbuf *text = &setting->text;
  if (setting->flow->document->right_to_left || !text->length ||
      !words_suffice(text->text, text->length))
    return false;
  struct filling filling = {.setting = setting, .column = column};
  bool *may_break = memory_new(text->length);
  text_breaks(text->text, text->length, may_break);
  bool done = fill(&filling, may_break);
  if (done)
    take_lines(&filling, column);
  free(may_break);
  free(filling.words);
  free(filling.lines);
  return done;
}

/* --- lines of Pango's --- */

static void load_lines(struct flow *flow, struct column *column, double leading) {
  column->line_count = (size_t)pango_layout_get_line_count(column->layout);
  column->lines = arena_alloc(flow->arena, column->line_count * sizeof *column->lines);
  PangoLayoutIter *at = pango_layout_get_iter(column->layout);
  struct line *line = column->lines;
  do {
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(at, NULL, &extents);
    double height = (double)extents.height / PANGO_SCALE;
    double baseline = (double)(pango_layout_iter_get_baseline(at) - extents.y) / PANGO_SCALE;
    line->line = pango_layout_iter_get_line_readonly(at);
    line->x = (double)extents.x / PANGO_SCALE;
    line->height = height > leading ? height : leading;
    line->ascent = baseline + (line->height - height) / 2;
    line++;
  } while (pango_layout_iter_next_line(at));
  pango_layout_iter_free(at);
}

static void remember(struct flow *flow, PangoGlyph character) {
  for (size_t i = 0; i < FLOW_UNKNOWN_SHOWN; i++) {
    if (!flow->unknown[i])
      flow->unknown[i] = character;
    if (flow->unknown[i] == character)
      return;
  }
}

static void count_unknown(struct flow *flow, const struct column *column) {
  for (size_t i = 0; i < column->line_count; i++)
    for (GSList *at = column->lines[i].line->runs; at; at = at->next) {
      const PangoGlyphString *glyphs = ((PangoGlyphItem *)at->data)->glyphs;
      for (int j = 0; j < glyphs->num_glyphs; j++)
        if (glyphs->glyphs[j].glyph != PANGO_GLYPH_EMPTY &&
            (glyphs->glyphs[j].glyph & PANGO_GLYPH_UNKNOWN_FLAG)) {
          flow->unknown_count++;
          remember(flow, glyphs->glyphs[j].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        }
    }
}

static void add_attribute(PangoAttrList *list, PangoAttribute *attribute,
                          const struct stretch *stretch) {
  attribute->start_index = (guint)stretch->start;
  attribute->end_index = (guint)stretch->end;
  pango_attr_list_insert(list, attribute);
}

static PangoAttrList *attributes(const struct setting *setting) {
  PangoAttrList *list = pango_attr_list_copy(setting->flow->plain);
  for (size_t i = 0; i < setting->count; i++) {
    const struct stretch *stretch = &setting->stretches[i];
    if (stretch->style == STYLE_STRONG)
      add_attribute(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), stretch);
    if (stretch->style == STYLE_EMPHASIS)
      add_attribute(list, pango_attr_style_new(PANGO_STYLE_ITALIC), stretch);
    if (stretch->target)
      add_attribute(list, pango_attr_foreground_new(LINK_RED, LINK_GREEN, LINK_BLUE), stretch);
  }
  return list;
}

static void set_layout(const struct setting *setting, struct column *column) {
  struct flow *flow = setting->flow;
  PangoAttrList *list = attributes(setting);
  column->layout = pango_layout_new(flow->fonts->context);
  pango_layout_set_font_description(column->layout, flow->fonts->faces[setting->look]);
  pango_layout_set_wrap(column->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(column->layout, (int)(column->width * PANGO_SCALE));
  pango_layout_set_auto_dir(column->layout, !setting->mark);
  /* The side where the document's lines begin; Pango changes it for a paragraph of the other way.
   */
  if (flow->document->right_to_left)
    pango_layout_set_alignment(column->layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_attributes(column->layout, list);
  pango_layout_set_text(column->layout, setting->text.text, (int)setting->text.length);
  load_lines(flow, column, flow->fonts->looks[setting->look].leading);
  if (pango_layout_get_unknown_glyphs_count(column->layout))
    count_unknown(flow, column);
  pango_attr_list_unref(list);
}

static void finish(struct setting *setting, struct column *column) {
  column->look = setting->look;
  load_links(setting, column);
  if (!set_words(setting, column))
    set_layout(setting, column);
  free(setting->stretches);
  strbuf_release(&setting->text);
}

/* The law looks the same whether it leads to its reasons or not. */
static void explain(struct setting *setting, size_t count, const char *target) {
  for (size_t i = 0; target && i < count; i++)
    if (!setting->stretches[i].target) {
      setting->stretches[i].target = target;
      setting->stretches[i].quiet = true;
    }
}

void text_set(struct flow *flow, struct column *column, const struct block *block,
              const char *number, enum look_id look) {
  struct setting setting = {.flow = flow, .look = look};
  strbuf_init(&setting.text);
  if (number) {
    strbuf_add(&setting.text, number);
    strbuf_add_char(&setting.text, ' ');
    add_stretch(&setting, 0, STYLE_PLAIN, NULL);
    explain(&setting, setting.count, block->explained);
  }
  for (const struct run *run = block->runs; run; run = run->next)
    add_run(&setting, run);
  if (!block->number)
    explain(&setting, setting.count, block->explained);
  finish(&setting, column);
}

void text_set_plain(struct flow *flow, struct column *column, const char *text, const char *target,
                    enum look_id look) {
  struct setting setting = {.flow = flow, .look = look, .mark = true};
  strbuf_init(&setting.text);
  strbuf_add(&setting.text, text);
  add_stretch(&setting, 0, STYLE_PLAIN, NULL);
  explain(&setting, setting.count, target);
  finish(&setting, column);
}

double text_measure(struct flow *flow, const char *text, enum look_id look) {
  struct column column = {.width = flow->width};
  text_set_plain(flow, &column, text, NULL, look);
  double width = text_line_width(flow, &column, 0);
  if (column.layout)
    g_object_unref(column.layout);
  return width;
}

double text_line_width(const struct flow *flow, const struct column *column, size_t index) {
  const struct line *line = &column->lines[index];
  if (column->layout) {
    PangoRectangle extents;
    pango_layout_line_get_extents(line->line, NULL, &extents);
    return (double)extents.width / PANGO_SCALE;
  }
  if (!line->word_count)
    return 0;
  const struct placed_word *last = &line->words[line->word_count - 1];
  return last->x + last->word->width_without_spaces * flow->fonts->looks[column->look].size;
}
