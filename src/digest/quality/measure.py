"""Labelled texts are read as any text is, and what was found is counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from digest.enrich import find_facts
from digest.enrich.places import Places, places_of
from digest.model.document import Document
from digest.model.facts import ClauseFacts
from digest.model.quality import Confusion, MeasuredFigure, Quality
from digest.model.source import Source
from digest.model.vocabulary import Vocabulary
from digest.parse import parse
from digest.quality.compare import (
    KeyPair,
    compare_agencies,
    compare_citations,
    compare_outlines,
    compare_supports,
    compare_targets,
)
from digest.quality.labels import Labels


class ComparedText(NamedTuple):
    """One labelled text: what was compared in it, by the name of the figure."""

    text: str
    pairs: Mapping[str, KeyPair]


def compare(labels: Labels, words: Vocabulary) -> Iterator[ComparedText]:
    """Each labelled text beside what is found in it."""

    def facts(text: str, places: Places = _NOWHERE) -> Iterable[ClauseFacts]:
        return find_facts(_parsed(text, words), words, places).values()

    for outline in labels.outlines:
        yield ComparedText(outline.text, compare_outlines(outline, _parsed(outline.text, words)))
    for support in labels.supports:
        yield ComparedText(support.text, compare_supports(support, facts(support.text)))
    for target in labels.targets:
        yield ComparedText(target.text, compare_targets(target, facts(target.text)))
    for agency in labels.agencies:
        places = places_of(agency.place, labels.places)
        yield ComparedText(agency.text, compare_agencies(agency, facts(agency.text, places)))
    for citation in labels.citations:
        yield ComparedText(citation.text, compare_citations(citation, facts(citation.text)))


def summarize(compared: Iterable[ComparedText]) -> Quality:
    """The figures of all texts together, in the order in which they were compared."""
    by_name: dict[str, list[KeyPair]] = {}
    for _, pairs in compared:
        for name, pair in pairs.items():
            by_name.setdefault(name, []).append(pair)
    return Quality(tuple(_figure(name, pairs) for name, pairs in by_name.items()))


_NOWHERE = Places()


def _parsed(text: str, words: Vocabulary) -> Document:
    return parse(Source("labelled", text.strip("\n") + "\n"), words.documents, "labelled")[0]


def _figure(name: str, pairs: list[KeyPair]) -> MeasuredFigure:
    return MeasuredFigure(
        name=name,
        texts=len(pairs),
        labelled=sum(pair.labelled.total() for pair in pairs),
        found=sum(pair.found.total() for pair in pairs),
        right=sum((pair.labelled & pair.found).total() for pair in pairs),
        confusions=_confusions(pairs) if name in _CLASSED else (),
    )


_CLASSED = frozenset({"kinds"})
"""Figures whose keys end with a class, so that one may be taken for another."""


def _confusions(pairs: Iterable[KeyPair]) -> tuple[Confusion, ...]:
    """Which class was taken for which, the most frequent first: keys that agree in all but the class."""
    counts: Counter[tuple[str, str]] = Counter()
    for labelled, found in pairs:
        wrong = list((found - labelled).elements())
        for *key, kind in (labelled - found).elements():
            other = next((each for each in wrong if [*each[:-1]] == key), None)
            if other:
                wrong.remove(other)
                counts[kind, other[-1]] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Confusion(labelled, found, count) for (labelled, found), count in ranked)
