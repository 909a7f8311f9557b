/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/checksum.h"

enum { SLICES = 8 };

/* remainders[n][byte]: what a byte leaves when n bytes follow it, for the reflected polynomial. So
 * eight bytes are taken in one step. Made when they are first needed: that is quicker than reading
 * them from the disk. */
static uint32_t remainders[SLICES][256];

static void make_remainders(void) {
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t crc = byte;
    for (int bit = 0; bit < 8; bit++)
      crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    remainders[0][byte] = crc;
  }
  for (int n = 1; n < SLICES; n++)
    for (int byte = 0; byte < 256; byte++) {
      uint32_t crc = remainders[n - 1][byte];
      remainders[n][byte] = crc >> 8 ^ remainders[0][crc & 255];
    }
}

static uint32_t four_bytes(const unsigned char *b) {
  return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static uint32_t add_eight(uint32_t crc, const unsigned char *bytes) {
  uint32_t low = crc ^ four_bytes(bytes), high = four_bytes(bytes + 4);
  return remainders[7][low & 255] ^ remainders[6][low >> 8 & 255] ^ remainders[5][low >> 16 & 255] ^
         remainders[4][low >> 24] ^ remainders[3][high & 255] ^ remainders[2][high >> 8 & 255] ^
         remainders[1][high >> 16 & 255] ^ remainders[0][high >> 24];
}

uint32_t checksum_crc32(const void *bytes, size_t count) {
  uint32_t crc = 0xffffffff;
  const unsigned char *byte = bytes;
  if (!remainders[0][1])
    make_remainders();
  for (; count >= SLICES; count -= SLICES, byte += SLICES)
    crc = add_eight(crc, byte);
  for (; count; count--, byte++)
    crc = crc >> 8 ^ remainders[0][(crc ^ *byte) & 255];
  return ~crc;
}
