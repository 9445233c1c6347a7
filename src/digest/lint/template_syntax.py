"""Why Jinja2 cannot read a template, for people who do not write programs."""

import re
from gettext import gettext
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from digest.lint.remedies import HALF_WIDTH, replace_sign
from digest.model.problem import Problem, problem_at
from digest.model.source import Source, Span
from digest.regex import regex
from digest.text.nearest import nearest

_TAGS = (
    "if", "elif", "else", "endif", "for", "endfor", "block", "endblock", "extends", "include", "import", "from", "macro",
    "endmacro", "set", "endset", "call", "endcall", "filter", "endfilter", "with", "endwith", "raw", "endraw",
    "autoescape", "endautoescape",
)  # fmt: skip
_WITH_END = ("if", "for", "block", "macro", "call", "filter", "with", "autoescape")


class _Open(NamedTuple):
    """A tag that waits for its end."""

    tag: str
    line: int


def syntax_problem(source: Source, error: TemplateSyntaxError, env: Environment) -> Problem:
    """B311: what Jinja2 says of a text, at the place that has to be changed."""
    said, line = str(error.message), error.lineno
    if found := re.search(r"innermost block that needs to be closed is '(\w+)'", said):
        return _unclosed(source, env, line, found[1], re.match(r"Encountered unknown tag '(\w+)'", said))
    if found := re.match(r"Encountered unknown tag '(\w+)'", said):
        near = nearest(found[1], _TAGS)
        remedy = gettext("Write `{word}`.").format(word=near) if near else gettext("Remove it.")
        reason = gettext("there is no tag `{name}`").format(name=found[1])
        return _at(source, line, found[1], reason, remedy)
    if found := re.match(r"unexpected char '(.+)' at (\d+)", said):
        return _odd_sign(source, found[1], int(found[2]))
    if said.startswith("Missing end of"):
        sign = "{#" if "comment" in said else "{% raw %}"
        reason = gettext("{sign} is not closed").format(sign=sign)
        remedy = gettext("Write {end} where it ends.").format(end="#}" if sign == "{#" else "{% endraw %}")
        start = source.text.rfind("{#" if sign == "{#" else "{%", 0, source.line_span(line)[1])
        return problem_at(
            "B311", source, Span(max(start, 0), max(start, 0) + 2), reason=reason, remedy=remedy
        )
    if found := re.match(r"block '(\w+)' defined twice", said):
        reason = gettext("the block `{name}` appears twice").format(name=found[1])
        return _at(source, line, found[1], reason, gettext("Give one of the two another name."))
    pair = gettext(
        "Compare the line with the program's own template. Brackets, quotation marks and signs come in pairs."
    )
    if found := re.match(r"expected token '(.+)', got '(.+)'", said):
        wanted, got = _token(found[1]), _token(found[2])
        reason = gettext("{found} is used where {wanted} is needed").format(found=got, wanted=wanted)
        remedy = gettext("Write {sign} to compare.").format(sign="==") if got == "=" else pair
        return _at(source, line, got, reason, remedy)
    if found := re.match(r"unexpected '(.+?)'", said):
        if found[1] in "}%":
            reason = gettext("{found} is used where {wanted} is needed").format(
                found="}", wanted=_closing(source, line)
            )
            return _at(source, line, _HALF, reason, gettext("Write both signs of the pair."))
        reason = gettext("the sign {sign} has no meaning here").format(sign=found[1])
        return _at(source, line, found[1], reason, pair)
    if found := re.match(r"unexpected end of template, expected '(.+)'", said):
        reason = gettext("{sign} is missing").format(sign=_token(found[1]))
        return _at(
            source,
            line,
            "",
            reason,
            gettext("Write {sign} where the expression ends.").format(sign=_token(found[1])),
        )
    return _at(source, line, "", gettext("it cannot be read from here on ({said})").format(said=said), pair)


_HALF = regex(r"(?<![}%])\}(?!\})|(?<!\{)%(?!\})")


def _closing(source: Source, line: int) -> str:
    """What closes the last sign that opens an expression on a line."""
    start, end = source.line_span(line)
    text = source.text[start:end]
    return "%}" if text.rfind("{%") > text.rfind("{{") else "}}"


def _token(name: str) -> str:
    """A token in signs: ``end of print statement`` -> ``}}``."""
    return _TOKENS.get(name, name)


_TOKENS = {"end of print statement": "}}", "end of statement block": "%}", "begin of print statement": "{{",
           "begin of statement block": "{%", "end of template": "…"}  # fmt: skip


def _unclosed(source: Source, env: Environment, line: int, tag: str, wrong: re.Match[str] | None) -> Problem:
    """A tag that is not closed, or closed by the end of another one."""
    opened = _opened(source, env, line)
    at = next((each for each in reversed(opened) if each.tag == tag), _Open(tag, line))
    if wrong:
        if wrong[1] == f"end{tag}" or not wrong[1].startswith("end"):
            near = nearest(wrong[1], _TAGS)
            reason = gettext("there is no tag `{name}`").format(name=wrong[1])
            remedy = gettext("Write `{word}`.").format(word=near or f"end{tag}")
            return _at(source, line, wrong[1], reason, remedy)
        reason = gettext("`{name}` closes nothing: `{tag}` of line {line} is still open").format(
            name=wrong[1], tag=tag, line=at.line
        )
        near = nearest(wrong[1], [f"end{tag}"])
        remedy = (
            gettext("Write `{word}`.").format(word=near)
            if near
            else gettext("Write {end} before it, or remove it.").format(end=f"{{% end{tag} %}}")
        )
        return _at(source, line, wrong[1], reason, remedy)
    reason = gettext("`{tag}` is not closed").format(tag=tag)
    remedy = gettext("Write {end} where it ends.").format(end=f"{{% end{tag} %}}")
    return _at(source, at.line, tag, reason, remedy)


def _opened(source: Source, env: Environment, last: int) -> list[_Open]:
    """The tags that are open at a line."""
    stack: list[_Open] = []
    begins = False
    try:
        for line, kind, text in env.lex(source.text):
            if line > last:
                break
            if begins and kind == "name":
                if text in _WITH_END:
                    stack.append(_Open(text, line))
                elif text.startswith("end") and stack and stack[-1].tag == text[3:]:
                    stack.pop()
            if kind != "whitespace":
                begins = kind == "block_begin"
    except TemplateSyntaxError:
        pass
    return stack


def _odd_sign(source: Source, sign: str, at: int) -> Problem:
    if sign in HALF_WIDTH:
        reason, remedy = replace_sign(sign, HALF_WIDTH[sign])
    elif sign in "\"'":
        reason, remedy = (
            gettext("a quotation mark is not closed"),
            gettext("Write the closing quotation mark after the text."),
        )
    else:
        reason = gettext("the sign {sign} has no meaning here").format(sign=sign)
        remedy = gettext("Remove it. A text in an expression needs quotation marks around it.")
    return problem_at("B311", source, Span(at, at + 1), reason=reason, remedy=remedy)


def _at(source: Source, line: int, word: str | re.Pattern[str], reason: str, remedy: str) -> Problem:
    """B311 about a word on a line; about the line where it is not on it."""
    start, end = source.line_span(line)
    text = source.text[start:end]
    pattern = regex(re.escape(word) or r"(?!)") if isinstance(word, str) else word
    if found := pattern.search(text):
        span = Span(start + found.start(), start + found.end())
    else:
        span = Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
    return problem_at("B311", source, span, reason=reason, remedy=remedy)
