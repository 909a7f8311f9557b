/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "checklist/load.h"
#include "yaml/node.h"

static void tell_unknown(struct load *load, const struct mention *mention) {
  switch (mention->kind) {
  case ID_OFFICE:
    LOAD_FAULT(load, &mention->at,
               _("there is no office '%s': add it to 'offices', or correct the id"), mention->id);
    break;
  case ID_PROVISION:
    LOAD_FAULT(load, &mention->at,
               _("there is no provision '%s': add it to 'provisions', or correct the id"),
               mention->id);
    break;
  case ID_REFERENCE:
    LOAD_FAULT(load, &mention->at,
               _("there is no reference '%s': add it to 'references', or correct the id"),
               mention->id);
    break;
  case ID_PART:
    LOAD_FAULT(load, &mention->at,
               _("the ordinance has no part '%s': add it to 'parts', or correct the id"),
               mention->id);
    break;
  case ID_PAGE:
    LOAD_FAULT(load, &mention->at,
               _("there is no page '%s': write the id of a criterion, a survey or a section"),
               mention->id);
    break;
  case ID_INSTRUMENT:
    LOAD_FAULT(load, &mention->at,
               _("there is no instrument '%s': write 'ordinance', or add it to 'instruments'"),
               mention->id);
    break;
  default:
    LOAD_FAULT(load, &mention->at, _("there is no question '%s': write its full id, PAGE.QUESTION"),
               mention->id);
  }
}

void check_mention(struct load *load, const struct mention *mention) {
  if (index_find(&load->index, mention->kind, mention->id))
    return;
  const char *nearest =
      load_may_suggest(load) ? index_nearest(&load->index, mention->kind, mention->id) : NULL;
  if (nearest)
    LOAD_FAULT(load, &mention->at, _("there is no '%s': did you mean '%s'?"), mention->id, nearest);
  else
    tell_unknown(load, mention);
}

static bool is_of_rest(enum id_kind kind) {
  return kind != ID_OFFICE && kind != ID_QUESTION;
}

void check_mentions(struct load *load) {
  struct mention *mention = load->mentions, *next;
  load->mentions = NULL;
  load->mentions_end = &load->mentions;
  for (; mention; mention = next) {
    next = mention->next;
    if (is_of_rest(mention->kind) && !load->is_rest) {
      mention->next = NULL;
      *load->mentions_end = mention;
      load->mentions_end = &mention->next;
    } else {
      check_mention(load, mention);
    }
  }
}

static void check_parts(struct load *load, const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->part_count; i++) {
    const struct ordinance_part *part = &checklist->parts[i];
    const struct index_entry *entry = index_find(&load->index, ID_PART, part->id);
    if (entry && part->kind == PART_TEXT && !part->text)
      LOAD_FAULT(load, entry->at, _("the part '%s' is of kind text: add its 'text'"), part->id);
  }
}

static void check_instruments(struct load *load, const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->instrument_count; i++)
    check_condition(load, checklist, checklist->instruments[i].relevant, checklist->question_count);
}

static void mark_used(const struct load *load, const struct checklist *checklist, string_list ids,
                      bool *used) {
  for (; *ids; ids++) {
    const struct index_entry *entry = index_find(&load->index, ID_PROVISION, *ids);
    if (entry)
      used[(const struct provision *)entry->object - checklist->provisions] = true;
  }
}

static void warn_of_unused(struct load *load, const struct checklist *checklist) {
  bool *used = memory_new_zeroed(checklist->provision_count + 1, sizeof *used);
  for (size_t i = 0; i < checklist->question_count; i++)
    mark_used(load, checklist, checklist->questions[i]->calls_for, used);
  for (size_t i = 0; i < checklist->provision_count; i++)
    mark_used(load, checklist, checklist->provisions[i].instead, used);
  for (size_t i = 0; i < checklist->provision_count; i++) {
    const struct provision *provision = &checklist->provisions[i];
    if (!used[i] && !provision->always && !provision->alternative)
      LOAD_WARNING(load, &provision->at,
                   _("nothing calls for the provision '%s': name it in a question's 'calls-for', "
                     "or write 'always: \"yes\"' or 'alternative: \"yes\"'"),
                   provision->id);
  }
  free(used);
}

static void check_provision(struct load *load, const struct checklist *checklist,
                            const struct provision *provision) {
  const struct index_entry *entry =
      provision->part ? index_find(&load->index, ID_PART, provision->part) : NULL;
  if (entry && ((const struct ordinance_part *)entry->object)->kind != PART_PROVISIONS)
    LOAD_FAULT(load, &provision->at,
               _("the provision '%s' stands in the part '%s', which is not of kind provisions"),
               provision->id, provision->part);
  bool is_of_ordinance = !provision->instrument || strcmp(provision->instrument, "ordinance") == 0;
  if (!provision->part && is_of_ordinance)
    LOAD_FAULT(load, &provision->at,
               _("the provision '%s' lacks the key 'part': add it, or name an 'instrument'"),
               provision->id);
  check_condition(load, checklist, provision->not_in, checklist->question_count);
  check_condition(load, checklist, provision->beyond, checklist->question_count);
}

void check_ordinance(struct load *load, const struct checklist *checklist) {
  check_parts(load, checklist);
  check_instruments(load, checklist);
  for (size_t i = 0; i < checklist->provision_count; i++)
    check_provision(load, checklist, &checklist->provisions[i]);
  warn_of_unused(load, checklist);
}
