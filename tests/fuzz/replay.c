/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the files named, or those of the folders named, to a fuzz target, once each. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "fuzz.h"

static size_t taken;

static void take_file(const char *path) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  REQUIRE(file_read(&bytes, path, 64 << 20, NULL));
  /* in memory of exactly its size, so that reading beyond it is seen */
  uint8_t *exact = malloc(bytes.length + !bytes.length);
  REQUIRE(exact);
  for (size_t i = 0; i < bytes.length; i++)
    exact[i] = (uint8_t)bytes.text[i];
  LLVMFuzzerTestOneInput(exact, bytes.length);
  free(exact);
  strbuf_release(&bytes);
  taken++;
}

static void take_folder(const char *folder) {
  size_t count;
  char **names = file_list(folder, "", &count);
  for (size_t i = 0; i < count; i++) {
    char *path = path_join(folder, names[i]);
    if (!file_is_folder(path))
      take_file(path);
    free(path);
    free(names[i]);
  }
  free(names);
}

int main(int count, char **arguments) {
  LLVMFuzzerInitialize(&count, &arguments);
  for (int i = 1; i < count; i++)
    if (file_is_folder(arguments[i]))
      take_folder(arguments[i]);
    else
      take_file(arguments[i]);
  printf("%zu inputs taken\n", taken);
  return !taken;
}
