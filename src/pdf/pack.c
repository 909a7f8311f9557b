/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "pdf/pack.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "pdf/pack-read.h"

enum { OBJECTS_IN_STREAM = 200, ENTRY_SIZE = 7, COMPRESSION = 6 };

/* A row of the cross-reference stream: free; at an offset; or in an object stream, at an index. */
struct place {
  unsigned char kind;
  size_t where;
  size_t index;
};
struct packing {
  const struct strbuf *file;
  const struct pack_facts *facts;
  struct strbuf *out;
  struct objects objects;
  struct place *places; /* one a number */
  size_t place_count;
  const char *figure; /* what the next one says */
  /* the object stream at hand */
  struct strbuf directory, bodies;
  size_t packed[OBJECTS_IN_STREAM], packed_count;
};

/* --- what Cairo cannot say --- */

static void add_text_string(struct strbuf *out, const char *text, size_t length) {
  strbuf_add(out, "<FEFF");
  for (size_t at = 0; at < length;) {
    uint32_t code;
    at += utf8_decode(text + at, length - at, &code);
    if (code > 0xFFFF)
      strbuf_addf(out, "%04X%04X", (unsigned)(0xD7C0 + (code >> 10)),
                  (unsigned)(0xDC00 + (code & 0x3FF)));
    else
      strbuf_addf(out, "%04X", (unsigned)code);
  }
  strbuf_add_char(out, '>');
}

static void add_language(struct strbuf *out, const char *tag) {
  strbuf_add(out, " /Lang (");
  for (; *tag; tag++)
    strbuf_add_char(out, *tag == '_' ? '-' : *tag);
  strbuf_add(out, ") /ViewerPreferences << /DisplayDocTitle true >>");
}

static void add_figure(struct packing *packing, struct strbuf *out) {
  size_t length = strcspn(packing->figure, "\n");
  strbuf_add(out, " /Alt ");
  add_text_string(out, packing->figure, length);
  packing->figure += length + (packing->figure[length] == '\n');
}

static bool has(const struct strbuf *text, const char *words) {
  return strstr(text->text, words);
}

/* What is added to an object behind its "<<". */
static void add_facts(struct packing *packing, const struct object *object,
                      const struct strbuf *body, struct strbuf *out) {
  if (object->number == packing->objects.root)
    add_language(out, packing->facts->language);
  else if (has(body, "/S /Figure"))
    add_figure(packing, out);
  else if (has(body, "/S /TH"))
    strbuf_add(out, " /A << /O /Table /Scope /Column >>");
  else if (has(body, "/Type /Page\n"))
    strbuf_add(out, " /Tabs /S");
}

/* Where a string in brackets ends. */
static size_t string_end(const char *text) {
  size_t at = 0;
  int depth = 0;
  do {
    if (text[at] == '\\' && text[at + 1])
      at++;
    else
      depth += (text[at] == '(') - (text[at] == ')');
    at++;
  } while (depth > 0 && text[at]);
  return at;
}

static void drop_producer(struct strbuf *body) {
  static const char name[] = "/Producer ";
  const char *found = strstr(body->text, name);
  if (found)
    strbuf_remove(body, (size_t)(found - body->text),
                  sizeof name - 1 + string_end(found + sizeof name - 1));
}

static void add_body(struct packing *packing, const struct object *object, struct strbuf *out) {
  struct strbuf body;
  strbuf_init(&body);
  strbuf_add_bytes(&body, packing->file->text + object->body, object->body_length);
  if (object->number == packing->objects.info)
    drop_producer(&body);
  size_t begin = strncmp(body.text, "<<", 2) == 0 ? 2 : 0;
  strbuf_add_bytes(out, body.text, begin);
  if (begin)
    add_facts(packing, object, &body, out);
  strbuf_add(out, body.text + begin);
  strbuf_release(&body);
}

/* --- streams --- */

/* Appends a new object with a compressed stream. */
static void add_stream(struct packing *packing, size_t number, const char *dictionary,
                       const struct strbuf *bytes) {
  uLongf length = compressBound(bytes->length);
  unsigned char *packed = memory_new(length);
  if (compress2(packed, &length, (const unsigned char *)bytes->text, bytes->length, COMPRESSION) !=
      Z_OK)
    fatal("zlib");
  strbuf_addf(packing->out, "%zu 0 obj\n<< %s /Filter /FlateDecode /Length %lu >>\nstream\n",
              number, dictionary, length);
  strbuf_add_bytes(packing->out, (const char *)packed, length);
  strbuf_add(packing->out, "\nendstream\nendobj\n");
  free(packed);
}

static size_t new_number(struct packing *packing) {
  packing->places[packing->place_count] = (struct place){1, packing->out->length, 0};
  return packing->place_count++;
}

static void end_object_stream(struct packing *packing) {
  if (!packing->packed_count)
    return;
  struct strbuf dictionary, bytes;
  strbuf_init(&dictionary);
  strbuf_init(&bytes);
  strbuf_addf(&dictionary, "/Type /ObjStm /N %zu /First %zu", packing->packed_count,
              packing->directory.length);
  strbuf_add_bytes(&bytes, packing->directory.text, packing->directory.length);
  strbuf_add_bytes(&bytes, packing->bodies.text, packing->bodies.length);
  size_t number = new_number(packing);
  for (size_t i = 0; i < packing->packed_count; i++)
    packing->places[packing->packed[i]] = (struct place){2, number, i};
  add_stream(packing, number, dictionary.text, &bytes);
  strbuf_release(&dictionary);
  strbuf_release(&bytes);
  strbuf_clear(&packing->directory);
  strbuf_clear(&packing->bodies);
  packing->packed_count = 0;
}

static void add_object(struct packing *packing, const struct object *object) {
  if (object->stream) {
    packing->places[object->number] = (struct place){1, packing->out->length, 0};
    strbuf_add_bytes(packing->out, packing->file->text + object->start,
                     object->end - object->start);
    return;
  }
  strbuf_addf(&packing->directory, "%zu %zu ", object->number, packing->bodies.length);
  add_body(packing, object, &packing->bodies);
  packing->packed[packing->packed_count++] = object->number;
  if (packing->packed_count == OBJECTS_IN_STREAM)
    end_object_stream(packing);
}

static void add_places(struct packing *packing) {
  size_t start = packing->out->length, number = new_number(packing);
  struct strbuf rows, dictionary;
  strbuf_init(&rows);
  strbuf_init(&dictionary);
  for (size_t i = 0; i < packing->place_count; i++) {
    const struct place *place = &packing->places[i];
    char row[ENTRY_SIZE] = {(char)place->kind,          (char)(place->where >> 24),
                            (char)(place->where >> 16), (char)(place->where >> 8),
                            (char)place->where,         (char)(place->index >> 8),
                            (char)place->index};
    strbuf_add_bytes(&rows, row, sizeof row);
  }
  strbuf_addf(&dictionary, "/Type /XRef /Size %zu /W [1 4 2] /Root %zu 0 R /Info %zu 0 R",
              packing->place_count, packing->objects.root, packing->objects.info);
  add_stream(packing, number, dictionary.text, &rows);
  strbuf_addf(packing->out, "startxref\n%zu\n%s", start,
              "%%"
              "EOF\n");
  strbuf_release(&rows);
  strbuf_release(&dictionary);
}

static void rewrite(struct packing *packing) {
  static const char header[] = "%PDF-1.5";
  const struct objects *objects = &packing->objects;
  size_t streams = objects->count / OBJECTS_IN_STREAM + 2;
  packing->places = memory_new_zeroed(objects->size + streams, sizeof *packing->places);
  packing->place_count = objects->size;
  strbuf_add(packing->out, header);
  strbuf_add_bytes(packing->out, packing->file->text + sizeof header - 1,
                   objects->items[0].start - (sizeof header - 1));
  for (size_t i = 0; i < objects->count; i++)
    add_object(packing, &objects->items[i]);
  end_object_stream(packing);
  add_places(packing);
  free(packing->places);
}

bool pack(const struct strbuf *file, const struct pack_facts *facts, struct strbuf *out) {
  struct packing packing = {.file = file, .facts = facts, .out = out, .figure = facts->figures};
  strbuf_init(&packing.directory);
  strbuf_init(&packing.bodies);
  size_t before = out->length;
  bool good = before == 0 && objects_read(&packing.objects, file);
  if (good)
    rewrite(&packing);
  objects_release(&packing.objects);
  strbuf_release(&packing.directory);
  strbuf_release(&packing.bodies);
  return good;
}
