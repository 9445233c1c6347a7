"""A project's own templates, as far as can be seen without making a page: whether they can be read, whether what they name
is there, and whether a page uses them.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from gettext import gettext
from pathlib import Path

from jinja2 import Environment, nodes

from digest.lint.remedies import write_nearest
from digest.lint.template_set import ASSETS, ParsedTemplate, TemplateSet, is_template, names_in, names_of
from digest.model.problem import Problem, problem, problem_at
from digest.model.source import Span
from digest.read.ignored import own_files
from digest.regex import regex
from digest.text.nearest import nearest

GIVEN = ("page", "once")
"""What every template knows."""


def check_templates(
    own: Path, shipped: Path, env: Environment, words: Collection[str]
) -> tuple[Problem, ...]:
    """The templates in a project's folder, beside those of the program. ``words`` are the keys of the words of the pages.

    Problems: R002 and R100 a file that cannot be read; B311 a template that cannot be used; B312 a file that nothing uses
    (warning), B313 a block or text that is never shown, or signs of a template that are printed (warning), B314 something
    that browsers block (warning).
    """
    templates = TemplateSet(own, shipped)
    files, known = own_files(own), own_files(shipped)
    found = [*templates.problems]
    for each in templates.mine.values():
        found += _missing_templates(each, [*templates.all, *filter(is_template, files)])
        found += _rings(each, templates.all)
        found += _unknown_names(each, templates.all, env)
        found += _wrong_calls(each, templates.all)
        found += _unknown_words(each, words)
        found += _lost_for_others(each, templates.all, templates.theirs.get(each.name))
        found += _never_shown(each, templates.all)
        found += _blocked(each)
    wanted = {name for each in templates.all.values() for name in each.used} | {*known}
    found += (_unused(own, name, known) for name in files if name not in wanted and not _stands(name))
    return tuple(sorted(found, key=lambda each: (each.path, each.line, each.column)))


def _stands(name: str) -> bool:
    """Whether a file has its use without being named: it goes to the site, or people read it."""
    return name.startswith(f"{ASSETS}/") or Path(name).stem.lower() == "readme"


def _optional(node: nodes.Node) -> bool:
    """Whether a template may be missing: another may take its place, or none."""
    return getattr(node, "ignore_missing", False) or not isinstance(
        getattr(node, "template", None), nodes.Const
    )


def _missing_templates(each: ParsedTemplate, known: Sequence[str]) -> Iterator[Problem]:
    for name, node in each.used.items():
        if name not in known and not _optional(node):
            reason = gettext("there is no template {name}").format(name=name)
            yield each.at("B311", node.lineno, name, reason=reason, remedy=write_nearest(name, known))


def _rings(each: ParsedTemplate, templates: Mapping[str, ParsedTemplate]) -> Iterator[Problem]:
    """A template that needs itself to be made. In a macro it may."""
    for name, node in each.used.items():
        if isinstance(node, nodes.Import | nodes.FromImport):  # macros may call each other
            continue
        way, open_names = {name}, [name]
        while open_names and each.name not in way:
            after = templates.get(open_names.pop())
            new = [other for other in (after.used if after else ()) if other not in way]
            way.update(new)
            open_names += new
        if each.name in way:
            reason = gettext("it uses {name}, which uses this template again, and so on without end").format(
                name=name
            )
            remedy = gettext(
                "Remove this line. To change the program's template, copy it and change the copy."
            )
            yield each.at("B311", node.lineno, name, reason=reason, remedy=remedy)


def _unknown_names(
    each: ParsedTemplate, templates: Mapping[str, ParsedTemplate], env: Environment
) -> Iterator[Problem]:
    """Names, filters, tests and pieces of other templates that are not there."""
    around = frozenset(
        name for other in templates.values() if each.name in other.used for name in other.assigned
    )
    above = {name for other in _line(each, templates) for name in other.exported}
    unknown = each.undeclared - {*GIVEN, *around, *above, *each.assigned}
    for name in sorted(unknown):
        for line in sorted({node.lineno for node in _loaded(each.tree, name)})[:_FEW]:
            yield _undefined(each, name, line, templates)
    for node in each.tree.find_all((nodes.Filter, nodes.Test)):
        known = env.filters if isinstance(node, nodes.Filter) else env.tests
        if node.name not in known:
            said = (
                gettext("there is no filter `{name}`")
                if isinstance(node, nodes.Filter)
                else gettext("there is no test `{name}`")
            )
            yield each.at(
                "B311",
                node.lineno,
                node.name,
                reason=said.format(name=node.name),
                remedy=write_nearest(node.name, known),
            )
    for taken in each.tree.find_all(nodes.FromImport):
        for there in (templates[name] for name in names_of(taken) if name in templates):
            for item in taken.names:
                name = item if isinstance(item, str) else item[0]
                if name not in there.exported:
                    yield _no_piece(each, taken.lineno, name, there)
    yield from _unknown_pieces(each, templates)


def _line(each: ParsedTemplate, templates: Mapping[str, ParsedTemplate]) -> list[ParsedTemplate]:
    """A template and those it extends, upwards."""
    line = [each]
    while (parent := templates.get(line[-1].parent)) and parent not in line:
        line.append(parent)
    return line


_FEW = 3
"""A name that is not there is shown so many times."""


def _loaded(tree: nodes.Node, name: str) -> list[nodes.Name]:
    return [node for node in tree.find_all(nodes.Name) if node.name == name and node.ctx == "load"]


def _undefined(
    each: ParsedTemplate, name: str, line: int, templates: Mapping[str, ParsedTemplate]
) -> Problem:
    source = next(
        (there.name for there in templates.values() if name in there.macros and there.name != each.name), ""
    )
    named = [
        getattr(node, "template", node)
        for node in each.tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport))
        if node.lineno == line
    ]
    at_template = any(  # {% extends base.html %}
        isinstance(node, nodes.Name | nodes.Getattr) and name in [inner.name for inner in names_in(node)]
        for node in named
    )
    if at_template:
        remedy = gettext("Put the name of the template in quotation marks.")
    elif near := nearest(name, [*each.assigned, *GIVEN]):
        remedy = gettext("Write `{word}`.").format(word=near)
    elif source:
        line_there = f'{{% from "{source}" import {name} %}}'
        remedy = gettext("Write {line} at the top of the file.").format(line=line_there)
    else:
        remedy = gettext("Remove it, or give it a value first. Names of what a page has begin with `page.`.")
    return each.at(
        "B311",
        line,
        name,
        reason=gettext("the name `{name}` is not defined").format(name=name),
        remedy=remedy,
    )


def _no_piece(each: ParsedTemplate, line: int, name: str, there: ParsedTemplate) -> Problem:
    reason = gettext("{file} has no macro `{name}`").format(file=there.name, name=name)
    return each.at("B311", line, name, reason=reason, remedy=write_nearest(name, there.exported))


def _unknown_pieces(each: ParsedTemplate, templates: Mapping[str, ParsedTemplate]) -> Iterator[Problem]:
    """``parts.lable`` of a template that was imported as ``parts``."""
    whole = {
        node.target: templates[name]
        for node in each.tree.find_all(nodes.Import)
        for name in names_of(node)
        if name in templates
    }
    for node in each.tree.find_all(nodes.Getattr):
        there = whole.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if there and node.attr not in there.exported:
            yield _no_piece(each, node.lineno, node.attr, there)


def _wrong_calls(each: ParsedTemplate, templates: Mapping[str, ParsedTemplate]) -> Iterator[Problem]:
    """Macros that are called with more values than they take, or with others."""
    macros = _macros_in(each, templates)
    for call in each.tree.find_all(nodes.Call):
        name, given = getattr(call.node, "name", ""), call.args
        if name == "once" and given:
            name, given = getattr(given[0], "name", ""), given[1:]
        macro = macros.get(name)
        if macro is None or call.dyn_args or call.dyn_kwargs:
            continue
        takes = [each.name for each in macro.args]
        uses = {each.name for each in macro.find_all(nodes.Name)}
        wrong = [key.key for key in call.kwargs if key.key not in (*takes, "caller")]
        if len(given) > len(takes) and "varargs" not in uses:
            reason = gettext("the macro `{name}` takes {most} values, but gets {number}").format(
                name=name, most=len(takes), number=len(given)
            )
            remedy = gettext("It takes: {names}.").format(names=", ".join(takes) or "–")
            yield each.at("B311", call.lineno, name, reason=reason, remedy=remedy)
        elif wrong and "kwargs" not in uses:
            reason = gettext("the macro `{name}` has no value `{key}`").format(name=name, key=wrong[0])
            yield each.at("B311", call.lineno, wrong[0], reason=reason, remedy=write_nearest(wrong[0], takes))


def _macros_in(each: ParsedTemplate, templates: Mapping[str, ParsedTemplate]) -> Mapping[str, nodes.Macro]:
    """The macros that a template can call, by the names they have there."""
    macros = dict(each.macros)
    for node in each.tree.find_all(nodes.FromImport):
        for there in (templates[name] for name in names_of(node) if name in templates):
            pairs = ((item, item) if isinstance(item, str) else item for item in node.names)
            macros.update({here: there.macros[name] for name, here in pairs if name in there.macros})
    return macros


def _unknown_words(each: ParsedTemplate, words: Collection[str]) -> Iterator[Problem]:
    """``words["frame.homee"]``, ``page.frame.words.plain("frame.homee")``"""
    asked = [(node.node, node.arg) for node in each.tree.find_all(nodes.Getitem)]
    asked += [
        (call.node.node, call.args[0])
        for call in each.tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Getattr) and call.node.attr in ("plain", "fill") and call.args
    ]
    for node, key in asked:
        name = getattr(node, "attr", "") or getattr(node, "name", "")
        if name == "words" and isinstance(key, nodes.Const) and key.value not in words:
            reason = gettext("there is no word `{name}`").format(name=key.value)
            yield each.at(
                "B311", key.lineno, str(key.value), reason=reason, remedy=write_nearest(str(key.value), words)
            )


def _lost_for_others(
    each: ParsedTemplate, templates: Mapping[str, ParsedTemplate], replaced: ParsedTemplate | None
) -> Iterator[Problem]:
    """What the program's template of this name has, which this one lacks and others need."""
    if replaced is None:
        return
    lost = replaced.exported - each.exported
    for other in templates.values():
        for node in other.tree.find_all(nodes.FromImport):
            if each.name not in names_of(node):
                continue
            for item in node.names:
                name = item if isinstance(item, str) else item[0]
                if name in lost:
                    lost -= {name}
                    reason = gettext("it lacks `{name}`, which {file} takes from it").format(
                        name=name, file=other.name
                    )
                    remedy = gettext("Copy the macro from the program's own {file}.").format(file=each.name)
                    yield problem("B311", each.source.name, reason=reason, remedy=remedy)


def _never_shown(each: ParsedTemplate, templates: Mapping[str, ParsedTemplate]) -> Iterator[Problem]:
    """Blocks that no template above has, text beside the blocks, and signs that are no tags."""
    if each.parent:
        line = _line(each, templates)
        above = {name for other in line[1:] for name in other.blocks}
        nested = {inner.name for block in each.tree.find_all(nodes.Block) for child in block.body for inner in
                  ([child] if isinstance(child, nodes.Block) else child.find_all(nodes.Block))}  # fmt: skip
        if not line[-1].parent:
            for block in each.tree.find_all(nodes.Block):
                if block.name not in above | nested:
                    yield each.at(
                        "B313",
                        block.lineno,
                        block.name,
                        reason=gettext("{parent} has no block `{name}`").format(
                            parent=each.parent, name=block.name
                        ),
                        remedy=write_nearest(block.name, above - each.blocks or above),
                    )
        for node in each.tree.body:
            if isinstance(node, nodes.Output) and (shown := _shown(node)):
                reason = gettext("a template that extends another only shows its blocks")
                yield each.at(
                    "B313",
                    shown,
                    "",
                    reason=reason,
                    remedy=gettext("Move this into a block, such as `main`."),
                )
    for found in _LOST_SIGNS.finditer(_without_tags(each.source.text)):
        span = Span(found.start(), found.end())
        reason = gettext("the signs {signs} appear on the page as they are").format(signs=found[0])
        remedy = gettext("Write the tag with both of its signs, in half-width characters.")
        yield problem_at("B313", each.source, span, reason=reason, remedy=remedy)


def _shown(node: nodes.Output) -> int:
    """The line of the first thing that is shown; 0 for white space."""
    for each in node.nodes:
        if not isinstance(each, nodes.TemplateData):
            return each.lineno
        if each.data.strip():
            return each.lineno + each.data[: len(each.data) - len(each.data.lstrip())].count("\n")
    return 0


_TAG = regex(r"\{#.*?#\}|\{%.*?%\}|\{\{(?:\"[^\"]*\"|'[^']*'|[^\"'}]|\}(?!\}))*\}\}", re.DOTALL)
_LOST_SIGNS = regex(r"\}\}|%\}|[｛{]％|％[｝}]|｛｛|｝｝|\{ +[{%]")


def _without_tags(text: str) -> str:
    """A text with blanks in place of its tags, and of scripts and styles."""
    return _TAG.sub(lambda found: " " * len(found[0]), text)


_BLOCKED = (
    (regex(r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*application/)[^>]*>", re.IGNORECASE), "script"),
    (regex(r"<style\b[^>]*>", re.IGNORECASE), "style"),
    (regex(r"(?<=\s)style\s*=\s*[\"'][^\"']*[\"']", re.IGNORECASE), "style"),
    (regex(r"(?<=\s)on[a-z]+\s*=\s*[\"'][^\"']*[\"']", re.IGNORECASE), "script"),
    (regex(r"(?<=[\"'])javascript:[^\"']*", re.IGNORECASE), "script"),
    (regex(r"<(?:iframe|object|embed|frame|base)\b[^>]*>", re.IGNORECASE), "frame"),
    (
        regex(
            r"(?<=\s)src\s*=\s*[\"'](?:https?:)?//[^\"']*[\"']"
            r"|<link\b(?=[^>]*stylesheet)[^>]*href\s*=\s*[\"'](?:https?:)?//[^\"']*[\"']",
            re.IGNORECASE,
        ),
        "host",
    ),
)
_COMMENT = regex(r"<!--.*?-->|\{#.*?#\}", re.DOTALL)


def _blocked(each: ParsedTemplate) -> Iterator[Problem]:
    """What the policy of the pages (Content-Security-Policy) makes browsers refuse."""
    if each.name.endswith(".json"):
        return  # what it holds is shown by others
    text = _COMMENT.sub(lambda found: " " * len(found[0]), each.source.text)
    said = {
        "script": (
            gettext("a script inside a page"),
            gettext(
                "Move it into a file in templates/assets/ that ends in .js, and load that with <script src>."
            ),
        ),
        "style": (
            gettext("a style inside a page"),
            gettext("Give the element a class, and write its style into templates/assets/site.css."),
        ),
        "frame": (gettext("a page or an object inside a page"), gettext("Write a link to it instead.")),
        "host": (
            gettext("a file of another host"),
            gettext("Copy the file into templates/assets/, and load it from there."),
        ),
    }
    for pattern, kind in _BLOCKED:
        for found in pattern.finditer(text):
            what, remedy = said[kind]
            yield problem_at("B314", each.source, Span(found.start(), found.end()), what=what, remedy=remedy)


def _unused(own: Path, name: str, known: Sequence[str]) -> Problem:
    """B312 about a file, with the file it may be meant for."""
    last = name.rpartition("/")[2]
    near = get_close_matches(name, known, 2 if name.startswith("words.") else 1) or [
        each for each in known if each.rpartition("/")[2].lower() == last.lower()
    ]
    if not near and last.endswith(
        (".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".woff2")
    ):
        near = [f"{ASSETS}/{last}"]
    remedy = (
        gettext("Rename it to {name}, or remove it.").format(name=" / ".join(near))
        if near
        else gettext(
            "Give it the name of the file it is to replace (`digest templates list`), include it in another template, or remove it."
        )
    )
    return problem("B312", (own / name).as_posix(), remedy=remedy)
