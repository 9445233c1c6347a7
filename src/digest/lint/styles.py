"""A project's own style sheets: browsers drop what they cannot read, and say nothing.

A sheet is read once from the beginning to the end: what is between two of the signs ``{ } ;`` is a selector or the head of an
at-rule before ``{``, else a declaration.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from digest.lint.house import ASSETS, MAX_BYTES, own_files
from digest.model.problem import Problem, problem_at
from digest.model.source import Source, Span
from digest.read.source import decode_utf8, read_bytes

_TOKEN = re.compile(
    r"/\*.*?\*/|/\*"
    r'|"(?:\\.|[^"\\\n])*"?'
    r"|'(?:\\.|[^'\\\n])*'?"
    r"|url\(\s*[^\"'()\s][^()\n]*\)"
    r"|\\.|[{}()\[\];:]",
    re.DOTALL | re.IGNORECASE,
)
_CLOSING = {"{": "}", "(": ")", "[": "]"}
_AT_RULES = (
    "media", "import", "charset", "namespace", "supports", "font-face", "page", "keyframes", "layer", "container", "property",
    "counter-style", "font-feature-values", "font-palette-values", "scope", "starting-style", "view-transition", "position-try",
    "color-profile", "document", "viewport", "styleset", "stylistic", "swash", "ornaments", "annotation", "character-variant",
    "top-left", "top-center", "top-right", "bottom-left", "bottom-center", "bottom-right", "left-top", "left-middle",
    "left-bottom", "right-top", "right-middle", "right-bottom", "top-left-corner", "top-right-corner", "bottom-left-corner",
    "bottom-right-corner", "nest",
)  # fmt: skip
_NAME = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
_FULL_WIDTH = {
    "：": ":",
    "；": ";",
    "｛": "{",
    "｝": "}",
    "（": "(",
    "）": ")",
    "，": ",",
    "“": '"',
    "”": '"',
    "　": " ",
}


class _Piece(NamedTuple):
    """What stands between two signs of a sheet: its first and last character, where a colon is in it outside of brackets, the
    brackets it stands in, and the sign that ends it (empty at the end of the sheet)."""

    start: int
    end: int
    colons: tuple[int, ...]
    depth: int
    ended: str


class _Broken(NamedTuple):
    """A place where a sheet cannot be read, the cause, and the remedy."""

    span: Span
    reason: str
    remedy: str


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
            broken = list(_broken(source.text))
            found += [
                problem_at("B316", source, each.span, reason=each.reason, remedy=each.remedy)
                for each in broken
            ]
            found += _named_files(source, name, there)
    return tuple(found)


def _broken(text: str) -> Iterator[_Broken]:
    """Where a sheet cannot be read. After an open comment or text, or a bracket in the wrong place, nothing is sure."""
    plain, lost = _without_comments(text)
    sheet = _Sheet(plain)
    last = next(filter(None, map(sheet.take, _TOKEN.finditer(plain))), None) or sheet.end()
    yield from lost
    yield from _pieces(plain, sheet.pieces)
    if last:
        yield last


class _Sheet:
    """A sheet as it is read, sign by sign: its pieces so far, and the brackets that are open."""

    def __init__(self, text: str) -> None:
        self.pieces: list[_Piece] = []
        self._text = text
        self._open: list[int] = []
        self._start = 0
        self._colons: list[int] = []

    def take(self, token: re.Match[str]) -> _Broken | None:
        """Read a sign; what is wrong with it, when nothing is sure behind it."""
        sign, at = token[0], token.start()
        inside = bool(self._open) and self._text[self._open[-1]] != "{"  # of ( or [
        if sign[0] in "\"'":
            if len(sign) == 1 or sign[-1] != sign[0]:
                reason = gettext("a quote is not closed on its line")
                return _Broken(Span(at, at + 1), reason, gettext("Write the closing quote behind the text."))
        elif sign == ":" and not inside:
            self._colons.append(at)
        elif sign in ("(", "["):
            self._open.append(at)
        elif sign in (")", "]"):
            return self._close(at, sign)
        elif sign in ("{", "}", ";"):
            if inside:
                return _not_closed(self._open[-1], self._text)
            return self._part(at, sign)
        return None

    def end(self) -> _Broken | None:
        """Read the end of the sheet."""
        self._piece(len(self._text), "")
        return _not_closed(self._open[0], self._text) if self._open else None

    def _part(self, at: int, sign: str) -> _Broken | None:
        self._piece(at, sign)
        if sign == "{":
            self._open.append(at)
        return self._close(at, sign) if sign == "}" else None

    def _piece(self, end: int, sign: str) -> None:
        self.pieces.append(_Piece(self._start, end, tuple(self._colons), len(self._open), sign))
        self._start, self._colons = end + 1, []

    def _close(self, at: int, sign: str) -> _Broken | None:
        if self._open and _CLOSING[self._text[self._open[-1]]] == sign:
            self._open.pop()
            return None
        reason = gettext("{sign} closes nothing").format(sign=sign)
        return _Broken(Span(at, at + 1), reason, gettext("Remove it, or write what it is to close."))


def _without_comments(text: str) -> tuple[str, list[_Broken]]:
    """A sheet with blanks in place of its comments; one that is not closed reaches to the end."""
    lost: list[_Broken] = []

    def blank(token: re.Match[str]) -> str:
        if not token[0].startswith("/*"):
            return token[0]
        if token[0] == "/*":
            remedy = gettext("Write {sign} where it ends.").format(sign="*/")
            lost.append(
                _Broken(Span(token.start(), token.end()), gettext("the comment is not closed"), remedy)
            )
        return re.sub(r"[^\n]", " ", token[0])

    plain = _TOKEN.sub(blank, text)
    return (plain[: lost[0].span.start] if lost else plain), lost


def _not_closed(at: int, text: str) -> _Broken:
    reason = gettext("the bracket {sign} is not closed").format(sign=text[at])
    remedy = gettext("Write {closing} where it ends.").format(closing=_CLOSING[text[at]])
    return _Broken(Span(at, at + 1), reason, remedy)


def _pieces(text: str, pieces: list[_Piece]) -> Iterator[_Broken]:
    rules = False  # whether a rule came before, after which @import is not heard
    for piece in pieces:
        inner = text[piece.start : piece.end]
        words = inner.strip()
        start = piece.start + len(inner) - len(inner.lstrip())
        if words.startswith("@"):
            yield from _at_rule(words, start, rules=rules)
        elif words:
            yield from _words(text, piece, Span(start, start + len(words)))
        rules = rules or (piece.depth == 0 and piece.ended == "{" and not words.startswith("@layer"))


def _words(text: str, piece: _Piece, whole: Span) -> Iterator[_Broken]:
    """A selector or a declaration."""
    words = text[whole.start : whole.end]
    odd = next((at for at, each in enumerate(words) if each in _FULL_WIDTH and not _in_quotes(words, at)), -1)
    if words.startswith("//"):
        reason = gettext("a comment of a style sheet is between /* and */")
        remedy = gettext("Write /* in front of it and */ behind it.")
        yield _Broken(Span(whole.start, whole.start + 2), reason, remedy)
    elif odd >= 0:
        sign, right = words[odd], _FULL_WIDTH[words[odd]]
        reason = gettext("the full-width sign {sign} is where {right} is needed").format(
            sign=sign, right=right
        )
        remedy = gettext("Replace {sign} with {right}, typed with the input method switched to English.")
        at = whole.start + odd
        yield _Broken(Span(at, at + 1), reason, remedy.format(sign=sign, right=right))
    elif piece.ended != "{" and piece.depth == 0:
        remedy = gettext("Put it between the brackets of a rule, or remove it.")
        yield _Broken(whole, gettext("this is outside of any rule"), remedy)
    elif piece.ended != "{":
        yield from _declaration(text, piece, whole)


def _in_quotes(words: str, at: int) -> bool:
    return any(found.start() < at < found.end() for found in re.finditer(r"\"[^\"]*\"|'[^']*'", words))


def _at_rule(words: str, start: int, *, rules: bool) -> Iterator[_Broken]:
    found = _NAME.match(words, 1)
    name = found[0].lower() if found else ""
    span = Span(start, start + 1 + len(name))
    if not name.startswith("-") and name not in _AT_RULES:
        near = get_close_matches(name, _AT_RULES, 1)
        remedy = (
            gettext("Write `{word}` if that is meant; else remove it.").format(word=f"@{near[0]}")
            if near
            else gettext("Remove it, or correct the name.")
        )
        yield _Broken(span, gettext("there is no at-rule @{name}").format(name=name), remedy)
    elif name == "import" and rules:
        reason = gettext("@import is heard only before all rules")
        yield _Broken(span, reason, gettext("Move it to the top of the file."))


def _declaration(text: str, piece: _Piece, whole: Span) -> Iterator[_Broken]:
    """``colour red``, ``colour: red background: white``"""
    if not piece.colons:
        reason = gettext("a colon is missing between a property and its value")
        yield _Broken(whole, reason, gettext("Write it as property: value;"))
        return
    name = text[whole.start : piece.colons[0]].strip()
    if not _NAME.fullmatch(name.lstrip("*_")):
        yield _Broken(
            Span(whole.start, piece.colons[0]),
            gettext("a property is missing before the colon"),
            gettext("Write it as property: value;"),
        )
    elif (
        len(piece.colons) > 1 and not name.startswith("--") and "progid" not in text[whole.start : whole.end]
    ):
        second = re.search(r"[\w-]+\s*$", text[whole.start : piece.colons[1]])
        at = whole.start + second.start() if second else piece.colons[1]
        before = len(text[whole.start : at].rstrip()) + whole.start
        reason = gettext("a semicolon is missing before {name}").format(
            name=text[at : piece.colons[1]].strip()
        )
        yield _Broken(
            Span(max(before - 1, 0), before), reason, gettext("Write ; behind the value before it.")
        )


_URL = re.compile(r"url\(\s*[\"']?([^\"')]*)[\"']?\s*\)|@import\s+[\"']([^\"']*)[\"']", re.IGNORECASE)


def _named_files(source: Source, name: str, there: set[str]) -> Iterator[Problem]:
    """The files that a sheet names."""
    plain, _ = _without_comments(source.text)
    for found in _URL.finditer(plain):
        group = 1 if found[1] is not None else 2
        address = found[group].strip()
        span = Span(*found.span(group))
        if re.match(r"(?:https?:)?//", address, re.IGNORECASE):
            what = gettext("a file of another host")
            remedy = gettext("Copy the file into templates/assets/, and load it from there.")
            yield problem_at("B314", source, span, what=what, remedy=remedy)
        elif address and not re.match(r"[a-z]+:|#|/", address, re.IGNORECASE):
            wanted = _joined(name, re.split(r"[?#]", address)[0])
            if wanted not in there:
                near = get_close_matches(wanted, sorted(there), 1)
                remedy = (
                    gettext("Write `{word}` if that is meant; else remove it.").format(
                        word=near[0].rpartition("/")[2]
                    )
                    if near
                    else gettext("Put the file into templates/{folder}/, or remove the line.").format(
                        folder=ASSETS
                    )
                )
                yield problem_at("B317", source, span, name=wanted, remedy=remedy)


def _joined(name: str, address: str) -> str:
    """The path in the folder of templates of a file that a sheet names: beside it."""
    parts = name.split("/")[:-1]
    for part in address.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    return "/".join(parts)
