"""A project's own style sheets: browsers drop what they cannot read, and report nothing.

tinycss2 reads a sheet as the standard tells browsers to: it closes open brackets at the end and takes a lost semicolon into a
value. What it gives is cut into parts again, each of which ends at ``{``, at ``;`` or with its block: the parts show the slips.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext
from itertools import pairwise
from pathlib import Path, PurePath
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple

from tinycss2 import parse_component_value_list
from tinycss2.ast import Node

from digest.lint.remedies import HALF_WIDTH, replace_sign, write_nearest
from digest.lint.template_set import ASSETS, MAX_BYTES
from digest.model.problem import Problem, problem_at
from digest.model.source import Source, Span
from digest.read.ignored import own_files
from digest.read.source import decode_utf8, read_bytes

_CLOSING = {"{": "}", "(": ")", "[": "]"}
_AT_RULES = (
    "media", "import", "charset", "namespace", "supports", "font-face", "page", "keyframes", "layer", "container", "property",
    "counter-style", "font-feature-values", "font-palette-values", "scope", "starting-style", "view-transition", "position-try",
    "color-profile", "document", "viewport", "styleset", "stylistic", "swash", "ornaments", "annotation", "character-variant",
    "top-left", "top-center", "top-right", "bottom-left", "bottom-center", "bottom-right", "left-top", "left-middle",
    "left-bottom", "right-top", "right-middle", "right-bottom", "top-left-corner", "top-right-corner", "bottom-left-corner",
    "bottom-right-corner", "nest",
)  # fmt: skip
_NO_WORDS = ("whitespace", "comment")
_SIGNS = {**HALF_WIDTH, "；": ";"}
_END = "\n/**/"
"""A comment behind the end of a sheet: the brackets it is found in are open, and so is a comment that has it."""


class _Part(NamedTuple):
    """A selector, a declaration or the head of an at-rule: its tokens without white space and comments, in how many blocks it
    is, and the sign that ends it (empty at the end of its block)."""

    tokens: Sequence[Node]
    depth: int
    ended: str


class _Sheet:
    """A style sheet as tinycss2 reads it, and where its tokens are."""

    def __init__(self, source: Source) -> None:
        self.source = source
        text = re.sub(r"\r(?!\n)|\f", " ", source.text)  # tinycss2 would count them as lines
        self.tokens: Sequence[Node] = parse_component_value_list(text + _END)

    def at(self, token: Node) -> int:
        return self.source.line_span(token.source_line).start + int(token.source_column) - 1

    def rest(self, token: Node) -> tuple[int, int]:
        """Where a declaration begins, and how long it is on its line."""
        start, end = self.at(token), self.source.line_span(token.source_line).end
        return start, len(re.split(r"[;{}]", self.source.text[start:end], maxsplit=1)[0].rstrip())

    def fault(self, at: int, length: int, reason: str, remedy: str) -> Problem:
        return problem_at("B316", self.source, Span(at, at + length), reason=reason, remedy=remedy)


def check_styles(own: Path, shipped: Path) -> tuple[Problem, ...]:
    """The style sheets in a project's folder of templates.

    Problems: R002, R100 a file that cannot be read; B316 a sheet that is broken somewhere; B317 a file it names that is not
    there (warning), B314 one of another host, which browsers refuse (warning).
    """
    there = {*own_files(own), *own_files(shipped)}
    found: list[Problem] = []
    for name in own_files(own):
        if not (name.startswith(f"{ASSETS}/") and name.endswith(".css")):
            continue
        path = own / name
        data, problems = read_bytes(path, MAX_BYTES)
        found += problems
        source, problems = (None, ()) if data is None else decode_utf8(path.as_posix(), data)
        found += problems
        if source:
            sheet = _Sheet(source)
            found += _faults(sheet)
            found += _named_files(sheet, name, there)
    return tuple(found)


def _faults(sheet: _Sheet) -> Iterator[Problem]:
    """Where a sheet cannot be read. Behind an open quote or bracket nothing is sure."""
    unclosed = _unclosed(sheet.tokens)
    rules = False  # whether a rule came before, after which browsers ignore @import
    for part in _parts(sheet.tokens):
        if part.tokens[-1] is unclosed:
            break
        fault = _part_fault(sheet, part, rules=rules)
        if fault:
            yield fault
        if any(each.type == "error" and each.kind not in _CLOSING.values() for each in _flat(part.tokens)):
            return
        rules = rules or (part.depth == 0 and part.ended == "{" and _name(part.tokens[0]) != "layer")
    if unclosed:
        yield _not_closed(sheet, unclosed)


def _unclosed(tokens: Sequence[Node]) -> Node | None:
    """What is open at the end of a sheet: a comment, else a bracket in a value or selector, else the outermost block."""
    last = []
    while tokens:
        last.append(tokens[-1])
        tokens = _inside(tokens[-1])
    *brackets, end = last
    if end.type != "comment" or end.value:
        return end if end.type == "comment" else None
    return next((each for each in brackets if each.type != "{} block"), next(iter(brackets), None))


def _inside(token: Node) -> Sequence[Node]:
    return getattr(token, "arguments", None) or getattr(token, "content", None) or ()


def _parts(tokens: Iterable[Node]) -> Iterator[_Part]:
    """The parts of a sheet that are not empty, in its order. Blocks may be in each other a thousand times."""
    waiting, part = [iter(tokens)], list[Node]()
    while waiting:
        node: Any = next(waiting[-1], None)
        ended = "" if node is None else "{" if node.type == "{} block" else ";" if node == ";" else None
        if ended is None:
            part += [node] if node.type not in _NO_WORDS else []
            continue
        if part:
            yield _Part(part, len(waiting) - 1, ended)
            part = []
        if node is None:
            waiting.pop()
        elif ended == "{":
            waiting.append(iter(node.content))


def _flat(tokens: Iterable[Node]) -> Iterator[Node]:
    """Tokens, and those in their brackets."""
    waiting = [iter(tokens)]
    while waiting:
        token = next(waiting[-1], None)
        if token is None:
            waiting.pop()
        elif token.type not in _NO_WORDS:
            yield token
            waiting.append(iter(_inside(token)))


def _part_fault(sheet: _Sheet, part: _Part, *, rules: bool) -> Problem | None:
    """The first fault of a part."""
    first = part.tokens[0]
    if part.tokens[:2] == ["/", "/"]:
        reason = gettext("a comment of a style sheet is between /* and */")
        remedy = gettext("Write /* before it and */ after it.")
        return sheet.fault(sheet.at(first), 2, reason, remedy)
    wrong = next(filter(None, (_token_fault(sheet, each) for each in _flat(part.tokens))), None)
    if wrong:
        return wrong
    if first == "@" or first.type == "at-keyword":
        return _at_rule(sheet, part, rules=rules)
    if part.ended == "{":
        return None
    if part.depth == 0:
        remedy = gettext("Put it between the brackets of a rule, or remove it.")
        return sheet.fault(*sheet.rest(first), gettext("this is outside of all rules"), remedy)
    return _declaration(sheet, part.tokens)


def _token_fault(sheet: _Sheet, token: Node) -> Problem | None:
    at = sheet.at(token)
    if token.type == "error" and token.kind in _CLOSING.values():
        reason = gettext("{sign} closes nothing").format(sign=token.kind)
        return sheet.fault(at, 1, reason, gettext("Remove it, or write what it is to close."))
    if token.type == "error" and token.kind == "bad-string":
        reason = gettext("a quotation mark is not closed on its line")
        return sheet.fault(at, 1, reason, gettext("Write the closing quotation mark after the text."))
    if token.type == "error":
        reason = gettext("the address in url() has a blank, a bracket or a quotation mark, or has no end")
        return sheet.fault(at, 4, reason, gettext('Write it as url("...").'))
    words = (
        "" if token.type in ("string", "url") else token.name if token.type == "function" else _words(token)
    )
    odd = next((at for at, sign in enumerate(words) if sign in _SIGNS), None)
    if odd is None:
        return None
    return sheet.fault(at + odd, 1, *replace_sign(words[odd], _SIGNS[words[odd]]))


def _at_rule(sheet: _Sheet, part: _Part, *, rules: bool) -> Problem | None:
    name = _name(part.tokens[0])
    at, length = sheet.at(part.tokens[0]), len(name) + 1
    if not name.startswith("-") and name not in _AT_RULES:
        remedy = write_nearest(f"@{name}", [f"@{each}" for each in _AT_RULES])
        return sheet.fault(at, length, gettext("there is no at-rule @{name}").format(name=name), remedy)
    if name == "import" and rules:
        reason = gettext("@import only works before all rules")
        return sheet.fault(at, length, reason, gettext("Move it to the top of the file."))
    return None


def _declaration(sheet: _Sheet, tokens: Sequence[Node]) -> Problem | None:
    """``colour red``, ``colour: red background: white``"""
    colons = [at for at, each in enumerate(tokens) if each == ":"]
    form = gettext("Write it as property: value;")
    if not colons:
        reason = gettext("a colon is missing between a property and its value")
        return sheet.fault(*sheet.rest(tokens[0]), reason, form)
    names = tokens[tokens[0] == "*" : colons[0]]  # *zoom: a sign for old browsers
    if [each.type for each in names] != ["ident"]:
        return sheet.fault(sheet.at(tokens[0]), 1, gettext("a property is missing before the colon"), form)
    if len(colons) == 1 or names[0].value.startswith("--") or "progid" in map(_name, tokens):
        return None
    second = tokens[colons[1] - 1]
    start = sheet.at(tokens[0])
    before = start + len(sheet.source.text[start : sheet.at(second)].rstrip())
    reason = gettext("a semicolon is missing before {name}").format(name=_words(second))
    return sheet.fault(before - 1, 1, reason, gettext("Write ; after the value before it."))


def _name(token: Node) -> str:
    return str(getattr(token, "lower_value", None) or getattr(token, "lower_name", ""))


def _words(token: Node) -> str:
    """A token as it is written; of one with brackets nothing."""
    return "" if _inside(token) or token.type.endswith("block") else str(token.serialize())


def _not_closed(sheet: _Sheet, token: Node) -> Problem:
    at = sheet.at(token)
    if token.type == "comment":
        remedy = gettext("Write {sign} where it ends.").format(sign="*/")
        return sheet.fault(at, 2, gettext("the comment is not closed"), remedy)
    at += len(token.name) if token.type == "function" else 0
    sign = sheet.source.text[at]
    reason = gettext("the bracket {sign} is not closed").format(sign=sign)
    return sheet.fault(
        at, 1, reason, gettext("Write {closing} where it ends.").format(closing=_CLOSING[sign])
    )


def _named_files(sheet: _Sheet, name: str, there: set[str]) -> Iterator[Problem]:
    """The files that a sheet names."""
    for token in _addresses(sheet):
        address = token.value.strip()
        start = max(sheet.source.text.find(address, sheet.at(token)), 0)
        span = Span(start, start + len(address))
        if re.match(r"(?:https?:)?//", address, re.IGNORECASE):
            what = gettext("a file of another host")
            remedy = gettext("Copy the file into templates/assets/, and load it from there.")
            yield problem_at("B314", sheet.source, span, what=what, remedy=remedy)
        elif address and not re.match(r"[a-z]+:|#|/", address, re.IGNORECASE):
            wanted = normpath(join(dirname(name), re.split(r"[?#]", address)[0]))
            if wanted not in there:
                beside = [PurePath(each).name for each in there if dirname(each) == dirname(wanted)]
                remedy = gettext("Put the file into templates/{folder}/, or remove the line.")
                remedy = write_nearest(PurePath(wanted).name, sorted(beside), remedy.format(folder=ASSETS))
                yield problem_at("B317", sheet.source, span, name=wanted, remedy=remedy)


def _addresses(sheet: _Sheet) -> Iterator[Node]:
    """The tokens that are addresses: ``url(a.png)``, ``url("a.png")``, ``@import "a.css"``."""
    for part in _parts(sheet.tokens):
        for before, token in pairwise(_flat(part.tokens)):
            named = _name(before) in ("url", "import") and before.type in ("function", "at-keyword")
            if token.type == "url" or (token.type == "string" and named):
                yield token
