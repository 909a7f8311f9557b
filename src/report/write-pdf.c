/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF is written by a module, which is loaded the first time. It stays: its libraries cannot be
 * unloaded. */
#include <dlfcn.h>
#include <stdlib.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "report/write-text.h"
#include "report/writer.h"

static const char function_name[] = "disentangle_pdf_write";

static void *load(struct error *err) {
  char *path = environment_module_path("pdf.so");
  void *module = NULL;
  if (!file_exists(path))
    error_set(err, _("this disentangle was built without PDF; choose another format, or build it "
                     "again with Pango and Cairo installed (Debian: libpango1.0-dev)"));
  else if (!(module = dlopen(path, RTLD_LAZY | RTLD_LOCAL)))
    error_set(err,
              _("cannot load what writes PDF (%s); choose another format, or install Pango "
                "and Cairo (Debian: libpangocairo-1.0-0)"),
              dlerror());
  free(path);
  return module;
}

bool write_pdf_is_built(void) {
  char *path = environment_module_path("pdf.so");
  bool built = file_exists(path);
  free(path);
  return built;
}

bool write_pdf(const struct document *document, const struct write_options *options,
               struct strbuf *out, struct error *err) {
  static void *module;
  if (!module)
    module = load(err);
  if (!module)
    return false;
  bool (*write)(const struct document *, const struct write_options *, struct strbuf *,
                struct error *);
  *(void **)&write = dlsym(module, function_name);
  if (!write)
    return error_set(err,
                     _("cannot load what writes PDF (%s); choose another format, or install "
                       "Pango and Cairo (Debian: libpangocairo-1.0-0)"),
                     dlerror());
  return write(document, options, out, err);
}
