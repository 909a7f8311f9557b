/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writer and the module it loads. What other programs read in its files is check-pdf's. */
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "report/writer.h"
#include "samples.h"

static bool write_to(struct strbuf *out, const struct document *document,
                     const struct write_options *options, struct error *err) {
  strbuf_init(out);
  return writer_find("pdf")->write(document, options, out, err);
}

static void sample(struct strbuf *out, const char *name, struct write_options options) {
  struct error err = ERROR_INIT;
  struct document *document = sample_document(name);
  if (!write_to(out, document, &options, &err))
    fail_msg("%s", err.message);
  document_free(document);
}

static bool holds(const struct strbuf *bytes, const char *words) {
  return memmem(bytes->text, bytes->length, words, strlen(words));
}

static void assert_fails(const char *folder, const char *reason) {
  struct error err = ERROR_INIT;
  struct strbuf out;
  struct document *document = sample_document("arabic");
  setenv("DISENTANGLE_LIBDIR", folder, 1);
  assert_false(write_to(&out, document, &(struct write_options){0}, &err));
  assert_non_null(strstr(err.message, reason));
  assert_int_equal(out.length, 0);
  setenv("DISENTANGLE_LIBDIR", getenv("BUILD_DIR"), 1);
  error_release(&err);
  document_free(document);
}

/* Before any test that loads the module, which then stays. */
static void without_the_module_it_says_what_to_install(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  char folder[] = "/tmp/disentangle-test-XXXXXX";
  assert_non_null(mkdtemp(folder));
  assert_fails(folder, "libpango1.0-dev");
  char *path = path_join(folder, "pdf.so");
  assert_true(file_write_new(path, "no module", 9, false, &err));
  assert_fails(folder, "cannot load");
  unlink(path);
  rmdir(folder);
  free(path);
}

static void a_document_becomes_a_packed_pdf(void **state) {
  (void)state;
  static const char *const names[] = {"hostile", "long", "arabic", "chinese"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    struct strbuf out;
    sample(&out, names[i], (struct write_options){.paper = PAPER_LETTER});
    assert_int_equal(strncmp(out.text, "%PDF-1.5\n", 9), 0);
    assert_true(holds(&out, "/Type /XRef"));
    assert_false(holds(&out, "/StructElem"));
    assert_string_equal(out.text + out.length - 6, "%%EOF\n");
    strbuf_release(&out);
  }
}

static void the_same_document_is_the_same_bytes(void **state) {
  (void)state;
  struct strbuf one, two;
  sample(&one, "chinese", (struct write_options){.paper = PAPER_A4});
  mode_t mask = umask(077);
  setenv("TZ", "Asia/Tokyo", 1);
  tzset();
  setlocale(LC_ALL, "de_DE.UTF-8"); /* where it is installed: a decimal comma */
  sample(&two, "chinese", (struct write_options){.paper = PAPER_A4});
  setlocale(LC_ALL, "C.UTF-8");
  umask(mask);
  assert_int_equal(one.length, two.length);
  assert_memory_equal(one.text, two.text, one.length);
  strbuf_release(&one);
  strbuf_release(&two);
}

static void characters_that_no_font_has_are_told(void **state) {
  (void)state;
  struct strbuf out, remarks;
  struct document *document = document_new("test", "en");
  strbuf_init(&remarks);
  for (int i = 0; i < 3; i++)
    document_paragraph(document, NULL, "Hieroglyphs: \U00013000\U00013001\U00013000");
  assert_true(write_to(&out, document, &(struct write_options){.remarks = &remarks}, NULL));
  assert_non_null(strstr(remarks.text, "9 characters"));
  assert_non_null(strstr(remarks.text, ": U+13000 U+13001\n"));
  strbuf_release(&out);
  assert_true(write_to(&out, document, &(struct write_options){0}, NULL));
  strbuf_release(&out);
  strbuf_release(&remarks);
  document_free(document);
}

static void nothing_is_a_page_too(void **state) {
  (void)state;
  struct strbuf out;
  struct document *document = document_new("test", "es_MX");
  document->large = true;
  assert_true(write_to(&out, document, &(struct write_options){0}, NULL));
  assert_true(holds(&out, "%PDF-1.5"));
  strbuf_release(&out);
  document_free(document);
}

int main(void) {
  environment_set_locale();
  char *module = environment_module_path("pdf.so");
  bool built = file_exists(module);
  free(module);
  if (!built)
    return 77;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_the_module_it_says_what_to_install),
      cmocka_unit_test(a_document_becomes_a_packed_pdf),
      cmocka_unit_test(the_same_document_is_the_same_bytes),
      cmocka_unit_test(characters_that_no_font_has_are_told),
      cmocka_unit_test(nothing_is_a_page_too),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
