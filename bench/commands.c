/* SPDX-License-Identifier: GPL-3.0-or-later */
/* commands RUNS <TABLE: how long commands take, from exec to their end, and how much memory. Each
 * line of the table is NAME, a tab, and a command's words with single spaces between. The commands
 * take turns, so that what else the machine does hits all of them. Prints for each: NAME, the
 * median in microseconds, the peak of its memory in kB. */
#include <config.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 32, MOST_WORDS = 32, MOST_RUNS = 1001 };

struct command {
  char *name;
  char *words[MOST_WORDS + 1];
  long microseconds[MOST_RUNS];
  long peak;
};

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static void read_command(struct command *command, char *line) {
  line[strcspn(line, "\n")] = '\0';
  command->name = strdup(strtok(line, "\t"));
  int count = 0;
  for (char *word; count < MOST_WORDS && (word = strtok(NULL, " "));)
    command->words[count++] = strdup(word);
}

static void run(struct command *command, int turn) {
  long begin = now();
  pid_t child = fork();
  if (child == 0) {
    int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 0);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execvp(command->words[0], command->words);
    perror(command->words[0]);
    _exit(127);
  }
  int status;
  struct rusage usage;
  wait4(child, &status, 0, &usage);
  command->microseconds[turn] = now() - begin;
  if (usage.ru_maxrss > command->peak)
    command->peak = usage.ru_maxrss;
  if (status != 0) {
    fprintf(stderr, "commands: '%s' failed\n", command->name);
    exit(1);
  }
}

static int compare(const void *a, const void *b) {
  long one = *(const long *)a, other = *(const long *)b;
  return (one > other) - (one < other);
}

int main(int argument_count, char **arguments) {
  static struct command commands[MOST_COMMANDS];
  static char line[8192];
  int count = 0, runs = argument_count > 1 ? (int)strtol(arguments[1], NULL, 10) : 0;
  if (runs < 1 || runs > MOST_RUNS)
    return 2;
  while (count < MOST_COMMANDS && fgets(line, sizeof line, stdin))
    read_command(&commands[count++], line);
  for (int turn = -1; turn < runs; turn++) /* the first turn fills the caches */
    for (int i = 0; i < count; i++)
      run(&commands[i], turn < 0 ? 0 : turn);
  for (int i = 0; i < count; i++) {
    qsort(commands[i].microseconds, (size_t)runs, sizeof(long), compare);
    printf("%s\t%ld\t%ld\n", commands[i].name, commands[i].microseconds[runs / 2],
           commands[i].peak);
  }
  return 0;
}
