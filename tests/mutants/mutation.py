# SPDX-License-Identifier: GPL-3.0-or-later
"""The changes that can be made to a C file, one at a time."""
import hashlib
import re

TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)
      | (?P<directive>^[ \t]*\#(?:[^\n\\]|\\.|\\\n)*)
      | (?P<string>"(?:[^"\\\n]|\\.)*")
      | (?P<char>'(?:[^'\\\n]|\\.)*')
      | (?P<number>\b(?:0[xX][0-9a-fA-F]+|[0-9]+)[uUlL]*\b)
      | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<sign><<=|>>=|\.\.\.|->|\+\+|--|&&|\|\||[-+*/%&|^<>=!]=|<<|>>|[^\sA-Za-z0-9_])
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)

OTHER_SIGN = {
    "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"],
    "==": ["!="], "!=": ["=="], "&&": ["||"], "||": ["&&"],
    "+=": ["-="], "-=": ["+="], "++": ["--"], "--": ["++"],
}
OTHER_WORD = {"true": "false", "false": "true", "continue": "break"}
# Without these nothing is wrong but memory lost, which sanitizers and valgrind look for.
GIVES_BACK = re.compile(r"^(free|close|va_end|\w+_(free|release|delete))$")


class Mutant:
    """One change: text[begin:end] becomes `new`."""

    def __init__(self, path, function, source, begin, end, new):
        self.path, self.function, self.begin, self.end, self.new = path, function, begin, end, new
        self.line = source.count("\n", 0, begin) + 1
        line_begin = source.rfind("\n", 0, begin) + 1
        line_end = source.find("\n", end)
        self.before = " ".join(source[line_begin:line_end].split())
        self.after = " ".join((source[line_begin:begin] + new + source[end:line_end]).split())
        self.place = f"{path} {function}: {self.before} => {self.after}"
        # Which are chosen does not depend on the lines around them.
        self.rank = hashlib.sha256(f"1 {self.place} {begin - line_begin}".encode()).hexdigest()

    def applied(self, source):
        return source[: self.begin] + self.new + source[self.end :]


class Token:
    def __init__(self, match):
        self.kind, self.text = match.lastgroup, match.group()
        self.begin, self.end = match.span()


def tokens_of(source):
    found = (Token(match) for match in TOKEN.finditer(source))
    return [token for token in found if token.kind not in ("comment", "directive")]


def closing(tokens, at):
    """The index of the bracket that closes the one at `at`."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += (tokens[i].text in "([{") - (tokens[i].text in ")]}")
        if depth == 0:
            return i
    return len(tokens) - 1


def spans_not_to_change(tokens):
    """Assertions, and the sizes of arrays in declarations."""
    for i, token in enumerate(tokens[:-1]):
        if token.text in ("assert", "static_assert") and tokens[i + 1].text == "(":
            yield i, closing(tokens, i + 1)
        if token.text == "[" and tokens[i + 1].kind == "number" and len(tokens[i + 1].text) > 1:
            yield i, closing(tokens, i)


def changes_of_a_token(tokens, i):
    token, before, after = tokens[i], tokens[i - 1], tokens[i + 1]
    if token.kind == "number":
        digits = token.text.rstrip("uUlL")
        yield str(int(digits, 0) + 1)
        if int(digits, 0) > 0:
            yield str(int(digits, 0) - 1)
    elif token.kind == "char":
        yield f"({token.text} + 1)"
    elif token.kind == "word":
        if token.text in OTHER_WORD:
            yield OTHER_WORD[token.text]
    elif token.text in OTHER_SIGN:
        yield from OTHER_SIGN[token.text]
    elif token.text in "+-" and (before.kind in ("word", "number", "char") or before.text in ")]"):
        if before.text not in ("return", "case"):
            yield "-" if token.text == "+" else "+"
    elif token.text == "!" and (after.kind == "word" or after.text in "(*"):
        yield ""


def changes_of_a_statement(tokens, i):
    """(begin, end, new) for the statement that begins with token i."""
    token = tokens[i]
    if token.text in ("if", "while") and tokens[i + 1].text == "(":
        begin, end = tokens[i + 1].end, tokens[closing(tokens, i + 1)].begin
        yield begin, begin, "!("  # completed by the caller
        if token.text == "if":
            yield begin, end, "0"
            yield begin, end, "1"
        return
    if tokens[i - 1].text not in (";", "{", "}", ")", "else", ":"):
        return
    end = i
    while end < len(tokens) and tokens[end].text not in (";", "{", "}"):
        end = closing(tokens, end) + 1 if tokens[end].text in "([" else end + 1
    if end >= len(tokens) or tokens[end].text != ";":
        return
    if token.text == "return":
        if end - i > 1 and tokens[i + 1].text not in ("true", "false", "NULL", "0"):
            yield tokens[i + 1].begin, tokens[end].begin, "0"
        return
    is_call = token.kind == "word" and tokens[i + 1].text == "(" and closing(tokens, i + 1) == end - 1
    is_assignment = token.kind == "word" and tokens[i + 1].text in ("=", "->", ".", "[", "+=", "-=")
    if token.text == "*" or is_assignment or (is_call and not GIVES_BACK.match(token.text)):
        yield token.begin, tokens[end].begin, "(void)0"


def mutants_of(path, source):
    """All mutants of the functions and tables of a file."""
    tokens = tokens_of(source)
    skipped = set()
    for begin, end in spans_not_to_change(tokens):
        skipped.update(range(begin, end + 1))
    function, depth, found = "", 0, []
    for i, token in enumerate(tokens[:-1]):
        if depth == 0 and token.kind == "word" and tokens[i + 1].text == "(":
            function = token.text
        elif depth == 0 and token.text == "{" and tokens[i - 1].text in ("=", "enum"):
            function = "table"
        depth += (token.text == "{") - (token.text == "}")
        if i in skipped or (depth == 0 and token.kind != "number"):
            continue
        for new in changes_of_a_token(tokens, i):
            found.append(Mutant(path, function, source, token.begin, token.end, new))
        if depth > 0:
            for begin, end, new in changes_of_a_statement(tokens, i):
                if new == "!(":
                    end = tokens[closing(tokens, i + 1)].begin
                    new = "!(" + source[begin:end] + ")"
                found.append(Mutant(path, function, source, begin, end, new))
    return found
