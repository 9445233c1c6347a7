"""What is offered most: supports whose caps apply to the same thing, the highest first.

Sums with different scopes (per project, per enterprise and year) are never ranked against each other; each scope is a
list of its own. In a list, a support in force comes before one of a draft, and one of an ended policy last; then the
higher cap, then the higher rate.
"""

from collections.abc import Iterable, Mapping, Sequence

from digest.crossref.compare.rows import scope_of
from digest.model.comparison import Offer
from digest.model.facts import Cap, Instrument
from digest.model.measures import Measure
from digest.model.validity import Validity

_FIRST_TO_LAST = {"draft": 1, "ended": 2}
"""How policies rank by their force; those in force, and those of which nothing is known, come first."""


def offers(measures: Iterable[Measure], validity: Mapping[str, Validity]) -> tuple[tuple[Offer, ...], ...]:
    """The supports of some measures with a cap, else with a rate alone: a list for each scope, the longest first;
    ``validity`` is that of each policy."""
    lists: dict[object, list[tuple[tuple[float, ...], Offer]]] = {}
    seen: set[tuple[str, str, int, int]] = set()
    for measure in measures:
        for fact in measure.supports:
            name = (measure.doc, measure.clause.id, fact.start, fact.end)
            if name not in seen and fact.currency == "CNY":
                seen.add(name)
                for scope, cap in _scopes(fact):
                    rank = (
                        _rank(validity, measure.doc),
                        -(cap.amount_yuan if cap else 0),
                        -(fact.rate_percent or 0),
                    )
                    lists.setdefault(scope, []).append((rank, Offer(measure.key, fact, cap)))
    ranked = [sorted(found, key=lambda each: (each[0], each[1].act)) for found in lists.values()]
    ranked.sort(key=lambda found: (-len({offer.act.doc for _, offer in found}), found[0][0], found[0][1].act))
    return tuple(tuple(offer for _, offer in found) for found in ranked)


def best(measures: Sequence[Measure], validity: Mapping[str, Validity]) -> tuple[Offer, ...]:
    """The first offer of each scope; where nothing has a figure, the first support."""
    found = tuple(each[0] for each in offers(measures, validity))
    if found:
        return found
    return tuple(Offer(measure.key, fact, None) for measure in measures for fact in measure.supports[:1])[:1]


def _scopes(fact: Instrument) -> list[tuple[object, Cap | None]]:
    """The scopes of the caps of a support with the highest cap of each; what has only a rate is a scope of its own."""
    found: dict[object, Cap | None] = {}
    for cap in sorted(fact.caps, key=lambda each: each.amount_yuan):
        found[scope_of(cap)] = cap
    if not found and fact.rate_percent is not None and fact.rate_unit == "percent":
        found["rate"] = None
    return list(found.items())


def _rank(validity: Mapping[str, Validity], doc: str) -> int:
    known = validity.get(doc)
    return _FIRST_TO_LAST.get(known.force, 0) if known else 0
