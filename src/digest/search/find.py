"""The ranking: which records answer a query, the best first.

A word that stands in a record as asked for is worth 24 to 50: more at the ends of words than across them, more in a
heading than in the text, least among the facts; for English, more in the same form than in another (subsidies,
subsidy). A longer word that does not stand there whole is cut into the likeliest pieces (首轮流片补贴 -> 首轮 流片 补贴),
worth 12 to 23 where all of them stand (more with one in a heading), 9 to 11 where the policy as a whole says some of
them (深圳流片), or up to 7 where its figures and most of its neighbouring pairs do, by how much of it does; in a long
query only where it stands nowhere whole.
What the policy as a whole says (its title, place, number) is worth 8 to each of its clauses. Rare words weigh more.
Records with the whole query as one phrase come first, then those with each word as asked for, then those with the
pieces of each, then the others with the most of the words. Equal ones stay in the order of the index.

A question (words that only ask are left out), and a query with a word that has others of its meaning, is answered by what
it means: after the records with each word as asked for come those with most of the words it is cut into, by weight. A
record that prints another word of the same meaning, or belongs to a theme of which the word is a hint, has 16 for it, so
has one with a cap of the least sum that is asked for.

assets/search/ does the same; whole numbers throughout, so that both agree.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, log2
from types import MappingProxyType
from typing import NamedTuple

from digest.model.corpus import Corpus
from digest.search.index import FIELDS, INSIDE, LONGEST, ROUND, WHOLE, SearchIndex, is_gram, make_index
from digest.search.meanings import LONGEST_WORD
from digest.search.query import QueryWord, Question, Units, make_asking, read_question
from digest.search.records import SearchRecord, largest_cap, make_records
from digest.text.segmenter import segmenter
from digest.text.units import stemmer

Scores = dict[int, int]
"""What a word is worth, by record."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that answers. ``tier`` 3: the query as one phrase, 2: each word as asked for, 1: each word, in pieces,
    by what means the same or by the policy as a whole, 0: looser."""

    record: int
    tier: int
    score: int


class Answer(NamedTuple):
    """The records that answer, clauses and policies as a whole, the best first; and the words as typed that stand
    nowhere, without which they answer."""

    hits: tuple[Hit, ...]
    missing: tuple[str, ...] = ()


class Found(NamedTuple):
    """The clauses that answer a query, and the words that stand in none."""

    clauses: tuple[tuple[SearchRecord, Hit], ...]
    missing: tuple[str, ...]


def find(index: SearchIndex, question: Question, caps: Mapping[int, int] = MappingProxyType({})) -> Answer:
    """The answer to a question; ``caps`` are the ceilings of records, in yuan."""
    typed = question.typed
    close = _close(_find(index, [replace(word, exact=True) for word in typed]))
    step = _step(typed)
    if close and step > 1:
        return _find(index, typed)
    search = _Search(index, 1)
    pieces = search.cut(question.words, question.particles)
    meant = typed != question.words or any(piece.also for piece in pieces)
    if not (question.least or (pieces and meant)):
        return _find(index, typed)
    spared = _Search(index, step)
    banned = {hit.record for hit in close}
    banned |= {record for word in typed if word.without for record in spared.phrase(word.units)}
    sums = [{record: _ALSO for record, cap in caps.items() if cap >= least} for least in question.least]
    others, missing = search.meant(pieces, sums)
    return Answer((*close, *(hit for hit in others if hit.record not in banned)), missing)


def search_clauses(corpus: Corpus, query: str) -> Found:
    """The clauses of a corpus that answer a query, the best first."""
    records = tuple(make_records(corpus))
    caps = {at: cap for at, record in enumerate(records) if (cap := largest_cap(record.facts)) is not None}
    question = read_question(query, make_asking(corpus.search), stemmer())
    answer = find(make_index(records, segmenter()), question, caps)
    clauses = tuple((records[hit.record], hit) for hit in answer.hits if records[hit.record].clause)
    return Found(clauses, answer.missing)


def with_all_words(found: Found) -> Found:
    """Only the clauses with all words of the query: none, where one stands nowhere."""
    return found._replace(clauses=tuple(each for each in found.clauses if each[1].tier and not found.missing))


def _close(answer: Answer) -> tuple[Hit, ...]:
    """The hits with each word as asked for."""
    return tuple(hit for hit in answer.hits if hit.tier > 1)


def _find(index: SearchIndex, words: Sequence[QueryWord]) -> Answer:
    """The answer to the words of a query, as they were typed."""
    wanted = [word for word in words if not word.without]
    if not wanted:
        return Answer(())
    search = _Search(index, _step(words))
    values = [search.word(word) for word in wanted]
    missing = [_spelt(word.typed) for word, value in zip(wanted, values, strict=True) if not value]
    weights = [search.weight(len(value)) for value in values]
    if len(wanted) > 1:
        values = [search.with_policy(value) for value in values]
    banned = {record for word in words if word.without for record in search.phrase(word.units)}
    units = tuple(unit for word in wanted for unit in word.units)
    whole = search.phrase(units) if len(wanted) > 1 else {}
    hits = []
    most = 0
    for record in set().union(*values):
        if record in banned:
            continue
        found = [value.get(record, 0) for value in values]
        direct = any(worth not in (0, _OWN) for worth in found)
        count = sum(worth > 0 for worth in found) if direct else 0
        most = max(most, count)
        tier = 3 if record in whole else _tier(found)
        score = sum(weight * worth for weight, worth in zip(weights, found, strict=True))
        hits.append((count, Hit(record, tier, score + whole.get(record, 0))))
    best = [hit for count, hit in hits if count == most > 0]
    return Answer(_sorted(best), tuple(missing))


def _step(words: Iterable[QueryWord]) -> int:
    """How many units lie between the grams that are looked up of a query."""
    length = sum(len(word.units) for word in words if not word.without)
    return 1 if length <= LONG else max(LONGEST, ceil(length / ENOUGH))


def _sorted(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: (-hit.tier, -hit.score, hit.record)))


def _spelt(typed: Units) -> str:
    """Units as they were typed, with spaces between foreign words."""
    return "".join(f" {unit}" if unit[0].isalpha() and unit[0] < "\u3400" else unit for unit in typed).strip()


LONG = 12
"""Units of the longest query of which every gram is looked up."""
ENOUGH = 9
"""Of a longer one, such as a sentence that was copied, about so many grams are looked up, spread over it."""

_EXACT = 24
_PIECES = 12
_PARTLY = 9
_OWN = 8
_ALSO = 16
_MANNER = (0, 1, 2, 2)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word of a question, cut out of what was typed: where it stands in its ``run``, or the whole of it. ``also``:
    records are found by it that print another word."""

    units: Units
    typed: Units
    run: int
    start: int
    also: bool = False


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks words up in an index; ``step`` units lie between the grams that are looked up of a phrase."""

    index: SearchIndex
    step: int

    def weight(self, count: int) -> int:
        """How rare a word is, in eighths of a doubling; at least 1."""
        return max(1, _round(8 * log2((self.index.size + 1) / (count + 1))))

    def word(self, word: QueryWord) -> Scores:
        """What a word is worth in each record."""
        exact = self.phrase(word.units)
        if word.said:
            same = self._kinds((f"{word.units[0]}={word.said}",))
            return {
                record: worth if record in same else _EXACT + 3 * ((worth - _EXACT) % 5 % 3)
                for record, worth in exact.items()
            }
        if word.exact or len(word.units) < LONGEST or (self.step > 1 and exact):
            return exact
        return self._loose(word.units) | exact

    def phrase(self, units: Units) -> Scores:
        """The records with the units as a phrase, 24 to 50 each."""
        grams = _grams(units, self.step)
        first, *others = [self._kinds(gram) for gram in grams.values()]
        last = others[-1] if others else first
        records = self._in_order(grams) if others else first
        return {
            record: _EXACT
            + 5 * (_MANNER[first[record] // FIELDS] + _MANNER[last[record] // FIELDS])
            + 3 * min(each[record] % FIELDS for each in (first, *others))
            for record in records
        }

    def cut(self, words: Sequence[QueryWord], particles: str) -> list[_Piece]:
        """The words that a question means, in its order: what was quoted, figures, and what Chinese characters and foreign
        words that follow each other are cut into."""
        pieces: list[_Piece] = []
        for number, word in enumerate(_runs(words)):
            if word.exact:
                pieces.append(_Piece(word.units, word.typed, number, 0))
                continue
            found = []
            start = 0
            for part in _parts(word.units):
                cut = self._words(part, particles) if part[0] not in _DIGITS else [(0, len(part), False)]
                found += [(start + begin, start + end, also) for begin, end, also in cut]
                start += len(part)
            pieces += [
                _Piece(word.units[begin:end], word.typed[begin:end], number, begin, also)
                for begin, end, also in found or [(0, len(word.units), False)]
            ]
        return pieces

    def meant(self, pieces: Sequence[_Piece], sums: Sequence[Scores]) -> Answer:
        """The records with most of the words of a question, by weight. Words that stand beside each other as they were
        asked for are worth more."""
        found = [(piece, self._also(piece) | self.phrase(piece.units)) for piece in pieces]
        missing = tuple(_spelt(piece.typed) for piece, value in found if not value)
        known = [value for value in (*(value for _, value in found), *sums) if value]
        weights = [self.weight(len(value)) for value in known]
        if len(known) > 1:
            known = [self.with_policy(value) for value in known]
        more = [self.phrase(units) for units in _stretches(pieces)]
        more_weights = [self.weight(len(value)) for value in more]
        hits = []
        most = 0
        for record in set().union(*known):
            worth = [value.get(record, 0) for value in known]
            if all(each in (0, _OWN) for each in worth):
                continue
            cover = sum(weight for weight, each in zip(weights, worth, strict=True) if each)
            most = max(most, cover)
            score = sum(weight * each for weight, each in zip(weights, worth, strict=True))
            score += sum(
                weight * value.get(record, 0) for weight, value in zip(more_weights, more, strict=True)
            )
            hits.append((cover, Hit(record, int(all(worth)), score)))
        return Answer(_sorted(hit for cover, hit in hits if 2 * cover >= most), missing)

    def _also(self, piece: _Piece) -> Scores:
        return dict.fromkeys(self._kinds((_also(piece.units),)), _ALSO) if piece.also else {}

    def _words(self, units: Units, particles: str) -> list[tuple[int, int, bool]]:
        """The likeliest cut of units into words, by where they begin and end, and whether records are found by them too:
        such words, foreign ones, and pieces of two and three by how often they stand as words. Particles are in none, if
        possible. Two other characters or more between words are a word that stands nowhere."""
        single = _round(8 * log2(self.index.size + 1)) + 24
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
                also = _also(piece) in self.index.standing
                if also:
                    cost += _LIKELY
                elif 1 < length <= LONGEST and not any(each[0] == " " for each in piece):
                    cost += self._cost(piece)
                else:
                    continue
                if cost < choice[0] or (also and cost == choice[0]):
                    choice = (cost, (*words, (end - length, end, also)))
            best.append(choice)
        return _with_gaps(best[-1][1], units, particles)

    def with_policy(self, values: Scores) -> Scores:
        """The same, with each clause of a policy that has the word as a whole."""
        starts, size = self.index.starts, self.index.size
        found: Scores = {}
        for record in values:
            at = bisect_right(starts, record)
            if values[record] >= _EXACT and starts[at - 1] == record:
                stop = starts[at] if at < len(starts) else size
                found |= dict.fromkeys(range(record, stop), _OWN)
        return found | values

    def _loose(self, units: Units) -> Scores:
        """The records with the pieces of a long word, or with its figures and most of its pairs."""
        pieces = [piece for part in _parts(units) for piece in self._pieces(part)]
        pairs, share = self._share(units)
        needed = len(units) - len(units) // 2
        values = [self.phrase(piece) for piece in pieces]
        figures = [value for piece, value in zip(pieces, values, strict=True) if piece[0] in _DIGITS]
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
                    heading = any((value[record] - _EXACT) % 5 == 1 for value in values)
                    found[record] = _PIECES + 8 * share.get(record, 0) // 1000 + 3 * heading
                elif direct:
                    found[record] = _PARTLY + 2 * share.get(record, 0) // 1000
        return found

    def _share(self, units: Units) -> tuple[Scores, Scores]:
        """How many of the pairs of neighbours each record has, and how much of the pairs and triples, by weight, in
        thousandths of what any record has."""
        pairs: Scores = {}
        worth: Scores = {}
        total = 0
        for size in (2, LONGEST):
            for at in range(len(units) - size + 1):
                gram = units[at : at + size]
                records = self._kinds(gram) if is_gram(gram) else {}
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
        if units[0] in _DIGITS or len(units) < 2:
            return [units]
        single = _round(8 * log2(self.index.size + 1)) + 24
        best: list[tuple[int, tuple[Units, ...]]] = [(0, ())]
        for end in range(1, len(units) + 1):
            cost, pieces = best[end - 1]
            choice = (cost + single, pieces)
            for length in (2, 3):
                if length <= end:
                    piece = units[end - length : end]
                    cost, pieces = best[end - length]
                    cost += self._cost(piece)
                    if cost < choice[0]:
                        choice = (cost, (*pieces, piece))
            best.append(choice)
        return list(best[-1][1])

    def _cost(self, piece: Units) -> int:
        """How unlikely a piece is as a word, in eighths of a bit; more than two single units where it never is."""
        kinds = self._kinds(piece).values() if is_gram(piece) else ()
        whole = sum(each >= WHOLE * FIELDS for each in kinds)
        inside = sum(INSIDE * FIELDS <= each < WHOLE * FIELDS for each in kinds)
        if not whole + inside:
            return 1 << 20
        return _round(8 * log2(4 * (self.index.size + 1) / (4 * whole + inside)))

    def _kinds(self, gram: Units) -> Mapping[int, int]:
        """The best kind in which a gram stands in each record."""
        found: Scores = {}
        for record, kind, _ in self.index.postings(gram):
            found[record] = max(kind, found.get(record, 0))
        return found

    def _in_order(self, grams: Mapping[int, Units]) -> Iterable[int]:
        """The records that hold all grams, the placed ones so far from each other as they are in a phrase."""
        records: dict[int, int] = dict.fromkeys(self._kinds(grams[0]), _ANYWHERE)
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
_DIGITS = frozenset("0123456789")


_LIKELY = 16
"""The cost of a word that surely is one, as of ``_cost``."""


def _also(units: Units) -> str:
    """The unit of the records that are found by a word too."""
    return "".join(units) + "="


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
    """Words with what stands between them, where that is two units or more but for the particles around it."""
    found = []
    start = 0
    for word in (*words, (len(units), len(units), False)):
        stop = word[0]
        while start < stop and units[start] in particles:
            start += 1
        while start < stop and units[stop - 1] in particles:
            stop -= 1
        if stop - start > 1:
            found.append((start, stop, False))
        if word[0] < word[1]:
            found.append(word)
        start = word[1]
    return found


def _stretches(pieces: Sequence[_Piece]) -> list[Units]:
    """Two pieces or more that follow each other without a gap."""
    found: list[list[_Piece]] = []
    for piece in pieces:
        before = found[-1][-1] if found else None
        if before and before.run == piece.run and before.start + len(before.units) == piece.start:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [tuple(unit for piece in each for unit in piece.units) for each in found if len(each) > 1]


def _tier(found: Sequence[int]) -> int:
    """How closely a record answers, by what each word is worth in it; see ``Hit``."""
    if all(worth >= _EXACT for worth in found):
        return 2
    return 1 if all(worth >= _OWN for worth in found) else 0


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


def _parts(units: Units) -> list[Units]:
    """Units cut into figures, with what they count (500万元, 50%, 2025年, 3 d), and what stands between them."""
    parts: list[list[str]] = []
    for unit in units:
        before = parts[-1] if parts else []
        figure = bool(before) and before[0] in _DIGITS
        if unit in _DIGITS:
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


_FIGURE = _DIGITS | {"."}
_COUNTED = frozenset("百千万亿元")


def _round(number: float) -> int:
    """To the nearest whole number, halves up, as JavaScript does."""
    return floor(number + 0.5)
