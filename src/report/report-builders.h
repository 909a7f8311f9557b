/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The builders behind report_kinds: one document each, in the language in use. */
#ifndef REPORT_REPORT_BUILDERS_H
#define REPORT_REPORT_BUILDERS_H

#include <stdbool.h>

struct assessment;
struct checklist;
struct document;
struct report_options;

struct document *report_build_summary(const struct assessment *assessment,
                                      const struct report_options *options);
struct document *report_build_ordinance(const struct assessment *assessment,
                                        const struct report_options *options);
struct document *report_build_records_request(const struct assessment *assessment,
                                              const struct report_options *options);
struct document *report_build_to_find_out(const struct assessment *assessment,
                                          const struct report_options *options);
struct document *report_build_one_page(const struct assessment *assessment,
                                       const struct report_options *options);
struct document *report_build_answers(const struct assessment *assessment,
                                      const struct report_options *options);
struct document *report_build_ordinance_short(const struct assessment *assessment,
                                              const struct report_options *options);
struct document *report_build_letter(const struct assessment *assessment,
                                     const struct report_options *options);
struct document *report_build_worksheet(const struct assessment *assessment,
                                        const struct report_options *options);

/* Whether a checklist, with its rest loaded, has what the document is made of. */
bool report_offers_ordinance(const struct checklist *checklist);
bool report_offers_short(const struct checklist *checklist);
bool report_offers_letter(const struct checklist *checklist);

#endif
