"""What is offered most: supports whose caps apply to the same thing, the highest first.

Sums with different scopes (per project, per enterprise and year) are never ranked against each other, unless the text names
none; each scope is a list of its own, as are the caps of loans, investments and funds, rates without a cap, and sums that are no caps. In a
list, a support in force comes before one of a draft, and one of an ended policy last; then the higher cap, then the
higher rate, then the higher sum.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from digest.crossref.compare.rows import Scope, scope_of
from digest.model.comparison import Offer
from digest.model.facts import Cap, Instrument, Stage, Tier
from digest.model.matches import ActKey
from digest.model.measures import Measure
from digest.model.validity import Validity

_FIRST_TO_LAST = {"draft": 1, "ended": 2}
"""How policies rank by their force; those in force, and those of which nothing is known, come first."""


def offers(measures: Iterable[Measure], validity: Mapping[str, Validity]) -> tuple[tuple[Offer, ...], ...]:
    """The supports of some measures with a cap, else with a rate alone, else with another sum: a list for each scope, the one
    of most policies first, other sums last; ``validity`` is that of each policy."""
    lists: dict[object, list[tuple[tuple[float, ...], Offer]]] = {}
    seen: set[tuple[str, str, int, int]] = set()
    measures = tuple(measures)
    caps = (cap for measure in measures for fact in measure.supports for cap in fact.caps)
    printed = {scope_of(cap) for cap in caps if cap.scope_status == "printed"}
    for measure in measures:
        for fact in measure.supports:
            name = (measure.doc, measure.clause.id, fact.start, fact.end)
            if name not in seen and fact.currency == "CNY" and fact.act == "grant":
                seen.add(name)
                for scope, cap in _scopes(fact, printed):
                    rank = (
                        _rank(validity, measure.doc),
                        -(cap.amount_yuan if cap else 0),
                        -(fact.rate_percent or 0),
                        -_sum(fact),
                    )
                    lists.setdefault(scope, []).append((rank, Offer(measure.key, fact, cap)))
    others = lists.pop(_OTHER, [])
    ranked = [sorted(found, key=_in_order) for found in lists.values()]
    ranked.sort(key=lambda found: (-len({offer.act.doc for _, offer in found}), *_in_order(found[0])))
    ranked += [sorted(others, key=_in_order)] if others else []
    return tuple(tuple(offer for _, offer in found) for found in ranked)


def _in_order(each: tuple[tuple[float, ...], Offer]) -> tuple[tuple[float, ...], ActKey]:
    rank, offer = each
    return rank, offer.act


def best(measures: Sequence[Measure], validity: Mapping[str, Validity]) -> tuple[Offer, ...]:
    """The first offer of each scope; where nothing has a figure, the first support."""
    found = tuple(each[0] for each in offers(measures, validity))
    if found:
        return found
    return tuple(Offer(measure.key, fact, None) for measure in measures for fact in measure.supports[:1])[:1]


def _scopes(fact: Instrument, printed: Collection[Scope]) -> list[tuple[object, Cap | None]]:
    """The scopes of the caps of a support with the highest cap of each; what has only a rate, or another sum, is a scope of
    its own."""
    found: dict[object, Cap | None] = {}
    for cap in sorted(fact.caps, key=lambda each: each.amount_yuan):
        found[_scope(cap, printed), fact.is_capital] = cap
    if not found and fact.rate_percent is not None and fact.rate_unit == "percent":
        found["rate"] = None
    others = (fact.fixed_yuan, fact.unit_amount_yuan, fact.fund_yuan)
    if not found and (any(each is not None for each in others) or _sum(fact)):
        found[_OTHER] = None
    return list(found.items())


def _scope(cap: Cap, printed: Collection[Scope]) -> Scope:
    """What a cap counts by. Where its text names nobody, and no other names a project, one of a project and one of its
    applicant are one scope."""
    scope = scope_of(cap)
    if cap.scope_status == "inferred" and scope not in printed:
        return tuple(part for part in scope if part != "project")
    return scope


_OTHER = "other"
"""The list of sums that are no caps: fixed ones, tiers, prices per unit, funds."""


def _sum(fact: Instrument) -> float:
    """The largest sum that is paid at once, not as a cap; 0 where there is none."""
    steps: tuple[Tier | Stage, ...] = (*fact.tiers, *fact.stages)
    paid = (fact.fixed_yuan, fact.amount_high, *(step.amount_yuan for step in steps))
    return max((each for each in paid if each is not None), default=0)


def _rank(validity: Mapping[str, Validity], doc: str) -> int:
    known = validity.get(doc)
    return _FIRST_TO_LAST.get(known.force, 0) if known else 0
