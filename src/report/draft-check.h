/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults of the law's text that show before anybody answers a question, and those of the draft that
 * a session leads to. All are warnings. */
#ifndef REPORT_DRAFT_CHECK_H
#define REPORT_DRAFT_CHECK_H

struct checklist;
struct faults;
struct session;

/* Definitions that nothing uses, forms of a term that its definition lacks, words in quotes that
 * are not defined, blanks that are left over, the same words twice, references to sections that are
 * not in every draft, missing parts, letters to nobody, instruments without a text. The rest of the
 * checklist is loaded. */
void draft_check(const struct checklist *checklist, struct faults *faults);

/* What the draft of a session tells on its first page, under the name of the session's file; of a
 * session without any answer nothing. Loads the rest of the checklist. */
void draft_check_session(const char *path, struct checklist *checklist,
                         const struct session *session, struct faults *faults);

#endif
