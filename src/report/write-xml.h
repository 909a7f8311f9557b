/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text into XML and HTML: every character means itself. */
#ifndef REPORT_WRITE_XML_H
#define REPORT_WRITE_XML_H

#include <stddef.h>

struct strbuf;

/* Appends text for an element or for an attribute in double quotes. What utf8_clean() drops is
 * dropped, a line end becomes a space. NULL adds nothing. */
void xml_add_text(struct strbuf *out, const char *text);
void xml_add_text_length(struct strbuf *out, const char *text, size_t length);

#endif
