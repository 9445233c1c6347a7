"""What it means that a measure has no value in a row: the text says nothing, or we did not read it.

"Not stated" is a statement about a law. It is made only where the clause prints nothing that could be such a value,
and no clause of the same document on the subject states one.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from math import fsum
from typing import NamedTuple

from digest.crossref.compare.rows import unspaced, values_of
from digest.crossref.compare.texts import FoldedText, folded
from digest.crossref.gist import Gist
from digest.model.comparison import TOLD, ComparisonCell, Silence, StatedValue
from digest.model.document import Clause
from digest.model.facts import ClauseFacts, Instrument, Target
from digest.model.matches import ActKey
from digest.model.measures import Measure, Measures
from digest.model.vocabulary import InstrumentWords
from digest.regex import regex
from digest.text.money import Figure, Unit, find_figures
from digest.text.sentences import sentence_around

_MONEY = frozenset({Unit.YUAN, Unit.FOREIGN})
_SHARE = frozenset({Unit.PERCENT, Unit.POINT, Unit.TIMES})
_FIGURES = {
    "sum": _MONEY,
    "cap": _MONEY,
    "thresholds": _MONEY,
    "rate": _SHARE,
    "tiers": _MONEY | _SHARE,
    "targets": _MONEY | _SHARE,
}
"""What the figures of a row count."""

_SPAN = regex(r"(?<![\d年])[\d一二两三四五六七八九十]{1,3}\s*(?:个月|年(?![\d底末初度]|以前|前))")
_PAYMENT = regex(r"一次性|[每逐按分][年月期季]|[两三四五\d][年期]")
_COUNTED = regex(r"\d")
_HEAD = 2  # characters at the end of an indicator that name the thing counted: 平台, 收入
_PART_OF = {"base": "rate", "scope": "cap"}
"""A text without a rate states no base of it either."""

_END = 3  # characters at the end of two indicators that make them one
_SEVERAL = 2  # so many of the telling words of a measure say what it is about, and
_MUCH = 0.3  # such a share of their weight
_LIKE = 0.4  # share of the pairs of characters of the shorter indicator that make two indicators alike


class _Stated(NamedTuple):
    """A value of a document, and the clause that states it."""

    clause: str
    value: StatedValue


@dataclass(frozen=True, slots=True)
class Listener:
    """Knows all that the documents state. ``support`` are the words by which a text names support of any kind; ``acts``
    hold the telling words of measures. What a measure states is kept, and what its clause prints that was not read: each stands
    in several comparisons."""

    measures: Measures
    stated: Mapping[tuple[str, str], Sequence[_Stated]]
    texts: Mapping[str, FoldedText]
    acts: Mapping[ActKey, Gist]
    support: frozenset[str]
    _values: dict[ActKey, Mapping[str, tuple[StatedValue, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _units: dict[tuple[str, str], frozenset[Unit]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        measures: Measures,
        texts: Mapping[str, FoldedText],
        acts: Mapping[ActKey, Gist],
        words: InstrumentWords,
    ) -> "Listener":
        """A listener to the policies of some measures."""
        stated: dict[tuple[str, str], list[_Stated]] = {}
        for slug, policy in measures.policies.items():
            for clause_id in policy.facts:
                if (slug, clause_id) not in measures.clauses:
                    continue
                for row, values in values_of(measures.whole(slug, clause_id)).items():
                    found = (_Stated(clause_id, value) for value in values)
                    stated.setdefault((slug, row), []).extend(found)
        kinds = (word for kind in words.kinds for word in (kind.name_zh, *kind.triggers))
        support = frozenset((*words.support, *words.nouns, *words.fund_nouns, *kinds))
        return cls(measures, stated, texts, acts, support)

    def values(self, measure: Measure) -> Mapping[str, tuple[StatedValue, ...]]:
        """What a measure states, by row."""
        key = measure.key
        if key not in self._values:
            self._values[key] = values_of(measure)
        return self._values[key]

    def cell(
        self,
        row: str,
        measure: Measure,
        own: Mapping[str, Sequence[StatedValue]],
        every: Iterable[Mapping[str, Sequence[StatedValue]]],
        subject: Collection[str],
    ) -> ComparisonCell:
        """A cell with its values, or with what is known of its silence. ``own`` is what the measure states by row,
        ``every`` what all do that it is compared with; ``subject`` are the clauses of the same document on the same
        subject."""
        if row in own:
            return ComparisonCell(tuple(own[row]))
        of = _PART_OF.get(row)
        if of and of not in own:
            row = of
        others = [value for each in every for value in each.get(row, ())]
        if row not in TOLD or _in_another_row(row, own) or self._unread(row, measure):
            return ComparisonCell((), Silence.UNREAD)
        if row == "targets" and self._names(measure.doc, others):
            return ComparisonCell((), Silence.ELSEWHERE)
        elsewhere = self._elsewhere(row, measure, others, subject)
        if not elsewhere:
            return ComparisonCell((), Silence.NONE)
        if any(each.clause == measure.clause.id for each in elsewhere):  # in another sentence of it
            return ComparisonCell((), Silence.UNREAD)
        told = (each.clause for each in elsewhere if each.clause in subject and self._tells(each, measure))
        return ComparisonCell((), Silence.ELSEWHERE, next(told, None))

    def _unread(self, row: str, measure: Measure) -> bool:
        """Whether the clause prints something that could be a value of the row and is no fact."""
        clause, facts = measure.clause, measure.policy.facts.get(measure.clause.id, _NO_FACTS)
        printed = f"{clause.heading or ''}\n{clause.text}"
        if row == "kind":
            return any(word in printed for word in self.support)
        if row == "payment":
            return _PAYMENT.search(printed) is not None
        if row == "duration":
            return _SPAN.search(printed) is not None
        if row == "targets" and _COUNTED.search(_without_evidence(clause, facts)):
            return True
        name = measure.doc, clause.id
        if name not in self._units:
            self._units[name] = frozenset(figure.unit for figure in unread_figures(clause, facts))
        return not self._units[name].isdisjoint(_FIGURES[row])

    def _elsewhere(
        self, row: str, measure: Measure, others: Sequence[StatedValue], subject: Collection[str]
    ) -> Sequence[_Stated]:
        """What the document states like the values of ``others``: a kind of support or an indicator anywhere, another
        figure where the clause is on the subject."""
        alike = _ALIKE.get(row)
        return [
            each
            for each in self.stated.get((measure.doc, row), ())
            if (
                each.clause in subject if alike is None else any(alike(each.value, other) for other in others)
            )
        ]

    def _tells(self, stated: _Stated, measure: Measure) -> bool:
        """Whether a value of another clause is one of a measure: that clause is above its own, one of the two refers to the
        other, or the sentence of the value is about the same thing."""
        own, there = measure.clause, self.measures.clauses[measure.doc, stated.clause]
        sentence = sentence_around(there.text, stated.value.start, stated.value.start + 1)
        return (
            there.id in self._above(measure)
            or self._refers(measure.doc, own.id, there.id)
            or self._refers(measure.doc, there.id, own.id)
            or self._about(measure, f"{there.heading or ''}。{sentence}")
        )

    def _above(self, measure: Measure) -> Iterable[str]:
        """The clauses above that of a measure."""
        parent = measure.clause.parent
        while parent is not None:
            yield parent
            parent = self.measures.clauses[measure.doc, parent].parent

    def _refers(self, doc: str, clause: str, other: str) -> bool:
        facts = self.measures.policies[doc].facts.get(clause, _NO_FACTS)
        return any(each.resolves_to_clause == other for each in facts.citations)

    def _about(self, measure: Measure, text: str) -> bool:
        """Whether a text uses much of what tells a measure from others of its policy."""
        act = self.acts.get(measure.key)
        telling = {word: act.telling[word] for word in act.telling.keys() - act.subject} if act else {}
        said = folded(text)
        used = [weight for word, weight in telling.items() if folded(word) in said]
        return len(used) >= _SEVERAL and fsum(used) >= _MUCH * fsum(telling.values())

    def _names(self, doc: str, goals: Sequence[StatedValue]) -> bool:
        """Whether a document mentions what some goals count, with or without a figure (建设公共服务平台)."""
        counted = (value.stated.metric_zh for value in goals if isinstance(value.stated, Target))
        return any(folded(unspaced(metric)[-_HEAD:]) in self.texts[doc].whole for metric in counted)


def _in_another_row(row: str, own: Mapping[str, Sequence[StatedValue]]) -> bool:
    """Whether a measure says how much it pays in another row: with a ceiling, nobody can say that it states no sum."""
    if row == "cap":
        return "tiers" in own or any(value.part == "fixed" for value in own.get("sum", ()))
    return row in _PAID and any(other in own for other in _PAID)


_PAID = ("sum", "cap", "tiers")
"""The rows that say how much is paid."""


def unread_figures(clause: Clause, facts: ClauseFacts) -> Sequence[Figure]:
    """The sums and shares a clause prints that are in none of its facts."""
    found = [figure for figure in find_figures(clause.text) if figure.unit in _MONEY | _SHARE]
    known = set(_figures_of(facts)) if found else set()
    return [figure for figure in found if not {float(figure.low), float(figure.high)} <= known]


def _figures_of(facts: ClauseFacts) -> Iterable[float]:
    for fact in facts.instruments:
        yield from _numbers(_of_support(fact))
    for goal in (*facts.targets, *facts.statistics):
        yield from _numbers((goal.value, goal.value_high, goal.baseline_value))
        if goal.growth_factor is not None:
            yield goal.growth_factor * 100  # a multiple is a share of its base: 2倍 is 200 %


def _of_support(fact: Instrument) -> Iterable[float | None]:
    yield from (fact.rate_percent, fact.rate_high, fact.unit_amount_yuan, fact.fixed_yuan, fact.fund_yuan)
    yield fact.amount_high
    yield from (cap.amount_yuan for cap in fact.caps)
    yield from (reach.amount_yuan for reach in fact.thresholds)
    yield from (part.share_percent for part in fact.payout)
    for stage in fact.stages:
        yield from (stage.amount_yuan, stage.rate_percent)
    for step in fact.tiers:
        yield from (step.threshold_yuan, step.amount_yuan, step.rate_percent)


def _numbers(values: Iterable[float | None]) -> Iterable[float]:
    return (float(value) for value in values if value is not None)


def _without_evidence(clause: Clause, facts: ClauseFacts) -> str:
    """The text of a clause without the words that its facts were taken from."""
    left = list(clause.text)
    spans = [(fact.start, fact.end) for fact in facts.instruments]
    spans += [(fact.start, fact.end) for fact in facts.citations]
    spans += [(fact.start, fact.end) for fact in (*facts.targets, *facts.statistics)]
    for start, end in spans:
        left[start:end] = " " * (end - start)
    return "".join(left)


def _same_key(one: StatedValue, other: StatedValue) -> bool:
    return one.key == other.key


def _same_indicator(one: StatedValue, other: StatedValue) -> bool:
    """Whether two goals count much the same (MEMS中试线, 一条MEMS中试线)."""
    if not isinstance(one.stated, Target) or not isinstance(other.stated, Target):
        return False
    return _indicators_alike(one.stated, other.stated)


def _indicators_alike(one: Target, other: Target) -> bool:
    """Whether the indicators of two goals share enough of their wording to be about one thing."""
    few, many = sorted((_pairs(one.metric_zh), _pairs(other.metric_zh)), key=len)
    return bool(few) and len(few & many) >= _LIKE * len(few)


def one_indicator(one: Target, other: Target) -> bool:
    """Whether two goals can be compared: their indicators end alike (MEMS中试线, 8英寸MEMS中试线), as the end of a Chinese
    noun phrase says what is counted."""
    ends = zip(reversed(unspaced(one.metric_zh)), reversed(unspaced(other.metric_zh)), strict=False)
    return one.unit == other.unit and sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends)) >= _END


def _pairs(text: str) -> frozenset[str]:
    packed = unspaced(text)
    return frozenset(packed[at : at + 2] for at in range(len(packed) - 1))


_ALIKE: Mapping[str, Callable[[StatedValue, StatedValue], bool]] = {
    "kind": _same_key,
    "targets": _same_indicator,
}
_NO_FACTS = ClauseFacts()
