/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/words.h"

#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/utf8.h"

enum { TABLE_SIZE = 1024 };

struct words {
  const struct fonts *fonts;
  struct arena *arena;
  PangoAttribute *features;
  GSList *attributes;
  PangoGlyphString *glyphs;
  struct word_face faces[LOOK_COUNT][STYLE_COUNT];
};

struct words *words_new(const struct fonts *fonts, struct arena *arena) {
  struct words *words = memory_new_zeroed(1, sizeof *words);
  words->fonts = fonts;
  words->arena = arena;
  words->features = pango_attr_font_features_new(fonts_features);
  words->attributes = g_slist_prepend(NULL, words->features);
  words->glyphs = pango_glyph_string_new();
  return words;
}

void words_free(struct words *words) {
  for (int look = 0; look < LOOK_COUNT; look++)
    for (int style = 0; style < STYLE_COUNT; style++)
      if (words->faces[look][style].font)
        g_object_unref(words->faces[look][style].font);
  g_slist_free(words->attributes);
  pango_attribute_destroy(words->features);
  pango_glyph_string_free(words->glyphs);
  free(words);
}

bool words_suffice(const char *text, size_t length) {
  uint32_t code;
  for (size_t at = 0, size; (size = utf8_decode(text + at, length - at, &code)); at += size) {
    bool letter = code < 0x250 && code != 0xAD;
    bool sign = (code >= 0x2010 && code <= 0x2027) || (code >= 0x2030 && code <= 0x205E);
    if (!letter && !sign)
      return false;
  }
  return true;
}

/* --- faces --- */

static void load_face(struct words *words, enum look_id look, enum style style) {
  struct word_face *face = &words->faces[look][style];
  PangoFontDescription *description = fonts_face(words->fonts, look, style);
  face->font = pango_font_map_load_font(words->fonts->map, words->fonts->context, description);
  pango_font_description_free(description);
  face->scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(face->font));
  face->table = arena_alloc(words->arena, TABLE_SIZE * sizeof *face->table);
}

static void measure_line(struct word_face *face, PangoGlyphString *glyphs) {
  PangoRectangle logical;
  pango_glyph_string_extents(glyphs, face->font, NULL, &logical);
  face->ascent = (double)-logical.y / PANGO_SCALE;
  face->height = (double)logical.height / PANGO_SCALE;
}

/* --- shaping --- */

static void shape(struct words *words, const struct word_face *face, const char *text,
                  size_t length) {
  PangoAnalysis analysis = {
      .font = face->font,
      .gravity = PANGO_GRAVITY_SOUTH,
      .script = PANGO_SCRIPT_LATIN,
      .language = pango_context_get_language(words->fonts->context),
      .extra_attrs = words->attributes,
  };
  pango_shape_with_flags(text, (int)length, text, (int)length, &analysis, words->glyphs,
                         PANGO_SHAPE_NONE);
}

static bool is_complete(const PangoGlyphString *glyphs) {
  for (int i = 0; i < glyphs->num_glyphs; i++) {
    PangoGlyph glyph = glyphs->glyphs[i].glyph;
    if (glyph == 0 || (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG)))
      return false;
  }
  return true;
}

/* Places the glyphs behind each other. */
static void place_glyphs(struct words *words, struct word *word) {
  const PangoGlyphString *glyphs = words->glyphs;
  size_t count = (size_t)glyphs->num_glyphs;
  cairo_glyph_t *placed = arena_alloc(words->arena, count * sizeof *placed);
  size_t letters = word->length;
  while (letters && word->text[letters - 1] == ' ')
    letters--;
  int x = 0;
  for (size_t i = 0; i < count; i++) {
    const PangoGlyphInfo *info = &glyphs->glyphs[i];
    placed[i].index = info->glyph;
    placed[i].x = (double)(x + info->geometry.x_offset) / PANGO_SCALE;
    placed[i].y = (double)info->geometry.y_offset / PANGO_SCALE;
    x += info->geometry.width;
    if (glyphs->log_clusters[i] < (int)letters)
      word->width_without_spaces = (double)x / PANGO_SCALE;
  }
  word->width = (double)x / PANGO_SCALE;
  word->glyphs = placed;
  word->glyph_count = count;
}

/* A cluster ends where the next one's bytes begin. */
static void find_clusters(struct words *words, struct word *word) {
  const PangoGlyphString *glyphs = words->glyphs;
  size_t count = word->glyph_count;
  cairo_text_cluster_t *clusters = arena_alloc(words->arena, count * sizeof *clusters);
  for (size_t i = 0, end; i < count; i = end) {
    end = i + 1;
    while (end < count && glyphs->log_clusters[end] == glyphs->log_clusters[i])
      end++;
    int next = end < count ? glyphs->log_clusters[end] : (int)word->length;
    clusters[word->cluster_count++] =
        (cairo_text_cluster_t){next - glyphs->log_clusters[i], (int)(end - i)};
  }
  word->clusters = clusters;
}

static struct word *new_word(struct words *words, struct word_face *face, const char *text,
                             size_t length) {
  shape(words, face, text, length);
  struct word *word = arena_alloc(words->arena, sizeof *word);
  word->text = arena_dup_length(words->arena, text, length);
  word->length = length;
  if (!is_complete(words->glyphs))
    return word; /* without a face: it is remembered that it cannot be set */
  if (face->height <= 0)
    measure_line(face, words->glyphs);
  place_glyphs(words, word);
  find_clusters(words, word);
  word->face = face;
  return word;
}

static size_t hash(const char *text, size_t length) {
  uint32_t value = 2166136261u;
  for (size_t i = 0; i < length; i++)
    value = (value ^ (unsigned char)text[i]) * 16777619u;
  return value % TABLE_SIZE;
}

const struct word *words_find(struct words *words, enum look_id look, enum style style,
                              const char *text, size_t length) {
  struct word_face *face = &words->faces[look][style];
  if (!face->font)
    load_face(words, look, style);
  struct word **at = &face->table[hash(text, length)];
  while (*at && ((*at)->length != length || memcmp((*at)->text, text, length) != 0))
    at = &(*at)->next;
  if (!*at)
    *at = new_word(words, face, text, length);
  return (*at)->face ? *at : NULL;
}
