"""What is said of two measures: how sure the pair is, whether it is the same or comparable, by which acts, and why."""

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from digest.crossref.features import TELLING, Features
from digest.crossref.likeness import ActLikeness, ComparedActs, Likeness, MeasurePair
from digest.crossref.weights import model
from digest.model.matches import ActPair, Reason, Shown


def verdict(compared: MeasurePair) -> tuple[ActPair, ...]:
    """The acts by which two measures correspond, the most reliable first; none where the pair is not worth showing: it is too
    unlikely, or there is nothing that a reader could be told as the reason."""
    fitted = model()
    sure = fitted.comparable.probability(compared.likeness)
    if sure < fitted.possible:
        return ()
    strong = [(_strength(each.common), each) for each in compared.acts()]
    best = max(strength for strength, _ in strong)
    kept = [(strength, each) for strength, each in strong if best and strength >= _NEAR * best]
    kept.sort(key=lambda each: (-each[0], *_place(each[1])))
    certain = sure >= max(_EVEN, fitted.likely)
    likely = certain or (sure >= fitted.likely and not (kept and _shares_words_alone(kept[0][1])))
    shown: Shown = "likely" if likely else "possible"
    same = likely and fitted.same.probability(compared.likeness) >= fitted.sure

    def said(found: Iterable[tuple[float, ComparedActs]], *, same: bool) -> list[ActPair]:
        pairs = [
            _act_pair(each, same=same, score=sure * strength / best, shown=shown) for strength, each in found
        ]
        return [pair for pair in pairs if pair.reasons]

    pairs = said(kept[:1], same=same) + said(kept[1:], same=False)
    return (*pairs, *said(_further(strong, kept), same=False)) if pairs else ()


_EVEN = 0.5
"""From this probability on a pair is likely for words alone, without a thing, a theme or a figure in common: below it, one of
nine was right in the labelled fields."""


def _shares_words_alone(pair: ComparedActs) -> bool:
    return [*_reasons(pair, _words(pair))] == ["shared_wording"]


def _further(
    strong: Iterable[tuple[float, ComparedActs]], kept: Iterable[tuple[float, ComparedActs]]
) -> Iterator[tuple[float, ComparedActs]]:
    """The acts left over of measures that correspond, each with the one that is the same instrument: 打造专业园区 is why two
    measures correspond, and the rent that both go on to subsidise corresponds, too. So does what both say in the same words."""
    taken = {id(act) for _, each in kept for act in each[:2]}
    for strength, each in sorted(strong, key=lambda each: (-each[0], *_place(each[1]))):
        alike = each.common.themes or each.common.wording >= _ONE_TEXT
        if alike and taken.isdisjoint(map(id, each[:2])):
            taken |= {*map(id, each[:2])}
            yield strength, each


def may_correspond(most: Likeness) -> bool:
    """Whether two measures that have at most so much in common may be worth showing: no weight is below 0."""
    return model().comparable.probability(most) >= model().possible - _ROUNDING


_ROUNDING = 1e-9


def _act_pair(pair: ComparedActs, *, same: bool, score: float, shown: Shown) -> ActPair:
    """Two acts that correspond, with what both say. Acts of one wording are the ``same`` whatever else their clauses hold."""
    words = _words(pair)
    one_text = shown == "likely" and len(words) >= _ENOUGH and pair.common.wording >= _ONE_TEXT
    return ActPair(
        pair.a.act,
        pair.b.act,
        grade=2 if same or one_text else 1,
        score=round(score, 3),
        shown=shown,
        wording=round(pair.common.wording, 3),
        theme=_theme(pair),
        words=words,
        reasons=tuple(_reasons(pair, words)),
    )


_NEAR = 0.7
"""Acts that are at least so much alike as the two most alike ones of their clauses correspond, too."""


def _strength(common: ActLikeness) -> float:
    """By how much two acts speak for their clauses."""
    return common.subject + sqrt(common.wording) + _FIGURE * min(common.figures, 1)


_FIGURE = 0.2


def _place(pair: ComparedActs) -> tuple[int, int]:
    return pair.a.act.start, pair.b.act.start


def _theme(pair: ComparedActs) -> str | None:
    """The theme that both acts name most; None where they share none."""
    left, right = pair.a.topics, pair.b.topics
    both = {theme: min(score, right[theme]) for theme, score in left.items() if theme in right}
    return min(both, key=lambda theme: (-both[theme], theme), default=None)


def _words(pair: ComparedActs) -> tuple[str, ...]:
    """The telling words of both acts: first those that name the object of both, then the most telling."""
    left, right = pair.a.words, pair.b.words
    telling = {
        word: min(weight, right[word])
        for word, weight in left.items()
        if weight >= TELLING and right.get(word, 0.0) >= TELLING
    }
    aside = {word: word not in _opening(pair.a) or word not in _opening(pair.b) for word in telling}
    return tuple(sorted(telling, key=lambda word: (aside[word], -telling[word], word))[:_MOST_WORDS])


_MOST_WORDS = 6


def _reasons(pair: ComparedActs, words: Sequence[str]) -> Iterator[Reason]:
    """Why two acts with some telling words correspond, as ids."""
    near = len(words) >= _ENOUGH and pair.common.wording >= _NEAR_TEXT
    if near:
        yield "near_text"
    if words and words[0] in _opening(pair.a) and words[0] in _opening(pair.b):
        yield "same_object"
    if pair.common.themes:
        yield "same_instrument"
    if pair.common.figures:
        yield "same_figures"
    if words and not near:
        yield "shared_wording"


_NEAR_TEXT = 0.6  # wording from which two acts say nearly the same
_ONE_TEXT = 0.9  # wording from which they differ in little but their figures
_ENOUGH = 2  # so many telling words are needed for that


def _opening(act: Features) -> str:
    """The words in which an act names its object, before it says how it is done or how much is paid."""
    return act.act.text[:_OPENING]


_OPENING = 24
"""Code points in which an act names its object: 对购买IP核开展芯片研发的企业，按…."""
