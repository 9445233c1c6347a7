"""A policy that could be added, to look at before it is written: for people, and for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from gettext import gettext, ngettext
from typing import Any

from rich.cells import cell_len

from digest.adding import Addition, not_taken
from digest.enrich.clues import EDITOR, SettledTable
from digest.model.corpus import Stated
from digest.model.intake import TextChange
from digest.model.problem import Problem
from digest.model.reasons import REASONS
from digest.output.names import bases, field_names
from digest.output.records import records
from digest.output.tree import outline
from digest.output.visible import visible
from digest.output.wrap import shortened, wrapped

_SHOWN = 3
"""So many changes of a kind are shown as examples, unless all are asked for."""

_FIGURES = 12

_OPTIONAL = {"period", "source_url"}
"""What is not shown where nothing says it."""


def preview(addition: Addition, width: int, *, every: bool) -> Iterator[str]:
    """What would be added, in lines of at most ``width`` cells: clauses with what is doubtful, characters that changed,
    figures, and what policy.toml will say, with where it comes from. ``every`` change is shown one by one."""
    clauses = len(addition.document.clauses)
    counted = ngettext("{n} clause", "{n} clauses", clauses).format(n=clauses)
    yield from _wrapped(
        f"== {visible(addition.received.file)}: {_kinds()[addition.received.taken.kind]}{gettext(', ')}{counted}",
        width,
    )
    yield ""
    yield from outline(addition.document, addition.doubts, width).splitlines()
    yield ""
    yield from _changes(addition.received.taken.changes, width, every=every)
    yield from _figures(gettext("Sums of money"), addition.figures.money, width)
    yield from _figures(gettext("Percentages and shares"), addition.figures.shares, width)
    yield ""
    yield from _table(addition, width)


def record(addition: Addition, problems: Iterable[Problem]) -> Mapping[str, Any]:
    """The same for programs; ``problems`` are all that were found."""
    meta = addition.meta
    return {
        "file": addition.received.file,
        "kind": addition.received.taken.kind,
        "policy": meta.slug or None,
        "files": list(addition.files()),
        "clauses": [
            {
                "id": each.id,
                "label": each.label,
                "heading": each.heading,
                "text": each.text,
                "lines": list(each.lines),
            }
            for each in addition.document.clauses
        ],
        "fields": {name: _field(each) for name, each in addition.settled.items()},
        "notice": addition.notice,
        "source_sha256": meta.source_sha256,
        "relations": [{"kind": each.kind, "target": each.target} for each in meta.relations],
        "changes": [each._asdict() for each in addition.received.taken.changes],
        "figures": {"money": list(addition.figures.money), "shares": list(addition.figures.shares)},
        "near": [each._asdict() for each in addition.near],
        "unknown": list(addition.unknown),
        "problems": records([*problems]),
    }


def _field(settled: SettledTable) -> Mapping[str, Any]:
    stated = settled.stated
    value = list(stated.value) if isinstance(stated.value, tuple) else stated.value
    return {
        "value": value,
        "basis": stated.basis,
        "how": stated.how,
        "how_zh": stated.how_zh,
        "how_en": stated.how_en,
        "sure": stated.sure,
        "origin": settled.origin or None,
        "others": [each._asdict() for each in settled.others],
    }


def _kinds() -> Mapping[str, str]:
    return {
        "html": gettext("web page"),
        "docx": gettext("Word document"),
        "pdf": gettext("PDF"),
        "ofd": gettext("OFD"),
        "text": gettext("plain text"),
    }


def _changes(changes: tuple[TextChange, ...], width: int, *, every: bool) -> Iterator[str]:
    """Changed characters, grouped by what they were."""
    if not changes:
        yield gettext("No character was changed.")
        return
    yield ngettext("{n} place was changed:", "{n} places were changed:", len(changes)).format(n=len(changes))
    counted = Counter(each.why for each in changes)
    for why, number in counted.items():
        yield from _wrapped(f"  {number} x {visible(gettext(why))}", width, 4)
        group = [each for each in changes if each.why == why]
        for each in group if every else group[:_SHOWN]:
            line = f"    L{each.line} {_change(each)}"
            yield from _wrapped(line, width, 6) if every else [shortened(line, width)]
        if not every and number > _SHOWN:
            more = gettext("    … and {n} more (--changes shows all)")
            yield more.format(n=number - _SHOWN)


def _change(change: TextChange) -> str:
    was, now = (visible(part.replace("\n", "⏎")) for part in (change.was, change.now))
    if not was:
        return gettext("added: “{now}”").format(now=now)
    return f"“{was}” -> “{now}”" if now else gettext("left out: “{was}”").format(was=was)


def _figures(name: str, printed: tuple[str, ...], width: int) -> Iterator[str]:
    shown = "、".join(printed[:_FIGURES]) + ("…" if len(printed) > _FIGURES else "")
    counted = gettext("{name} ({n}): {figures}") if printed else gettext("{name}: none")
    said = counted.format(name=name, n=len(printed), figures=visible(shown))
    yield from _wrapped(said, width, 2)


def _table(addition: Addition, width: int) -> Iterator[str]:
    """What policy.toml will say."""
    names = field_names()
    left = max(map(cell_len, names.values())) + 2
    for name, settled in addition.settled.items():
        stated = settled.stated
        if name in _OPTIONAL and stated.value is None and not settled.others:
            continue
        value = "、".join(stated.value) if isinstance(stated.value, tuple) else stated.value
        printed = ""
        if name in addition.names:
            value = gettext("{value} ({known})").format(value=addition.names[name], known=value)
            printed = _other_word(stated, addition.names[name])
        said = f"{visible(value)}  [{_source(settled)}{printed}]" if value else gettext("unknown")
        yield from _row(names[name], said, left, width)
        for other in settled.others:
            yield from _row("", visible(not_taken(other, _place(other.origin))), left, width)
        if name == "title_zh" and addition.notice:
            yield from _row(
                "", visible(gettext("carried by: {title}").format(title=addition.notice)), left, width
            )


def _row(name: str, said: str, left: int, width: int) -> Iterator[str]:
    first, *rest = wrapped(said, max(width - left, 20))
    yield name + " " * (left - cell_len(name)) + first
    yield from (" " * left + each for each in rest)


def _source(settled: SettledTable) -> str:
    """Where a value comes from."""
    stated = settled.stated
    basis, reason = bases()[stated.basis], gettext(REASONS[stated.how]) if stated.how else ""
    place = "" if settled.origin == EDITOR else visible(settled.origin)
    said = gettext("{basis}: {reason}, {place}") if place else gettext("{basis}: {reason}")
    return said.format(basis=basis, reason=reason, place=place)


def _other_word(stated: Stated[Any], term: str) -> str:
    """What a title prints where a list has another word for it: 措施 stands for …扶持若干政策."""
    words = stated.how_zh or ""
    return "" if stated.how != "title" or not words or term in words else f", “…{visible(words)}”"


def _place(origin: str) -> str:
    return gettext("in the text") if origin == "text" else visible(origin)


def _wrapped(text: str, width: int, hanging: int = 0) -> Iterator[str]:
    indent = len(text) - len(text.lstrip(" "))
    first, *rest = wrapped(text.strip(" "), width - max(indent, hanging))
    yield " " * indent + first
    yield from (" " * max(indent, hanging) + each for each in rest)
