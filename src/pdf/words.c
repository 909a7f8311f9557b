/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/words.h"

#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/utf8.h"

enum { TABLE_SIZE = 2048 };

struct words {
  const struct fonts *fonts;
  struct arena *arena;
  PangoAttribute *features;
  GSList *attributes;
  PangoGlyphString *glyphs;
  struct word_face faces[STYLE_COUNT];
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

static void release_face(struct word_face *face) {
  for (int look = 0; look < LOOK_COUNT; look++)
    cairo_scaled_font_destroy(face->scaled[look]);
  if (face->font)
    g_object_unref(face->font);
}

void words_free(struct words *words) {
  for (int style = 0; style < STYLE_COUNT; style++)
    release_face(&words->faces[style]);
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

/* The size in which words are shaped. */
static double shaped_size(const struct words *words) {
  return words->fonts->looks[LOOK_BODY].size;
}

static void load_face(struct words *words, enum style style) {
  struct word_face *face = &words->faces[style];
  PangoFontDescription *description = fonts_face(words->fonts, LOOK_BODY, style);
  /* The families for other scripts are not asked for: looking each up takes time. */
  pango_font_description_set_family_static(description, fonts_family);
  face->font = pango_font_map_load_font(words->fonts->map, words->fonts->context, description);
  pango_font_description_free(description);
  face->table = arena_alloc(words->arena, TABLE_SIZE * sizeof *face->table);
}

static void measure_line(const struct words *words, struct word_face *face) {
  PangoRectangle logical;
  pango_glyph_string_extents(words->glyphs, face->font, NULL, &logical);
  face->ascent = -logical.y / shaped_size(words) / PANGO_SCALE;
  face->height = logical.height / shaped_size(words) / PANGO_SCALE;
}

cairo_scaled_font_t *words_scaled(struct words *words, const struct word *word, enum look_id look) {
  struct word_face *face = &words->faces[word->style];
  if (face->scaled[look])
    return face->scaled[look];
  cairo_scaled_font_t *shaped = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(face->font));
  double scale = words->fonts->looks[look].size / shaped_size(words);
  cairo_matrix_t matrix, device;
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_scaled_font_get_font_matrix(shaped, &matrix);
  cairo_scaled_font_get_ctm(shaped, &device);
  cairo_scaled_font_get_font_options(shaped, options);
  cairo_matrix_scale(&matrix, scale, scale);
  face->scaled[look] =
      cairo_scaled_font_create(cairo_scaled_font_get_font_face(shaped), &matrix, &device, options);
  cairo_font_options_destroy(options);
  return face->scaled[look];
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

/* A cluster ends where the next one's bytes begin. */
static void find_clusters(const struct words *words, struct word_glyph *placed, size_t length) {
  const PangoGlyphString *glyphs = words->glyphs;
  size_t count = (size_t)glyphs->num_glyphs;
  for (size_t i = 0, end; i < count; i = end) {
    end = i + 1;
    while (end < count && glyphs->log_clusters[end] == glyphs->log_clusters[i])
      end++;
    int next = end < count ? glyphs->log_clusters[end] : (int)length;
    placed[i].byte_count = (unsigned short)(next - glyphs->log_clusters[i]);
    placed[i].count = (unsigned short)(end - i);
  }
}

/* Places the glyphs behind each other. */
static void place_glyphs(struct words *words, struct word *word) {
  const PangoGlyphString *glyphs = words->glyphs;
  size_t count = (size_t)glyphs->num_glyphs;
  struct word_glyph *placed = arena_alloc(words->arena, count * sizeof *placed);
  size_t letters = word->length;
  while (letters && word->text[letters - 1] == ' ')
    letters--;
  double unit = 1 / shaped_size(words) / PANGO_SCALE;
  int x = 0;
  for (size_t i = 0; i < count; i++) {
    const PangoGlyphInfo *info = &glyphs->glyphs[i];
    placed[i].index = info->glyph;
    placed[i].x = (float)((x + info->geometry.x_offset) * unit);
    placed[i].y = (float)(info->geometry.y_offset * unit);
    x += info->geometry.width;
    if (glyphs->log_clusters[i] < (int)letters)
      word->width_without_spaces = x * unit;
  }
  word->width = x * unit;
  find_clusters(words, placed, word->length);
  word->glyphs = placed;
  word->glyph_count = count;
}

static struct word *new_word(struct words *words, enum style style, const char *text,
                             size_t length) {
  struct word_face *face = &words->faces[style];
  shape(words, face, text, length);
  struct word *word = arena_alloc(words->arena, sizeof *word);
  word->text = arena_dup_length(words->arena, text, length);
  word->length = length;
  word->style = style;
  if (!is_complete(words->glyphs))
    return word; /* without a face: it is remembered that it cannot be set */
  if (face->height <= 0)
    measure_line(words, face);
  place_glyphs(words, word);
  word->face = face;
  return word;
}

static size_t hash(const char *text, size_t length) {
  uint32_t value = 2166136261u;
  for (size_t i = 0; i < length; i++)
    value = (value ^ (unsigned char)text[i]) * 16777619u;
  return value % TABLE_SIZE;
}

/* Hyphens and spaces that no line ends behind are drawn and read like others, now that lines are
 * ended: for them alone the file would need further fonts. NULL: there are none. */
static char *with_common_signs(const char *text, size_t *length) {
  static const struct {
    const char *sign;
    size_t size;
    char common;
  } signs[] = {{"\u2011", 3, '-'}, {"\u00a0", 2, ' '}};
  char *common = NULL;
  for (size_t at = 0; at < *length; at++)
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
      size_t size = signs[i].size;
      if (at + size > *length || memcmp((common ? common : text) + at, signs[i].sign, size) != 0)
        continue;
      if (!common)
        common = memcpy(memory_new(*length), text, *length);
      common[at] = signs[i].common;
      *length -= size - 1;
      memmove(common + at + 1, common + at + size, *length - at - 1);
    }
  return common;
}

static const struct word *find(struct words *words, enum style style, const char *text,
                               size_t length) {
  struct word_face *face = &words->faces[style];
  if (!face->font)
    load_face(words, style);
  struct word **at = &face->table[hash(text, length)];
  while (*at && ((*at)->length != length || memcmp((*at)->text, text, length) != 0))
    at = &(*at)->next;
  if (!*at)
    *at = new_word(words, style, text, length);
  return (*at)->face ? *at : NULL;
}

const struct word *words_find(struct words *words, enum style style, const char *text,
                              size_t length) {
  char *common = with_common_signs(text, &length);
  const struct word *word = find(words, style, common ? common : text, length);
  free(common);
  return word;
}
