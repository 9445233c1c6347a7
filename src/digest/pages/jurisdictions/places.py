"""The jurisdictions of a site as a tree: those that have policies, and those above them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import zip_longest
from typing import NamedTuple

from digest.model.corpus import Corpus, Jurisdiction, Policy
from digest.pages.strings import Runs, Words
from digest.search.records import in_search_order


class Numbers(NamedTuple):
    """How many policies, support measures and targets there are."""

    policies: int = 0
    instruments: int = 0
    targets: int = 0

    def plus(self, other: "Numbers") -> "Numbers":
        """Both together."""
        return Numbers(*(a + b for a, b in zip(self, other, strict=True)))

    def said(self, words: Words) -> tuple[Runs, ...]:
        """What there is of each; nothing where there is none."""
        return tuple(words.count(kind, number) for kind, number in self._asdict().items() if number)


class PlaceNode(NamedTuple):
    """A place with its own policies (their slugs, the newest first) and the codes of the places below it; ``own`` counts what its
    policies have, ``whole`` that and what there is below it."""

    place: Jurisdiction
    policies: tuple[str, ...]
    below: tuple[str, ...]
    own: Numbers
    whole: Numbers


def place_tree(corpus: Corpus) -> Mapping[str, PlaceNode]:
    """The places by their codes, each before those below it, in the order of codes."""
    above: dict[str, str] = {}
    own: dict[str, dict[str, Numbers]] = {}
    for policy in in_search_order(corpus):
        chain = tuple(chain_of(corpus, policy.meta.jurisdiction.value or ""))
        for place, parent in zip_longest(chain, chain[1:]):
            above.setdefault(place.code, parent.code if parent else "")
        if chain:
            own.setdefault(chain[0].code, {})[policy.meta.slug] = _numbers(policy)
    below: dict[str, list[str]] = {"": []}
    for code in sorted(above):
        below.setdefault(above[code], []).append(code)
    order = tuple(_down("", below))
    nodes: dict[str, PlaceNode] = {}
    for code in reversed(order):
        mine, children = own.get(code, {}), tuple(below.get(code, ()))
        counted = _sum(mine.values())
        whole = _sum([counted, *(nodes[each].whole for each in children)])
        nodes[code] = PlaceNode(corpus.jurisdictions[code], tuple(mine), children, counted, whole)
    return {code: nodes[code] for code in order}


def chain_of(corpus: Corpus, code: str) -> Iterator[Jurisdiction]:
    """A place and those above it, the lowest first."""
    seen = set()
    while code and code not in seen and (place := corpus.jurisdictions.get(code)):
        seen.add(code)
        yield place
        code = place.parent or ""


def _numbers(policy: Policy) -> Numbers:
    facts = policy.facts.values()
    return Numbers(1, sum(len(each.grants) for each in facts), sum(len(each.targets) for each in facts))


def _sum(numbers: Iterable[Numbers]) -> Numbers:
    return reduce(Numbers.plus, numbers, Numbers())


def _down(code: str, below: Mapping[str, list[str]]) -> Iterator[str]:
    """The places below one, each followed by those below it."""
    for each in below.get(code, ()):
        yield each
        yield from _down(each, below)
