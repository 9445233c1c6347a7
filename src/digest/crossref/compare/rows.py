"""What a comparison takes from a measure, row by row: facts as values that can be weighed against each other."""

from collections.abc import Callable, Hashable, Mapping

from digest.model.comparison import ROWS, CountedGoal, StatedValue
from digest.model.facts import Cap, Instrument, Target
from digest.model.measures import Measure


def values_of(measure: Measure) -> Mapping[str, tuple[StatedValue, ...]]:
    """What a measure states in each row, in the order of the rows; rows of which it says nothing are left out."""
    found = {row: _VALUES[row](measure) for row in ROWS}
    return {row: values for row, values in found.items() if values}


def _kinds(measure: Measure) -> tuple[StatedValue, ...]:
    first: dict[str, Instrument] = {}
    for fact in measure.supports:
        first.setdefault(fact.kind, fact)
    return tuple(StatedValue(kind, fact.start, fact) for kind, fact in first.items())


def _sums(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(
        StatedValue(
            (value, fact.amount_high, fact.amount_comparator, fact.currency), fact.start, fact, basis, part
        )
        for fact in measure.supports
        for value, basis, part in (
            (fact.fixed_yuan, ("fixed", fact.per), "fixed"),
            (
                fact.unit_amount_yuan,
                ("unit", fact.unit, fact.rate_percent, unspaced(fact.rate_base_zh)),
                "unit",
            ),
            (fact.fund_yuan, ("fund", None), "fund"),
        )
        if value is not None
    )


def _rates(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(
        StatedValue(
            (fact.rate_percent, fact.rate_high, fact.rate_comparator, fact.rate_unit),
            fact.start,
            fact,
            unspaced(fact.rate_base_zh),
        )
        for fact in measure.supports
        if fact.rate_percent is not None
    )


def _bases(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(
        StatedValue(unspaced(fact.rate_base_zh), fact.start, fact)
        for fact in measure.supports
        if fact.rate_base_zh
    )


def _caps(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(
        StatedValue(
            (each.amount_yuan, each.comparator, each.currency), fact.start, each, _printed_scope(each)
        )
        for fact, each in _each_cap(measure)
    )


def _scopes(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(StatedValue(scope_of(each), fact.start, each) for fact, each in _each_cap(measure))


def _each_cap(measure: Measure) -> list[tuple[Instrument, Cap]]:
    return [(fact, each) for fact in measure.supports for each in fact.caps]


def _printed_scope(cap: Cap) -> Hashable:
    """What a cap counts by, None where that was inferred: what nobody printed makes no two caps incomparable."""
    return scope_of(cap) if cap.scope_status == "printed" else None


Scope = tuple[str, ...]
"""What a cap counts by: the parts of its scope without the applicant."""


def scope_of(cap: Cap) -> Scope:
    """What a cap counts by. The applicant is understood: 每年最高20万元 and 每家企业每年最高20万元 are one scope."""
    return tuple(part for part in cap.scope.split("_") if part != "enterprise")


def _tiers(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(
        StatedValue(
            (unspaced(step.condition_zh), step.threshold_yuan, step.amount_yuan, step.rate_percent),
            fact.start,
            step,
        )
        for fact in measure.supports
        for step in fact.tiers
    )


def _thresholds(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(
        StatedValue((reach.amount_yuan, reach.comparator), fact.start, reach, unspaced(reach.metric_zh))
        for fact in measure.supports
        for reach in fact.thresholds
    )


def _conditions(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(
        StatedValue(unspaced(fact.conditions_zh), fact.start, fact)
        for fact in measure.supports
        if fact.conditions_zh
    )


def _recipients(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(
        StatedValue(unspaced(fact.recipient_zh), fact.start, fact)
        for fact in measure.supports
        if fact.recipient_zh
    )


def _durations(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(
        StatedValue((fact.duration_months, fact.duration_comparator), fact.start, fact)
        for fact in measure.supports
        if fact.duration_months
    )


def _payments(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(StatedValue("once", fact.start, fact) for fact in measure.supports if fact.one_off)


def _agencies(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(StatedValue(agency.name_zh, agency.start, agency) for agency in measure.agencies)


def _targets(measure: Measure) -> tuple[StatedValue, ...]:
    return tuple(map(target_value, measure.targets))


def target_value(fact: Target) -> StatedValue:
    """A goal: its figure, counted by indicator, unit and year."""
    figure = (fact.value, fact.comparator, fact.value_high, fact.growth_factor, fact.aimed)
    return StatedValue(figure, fact.start, fact, CountedGoal(unspaced(fact.metric_zh), fact.unit, fact.year))


def unspaced(text: str | None) -> str:
    """A text as it is compared: white space is no difference."""
    return "".join((text or "").split())


_VALUES: Mapping[str, Callable[[Measure], tuple[StatedValue, ...]]] = {
    "kind": _kinds,
    "sum": _sums,
    "rate": _rates,
    "base": _bases,
    "cap": _caps,
    "scope": _scopes,
    "tiers": _tiers,
    "thresholds": _thresholds,
    "conditions": _conditions,
    "recipients": _recipients,
    "duration": _durations,
    "payment": _payments,
    "agencies": _agencies,
    "targets": _targets,
}
