"""What a question means: the words it is cut into, and which records answer these, the best first.

A record has a word that it prints, by ``Lookup``, or another of the same meaning (``meanings``), 16; a sum that is asked
for has each that grants a sum of at least that much. What a word that stands nowhere is written with counts a little: 欠薪 is near
to 拖欠薪酬. What stands above a record (its heading, the lead of its list, its policy) has its words for it as well, 8.

Words that stand beside each other as they were asked for are worth more, rare ones weigh more. A record that has but some
words is left with such a share of its score as these have of the weight of all: what a question is about counts before the
form in which it asks. The form (who, how much, until when) raises those that say such a thing, most those that say it
plainly. Policies of a place that is asked for come before others. What only explains comes later, and of those that say
the same, the shorter.

assets/search/ does the same; whole numbers throughout, so that both agree.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.search.answers import answer_units
from digest.search.index import FIELDS, LONGEST
from digest.search.lookup import DIGITS, EXACT, OWN, PARTLY, Lookup, Scores, is_heading, parts
from digest.search.meanings import LONGEST_WORD
from digest.search.query import QueryWord, Question, Units
from digest.search.records import SearchField

ALSO = 16
"""What a word of the same meaning is worth, and support of the sum that is asked for; more than it twice as much."""
NEAR = 10
"""What a character is worth of a word that stands nowhere."""
PLACE = 40
"""What it is worth to a clause that its policy is of the place that is asked for."""
OF_PLACE = 3
"""By how many doublings such clauses come before others; those that name the place, or are of one below it, by one."""
FORM = 44
"""What it is worth to say such a thing as is asked for."""
HEADED = 16
"""What a word in a heading is worth more than in a text."""
LEAST_SHARE = 3
"""Records with less than such a part of the weight of what the fullest has are no answer."""


class Known(NamedTuple):
    """What is known of records besides their words: the largest sum of each in yuan; how far down each stands (0 for a
    policy as a whole); how long each is, in doublings; those that only explain or head others."""

    sums: Mapping[int, int] = {}
    depths: Sequence[int] = ()
    lengths: Sequence[int] = ()
    asides: Collection[int] = ()


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a question, cut out of what was typed: where it stands in its ``run``, or the whole of it. ``also``:
    records are found by it that print another word."""

    units: Units
    typed: Units
    run: int
    start: int
    also: bool = False


class Rated(NamedTuple):
    """A record that answers a question: whether with all of its words, and how well."""

    record: int
    whole: bool
    score: int


def cut(lookup: Lookup, question: Question) -> list[Piece]:
    """The words that a question means, in its order: what was quoted, figures, and what Chinese characters and foreign
    words that follow each other are cut into."""
    pieces: list[Piece] = []
    for number, word in enumerate(_runs(question.words)):
        if word.exact:
            pieces.append(Piece(word.units, word.typed, number, 0))
            continue
        found = []
        start = 0
        for part in parts(word.units):
            own = (
                _words(lookup, part, question.particles) if part[0] not in DIGITS else [(0, len(part), False)]
            )
            found += [(start + begin, start + end, also) for begin, end, also in own]
            start += len(part)
        pieces += [
            Piece(word.units[begin:end], word.typed[begin:end], number, begin, also)
            for begin, end, also in found
        ]
    return pieces


def rate(
    lookup: Lookup, pieces: Sequence[Piece], question: Question, known: Known
) -> tuple[list[Rated], list[Piece]]:
    """The records with most of the words of a question, by weight; and the words that no record has."""
    titles = frozenset(lookup.index.starts)
    values, place, missing = _look_up(lookup, pieces, titles)
    values += [
        {at: ALSO << (most > least) for at, most in known.sums.items() if most >= least}
        for least in question.least
    ]
    words = [(weight, with_those_below(value, known.depths)) for weight, value in _weighed(lookup, values)]
    form = _form(lookup, question.answers)
    beside = _weighed(lookup, (lookup.phrase(units) for units in _stretches(pieces)))
    total = 2 * sum(weight for weight, _ in words) + max(form.values(), default=0)
    found = []
    for record in set().union(*(value for _, value in words), form or (() if words else place)) - titles:
        own = [value.get(record, 0) for _, value in words]
        said = form.get(record, 0)
        if words and not said and all(worth in (0, OWN) for worth in own):
            continue
        cover = 2 * sum(weight for weight, value in words if record in value) + said
        score = (
            sum(weight * value.get(record, 0) for weight, value in (*words, *beside)) + FORM * said or PLACE
        )
        if total:
            score = score * cover // total
        if said:
            score = score * 5 // 4
        score = score * ((64 - known.lengths[record]) >> (record in known.asides)) >> 4
        near = place.get(record, 0)
        score <<= OF_PLACE if near == PLACE else near > 0
        found.append((cover, Rated(record, all(own) and (near > 0 or not place), score)))
    most = max((cover for cover, _ in found), default=0)
    return [each for cover, each in found if LEAST_SHARE * cover >= most], missing


def _look_up(
    lookup: Lookup, pieces: Sequence[Piece], titles: Collection[int]
) -> tuple[list[Scores], Scores, list[Piece]]:
    """What the words of a question are worth, what the places are that it names, and the words that no record has."""
    values: list[Scores] = []
    place: Scores = {}
    missing = []
    for piece in pieces:
        also = lookup.others(piece.units) if piece.also else {}
        value = {at: EXACT if at in titles else ALSO for at in also} | _printed(lookup, piece)
        starts = [record for record, kind in also.items() if kind % FIELDS == SearchField.HEADING]
        if starts:
            place |= lookup.with_policy(value) | lookup.in_policies(starts, PLACE)
        elif value and (len(piece.units) > 1 or not is_han(piece.units[0])):
            same = next((each for each in values if each.keys() == value.keys()), None)
            if same is None:
                values.append(value)
            else:  # two words of one meaning are one
                same |= {at: max(worth, same[at]) for at, worth in value.items()}
        else:
            values += [dict.fromkeys(lookup.phrase((unit,)), NEAR) for unit in piece.units if is_han(unit)]
            if len(piece.units) > 1 or not is_han(piece.units[0]):
                missing.append(piece)
    return values, place, missing


def _form(lookup: Lookup, answers: Iterable[int]) -> Scores:
    """How rare what is asked for is, in the records that say it; more where they say it plainly. A question asks for one
    thing: where it may be several, the rarest that a record says."""
    found: Scores = {}
    for at in answers:
        records = lookup.others(answer_units(at))
        weight = lookup.weight(len(records))
        for record, kind in records.items():
            plainly = kind % FIELDS == SearchField.HEADING
            found[record] = max(found.get(record, 0), weight * (4 + plainly) // 4)
    return found


def _printed(lookup: Lookup, piece: Piece) -> Scores:
    """What a word is worth where it is printed, a long one also in its pieces: 扩大出口 as 出口 that 扩大."""
    long = len(piece.units) > LONGEST and is_han(piece.units[0])
    found = lookup.word(QueryWord(piece.units)) if long else lookup.phrase(piece.units)
    return {at: worth + HEADED * is_heading(worth) for at, worth in found.items() if worth >= PARTLY}


def with_those_below(values: Mapping[int, int], depths: Sequence[int]) -> Scores:
    """What a word is worth, with what stands below a record that has it."""
    found: Scores = {}
    for start in values:
        if start in found:
            continue  # below one that has it, as is all that stands below it
        for record in range(start + 1, len(depths)):
            if depths[record] <= depths[start]:
                break
            found[record] = OWN
    return {**found, **values}


def _weighed(lookup: Lookup, values: Iterable[Mapping[int, int]]) -> list[tuple[int, Mapping[int, int]]]:
    """What words are worth, where they are worth anything, with their weights."""
    return [(lookup.weight(len(value)), value) for value in values if value]


def _words(lookup: Lookup, units: Units, particles: str) -> list[tuple[int, int, bool]]:
    """The likeliest cut of units into words, by where they begin and end, and whether records are found by them too:
    such words, foreign ones, and pieces of two and three by how often they stand as words. Particles are in none, if
    possible. Two other characters or more between words are a word that stands nowhere."""
    single = lookup.single
    best: list[tuple[int, tuple[tuple[int, int, bool], ...]]] = [(0, ())]
    for end in range(1, len(units) + 1):
        cost, words = best[end - 1]
        unit = units[end - 1]
        if unit[0] == " ":
            choice = (cost + _LIKELY, (*words, (end - 1, end, False)))
        else:
            choice = (cost + (_LIKELY if unit in particles else single), words)
        for length in range(1, min(end, LONGEST_WORD) + 1):
            piece = units[end - length : end]
            cost, words = best[end - length]
            also = lookup.has_others(piece)
            if also:
                cost += _LIKELY
            elif 1 < length <= LONGEST and not any(each[0] == " " for each in piece):
                cost += lookup.cost(piece)
            else:
                continue
            if cost < choice[0] or (also and cost == choice[0]):
                choice = (cost, (*words, (end - length, end, also)))
        best.append(choice)
    return _with_gaps(best[-1][1], units, particles)


_LIKELY = 16
"""The cost of a word that surely is one, as of ``_cost``."""


def is_han(unit: str) -> bool:
    """Whether a unit is a Chinese character, which may be a part of a word."""
    return unit > "\u3400"


def _runs(words: Sequence[QueryWord]) -> list[QueryWord]:
    """The words that are asked for, foreign ones that follow each other as one."""
    runs: list[QueryWord] = []
    for word in words:
        if word.without:
            continue
        before = runs[-1] if runs and not (word.exact or runs[-1].exact) else None
        if before and all(unit[0] == " " for unit in (*before.units, *word.units)):
            runs[-1] = QueryWord(before.units + word.units, typed=before.typed + word.typed)
        else:
            runs.append(word)
    return runs


def _with_gaps(
    words: Sequence[tuple[int, int, bool]], units: Units, particles: str
) -> list[tuple[int, int, bool]]:
    """Words with what stands between them, cut at its particles: each of these is a word that stands nowhere, or one
    character."""
    found = []
    start = 0
    for word in (*words, (len(units), len(units), False)):
        for at in range(start, word[0] + 1):
            if at == word[0] or units[at] in particles:
                if at > start:
                    found.append((start, at, False))
                start = at + 1
        if word[0] < word[1]:
            found.append(word)
        start = word[1]
    return found


def _stretches(pieces: Sequence[Piece]) -> list[Units]:
    """Two pieces or more that follow each other without a gap."""
    found: list[list[Piece]] = []
    for piece in pieces:
        before = found[-1][-1] if found else None
        if before and before.run == piece.run and before.start + len(before.units) == piece.start:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [tuple(unit for piece in each for unit in piece.units) for each in found if len(each) > 1]
