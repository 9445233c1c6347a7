"""Why a text is no TOML, for people who do not write parsers. tomllib says where it gave up and what it missed there; what
was typed instead, and where, is seen from the text.

``_CAUSES`` is the ordered table: the first that recognises the place says what is wrong and what to do.
"""

import re
from collections.abc import Callable
from gettext import gettext
from typing import NamedTuple

from digest.model.source import Span
from digest.read.locate import first_twice
from digest.regex import regex


class Fault(NamedTuple):
    """The stretch that is wrong (None where nobody knows), what is wrong there, and what to do."""

    span: Span | None
    reason: str
    remedy: str


class _Place(NamedTuple):
    """Where a text is no TOML: tomllib's message, the position it names, and what was opened before and not closed:
    brackets of values, a text in three quotes."""

    text: str
    said: str
    at: int
    open: tuple[int, ...]

    @property
    def sign(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def start(self) -> int:
        """Where the line of the position begins."""
        return self.text.rfind("\n", 0, self.at) + 1

    @property
    def end(self) -> int:
        """Where that line ends, without its white space."""
        end = self.text.find("\n", self.at)
        return self.at + len(self.text[self.at : None if end < 0 else end].rstrip())

    @property
    def line(self) -> str:
        return self.text[self.start : self.end]

    @property
    def value_end(self) -> int:
        """Where a value that begins at the position ends: before a remark; in a list, before a comma or a bracket."""
        stops = r"[,\]}]|\s#|$" if self.open else r"\s#|$"
        found = regex(stops).search(self.text, self.at, self.end)
        return found.start() if found else self.end

    @property
    def runs_on(self) -> bool:
        """Whether a text in quotes is not closed on its line."""
        return self.said in (
            "Illegal character '\\n'",
            "Illegal character '\\r'",
            "Unterminated string",
            'Expected "\'"',
        )

    def upto(self, end: int) -> Span:
        """From the position to another, one character at least."""
        return Span(self.at, max(end, self.at + 1))


def explain(text: str, message: str) -> Fault:
    """The fault of a text of which tomllib says this."""
    found = _PLACE.search(message)
    if found is None:
        return _other(_Place(text, message, 0, ()))._replace(span=None)
    at = max(len(text.rstrip()) - 1, 0)
    if found[1]:
        lines = text.split("\n", int(found[1]))
        at = sum(len(line) + 1 for line in lines[: int(found[1]) - 1]) + int(found[2]) - 1
    place = _Place(text, _PLACE.sub("", message), at, _open(text, at))
    return next(fault for cause in _CAUSES if (fault := cause(place)))


_PLACE = regex(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TOKEN = regex(
    r'"""(?:\\.|[^\\])*?"{3,5}|"""'
    r"|'''.*?'{3,5}|'''"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*|[\[{\]}]",
    re.DOTALL,
)


def _open(text: str, at: int) -> tuple[int, ...]:
    """What is opened before a position and not closed there. A bracket at the start of a line names a table, unless it
    stands inside a value."""
    stack: tuple[int, ...] = ()
    for found in _TOKEN.finditer(text, 0, at):
        sign, start = found[0], found.start()
        if sign in ('"""', "'''"):
            return (*stack, start)
        if sign in "]}":
            stack = stack[:-1]
        elif sign in "[{" and (stack or text[text.rfind("\n", 0, start) + 1 : start].strip(" \t[")):
            stack = (*stack, start)
    return stack


def _twice(place: _Place) -> Fault | None:
    if not place.said.startswith(("Cannot ", "Duplicate ")):
        return None
    found = first_twice(place.text[: place.at + 1])
    if found is None:
        return None
    line = place.text.count("\n", 0, found.first.start) + 1
    name = place.text[found.again.start : found.again.end]
    if found.listed:
        reason = gettext("the table [{name}] appears with two brackets and with one, first in line {line}")
        remedy = gettext(
            "Write both as [[{name}]] if there may be several of them. Otherwise put all under one [{name}]."
        )
    elif found.table:
        reason = gettext("the table [{name}] appears twice, first in line {line}")
        remedy = gettext("Put all its keys under the first one, and remove the second.")
    else:
        reason = gettext("the key `{name}` appears twice, first in line {line}")
        remedy = gettext("Remove one of the two lines.")
    return Fault(found.again, reason.format(name=name, line=line), remedy.format(name=name))


def _three_quotes(place: _Place) -> Fault | None:
    if not place.open or place.text[place.open[-1]] not in "\"'":
        return None
    start = place.open[-1]
    quotes = place.text[start : start + 3]
    remedy = gettext("Write {quotes} after the end of the text.").format(quotes=quotes)
    return Fault(Span(start, start + 3), gettext("the text in three quotation marks is not closed"), remedy)


_STRAIGHT = {
    **dict.fromkeys("“”„＂「」『』", '"'),
    **dict.fromkeys("‘’＇", "'"),
    **dict.fromkeys("＝：", "="),
    **dict.fromkeys("，、；", ","),
    **dict.fromkeys("［【", "["),
    **dict.fromkeys("］】", "]"),
    "＃": "#",
    "．": ".",
    "｛": "{",
    "｝": "}",
}
_SPACES = "\u3000\u00a0\u2003\ufeff\u200b"


def straight(sign: str) -> str:
    """The half-width sign for a full-width one that TOML cannot read; empty for others."""
    return " " if sign and sign in _SPACES else _STRAIGHT.get(sign, "")


def _full_width(place: _Place) -> Fault | None:
    """A sign typed with a Chinese input method, where the parser stopped or at the end of a text in quotes."""
    at = place.at
    if place.runs_on:  # title = "若干措施”
        at = place.start + len(place.line.rstrip(" \t,，")) - 1
        if place.text[at] not in "“”„＂":
            return None
    sign = place.text[at : at + 1]
    if sign and sign in _SPACES:
        reason = gettext("a full-width or invisible space is here")
        return Fault(
            Span(at, at + 1), reason, gettext("Delete it. Type an ordinary space where one is needed.")
        )
    right = _STRAIGHT.get(sign)
    if right is None:
        return None
    reason = gettext("the full-width sign {sign} is used where TOML needs {right}").format(
        sign=sign, right=right
    )
    if right in "\"'":
        remedy = gettext(
            'Put the value between straight quotation marks: "...". Chinese quotation marks may stay '
            "inside the text."
        )
    else:
        remedy = gettext("Replace {sign} with {right}, typed with the input method switched to English.")
    return Fault(Span(at, at + 1), reason, remedy.format(sign=sign, right=right))


def _header(place: _Place) -> Fault | None:
    """[made or [[relations] or [sheng shi]"""
    if "declaration" not in place.said:
        return None
    sign = "]]" if "array" in place.said else "]"
    reason = gettext("the name of the table is not closed with {sign}").format(sign=sign)
    start = place.start + len(place.line) - len(place.line.lstrip())
    remedy = gettext("Write {sign} directly after the name, which has no spaces.").format(sign=sign)
    return Fault(Span(start, place.end), reason, remedy)


_STATEMENT = regex(r"[ \t]*(?:\[\[?[\w. \"-]+\]\]?[ \t]*(?:#|$)|[A-Za-z0-9_.-]+[ \t]*=(?!=))")


def _bracket(place: _Place) -> Fault | None:
    """A list or an inline table that runs into the next statement, or two values without a comma."""
    if not place.open:
        return None
    start = place.open[0]
    sign = place.text[start]
    ended = place.at >= len(place.text.rstrip()) - 1 or (sign == "{" and place.sign in "\r\n")
    if ended or (place.start > start and _STATEMENT.match(place.line)):
        reason = gettext("the bracket {sign} is not closed").format(sign=sign)
        remedy = gettext("Write {closing} after the last value that belongs to it.")
        return Fault(Span(start, start + 1), reason, remedy.format(closing="]" if sign == "[" else "}"))
    if place.said.startswith("Unclosed"):
        return Fault(
            place.upto(place.value_end),
            gettext("a comma is missing before this value"),
            gettext("Write a comma between the two values."),
        )
    return None


def _quote(place: _Place) -> Fault | None:
    if not place.runs_on:
        return None
    end = place.end
    if place.said == 'Expected "\'"':  # tomllib has looked for it in the whole rest of the text
        end = _Place(place.text, "", _lone_quote(place.text), ()).end
    reason = gettext("the line ends before its closing quotation mark")
    return Fault(Span(end, end + 1), reason, gettext("Write the closing quotation mark after the text."))


def _lone_quote(text: str) -> int:
    """The first single quote that begins a text and does not end one on its line."""
    between = 0
    for found in _TOKEN.finditer(text):
        if "'" in text[between : found.start()]:
            break
        between = found.end()
    return max(text.find("'", between), 0)


_ESCAPE = regex(r'\\(?:["\\bfnrt]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})?')


def _backslash(place: _Place) -> Fault | None:
    r"""``source_file = "D:\政策\a.txt"``: a path as Windows prints it."""
    if not place.said.startswith(("Unescaped", "Invalid hex")):
        return None
    at = next((each.start() for each in _ESCAPE.finditer(place.line) if each[0] == "\\"), 0) + place.start
    reason = gettext("the sign \\ has a special meaning between double quotation marks")
    remedy = gettext("Write / instead, or put the value between single quotation marks: '...'.")
    return Fault(Span(at, at + 1), reason, remedy)


def _control(place: _Place) -> Fault | None:
    if not (place.sign < " " and place.sign.strip(" \t\r\n")):
        return None
    reason = gettext("an invisible control character (U+{number:04X}) is here").format(number=ord(place.sign))
    return Fault(place.upto(0), reason, gettext("Delete it, or type the line again."))


def _statement(place: _Place) -> Fault | None:
    """A line that is no statement: a remark without #, a colon, a key in Chinese."""
    if not place.said.startswith(("Invalid statement", "Expected '='")):
        return None
    key, equals, _ = place.line.partition("=")
    start = place.start + len(place.line) - len(place.line.lstrip())
    if place.sign == ":":
        reason = gettext("a colon is used where TOML needs =")
        return Fault(place.upto(0), reason, gettext("Write = between the key and its value."))
    if place.line.lstrip().startswith(("//", "--", ";", "/*", "<!--")):
        reason = gettext("a comment begins with # in TOML")
        return Fault(Span(start, place.end), reason, gettext("Write # in front of it."))
    if not equals:
        reason = gettext("this line is neither `key = value` nor a [table] nor a comment")
        return Fault(
            Span(start, place.end), reason, gettext("Write # in front of a comment, or delete the line.")
        )
    if not key.strip():
        reason = gettext("the key before = is missing")
        return Fault(place.upto(0), reason, gettext("Write the key in front of it, or delete the line."))
    reason = gettext("{key} cannot be a key: keys are Latin letters, digits, - and _, without spaces")
    remedy = gettext("Use a key that is known in this file. Write # in front of a comment.")
    end = start + len(key.strip())
    return Fault(Span(start, end), reason.format(key=key.strip()), remedy)


def _behind(place: _Place) -> Fault | None:
    """Something behind a value or the name of a table."""
    if not place.said.startswith("Expected newline"):
        return None
    rest = place.upto(place.end)
    if place.sign in ",;":
        reason = gettext("the sign {sign} comes after the value").format(sign=place.sign)
        return Fault(place.upto(0), reason, gettext("Delete it: a line of TOML ends without a sign."))
    if place.line.lstrip().startswith("["):
        return Fault(rest, gettext("there is something after the name of the table"), gettext("Delete it."))
    before = place.text[place.start : place.at].rstrip()
    if before.endswith(('"', "'")):
        if before[-1] in place.text[place.at : place.end]:
            reason = gettext("a straight quotation mark inside the text ends it too early")
            remedy = gettext("Write quotation marks inside the text as “ ”.")
            return Fault(Span(place.start + len(before) - 1, place.start + len(before)), reason, remedy)
        reason = gettext("there is something after the value")
        return Fault(rest, reason, gettext("Delete it, or write # in front of a comment."))
    return _unquoted(place)


_FLAGS = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "yes": "true", "no": "false",
          "是": "true", "否": "false"}  # fmt: skip


def _value(place: _Place) -> Fault | None:
    if not place.said.startswith("Invalid value"):
        return None
    word = place.text[place.at : place.value_end]
    if word in ("", "="):
        at = Span(place.end - 1, place.end)
        return Fault(
            at, gettext("the value is missing"), gettext("Write the value after =, or delete the line.")
        )
    if place.sign == "=":
        return Fault(place.upto(0), gettext("there is one = too many"), gettext("Delete it."))
    if word in _FLAGS:
        reason = gettext("{word} is not a value of TOML").format(word=word)
        return Fault(place.upto(place.value_end), reason, gettext("Write {flag}.").format(flag=_FLAGS[word]))
    return _unquoted(place)


_DAY = regex(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?(?:[-/.月]\s?(?:(\d{1,2})\s?日?)?)?")


def _unquoted(place: _Place) -> Fault:
    """Key = 2024年7月, key = printed"""
    start = place.at
    if not place.open:
        start = place.start + place.line.index("=") + 1
        start += len(place.text[start:]) - len(place.text[start:].lstrip())
    end = place.value_end
    value = place.text[start:end].strip("\"'“”")
    if re.fullmatch(r"[0-9.]+ ?[%％]", value):
        return Fault(
            Span(start, end),
            gettext("a number has no unit in TOML"),
            gettext("Write {value}.").format(value=value.rstrip("%％ ")),
        )
    if day := _DAY.fullmatch(value):
        value = "-".join(part.zfill(2) for part in day.groups() if part)
    remedy = gettext('Write "{value}".').format(value=value)
    return Fault(Span(start, end), gettext("a text needs straight quotation marks around it"), remedy)


def _comma(place: _Place) -> Fault | None:
    if not place.said.startswith("Invalid initial character") or place.sign != "}":
        return None
    reason = gettext("no value follows the last comma")
    return Fault(
        place.upto(0),
        reason,
        gettext("Delete this comma, and close the bracket directly after the last value."),
    )


def _other(place: _Place) -> Fault:
    reason = gettext("it cannot be read from here on ({said})").format(said=place.said)
    remedy = gettext("Compare this line and the one before it with other lines of this kind in the file.")
    return Fault(place.upto(0), reason, remedy)


_CAUSES: tuple[Callable[[_Place], Fault | None], ...] = (
    _twice,
    _control,
    _three_quotes,
    _full_width,
    _header,
    _comma,
    _bracket,
    _quote,
    _backslash,
    _statement,
    _behind,
    _value,
    _other,
)
