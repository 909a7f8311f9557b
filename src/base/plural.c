/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/plural.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { MOST_NODES = 512, MOST_DEPTH = 64, MOST_FORMS = 16 };

enum operation {
  NUMBER,
  VARIABLE,
  NOT,
  CONDITION,
  OR,
  AND,
  EQUAL,
  NOT_EQUAL,
  LESS_OR_EQUAL,
  GREATER_OR_EQUAL,
  LESS,
  GREATER,
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  REMAINDER
};

struct plural_node {
  enum operation operation;
  unsigned long number;
  size_t operands[3]; /* indices of nodes */
};

/* Operators that begin alike: the longer first. A higher level binds more tightly. */
static const struct binary {
  const char *text;
  enum operation operation;
  int level;
} binaries[] = {
    {"||", OR, 0},        {"&&", AND, 1},           {"==", EQUAL, 2},
    {"!=", NOT_EQUAL, 2}, {"<=", LESS_OR_EQUAL, 3}, {">=", GREATER_OR_EQUAL, 3},
    {"<", LESS, 3},       {">", GREATER, 3},        {"+", ADD, 4},
    {"-", SUBTRACT, 4},   {"*", MULTIPLY, 5},       {"/", DIVIDE, 5},
    {"%", REMAINDER, 5},
};
enum { TIGHTEST_LEVEL = 5 };

struct parser {
  const char *at;
  struct plural_rule *rule;
  int depth;
  bool failed;
};

static size_t parse_condition(struct parser *parser);

static size_t add_node(struct parser *parser, struct plural_node node) {
  struct plural_rule *rule = parser->rule;
  if (rule->count >= MOST_NODES)
    parser->failed = true;
  if (parser->failed)
    return 0;
  MEMORY_GROW(rule->nodes, rule->count, rule->capacity);
  rule->nodes[rule->count] = node;
  return rule->count++;
}

static void skip_blanks(struct parser *parser) {
  while (*parser->at == ' ' || *parser->at == '\t')
    parser->at++;
}

static bool accept(struct parser *parser, const char *token) {
  skip_blanks(parser);
  size_t length = strlen(token);
  if (parser->failed || strncmp(parser->at, token, length) != 0)
    return false;
  parser->at += length;
  return true;
}

static void expect(struct parser *parser, const char *token) {
  if (!accept(parser, token))
    parser->failed = true;
}

static bool descend(struct parser *parser) {
  if (++parser->depth > MOST_DEPTH)
    parser->failed = true;
  return !parser->failed;
}

static size_t parse_number(struct parser *parser) {
  unsigned long number = 0;
  skip_blanks(parser);
  if (*parser->at < '0' || *parser->at > '9')
    parser->failed = true;
  for (; *parser->at >= '0' && *parser->at <= '9'; parser->at++) {
    if (number > ULONG_MAX / 10 - 1)
      parser->failed = true;
    number = number * 10 + (unsigned long)(*parser->at - '0');
  }
  return add_node(parser, (struct plural_node){.operation = NUMBER, .number = number});
}

static size_t parse_primary(struct parser *parser) {
  size_t result = 0;
  if (!descend(parser))
    return result;
  if (accept(parser, "!")) {
    size_t operand = parse_primary(parser);
    result = add_node(parser, (struct plural_node){NOT, 0, {operand}});
  } else if (accept(parser, "(")) {
    result = parse_condition(parser);
    expect(parser, ")");
  } else if (accept(parser, "n")) {
    result = add_node(parser, (struct plural_node){.operation = VARIABLE});
  } else {
    result = parse_number(parser);
  }
  parser->depth--;
  return result;
}

static const struct binary *accept_binary(struct parser *parser, int level) {
  for (size_t i = 0; i < sizeof binaries / sizeof *binaries; i++)
    if (binaries[i].level == level && accept(parser, binaries[i].text))
      return &binaries[i];
  return NULL;
}

static size_t parse_binary(struct parser *parser, int level) {
  if (level > TIGHTEST_LEVEL)
    return parse_primary(parser);
  size_t left = parse_binary(parser, level + 1);
  for (const struct binary *binary; (binary = accept_binary(parser, level));) {
    size_t right = parse_binary(parser, level + 1);
    left = add_node(parser, (struct plural_node){binary->operation, 0, {left, right}});
  }
  return left;
}

static size_t parse_condition(struct parser *parser) {
  if (!descend(parser))
    return 0;
  size_t result = parse_binary(parser, 0);
  if (accept(parser, "?")) {
    size_t then = parse_condition(parser);
    expect(parser, ":");
    size_t otherwise = parse_condition(parser);
    result = add_node(parser, (struct plural_node){CONDITION, 0, {result, then, otherwise}});
  }
  parser->depth--;
  return result;
}

static bool parse_rule(struct plural_rule *rule, const char *text) {
  struct parser parser = {text, rule, 0, false};
  expect(&parser, "nplurals");
  expect(&parser, "=");
  size_t forms = parse_number(&parser);
  expect(&parser, ";");
  expect(&parser, "plural");
  expect(&parser, "=");
  rule->root = parse_condition(&parser);
  if (!accept(&parser, ";") && *parser.at != '\n' && *parser.at)
    parser.failed = true;
  rule->forms = parser.failed ? 0 : rule->nodes[forms].number;
  return rule->forms >= 1 && rule->forms <= MOST_FORMS;
}

bool plural_rule_init(struct plural_rule *rule, const char *header) {
  static const char field[] = "Plural-Forms:";
  *rule = (struct plural_rule){0};
  const char *found = strstr(header, field);
  return parse_rule(rule, found ? found + strlen(field) : "nplurals=2; plural=n != 1;");
}

void plural_rule_release(struct plural_rule *rule) {
  free(rule->nodes);
  *rule = (struct plural_rule){0};
}

static unsigned long evaluate_binary(enum operation operation, unsigned long a, unsigned long b) {
  switch (operation) {
  case EQUAL:
    return a == b;
  case NOT_EQUAL:
    return a != b;
  case LESS_OR_EQUAL:
    return a <= b;
  case GREATER_OR_EQUAL:
    return a >= b;
  case LESS:
    return a < b;
  case GREATER:
    return a > b;
  case ADD:
    return a + b;
  case SUBTRACT:
    return a - b;
  case MULTIPLY:
    return a * b;
  case DIVIDE:
    return b ? a / b : 0;
  default:
    return b ? a % b : 0;
  }
}

static unsigned long evaluate(const struct plural_rule *rule, size_t index, unsigned long n) {
  const struct plural_node *node = &rule->nodes[index];
  switch (node->operation) {
  case NUMBER:
    return node->number;
  case VARIABLE:
    return n;
  case NOT:
    return !evaluate(rule, node->operands[0], n);
  case OR:
    return evaluate(rule, node->operands[0], n) || evaluate(rule, node->operands[1], n);
  case AND:
    return evaluate(rule, node->operands[0], n) && evaluate(rule, node->operands[1], n);
  case CONDITION:
    return evaluate(rule, node->operands[evaluate(rule, node->operands[0], n) ? 1 : 2], n);
  default:
    return evaluate_binary(node->operation, evaluate(rule, node->operands[0], n),
                           evaluate(rule, node->operands[1], n));
  }
}

unsigned long plural_rule_form(const struct plural_rule *rule, unsigned long n) {
  unsigned long form = evaluate(rule, rule->root, n);
  return form < rule->forms ? form : 0;
}
