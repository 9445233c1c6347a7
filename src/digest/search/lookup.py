"""What a word is worth in each record.

A word that stands in a record as asked for is worth 24 to 50: more at the ends of words than across them, more in a
heading than in the text, least among the facts; for English, more in the same form than in another (subsidies,
subsidy). A longer word that does not stand there whole is cut into the likeliest pieces (首轮流片补贴 -> 首轮 流片 补贴),
worth 12 to 23 where all of them stand (more with one in a heading), 9 to 11 where the policy as a whole says some of
them (深圳流片), or up to 7 where its figures and most of its neighbouring pairs do, by how much of it does; in a long
query only where it stands nowhere whole. What the policy as a whole says (its title, place, number) is worth 8 to each of
its clauses.

assets/search/ does the same; whole numbers throughout, so that both agree.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import floor, log2

from digest.search.index import FIELDS, INSIDE, LONGEST, ROUND, WHOLE, SearchIndex, is_gram
from digest.search.query import QueryWord, Units

Scores = dict[int, int]
"""What a word is worth, by record."""

EXACT = 24
"""From here on a word stands in a record as asked for."""
OWN = 8
"""What a word of the policy as a whole is worth to a clause."""
PARTLY = 9
"""From here on a record has all pieces of a long word, maybe some by its policy."""
_PIECES = 12
_MANNER = (0, 1, 2, 2)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Looks words up in an index; ``step`` units lie between the grams that are looked up of a phrase."""

    index: SearchIndex
    step: int

    @property
    def single(self) -> int:
        """The cost of a character that is in no word, as of ``cost``."""
        return bits(self.index.size + 1) + 24

    def weight(self, count: int) -> int:
        """How rare a word is, in eighths of a doubling; at least 1."""
        return max(1, bits((self.index.size + 1) / (count + 1)))

    def word(self, word: QueryWord) -> Scores:
        """What a word is worth in each record."""
        exact = self.phrase(word.units)
        if word.said:
            same = self.kinds((f"{word.units[0]}={word.said}",))
            return {
                record: worth if record in same else EXACT + 3 * ((worth - EXACT) % 5 % 3)
                for record, worth in exact.items()
            }
        if word.exact or len(word.units) < LONGEST or (self.step > 1 and exact):
            return exact
        return self._loose(word.units) | exact

    def phrase(self, units: Units) -> Scores:
        """The records with the units as a phrase, 24 to 50 each."""
        grams = _grams(units, self.step)
        first, *others = [self.kinds(gram) for gram in grams.values()]
        last = others[-1] if others else first
        records = self._in_order(grams) if others else first
        return {
            record: EXACT
            + 5 * (_MANNER[first[record] // FIELDS] + _MANNER[last[record] // FIELDS])
            + 3 * min(each[record] % FIELDS for each in (first, *others))
            for record in records
        }

    def in_policies(self, starts: Collection[int], worth: int) -> Scores:
        """The records of the policies that begin with some records."""
        found: Scores = {}
        for start in starts:
            at = bisect_right(self.index.starts, start)
            stop = self.index.starts[at] if at < len(self.index.starts) else self.index.size
            found |= dict.fromkeys(range(start, stop), worth)
        return found

    def with_policy(self, values: Mapping[int, int]) -> Scores:
        """The same, with each clause of a policy that has the word as a whole."""
        whole = [start for start in self.index.starts if values.get(start, 0) >= EXACT]
        return {**self.in_policies(whole, OWN), **values}

    def has_others(self, units: Units) -> bool:
        """Whether records are found by a word that do not print it."""
        return "".join(units) in self.index.also or _also(units)[0] in self.index.standing

    def others(self, units: Units) -> Scores:
        """The records that are found by a word too, each with its kind."""
        of_groups = (record for group in self.groups(units) for record in self.index.groups.get(group, ()))
        return dict.fromkeys(of_groups, 0) | self.kinds(_also(units))

    def groups(self, units: Units) -> tuple[int, ...]:
        """The numbers of the groups of a word by which records are found that do not print it."""
        return self.index.also.get("".join(units), ())

    def _loose(self, units: Units) -> Scores:
        """The records with the pieces of a long word, or with its figures and most of its pairs."""
        pieces = self.pieces(units)
        pairs, share = self._share(units)
        needed = len(units) - len(units) // 2
        values = [self.phrase(piece) for piece in pieces]
        figures = [value for piece, value in zip(pieces, values, strict=True) if piece[0] in DIGITS]
        found = {
            record: 1 + 6 * share[record] // 1000
            for record, count in pairs.items()
            if count >= needed and all(record in value for value in figures)
        }
        if pieces and pieces != [units]:
            whole = [self.with_policy(value) for value in values]
            for record in set(whole[0]).intersection(*whole[1:]):
                direct = sum(record in value for value in values)
                if direct == len(values):
                    heading = any(is_heading(value[record]) for value in values)
                    found[record] = _PIECES + 8 * share.get(record, 0) // 1000 + 3 * heading
                elif direct:
                    found[record] = PARTLY + 2 * share.get(record, 0) // 1000
        return found

    def pieces(self, units: Units) -> list[Units]:
        """The likeliest pieces of a long word."""
        return [piece for part in parts(units) for piece in self._pieces(part)]

    def _share(self, units: Units) -> tuple[Scores, Scores]:
        """How many of the pairs of neighbours each record has, and how much of the pairs and triples, by weight, in
        thousandths of what any record has."""
        pairs: Scores = {}
        worth: Scores = {}
        total = 0
        for size in (2, LONGEST):
            for at in range(len(units) - size + 1):
                gram = units[at : at + size]
                records = self.kinds(gram) if is_gram(gram) else {}
                weight = self.weight(len(records)) if records else 0
                total += weight
                for record in records:
                    worth[record] = worth.get(record, 0) + weight
                    if size == 2:
                        pairs[record] = pairs.get(record, 0) + 1
        return pairs, {record: 1000 * each // total for record, each in worth.items()}

    def _pieces(self, units: Units) -> list[Units]:
        """The likeliest cut of units into pieces of two and three, by how often each stands as a word; what is in no
        piece is left out. Units that begin with a figure are one piece."""
        if units[0] in DIGITS or len(units) < 2:
            return [units]
        single = self.single
        best: list[tuple[int, tuple[Units, ...]]] = [(0, ())]
        for end in range(1, len(units) + 1):
            cost, pieces = best[end - 1]
            choice = (cost + single, pieces)
            for length in (2, 3):
                if length <= end:
                    piece = units[end - length : end]
                    cost, pieces = best[end - length]
                    cost += self.cost(piece)
                    if cost < choice[0]:
                        choice = (cost, (*pieces, piece))
            best.append(choice)
        return list(best[-1][1])

    def cost(self, piece: Units) -> int:
        """How unlikely a piece is as a word, in eighths of a bit; more than two single units where it never is."""
        kinds = self.kinds(piece).values() if is_gram(piece) else ()
        whole = sum(each >= WHOLE * FIELDS for each in kinds)
        inside = sum(INSIDE * FIELDS <= each < WHOLE * FIELDS for each in kinds)
        if not whole + inside:
            return 1 << 20
        return bits(4 * (self.index.size + 1) / (4 * whole + inside))

    def kinds(self, gram: Units) -> Scores:
        """The best kind in which a gram stands in each record."""
        found: Scores = {}
        for record, kind, _ in self.index.postings(gram):
            found[record] = max(kind, found.get(record, 0))
        return found

    def _in_order(self, grams: Mapping[int, Units]) -> Iterable[int]:
        """The records that hold all grams, the placed ones so far from each other as they are in a phrase."""
        records: dict[int, int] = dict.fromkeys(self.kinds(grams[0]), _ANYWHERE)
        before = 0
        for at, gram in grams.items():
            after, step = self._places(gram), (at - before) % ROUND
            before = at
            records = {
                record: both
                for record, bits in records.items()
                if (both := (bits << step | bits >> ROUND - step) & after.get(record, 0) & _ANYWHERE)
            }
        return records

    def _places(self, gram: Units) -> Scores:
        """The places of a gram as bits, by record; all of them where it is not placed."""
        found: Scores = {}
        for record, _, place in self.index.postings(gram):
            found[record] = found.get(record, 0) | 1 << place - 1 if place else _ANYWHERE
        return found


_ANYWHERE = (1 << ROUND) - 1
DIGITS = frozenset("0123456789")


def _grams(units: Units, step: int) -> dict[int, Units]:
    """The longest grams that cover a phrase, by where they stand in it; so many units apart, the last one nearer."""
    last = len(units) - min(LONGEST, len(units))
    places = (*range(0, last, step), last)
    found: dict[int, Units] = {}
    for at in places:
        gram = units[at : at + LONGEST]
        if is_gram(gram):
            found[at] = gram
        else:
            found |= {at: gram[:2], at + 1: gram[1:]}
    return found


def _also(units: Units) -> tuple[str]:
    """The gram of what clauses answer, and of the names of the place of a policy."""
    return ("".join(units) + "=",)


def parts(units: Units) -> list[Units]:
    """Units cut into figures, with what they count (500万元, 50%, 2025年, 3 d), and what stands between them."""
    parts: list[list[str]] = []
    for unit in units:
        before = parts[-1] if parts else []
        figure = bool(before) and before[0] in DIGITS
        if unit in DIGITS:
            joins = figure and before[-1] in _FIGURE
        elif figure:
            joins = before[-1] in _FIGURE or (before[-1] in _COUNTED and unit in _COUNTED)
        else:
            joins = bool(before)
        if joins:
            before.append(unit)
        else:
            parts.append([unit])
    return [tuple(part) for part in parts]


_FIGURE = DIGITS | {"."}
_COUNTED = frozenset("百千万亿元")


def is_heading(worth: int) -> bool:
    """Whether a word that is worth so much stands in a heading."""
    return worth >= EXACT and (worth - EXACT) % 5 == 1


def bits(odds: float) -> int:
    """How unlikely something is, in eighths of a bit: to the nearest whole number, halves up, as JavaScript does."""
    return floor(8 * log2(odds) + 0.5)
