/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program in a terminal of its own: a pseudo-terminal whose screen libvterm keeps. Never waits
 * for time: the program writes a mark before it waits for a key. */
#ifndef TESTS_TERMINAL_VT_H
#define TESTS_TERMINAL_VT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct vt; /* opaque */

/* Starts argv with these variables ("NAME=value", NULL-terminated) added to a small environment. */
struct vt *vt_start(char *const argv[], char *const variables[], int rows, int columns);
/* Until the program waits for a key; false: it has ended, or does not come to it. */
bool vt_wait(struct vt *vt);
bool vt_wait_for_output(struct vt *vt); /* of any kind; false: it has ended, or writes nothing */
bool vt_send(struct vt *vt, const char *bytes);                     /* one key, then vt_wait() */
bool vt_send_bytes(struct vt *vt, const char *bytes, size_t count); /* the same */
bool vt_type(struct vt *vt, const char *text);                      /* character by character */
void vt_set_size(struct vt *vt, int rows, int columns); /* of a program that does not look */
bool vt_resize(struct vt *vt, int rows, int columns);
/* Types bytes to a program that reads lines, and waits until it has written the text anew; false:
 * it does not. Either may be NULL. */
bool vt_talk(struct vt *vt, const char *bytes, const char *text);
pid_t vt_pid(const struct vt *vt);
void vt_signal(struct vt *vt, int number);
void vt_hang_up(struct vt *vt); /* the window is closed */
/* Sends the bytes (NULL: nothing) and waits for the end of the program. Returns what waitpid()
 * says; -1 if it does not end. */
int vt_end(struct vt *vt, const char *bytes);
void vt_free(struct vt *vt);

const char *vt_row(struct vt *vt, int row); /* borrowed until the next call */
bool vt_shows(struct vt *vt, const char *text);
void vt_cursor(struct vt *vt, int *row, int *column, bool *is_visible);
bool vt_wrote(struct vt *vt, const char *bytes); /* anywhere since the start */
/* The alternate screen and the mouse are off, and keys are read as before the program started. */
bool vt_is_restored(struct vt *vt);
size_t vt_bytes_written(struct vt *vt); /* by the program since the start */
const char *vt_written(struct vt *vt);  /* these bytes; borrowed until the next call */

#endif
