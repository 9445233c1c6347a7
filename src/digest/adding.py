"""What ``digest add`` does: a file as somebody received it becomes a policy, in a folder of its own."""

import shlex
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from gettext import gettext
from pathlib import Path
from typing import Any, NamedTuple

from digest.enrich.clause_references import check_references
from digest.enrich.clues import EDITOR, RejectedValue, SettledTable, settle
from digest.enrich.document_facts import propose_facts
from digest.model.addresses import Addresses
from digest.model.corpus import PolicyMeta, PolicyText, ProposedFacts, Relation, Stated
from digest.model.document import Document
from digest.model.intake import Clue
from digest.model.problem import Problem, problem
from digest.model.vocabulary import Vocabulary
from digest.near import NearPolicy, find_near
from digest.parse import parse
from digest.publish.policy import TABLES, policy_toml
from digest.read.content import read_content
from digest.received import TEXT, Received
from digest.regex import regex
from digest.resources import starter_content
from digest.text.money import Unit, find_figures
from digest.text.place_names import propose_place
from digest.text.places import Gazetteer
from digest.text.slugs import SLUG, free_slug, proposed_slug, slug_in
from digest.text.titles import title_key
from digest.text.urls import find_page

ASKED = ("title_zh", "jurisdiction", "made")
"""What is asked where neither text nor file says it: by these a policy is found on the site."""


class Existing(NamedTuple):
    """A content folder, as far as a new policy is compared with it. ``names`` are those that no new policy may have: of
    folders that are there, and of policies that were published."""

    content: Path
    policies: Mapping[str, PolicyText]
    places: Gazetteer
    vocabulary: Vocabulary
    names: frozenset[str]

    def beside(self, addition: "Addition") -> "Existing":
        """The same with a policy that was added."""
        slug, text = addition.meta.slug, PolicyText(addition.meta, addition.document.source)
        return self._replace(policies={**self.policies, slug: text}, names=self.names | {slug})


class PrintedFigures(NamedTuple):
    """The sums of money and the shares of a text, as printed."""

    money: tuple[str, ...]
    shares: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """A policy that could be added.

    ``notice`` is the title of the notice that carries it; ``names`` say in Chinese what codes and ids mean, by table;
    ``doubts`` are what the parser found odd. ``meta`` has an empty slug where no name follows from what is known.
    """

    received: Received
    document: Document
    meta: PolicyMeta
    settled: Mapping[str, SettledTable]
    notice: str | None
    names: Mapping[str, str]
    figures: PrintedFigures
    near: tuple[NearPolicy, ...]
    doubts: tuple[Problem, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The tables of policy.toml that say unknown; a period is stated by few texts."""
        return tuple(
            name
            for name, each in self.settled.items()
            if each.stated.value is None and name not in {"period", "source_url"}
        )

    def files(self) -> Mapping[str, bytes]:
        """The files of the policy by name."""
        came = self.received
        return {
            TEXT: came.text,
            came.kept: came.data,
            "policy.toml": policy_toml(self.meta, dict(self._remarks())).encode(),
        }

    def _remarks(self) -> Iterator[tuple[str, list[str]]]:
        for name, each in self.settled.items():
            if each.others:
                yield name, [not_taken(other, other.origin) for other in each.others]


def read_existing(content: Path) -> tuple[Existing | None, tuple[Problem, ...]]:
    """A content folder, for policies to be added. A fault in a policy that is there does not matter. Problems: those of the
    content; R009 where policies would be written through a link."""
    root = content / "policies"
    if root.is_symlink():
        return None, (problem("R009", root.as_posix()),)
    read, problems = read_content(content, starter_content())
    if read is None:
        return None, problems
    names = {each.name for each in root.iterdir()} if root.is_dir() else set()
    return Existing(
        content,
        {text.meta.slug: text for text in read.policies},
        Gazetteer(read.jurisdictions),
        read.vocabulary,
        frozenset(names | set(_published(read.addresses))),
    ), ()


def plan_addition(
    existing: Existing, received: Received, answers: Mapping[str, str]
) -> tuple[Addition | None, tuple[Problem, ...]]:
    """The policy that a file would become. ``answers`` are what the person who adds it says, by table, and ``slug``.

    Problems, for which there is none: those of ``Received.decoded``.
    """
    source, problems = received.decoded()
    if source is None:
        return None, problems
    words = existing.vocabulary.documents
    document, doubts = parse(source, words)
    facts = propose_facts(document, words)
    said = (Clue(name, value, EDITOR) for name, value in answers.items() if value)
    settled = {**settle((*received.taken.clues, *said), facts, words)}
    settled["jurisdiction"] = _jurisdiction(settled, answers.get("jurisdiction", ""), facts, existing)
    stated: dict[str, Any] = {name: each.stated for name, each in settled.items()}
    url: Stated[str] = stated.pop("source_url")
    meta = PolicyMeta(
        slug="",
        title_en=None,
        short_titles=facts.short_titles,
        relations=tuple(_relations(facts, existing)),
        source_file=TEXT,
        source_url=url.value,
        source_sha256=source.sha256,
        **stated,
    )
    slug = answers.get("slug") or default_name(meta, existing)
    title = facts.title.value
    addition = Addition(
        received,
        document,
        replace(meta, slug=slug),
        {name: settled[name] for name in _ORDER},
        title if title != meta.title_zh.value else None,
        _names(meta, existing),
        _figures(document),
        tuple(find_near(existing.policies, words, document, meta)),
        (*doubts, *check_references(document)),
    )
    return addition, problems


def hindrances(existing: Existing, addition: Addition) -> tuple[Problem, ...]:
    """Why a policy cannot be added, and what to look at before it is. Problems: A163 the same text is there, A164 it has no
    name, R205 its name cannot be in an address, A167 its name is taken, A165 it looks like another edition, A166 it is nearly
    the text of another place."""
    slug, file = addition.meta.slug, addition.received.file
    found = [problem(_NEAR[each.kind], file, doc=each.doc, percent=each.percent) for each in addition.near]
    if not slug:
        found.append(problem("A164", file, file=shlex.quote(file), missing=_missing(existing, addition.meta)))
    elif not SLUG.fullmatch(slug):
        proposed = proposed_slug(slug, existing.names, default_name(addition.meta, existing) or "place-2024")
        found.append(problem("R205", file, found=slug, example=proposed))
    elif slug in existing.names:
        found.append(problem("A167", file, doc=slug))
    return tuple(found)


def carry_out(existing: Existing, addition: Addition) -> tuple[Problem, ...]:
    """Write the folder of a policy: it is there as a whole, or not at all, and nothing that is there is replaced.

    Problems: A167 its name is taken, B101 it cannot be written.
    """
    root = existing.content / "policies"
    folder, stage = root / addition.meta.slug, root / f".{addition.meta.slug}.new"
    try:
        root.mkdir(exist_ok=True)
        if folder.exists() or folder.is_symlink():
            return (problem("A167", addition.received.file, doc=addition.meta.slug),)
        _clear(stage)
        stage.mkdir()
        try:
            for name, content in addition.files().items():
                (stage / name).write_bytes(content)
            stage.rename(folder)
        finally:
            _clear(stage)
    except OSError as error:
        return (problem("B101", folder.as_posix(), reason=error.strerror or error),)
    return ()


def default_name(meta: PolicyMeta, existing: Existing) -> str:
    """The place in English and the year (longhua-2024), with -2 where that is taken; empty where one is not known."""
    place = existing.places.get(meta.jurisdiction.value or "")
    year = _year(meta)
    name = name_for_address(place.name_en) if place else ""
    return free_slug(f"{name}-{year}", existing.names) if name and year else ""


def name_for_address(name_en: str) -> str:
    """The name of a place without what it is: Longhua District, Shenzhen -> longhua, Enshi Tujia and Miao Autonomous
    Prefecture -> enshi."""
    name = name_en.partition(",")[0]
    if " Autonomous " in name and not name.startswith("Inner "):  # the names of peoples follow the first word
        name = name.partition(" ")[0]
    return slug_in(_KIND_OF_PLACE.sub("", name))


def not_taken(other: RejectedValue, place: str) -> str:
    """What was stated and not taken, for people; ``place`` is how its origin is called."""
    why = f": {other.why}" if other.why else ""
    return gettext("not taken: {value} ({origin}{why})").format(value=other.value, origin=place, why=why)


_NEAR = {"same": "A163", "edition": "A165", "copy": "A166"}

_ORDER = (*TABLES, "source_url")
_YEAR = regex(r"(?:19|20)\d\d")
_KIND_OF_PLACE = regex(
    r"(?<=\w) (?:Province|Municipality|City|District|County|Prefecture|League|Banner|Autonomous|Region|Special|"
    r"New|National|Economic|High|Hi|Development|Zone|Area)\b.*"
)
_OFFERED = 8
"""So many places with one name are listed."""


def _missing(existing: Existing, meta: PolicyMeta) -> str:
    """Why no name follows from what is known."""
    if meta.jurisdiction.value in existing.places:
        return gettext("its year is not known")
    return (
        gettext("its place is not known") if _year(meta) else gettext("its place and its year are not known")
    )


def _year(meta: PolicyMeta) -> str:
    """The year of a policy, as far as anything says one; else empty."""
    dates = (meta.made, meta.published, meta.number, meta.effective, meta.period, meta.title_zh)
    return next((found[0] for each in dates if each.value and (found := _YEAR.search(each.value))), "")


def _clear(stage: Path) -> None:
    """Take away a folder that was begun."""
    if stage.is_symlink():
        stage.unlink()
    elif stage.exists():
        shutil.rmtree(stage)


def _published(addresses: Addresses) -> Iterator[str]:
    """The slugs of policies whose pages were published."""
    for address in addresses:
        page = find_page(address)
        if page and page.kind == "policy":
            yield page.names[0]


def _jurisdiction(
    settled: Mapping[str, SettledTable], answer: str, facts: ProposedFacts, existing: Existing
) -> SettledTable:
    """The place that the title or the issuers name."""
    if answer:
        return _answered(answer, existing.places)
    title, issuers = settled["title_zh"], settled["issuers"]
    titles = (facts.title.value, title.stated.value)
    printed, words = [each for each in titles if each], existing.vocabulary.agencies.place_words
    found = propose_place(printed, issuers.stated.value or (), existing.places, words)
    if found is None:
        return SettledTable()
    resting = settled[found.field]
    how = "issuer" if found.field == "issuers" else "title_place"
    if resting.stated.basis == "printed" and found.sure == "high" and not found.zone:
        return SettledTable(Stated(found.code, "printed", how, how_zh=found.words))
    sure = "high" if {found.sure, resting.stated.sure or "high"} == {"high"} else "medium"
    return SettledTable(Stated(found.code, "inferred", how, sure, how_zh=found.words), resting.origin)


def _answered(answer: str, places: Gazetteer) -> SettledTable:
    """The place that somebody names, by code or name."""
    codes = sorted({answer} if answer in places else places.called(answer) or places.called_shortly(answer))
    if len(codes) == 1:
        return SettledTable(Stated(codes[0], "external", EDITOR, "high"), EDITOR)
    why = gettext("no place has this code or name")
    if codes:
        listed = ", ".join(f"{code} {places[code].name_zh}" for code in codes[:_OFFERED])
        why = gettext("several places have this name. Give the code: {places}").format(places=listed)
    return SettledTable(others=(RejectedValue(answer, EDITOR, why),))


def _names(meta: PolicyMeta, existing: Existing) -> dict[str, str]:
    """The Chinese names of the ids and of the place."""
    words = existing.vocabulary.documents
    lists = {"genre": words.genres, "form": words.forms, "status": words.statuses}
    found = {
        field: row.zh for field, rows in lists.items() for row in rows if row.id == getattr(meta, field).value
    }
    place = existing.places.get(meta.jurisdiction.value or "")
    return {**found, "jurisdiction": place.name_zh} if place else found


def _texts(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _relations(facts: ProposedFacts, existing: Existing) -> Iterator[Relation]:
    """What the text explains or carries out, by the slug of a policy that is there, else by title."""
    titles = {
        title_key(each.meta.title_zh.value): slug
        for slug, each in existing.policies.items()
        if each.meta.title_zh.value
    }
    for each in facts.relations:
        yield Relation(each.kind, titles.get(title_key(each.target), each.target))


def _figures(document: Document) -> PrintedFigures:
    texts = [f"{clause.heading or ''}\n{clause.text}" for clause in document.clauses]
    found = [
        (each.unit, text[each.start : each.end].strip()) for text in texts for each in find_figures(text)
    ]
    money = {Unit.YUAN, Unit.FOREIGN}
    return PrintedFigures(
        tuple(printed for unit, printed in found if unit in money),
        tuple(printed for unit, printed in found if unit not in money),
    )
