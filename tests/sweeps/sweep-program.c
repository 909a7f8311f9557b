/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program itself, from its start to its end: killed at every file system call it makes, and
 * told at every one of them that it failed. "kills" or "errors" says which; --long takes more. */
#include <config.h>

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/session-file.h"
#include "session/session.h"
#include "supervise.h"
#include "sweep.h"
#include "tests/base/scratch.h"

enum start { START_NOTHING, START_TWO_STEPS, START_CUT_OFF, START_GAP };

/* Every line "step N" in the input records one more step: what was told saved is counted by it. */
struct scenario {
  const char *name;
  const char *arguments[10]; /* after the program's name; "S" is the session's path */
  const char *input;
  enum start start;
  long steps_before, steps_after;
  bool no_links, no_locks, sweeps_itself;
};
#define TWO(first, second) ":comment step " #first "\n:note step " #second "\n\n"
#define EVENING                                                                                    \
  TWO(1, 2)                                                                                        \
  TWO(3, 4)                                                                                        \
  TWO(5, 6)                                                                                        \
  TWO(7, 8)                                                                                        \
  TWO(9, 10)                                                                                       \
  TWO(11, 12)                                                                                      \
  TWO(13, 14)                                                                                      \
  TWO(15, 16)                                                                                      \
  TWO(17, 18)                                                                                      \
  TWO(19, 20)                                                                                      \
  TWO(21, 22)                                                                                      \
  TWO(23, 24)

static const struct scenario scenarios[] = {
    {"an evening",
     {"--plain", "new", "--checklist", "zoning", "S"},
     EVENING ":quit\n",
     START_NOTHING,
     0,
     24,
     false,
     false,
     false},
    {"an evening on a disk without links",
     {"--plain", "new", "--checklist", "zoning", "S"},
     EVENING,
     START_NOTHING,
     0,
     24,
     true,
     false,
     false},
    {"an evening on a disk without links and locks",
     {"--plain", "new", "--checklist", "zoning", "S"},
     EVENING ":save\n:quit\n",
     START_NOTHING,
     0,
     24,
     true,
     true,
     false},
    {"a new session",
     {"--plain", "new", "--checklist", "zoning", "S"},
     "Elm\n:comment step 1\n\n1\n:note step 2\n120\n:undo\n:redo\n:comment step 3\n\n"
     ":comment step 4\n:quit\n",
     START_NOTHING,
     0,
     4,
     false,
     false,
     false},
    {"a session that is gone on with",
     {"--plain", "open", "S"},
     "Elm\n:comment step 3\n\n:comment step 4\n\n120\n:undo\n:redo\n\n:note step 5\n:save\n"
     ":comment step 6\n\n:comment step 7\n",
     START_TWO_STEPS,
     2,
     7,
     false,
     false,
     false},
    {"a disk without links",
     {"--plain", "open", "S"},
     "Elm\n:comment step 3\n\n:comment step 4\n\n:comment step 5\n:quit\n",
     START_TWO_STEPS,
     2,
     5,
     true,
     false,
     false},
    {"a disk without locks",
     {"--plain", "open", "S"},
     "Elm\n:comment step 3\n\n:comment step 4\n:quit\n",
     START_TWO_STEPS,
     2,
     4,
     false,
     true,
     false},
    {"a damaged session, and the one before it",
     {"--plain", "open", "S"},
     "1\n:comment step 2\n\n:comment step 3\n:quit\n",
     START_CUT_OFF,
     1,
     3,
     false,
     false,
     false},
    {"a save that was cut short before",
     {"--plain", "open", "S"},
     ":comment step 3\n\n:comment step 4\n:quit\n",
     START_GAP,
     2,
     4,
     true,
     false,
     false},
    {"answers from the command line",
     {"set", "S", "profile.residents.comment=step 3", "profile.adopted.note=step 4"},
     "",
     START_TWO_STEPS,
     2,
     4,
     false,
     false,
     false},
    {"a document",
     {"export", "S", "--format", "html", "--force", "--output", "D"},
     "",
     START_TWO_STEPS,
     2,
     2,
     false,
     false,
     true},
};
enum { SCENARIO_COUNT = sizeof scenarios / sizeof *scenarios, STATE_LIMIT = 64 };

static struct checklist *checklist;
static char program[4096], session_at[4096], document_at[4096], input_at[4096], output_at[4096];
static bool all_of_them, is_short;
static char *document; /* as it is made when nothing fails */

/* --- how it begins ----------------------------------------------------------------------------*/

static const char *const files[] = {"s.yaml", "s.yaml~", "d.html", "s-2.yaml", "s-2.yaml~"};
enum { FILE_COUNT = sizeof files / sizeof *files };
static char *first_contents[FILE_COUNT];
static size_t first_sizes[FILE_COUNT];

static void record(struct session *session, const char *id, const char *text) {
  struct error err = ERROR_INIT;
  struct answer wanted;
  answer_copy(&wanted, NULL);
  wanted.comment = (char *)text;
  if (!session_apply(session, id, FIELD_COMMENT, &wanted, &err) || !session_save(session, &err))
    abort();
}

static void cut_off_end(void) {
  size_t count;
  char *bytes = scratch_read("f/s.yaml", &count);
  scratch_write("f/s.yaml", bytes, count - 15);
  free(bytes);
}

static void make_first(enum start start) {
  struct session *session = session_new(checklist);
  if (!session_create(session, session_at, NULL))
    abort();
  record(session, "fees.scaled", "step 1");
  record(session, "fees.posted", "step 2");
  session_free(session);
  if (start == START_CUT_OFF)
    cut_off_end();
  if (start == START_GAP && rename(session_at, scratch_path("f/s.yaml~")) != 0)
    abort();
}

/* Remembers what is there, to be put back before each run. */
static void prepare(const struct scenario *scenario) {
  scratch_write("f/.keep", "", 0);
  scratch_write("input", scenario->input, strlen(scenario->input));
  if (scenario->start != START_NOTHING)
    make_first(scenario->start);
  scratch_write("f/d.html", "the old document", 16);
  for (size_t i = 0; i < FILE_COUNT; i++) {
    char name[32];
    snprintf(name, sizeof name, "f/%s", files[i]);
    free(first_contents[i]);
    first_contents[i] = scratch_read(name, &first_sizes[i]);
  }
}

static void remove_all_files(void) {
  scratch_clear("f");
}

static void put_back(void) {
  remove_all_files();
  for (size_t i = 0; i < FILE_COUNT; i++) {
    char name[32];
    snprintf(name, sizeof name, "f/%s", files[i]);
    if (first_contents[i])
      scratch_write(name, first_contents[i], first_sizes[i]);
  }
}

/* --- one run ----------------------------------------------------------------------------------*/

static struct ending run_again(const struct scenario *scenario, const struct supervised *fault) {
  const char *arguments[16] = {program};
  for (size_t i = 0; i < 10 && scenario->arguments[i]; i++) {
    const char *argument = scenario->arguments[i];
    arguments[i + 1] = !strcmp(argument, "S")   ? session_at
                       : !strcmp(argument, "D") ? document_at
                                                : argument;
  }
  struct supervised run = *fault;
  run.arguments = arguments;
  run.input = input_at;
  run.output = output_at;
  run.no_links = scenario->no_links;
  run.no_locks = scenario->no_locks;
  return supervise(&run);
}

static struct ending run(const struct scenario *scenario, const struct supervised *fault) {
  put_back();
  return run_again(scenario, fault);
}

static bool says_saved(const char *text, const char *end) {
  static const char *const words[] = {"Saved.", "Saved in", "Everything is saved"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    const char *at = strstr(text, words[i]);
    if (at && at < end)
      return true;
  }
  return false;
}

/* The last step that the person was told is saved. *unsaid: one was neither told saved nor told
 * not saved. */
static long acknowledged(const char *said, long steps_before, bool *unsaid) {
  long told = steps_before;
  *unsaid = false;
  for (const char *at = said; (at = strstr(at, " step ")); at++) {
    const char *next = strstr(at + 1, " step ");
    const char *end = next ? next : at + strlen(at);
    const char *failure = strstr(at, "NOT SAVED");
    if (says_saved(at, end))
      told = strtol(at + 6, NULL, 10);
    else if (!failure || failure > end)
      *unsaid = true;
  }
  return told;
}

/* What went wrong, in words a person can read. */
static bool tells_failure(const char *said) {
  static const char *const words[] = {
      "cannot ", "NOT SAVED", "error while loading", "no checklist",  "fault",
      "damaged", "could not", "the version before",  "unknown",       "not found",
      "newer",   "in use",    "there is no ",        "out of memory", "open for reading only"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strstr(said, words[i]))
      return true;
  return false;
}

/* --- what has to hold afterwards --------------------------------------------------------------*/

struct states { /* every state that the file has in a run without a fault */
  char *texts[STATE_LIMIT];
  size_t count;
};

static void note_state(void *context) {
  struct states *states = context;
  char *now = scratch_read("f/s.yaml", NULL);
  if (now && states->count < STATE_LIMIT &&
      (!states->count || strcmp(states->texts[states->count - 1], now) != 0))
    states->texts[states->count++] = now;
  else
    free(now);
}

static bool is_known_state(const struct states *states) {
  char *now = scratch_read("f/s.yaml", NULL);
  bool known = !now;
  for (size_t i = 0; now && i < states->count; i++)
    known = known || !strcmp(states->texts[i], now);
  free(now);
  return known;
}

struct found {
  long steps; /* -1: no session could be opened */
  bool whole, interrupted;
};

static struct session *load_or_before(const struct scenario *scenario, enum session_access access,
                                      struct session_report *report) {
  struct session *session = session_load(session_at, checklist, access, report, NULL);
  if (scenario->start != START_CUT_OFF || (session && report->wholeness != SESSION_CUT_OFF))
    return session;
  session_free(session); /* still as it began: the one before has to be offered */
  return report->previous_exists ? session_load_previous(session_at, checklist, report, NULL)
                                 : NULL;
}

static long last_step(const struct session *session) {
  long last = 0;
  for (size_t i = 0; i < session_answer_count(session); i++) {
    const struct answer *answer = session_answer_at(session, i);
    const char *texts[] = {answer->comment, answer->note};
    for (size_t j = 0; j < 2; j++) {
      long step = texts[j] && !strncmp(texts[j], "step ", 5) ? strtol(texts[j] + 5, NULL, 10) : 0;
      last = step > last ? step : last;
    }
  }
  return last;
}

/* Where nothing can be written a copy elsewhere is offered, which may be the session itself, if it
 * was missing. What was typed until that was chosen was no answer to a question of the checklist.
 */
static bool copy_was_offered;

static struct found look(const struct scenario *scenario, enum session_access access) {
  struct session_report report;
  struct found found = {.steps = -1};
  struct session *session = load_or_before(scenario, access, &report);
  if (session)
    found = (struct found){copy_was_offered ? last_step(session) : sweep_steps(session),
                           report.wholeness == SESSION_WHOLE, report.interrupted};
  session_free(session);
  session = session_load(scratch_path("f/s-2.yaml"), checklist, access, &report, NULL);
  if (session) {
    found.steps = last_step(session);
    found.whole = found.whole && report.wholeness == SESSION_WHOLE;
  }
  session_free(session);
  return found;
}

static size_t temporaries(void) {
  size_t count = scratch_count("f");
  for (size_t i = 0; i < FILE_COUNT; i++) {
    char name[32];
    snprintf(name, sizeof name, "f/%s", files[i]);
    count -= file_exists(scratch_path(name));
  }
  /* a save that failed after it put the damaged file aside does so again */
  return count - file_exists(scratch_path("f/s.yaml.damaged-1")) -
         file_exists(scratch_path("f/s.yaml.damaged-2"));
}

static bool document_is_well(void) {
  return scratch_holds("f/d.html", "the old document") ||
         (document && scratch_holds("f/d.html", document));
}

struct trouble {
  const char *name;
  struct supervised how;
};

static void check_files(struct sweep *sweep, const struct scenario *scenario, const char *what,
                        const struct states *states, long told, bool killed) {
  bool may_be_missing = scenario->start == START_NOTHING && told == 0;
  bool known = is_known_state(states);
  struct found found = look(scenario, SESSION_WRITE); /* sweeps what a kill left behind */
  if (found.steps < 0 && may_be_missing && !file_exists(session_at))
    return;
  if (found.steps < told)
    sweep_fails(sweep, "%s: told saved up to step %ld, found %ld", what, told, found.steps);
  else if (!found.whole)
    sweep_fails(sweep, "%s: the file is not whole", what);
  else if (!known && killed)
    sweep_fails(sweep, "%s: the file has a state that it never had", what);
  if (scenario->sweeps_itself) { /* what was left of a document goes when it is made again */
    struct supervised nothing = {0};
    run_again(scenario, &nothing);
  }
  if (temporaries())
    sweep_fails(sweep, "%s: %zu files are left lying about", what, temporaries());
  if (!document_is_well())
    sweep_fails(sweep, "%s: the document is neither the old nor the new one", what);
}

/* A lock that is refused as if another one held it. */
static bool says_it_only_reads(const char *said) {
  return strstr(said, "Open elsewhere") || strstr(said, "reading only");
}

static void check_end(struct sweep *sweep, const struct scenario *scenario, const char *what,
                      const struct ending *ending, const char *said, long told, bool unsaid) {
  struct found found = look(scenario, SESSION_READ_ONLY);
  bool done = WIFEXITED(ending->status) && WEXITSTATUS(ending->status) == 0;
  if (ending->hung || !WIFEXITED(ending->status))
    sweep_fails(sweep, "%s: ended by signal %d", what, WTERMSIG(ending->status));
  else if (done && found.steps != scenario->steps_after && !says_it_only_reads(said))
    sweep_fails(sweep, "%s: ended as if all were well with %ld steps of %ld (told %ld)", what,
                found.steps, scenario->steps_after, told);
  else if (!done && !tells_failure(said))
    sweep_fails(sweep, "%s: status %d without a word", what, WEXITSTATUS(ending->status));
  else if (unsaid && done && !says_it_only_reads(said) && !copy_was_offered)
    sweep_fails(sweep, "%s: a step was neither told saved nor told not saved", what);
}

static void sweep_one(struct sweep *sweep, const struct scenario *scenario,
                      const struct states *states, const struct trouble *fault, int at) {
  char what[256];
  snprintf(what, sizeof what, "%s: %s at call %d", scenario->name, fault->name, at);
  struct supervised how = fault->how;
  how.at = at;
  struct ending ending = run(scenario, &how);
  if (!ending.hit)
    return;
  sweep->runs++;
  char *said = scratch_read("output", NULL);
  bool unsaid, killed = how.kind == FAULT_KILL;
  copy_was_offered = strstr(said, "Go on in a copy");
  long told = acknowledged(said, scenario->steps_before, &unsaid);
  long failures = sweep->failures;
  if (!killed)
    check_end(sweep, scenario, what, &ending, said, told, unsaid);
  check_files(sweep, scenario, what, states, told, killed);
  if (sweep->failures > failures && sweep->failures < 20)
    fprintf(stderr, "%s\n", said);
  free(said);
}

/* --- all of it --------------------------------------------------------------------------------*/

static int run_without_fault(struct sweep *sweep, const struct scenario *scenario,
                             struct states *states) {
  struct supervised nothing = {.before_call = note_state, .context = states};
  struct ending ending = run(scenario, &nothing);
  note_state(states);
  char *said = scratch_read("output", NULL);
  bool unsaid;
  copy_was_offered = false;
  long told = acknowledged(said, scenario->steps_before, &unsaid);
  free(document);
  document = scratch_read("f/d.html", NULL);
  if (told != scenario->steps_after && *scenario->input)
    sweep_fails(sweep, "%s: told %ld steps saved of %ld:\n%s", scenario->name, told,
                scenario->steps_after, said);
  if (ending.status)
    sweep_fails(sweep, "%s: status %d:\n%s", scenario->name, ending.status, said);
  check_end(sweep, scenario, scenario->name, &ending, said, told, unsaid);
  check_files(sweep, scenario, scenario->name, states, told, true);
  free(said);
  return ending.calls;
}

/* Long scenarios repeat themselves: there the errors take turns, unless the long run is wanted. In
 * a short run they do so in the short scenarios, at every second call. */
static bool in_turn(const struct scenario *scenario, size_t fault, int at) {
  enum { TURNS = 13 };
  bool repeats = scenario->steps_after > 10;
  if (is_short)
    return !repeats && fault == (size_t)at % (2 * TURNS);
  return all_of_them || !repeats || fault == (size_t)(at + scenario->no_links) % TURNS;
}

static void sweep_scenario(struct sweep *sweep, const struct scenario *scenario,
                           const struct trouble *faults, size_t fault_count) {
  struct states states = {.count = 0};
  prepare(scenario);
  int calls = run_without_fault(sweep, scenario, &states);
  sweep->points += calls;
  for (size_t i = 0; i < fault_count; i++)
    for (int at = 1; at <= calls; at++)
      if (in_turn(scenario, i, at))
        sweep_one(sweep, scenario, &states, &faults[i], at);
  for (size_t i = 0; i < states.count; i++)
    free(states.texts[i]);
  remove_all_files();
}

#define FAIL(error)                                                                                \
  {                                                                                                \
#error, { .kind = FAULT_FAIL, .count = 1, .reason = (error) }                                  \
  }

static const struct trouble kills[] = {{"killed", {.kind = FAULT_KILL, .count = 1}}};
static const struct trouble errors[] = {
    FAIL(ENOSPC),
    FAIL(EDQUOT),
    FAIL(EIO),
    FAIL(EROFS),
    FAIL(EINTR),
    FAIL(EACCES),
    FAIL(ENOENT),
    FAIL(EMFILE),
    FAIL(ENOMEM),
    {"short write", {.kind = FAULT_SHORT_WRITE, .count = 1}},
    {"short writes", {.kind = FAULT_SHORT_WRITE, .count = 1000000}},
    {"ENOSPC for 20 calls",
     {.kind = FAULT_FAIL, .count = 20, .reason = ENOSPC, .only_changes = true}},
    {"EROFS from then on",
     {.kind = FAULT_FAIL, .count = 1000000, .reason = EROFS, .only_changes = true}},
};

static void set_paths(void) {
  char checklist_at[4096];
  const char *build = getenv("BUILD_DIR"), *source = getenv("SOURCE_DIR");
  snprintf(program, sizeof program, "%s/disentangle", build ? build : ".");
  snprintf(checklist_at, sizeof checklist_at, "%s/tests/data/zoning", source ? source : ".");
  snprintf(session_at, sizeof session_at, "%s", scratch_path("f/s.yaml"));
  snprintf(document_at, sizeof document_at, "%s", scratch_path("f/d.html"));
  snprintf(input_at, sizeof input_at, "%s", scratch_path("input"));
  snprintf(output_at, sizeof output_at, "%s", scratch_path("output"));
  scratch_write("data/checklists/about.txt", "", 0);
  if (symlink(checklist_at, scratch_path("data/checklists/zoning")) != 0)
    abort();
  setenv("DISENTANGLE_DATADIR", scratch_path("data"), 1);
  setenv("DISENTANGLE_SESSIONS", scratch_path("f"), 1);
  setenv("XDG_CONFIG_HOME", scratch_path("config"), 1);
}

int main(int count, char **arguments) {
  struct sweep sweep;
  bool kill_it = count > 1 && !strcmp(arguments[1], "kills");
  if (!supervise_is_possible())
    return 77;
  all_of_them = kill_it || sweep_is_long(count, arguments);
  is_short = sweep_is_short(count, arguments);
  scratch_make();
  set_paths();
  checklist = sweep_checklist();
  sweep_begin(&sweep, kill_it ? "killed at every file system call" : "every file system call fails",
              "calls");
  for (size_t i = 0; i < SCENARIO_COUNT; i++)
    if (kill_it)
      sweep_scenario(&sweep, &scenarios[i], kills, 1);
    else
      sweep_scenario(&sweep, &scenarios[i], errors, sizeof errors / sizeof *errors);
  bool well = sweep_end(&sweep, is_short ? 500 : 3000);
  checklist_free(checklist);
  scratch_remove();
  return !well;
}
