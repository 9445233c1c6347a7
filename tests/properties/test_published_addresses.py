"""Texts are edited at random, published after each few edits, and amended where that is asked for: every address that
was published leads somewhere, and none ever shows another clause.

Each line of a text carries a mark of its own through all edits, so that a clause is known whatever it reads.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from digest.check.amendment import amend
from digest.check.ledger import check_ledger, named, record
from digest.model.document import Document
from digest.model.ledger import Ledger, Wording
from digest.publish.ledger import ledger_toml
from digest.read.ledger import read_ledger
from digest.text.numerals import print_numeral
from digest.text.pairing import same_words, wordings
from parsing import parsed

EDITS = 1000
AT_ONCE = 3  # edits between two publications, at most

NUMBER = re.compile(r"^(\s*)(第)?([（(])?([一二三四五六七八九十百]+)([)）])?(条|章|、)?")


@dataclass(frozen=True)
class Line:
    """``mark`` names what the line is about, whatever its words."""

    text: str
    mark: int


@dataclass
class Texts:
    """A text that changes: its lines, what stood before, and lines of other policies to put in."""

    lines: list[Line]
    others: list[str]
    dice: random.Random
    before: list[list[Line]] = field(default_factory=list)
    marks: int = 0

    def fresh(self, text: str) -> Line:
        self.marks += 1
        return Line(text, self.marks)

    def place(self) -> int:
        return self.dice.randrange(len(self.lines))


def insert(texts: Texts) -> None:
    texts.lines.insert(texts.place(), texts.fresh(texts.dice.choice(texts.others)))


def delete(texts: Texts) -> None:
    if len(texts.lines) > 10:
        texts.lines.pop(texts.place())


def renumber(texts: Texts) -> None:
    """Count anew whatever is numbered, as somebody does who has put a line in."""
    seen: Counter[str] = Counter()
    for at, line in enumerate(texts.lines):
        found = NUMBER.match(line.text)
        if not found or not (found[2] or found[3] or found[6]):
            continue
        kind = "".join(filter(None, (found[2], found[3], found[6])))
        if kind == "、":
            seen["（"] = seen["("] = 0
        seen[kind] += 1
        start, end = found.span(4)
        text = line.text[:start] + print_numeral(seen[kind]) + line.text[end:]
        texts.lines[at] = Line(text, line.mark)


def swap(texts: Texts) -> None:
    """Two lines change places and keep their numbers, as in a new order of measures."""
    one, other = texts.place(), texts.place()
    a, b = texts.lines[one], texts.lines[other]
    first, second = NUMBER.match(a.text), NUMBER.match(b.text)
    if first and second and first[6] == second[6] and first[3] == second[3]:
        texts.lines[one] = Line(first[0] + b.text[second.end() :], b.mark)
        texts.lines[other] = Line(second[0] + a.text[first.end() :], a.mark)


def split(texts: Texts) -> None:
    at = texts.place()
    head, mark, tail = texts.lines[at].text.partition("。")
    if mark and len(tail) > 20:
        number = print_numeral(texts.dice.randint(2, 30))
        texts.lines[at : at + 1] = [
            Line(head + mark, texts.lines[at].mark),
            texts.fresh(f"（{number}）{tail}"),
        ]


def merge(texts: Texts) -> None:
    at = texts.place()
    if at + 1 < len(texts.lines):
        one, other = texts.lines[at], texts.lines[at + 1]
        texts.lines[at : at + 2] = [Line(one.text + NUMBER.sub("", other.text), one.mark)]


def reword(texts: Texts) -> None:
    at = texts.place()
    line = texts.lines[at]
    if len(line.text) > 30:
        start = texts.dice.randrange(10, len(line.text) - 10)
        put = texts.dice.choice(["切实加强", "按规定", "择优", "会同有关部门", ""])
        texts.lines[at] = Line(line.text[:start] + put + line.text[start + 4 :], line.mark)


def change_a_figure(texts: Texts) -> None:
    at = texts.place()
    line = texts.lines[at]
    texts.lines[at] = Line(
        re.sub(r"\d+", lambda found: str(int(found[0]) + 7), line.text, count=1), line.mark
    )


def another_edition(texts: Texts) -> None:
    """Much is dropped, much is new, what is left has other figures and numbers."""
    kept = [line for line in texts.lines if texts.dice.random() < 0.8]
    texts.lines[:] = kept if len(kept) > 10 else texts.lines
    for _ in range(4):
        insert(texts)
        change_a_figure(texts)
    renumber(texts)


def undo(texts: Texts) -> None:
    if texts.before:
        texts.lines[:] = texts.before.pop(texts.dice.randrange(len(texts.before)))


KINDS: dict[Callable[[Texts], None], int] = {
    insert: 4,
    delete: 4,
    renumber: 4,
    swap: 3,
    split: 2,
    merge: 2,
    reword: 5,
    change_a_figure: 5,
    another_edition: 1,
    undo: 1,
}


@dataclass
class Site:
    """What was published: the ledger, the marks of the clause each id stood for, and every wording it showed."""

    ledger: Ledger = field(default_factory=Ledger)
    marks: dict[str, frozenset[int]] = field(default_factory=dict)
    shown: dict[str, list[Wording]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_no_address_is_lost_and_none_shows_another_clause(seed: int, project: Path, tmp_path: Path) -> None:
    sources = sorted((project / "content/policies").glob("*/source.txt"))
    own = sources.pop(seed).read_text("utf-8")
    others = [line for path in sources for line in path.read_text("utf-8").splitlines() if len(line) > 30]
    texts = Texts([], others, random.Random(seed))
    texts.lines = [texts.fresh(line) for line in own.splitlines() if line.strip()]
    site = Site()
    publish(texts, site, tmp_path)
    done = 0
    while done < EDITS / 5:
        texts.before.append(list(texts.lines))
        for _ in range(texts.dice.randint(1, AT_ONCE)):
            texts.dice.choices(list(KINDS), list(KINDS.values()))[0](texts)
            done += 1
        publish(texts, site, tmp_path)
    counts = site.counts
    print(f"{done} edits, {len(site.shown)} addresses, {dict(sorted(counts.items()))}")  # noqa: T201 # for `pytest -s`
    assert not counts["lost"]
    assert not counts["shows words published under another id, unasked"]
    assert not counts["another clause, unasked"]
    assert counts["amended"] > 20
    # Where a paragraph stays and another heading comes before it, the words do not tell what the clause is.
    assert counts["followed"] > 0.8 * (counts["followed"] + counts["taken for another"])


def publish(texts: Texts, site: Site, folder: Path) -> None:
    """Publish the text as it is, amended where the check asks for it, and look at every address."""
    minted = parsed("\n".join(line.text for line in texts.lines))[0]
    document = named(minted, site.ledger.ids)
    asked = bool(check_ledger(document, site.ledger, "ids.toml"))
    if asked:
        amendment = amend(minted, site.ledger, "2026-01-01", {}, frozenset())
        document, site.ledger = amendment.document, amendment.ledger
        assert check_ledger(document, site.ledger, "ids.toml") == ()
        site.counts["amended"] += 1
    now = wordings(document)
    site.ledger = record(now, site.ledger)
    (folder / "ids.toml").write_text(ledger_toml(site.ledger), "utf-8")
    assert read_ledger(folder).ledger == site.ledger
    assert check_ledger(document, site.ledger, "ids.toml") == ()
    look(site, now, dict(marks(document, texts)), asked=asked)


def look(site: Site, now: Mapping[str, Wording], marks: dict[str, frozenset[int]], *, asked: bool) -> None:
    """Every published address, and what it shows."""
    for name in site.shown:
        end = site.ledger.end(name)
        site.counts["lost"] += end not in now and end not in site.ledger.tombstones
    for name, wording in now.items():
        own = site.shown.setdefault(name, [])
        if own and not any(same_words(wording, each) for each in own) and wording.words:
            foreign = any(
                same_words(wording, each)
                for other, shown in site.shown.items()
                if other != name
                for each in shown
            )
            site.counts["shows words published under another id, unasked"] += foreign and not asked
            other = not site.marks[name] & marks[name]
            alike = "taken for another" if other else "followed"
            site.counts[alike if asked else "another clause, unasked" if other else "reworded"] += 1
        own.append(wording)
        site.marks[name] = marks[name]


def marks(document: Document, texts: Texts) -> Iterator[tuple[str, frozenset[int]]]:
    """The marks of the lines that each clause's words stand on."""
    for clause in document.clauses:
        words = f"{clause.heading or ''}{clause.text}"
        first, last = clause.lines
        own = [line.mark for line in texts.lines[first - 1 : last] if line.text[-10:].strip() in words]
        yield clause.id, frozenset(own or [texts.lines[first - 1].mark])
