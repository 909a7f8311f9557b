/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmocka.h wants these before it. */
#ifndef TESTS_BASE_CMOCKA_TESTS_H
#define TESTS_BASE_CMOCKA_TESTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
