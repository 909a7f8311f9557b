/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the summary, each in a file of its own. */
#ifndef REPORT_REPORT_SUMMARY_H
#define REPORT_REPORT_SUMMARY_H

struct report;

void summary_add_picture(const struct report *report);         /* bars and band */
void summary_add_pages(const struct report *report);           /* every page with its questions */
void summary_add_recommendations(const struct report *report); /* grouped by advice */
void summary_add_open(const struct report *report);            /* what to find out, and where */
void summary_add_retired(const struct report *report);
void summary_add_errata(const struct report *report);
void summary_add_sources(const struct report *report);

#endif
