/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens under any stream of keys, of resizes and of pastes. Nothing is saved, but documents
 * may be written to the run's own folder; '/' is never typed, for a path could lead out of it. */
#include "fuzz.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "tui/canvas.h"
#include "tui/input.h"
#include "tui/terminal.h"
#include "tui/tui.h"

enum { KEYS_LIMIT = 400 };

struct stream {
  struct input input;
  const uint8_t *at, *end;
  size_t given;
  char text[64];
};

static void set_paste(struct stream *stream, struct key *key) {
  struct strbuf clean;
  size_t left = (size_t)(stream->end - stream->at), length = left < 12 ? left : 12;
  strbuf_init(&clean);
  utf8_clean(&clean, (const char *)stream->at, length, UTF8_MANY_LINES);
  snprintf(stream->text, sizeof stream->text, "%s", clean.text);
  for (char *c = stream->text; *c; c++)
    *c = *c == '/' ? '|' : *c;
  strbuf_release(&clean);
  stream->at += length;
  *key = (struct key){.code = INPUT_PASTE, .text = stream->text};
}

static void set_key(struct stream *stream, uint8_t byte, struct key *key) {
  *key = (struct key){.code = INPUT_CHAR, .character = byte == '/' ? '|' : byte};
  if (byte >= 0x20 && byte < 0x7f)
    return;
  if (byte == 'Z' - '@')
    key->character = ' '; /* Ctrl-Z would stop the fuzzer itself */
  else if (byte < 0x20)
    *key = (struct key){.code = INPUT_CTRL, .character = (uint32_t)byte + '@'};
  else if (byte == 0xff)
    set_paste(stream, key);
  else if (byte >= 0xf0)
    *key = (struct key){.code = INPUT_FUNCTION, .character = byte - 0xefU};
  else if (byte >= 0xc0)
    *key = (struct key){.code = INPUT_MOUSE, .row = byte & 31, .column = byte * 7 % 80};
  else if (byte >= 0xa0)
    *key = (struct key){.code = INPUT_CHAR, .character = byte < 0xb0 ? 0x6f22 : 0x301};
  else
    *key = (struct key){
        .code = (enum input_code)(INPUT_WHEEL_UP + byte % (INPUT_OTHER + 1 - INPUT_WHEEL_UP))};
}

static bool next_key(struct input *input, int timeout_ms, struct key *key) {
  struct stream *stream = (struct stream *)input;
  if (timeout_ms == 0) {
    *key = (struct key){.code = INPUT_TIMEOUT};
    return true;
  }
  if (stream->at == stream->end || stream->given++ == KEYS_LIMIT) {
    *key = (struct key){.code = INPUT_END};
    return false;
  }
  set_key(stream, *stream->at++, key);
  return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  static FILE *in, *out;
  if (!in) {
    REQUIRE(chdir(fuzz_folder()) == 0);
    in = fopen("/dev/null", "r");
    out = fopen("/dev/null", "w");
  }
  if (count < 2)
    return 0;
  struct error err = ERROR_INIT;
  const struct terminal_options options = {.type = "xterm",
                                           .in = in,
                                           .out = out,
                                           .rows = 4 + bytes[0] % 40,
                                           .columns = 10 + bytes[1] % 120,
                                           .ascii = bytes[0] & 128};
  REQUIRE(terminal_start(&options, &err));
  struct stream stream = {{next_key, NULL}, bytes + 2, bytes + count, 0, ""};
  const struct tui_options tui = {.start = bytes[1] & 128 ? TUI_HOME : TUI_PRACTICE,
                                  .checklist = "zoning",
                                  .ascii = options.ascii};
  tui_walk(&tui, &stream.input, &err);
  terminal_stop();
  error_release(&err);
  return 0;
}
