"""Faults in a project's templates that show only when a page is made: an attribute that a value does not have."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from gettext import gettext
from importlib import import_module
from pathlib import Path

from digest.lint.remedies import write_known
from digest.model.page import Page
from digest.model.problem import Problem, problem, problem_at
from digest.model.raised import Raised, RaisedCall, describe
from digest.model.source import Source, Span

_MANY = 200
"""So many pages of one template are tried: more of them have the same faults."""


def template_fault(error: Exception, folders: Sequence[Path]) -> Problem | None:
    """B311 for an exception that a project's template has raised, in whatever process; None when the fault is another's.
    ``folders`` are those of templates, the project's own first."""
    raised, (own, shipped) = describe(error), folders
    steps = [RaisedCall(raised.file, raised.line, ""), *reversed(raised.steps)]
    for step in steps:
        if step.file and Path(step.file).is_relative_to(own):
            return _fault(raised, step)
    for step in steps:  # a template of the program was given something else than it takes
        if raised.module.startswith("jinja2.") and step.file and Path(step.file).is_relative_to(shipped):
            name = Path(step.file).relative_to(shipped).as_posix()
            said = gettext("the program's {name} does not work with it, line {line}: {reason}")
            return problem(
                "B311",
                own.as_posix(),
                reason=said.format(name=name, line=step.line, reason=_reason(raised)[0]),
                remedy=gettext(
                    "Compare your templates that {name} uses with the program's own of this version."
                ).format(name=name),
            )
    return None


def try_pages(
    pages: Iterable[Page],
    rendered: Callable[[Page], object],
    used: Callable[[str], bool],
    folders: Sequence[Path],
) -> Iterator[Problem]:
    """The faults that show when pages are made whose templates are ``used`` of the project; each is reported once."""
    reported: set[tuple[str, int]] = set()
    tried: Counter[str] = Counter()
    for page in pages:
        if not page.template or not used(page.template) or tried[page.template] >= _MANY:
            continue
        tried[page.template] += 1
        try:
            rendered(page)
        except Exception as error:  # whatever a template raises, `template_fault` tells whose it is
            found = template_fault(error, folders)
            if found is None:
                raise
            if (found.path, found.line) not in reported:
                reported.add((found.path, found.line))
                yield found


def _fault(raised: Raised, step: RaisedCall) -> Problem:
    reason, word, remedy = _reason(raised)
    try:
        source = Source(Path(step.file).as_posix(), Path(step.file).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return problem("B311", Path(step.file).as_posix(), line=step.line, reason=reason, remedy=remedy)
    start, end = source.line_span(min(max(step.line, 1), len(source.line_starts)))
    text = source.text[start:end]
    found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) if word else None
    span = (
        Span(start + found.start(), start + found.end())
        if found
        else Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
    )
    return problem_at("B311", source, span, reason=reason, remedy=remedy)


def _reason(raised: Raised) -> tuple[str, str, str]:
    """What is wrong, the word in the template that shows where, and what to do."""
    message = raised.message
    if found := re.fullmatch(r"'(\S+) object' has no attribute '(\w+)'", message):
        reason = gettext("`{name}` is unknown: the value before it has no such part").format(name=found[2])
        return reason, found[2], _meant(found[1], found[2])
    if found := re.fullmatch(r"'None' has no attribute '(\w+)'", message):
        reason = gettext("`{name}` belongs to a value that this page does not have").format(name=found[1])
        return reason, found[1], gettext("First check with `if` whether there is a value.")
    if found := re.fullmatch(r"'(\w+)' is undefined", message):
        reason = gettext("the name `{name}` is not defined").format(name=found[1])
        return (
            reason,
            found[1],
            gettext("Remove it, or give it a value first. Names of what a page has begin with `page.`."),
        )
    word = re.fullmatch(r"'\S+\.Words object' has no attribute '(.+)'", message) or re.fullmatch(
        r"KeyError: '(.+)'", message
    )
    if word:
        key = word[1]
        reason = gettext("there is no word `{name}`").format(name=key)
        return reason, key, gettext("Use a key of the program's words.zh.toml, or write the text itself.")
    if raised.name == "RecursionError":
        reason = gettext("it calls itself without end")
        return reason, "", gettext("Give the macro a condition that ends it.")
    reason = gettext("it fails when a page is made ({said})").format(said=message)
    return (
        reason,
        "",
        gettext("Compare the line with the program's own template, or remove the file."),
    )


def _meant(kind: str, name: str) -> str:
    """The part of a value that may be meant."""
    module, _, class_name = kind.rpartition(".")
    known: list[str] = []
    if module.startswith("digest."):
        value = getattr(import_module(module), class_name, None)
        own = getattr(value, "_fields", ())  # what else a named tuple has is no part of the value
        known = [
            each
            for each in dir(value)
            if not each.startswith("_") and (each in own or not hasattr(tuple, each))
        ]
    return write_known(name, known)
