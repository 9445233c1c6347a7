"""The facts of a policy from what its text prints of itself and what its file states beside it (``Clue``): which of them
wins, and who says otherwise.

One rule for all fields: what the text prints, then what an index table states, then meta tags and the like, then what
only follows from the text. Where two of them differ, the first is taken and the other is named. Two exceptions: when a
page went online, and that a text has ended, are facts of the page, which no text can print of itself.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from gettext import gettext
from itertools import takewhile
from typing import Any, NamedTuple

from digest.enrich.document_facts import kind_of, status_of
from digest.enrich.document_head import is_body
from digest.model.corpus import ProposedFacts, Stated
from digest.model.intake import Clue
from digest.model.vocabulary import DocumentWords
from digest.regex import regex
from digest.text.dates import out_of_order, stated_date
from digest.text.titles import DOCUMENT_NUMBER, inner_title, period_of, title_key

UNKNOWN: Stated[Any] = Stated(None, "unknown")

EDITOR = "editor"
"""The origin of what the person says who adds a policy."""

DATES = ("made", "published", "effective", "expires")


class RejectedValue(NamedTuple):
    """What was not taken: ``value`` as it is stated, ``origin`` the place in the file or ``text``, ``why`` in the language
    of the command line; empty where another value was taken before it."""

    value: str
    origin: str
    why: str = ""


class SettledTable(NamedTuple):
    """A table of policy.toml as it follows from all that is stated. ``origin`` is the place in the file; empty where the
    text says so."""

    stated: Stated[Any] = UNKNOWN
    origin: str = ""
    others: tuple[RejectedValue, ...] = ()


def settle(clues: Iterable[Clue], facts: ProposedFacts, words: DocumentWords) -> Mapping[str, SettledTable]:
    """Each table of policy.toml but the jurisdiction, by name, and ``source_url``."""
    by_field: dict[str, list[Clue]] = {}
    for clue in sorted(clues, key=lambda clue: not _in_a_table(clue.origin)):
        cleaned = Clue(clue.field, _visible(clue.value), clue.origin)
        if cleaned.value:
            by_field.setdefault(clue.field, []).append(cleaned)
    title = _title(by_field.get("title_zh", []), facts)
    found = {
        "title_zh": title,
        "issuers": _settled(by_field.get("issuers", ()), facts.issuers, _bodies, _same_bodies),
        "number": _settled(by_field.get("number", ()), facts.number, _number, _same_words),
        **{name: _settled(by_field.get(name, ()), getattr(facts, name), _date, _same_date) for name in DATES},
        **_of_title(by_field.get("title_zh", ()), facts, words),
        "source_url": _settled(by_field.get("source_url", ()), UNKNOWN, _address, _same_words),
    }
    found["status"] = _status(by_field.get("status", ()), found["status"], found["number"], words)
    return _in_order(found)


def _in_a_table(origin: str) -> bool:
    """Whether a clue comes from an index table, whose fields have Chinese names; those of meta tags are English."""
    return bool(_HAN.search(origin))


def _visible(value: str) -> str:
    """A value on one line, without characters that do not show."""
    return " ".join("".join(each if each.isprintable() else " " for each in value).split())


def _stated(value: Any, clue: Clue, sure: str = "high") -> SettledTable:
    stated = Stated(
        value, "external", _how(clue.origin), sure, None if clue.origin == EDITOR else clue.origin
    )
    return SettledTable(stated, clue.origin)


def _how(origin: str) -> str:
    """The code of a reason (``REASONS``) for the place in a file."""
    if origin == EDITOR:
        return EDITOR
    if _in_a_table(origin):
        return "index_table"
    if origin == "h1":
        return "source_page"
    return "file_properties" if _PROPERTY.match(origin) else "meta_tag"


class _Read(NamedTuple):
    """What a clue means: the value in the form of policy.toml, or None and why it was left out."""

    value: Any
    why: str = ""
    sure: str = "high"


def _settled(
    clues: Iterable[Clue],
    fact: Stated[Any],
    read: Callable[[Clue], _Read],
    same: Callable[[Any, Any], bool],
) -> SettledTable:
    """The first of what is stated, and the others that say otherwise."""
    candidates: list[tuple[SettledTable, str]] = []
    refused: list[RejectedValue] = []
    for clue in clues:
        meant = read(clue)
        if meant.value is None:
            refused.append(RejectedValue(clue.value, clue.origin, meant.why))
        else:
            candidates.append((_stated(meant.value, clue, meant.sure), clue.value))
    if fact.value is not None:
        printed = fact.basis == "printed"
        candidates.insert(0 if printed else len(candidates), (SettledTable(fact), _shown(fact.value)))
    if not candidates:
        return SettledTable(fact if fact.basis == "unknown" else UNKNOWN, others=tuple(refused))
    taken = candidates[0][0]
    others = [
        RejectedValue(value, each.origin or "text")
        for each, value in candidates[1:]
        if not same(taken.stated.value, each.stated.value)
    ]
    return taken._replace(others=(*others, *refused))


def _shown(value: Any) -> str:
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _title(clues: list[Clue], facts: ProposedFacts) -> SettledTable:
    """The title of the document itself, where a notice carries one: what the text prints wins."""
    printed = facts.inner_title if facts.inner_title.value else facts.title
    known = [t for t in (facts.title.value, facts.inner_title.value) if t]
    first = clues[0].value if clues else ""
    taken = (
        SettledTable(printed)
        if printed.value
        else _stated(inner_title(first) or first, clues[0])
        if first
        else SettledTable()
    )
    own = {_loose(each) for each in (*known, taken.stated.value) if each}
    others = (
        RejectedValue(clue.value, clue.origin)
        for clue in clues
        if not any(_is_one(each, _loose(title)) for each in own for title in _titles(clue.value))
        and taken.origin != clue.origin
    )
    return taken._replace(others=tuple(others))


def _titles(stated: str) -> tuple[str, ...]:
    """A title, and that of the document which it carries."""
    return stated, inner_title(stated) or stated


def _is_one(title: str, other: str) -> bool:
    """Whether two titles are the same but for a place or a body before one of them: 某市支持光电产业若干措施, 支持光电产业若干措施."""
    return min(len(title), len(other)) >= _TELLING and (title.endswith(other) or other.endswith(title))


def _loose(title: str) -> str:
    return _BRACKETS.sub("", title_key(title))


def _of_title(clues: Iterable[Clue], facts: ProposedFacts, words: DocumentWords) -> dict[str, SettledTable]:
    """Genre, form, period and status: as the text has them, else as a title has them that only its file states."""
    found = {name: SettledTable(getattr(facts, name)) for name in ("genre", "form", "period", "status")}
    for clue in clues:
        named = inner_title(clue.value) or clue.value
        said = {
            "genre": kind_of(named, words.genres),
            "form": kind_of(clue.value, words.forms),
            "period": period_of(named),
            "status": status.id if (status := status_of(clue.value, words.statuses)) else None,
        }
        for name, value in said.items():
            if value and found[name].stated.value is None:
                found[name] = _stated(value, clue)
    return found


def _status(
    clues: Sequence[Clue], titled: SettledTable, number: SettledTable, words: DocumentWords
) -> SettledTable:
    """What the text or its title calls itself; that it has ended, only a page can say. A text with a document number was
    issued."""
    force = {row.id: row.force for row in words.statuses}
    meanings = {word: row.id for row in words.statuses for word in (*row.stated, *row.words, row.zh)}

    def read(clue: Clue) -> _Read:
        return _Read(meanings.get(clue.value), gettext("it is not a known status"))

    own = titled.stated.value
    found = _settled(clues, UNKNOWN, read, _compatible)
    if own and force.get(found.stated.value or "") == "ended":
        return found._replace(others=(RejectedValue(own, titled.origin or "text"), *found.others))
    if own:
        stated = [clue.value for clue in clues if clue.origin == found.origin][:1]
        differs = not _compatible(own, found.stated.value or own)
        others = [RejectedValue(value, found.origin) for value in stated if differs]
        return titled._replace(others=(*others, *found.others))
    if found.stated.value is None and number.stated.value is not None:
        return found._replace(stated=Stated("issued", "inferred", "number_line", "medium"))
    return found


def _compatible(taken: str, other: str) -> bool:
    """What a text says of itself (试行, 印发) and that it is in force are both right."""
    return other in {taken, "in_force"}


def _in_order(found: dict[str, SettledTable]) -> Mapping[str, SettledTable]:
    """Dates that cannot both be right: the one that is less trusted is left out."""
    for _ in found:
        values = {name: found[name].stated.value for name in _DATED}
        clash = next(out_of_order(values), None)
        if clash is None:
            break
        later, earlier = clash.later, clash.earlier
        loser, winner = (
            (later, earlier) if _trust(found[later]) <= _trust(found[earlier]) else (earlier, later)
        )
        gone = found[loser]
        why = gettext("it contradicts {field}, {value}").format(field=winner, value=values[winner])
        other = RejectedValue(str(gone.stated.value), gone.origin or "text", why)
        found[loser] = SettledTable(others=(other, *gone.others))
    return found


def _trust(settled: SettledTable) -> int:
    return ("unknown", "inferred", "external", "printed").index(settled.stated.basis)


def _date(clue: Clue) -> _Read:
    return _Read(stated_date(clue.value), gettext("it is not a date"))


def _same_date(taken: str, other: str) -> bool:
    return taken.startswith(other) or other.startswith(taken)


def _number(clue: Clue) -> _Read:
    number = "".join(clue.value.split())
    return _Read(number if _IS_NUMBER.fullmatch(number) else None, gettext("it is not a document number"))


def _same_words(taken: str, other: str) -> bool:
    return title_key(taken) == title_key(other)


def _bodies(clue: Clue) -> _Read:
    """The names of bodies; a newspaper or 本站 is none. Who publishes a page has mostly issued the text, not always."""
    names = tuple(takewhile(is_body, filter(None, _BETWEEN.split(clue.value))))
    sure = "high" if clue.origin.startswith(_ISSUING) else "medium"
    return _Read(names or None, gettext("it does not name a public body"), sure)


def _same_bodies(taken: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """县府办 is 安吉县人民政府办公室: a short name has signs of the long one, in their order. A page often names the first of
    several only."""
    return all(any(_is_short_for(each, one) or _is_short_for(one, each) for one in taken) for each in other)


def _is_short_for(short: str, name: str) -> bool:
    rest = iter(name)
    return all(sign in rest for sign in short) and short[-1:] in name[-3:]


def _address(clue: Clue) -> _Read:
    return _Read(clue.value if _WEB.fullmatch(clue.value) else None, gettext("it is not a web address"))


_TELLING = 8  # characters; a shorter title (若干措施) is the end of many
_DATED = ("made", "effective", "expires", "period")
_PROPERTY = regex(r"docProps/|OFD\.xml|PDF")
_HAN = regex(r"[\u4e00-\u9fff]")
_BRACKETS = regex(r"[《》]")
_IS_NUMBER = regex(rf"{DOCUMENT_NUMBER}|[\u4e00-\u9fff]{{0,20}}第[\d一二三四五六七八九十百]{{1,6}}号")
_BETWEEN = regex(r"[\s、,，;；]+")
_ISSUING = ("发文", "制发", "制定", "颁布")
_WEB = regex(r"https?://[^\s\"<>]+")
