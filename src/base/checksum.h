/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CRC-32 as in ISO 3309 and zlib: finds a cut-off or damaged file. Not a protection against intent.
 */
#ifndef BASE_CHECKSUM_H
#define BASE_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

uint32_t checksum_crc32(const void *bytes, size_t count);

#endif
