"""The ranking: which records answer a query, the best first.

Records with the whole query as one phrase come first, then those with each word as asked for, then those with the
pieces of each, then the others with the most of the words (what a word is worth in a record: ``lookup``). Rare words
weigh more. Equal ones stay in the order of the index.

A question (words that only ask are left out), and a query with a word that has others of its meaning, is answered by what
it means (``meant``), after the records with each word as asked for.

assets/search/ does the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from digest.model.corpus import Corpus
from digest.model.vocabulary import AnswerWords
from digest.search.index import LONGEST, SearchIndex, make_index
from digest.search.lookup import EXACT, OWN, Lookup
from digest.search.meanings import groups_as_written
from digest.search.meant import NOTHING_KNOWN, Known, cut, is_han, rate
from digest.search.passages import Sought, units_of
from digest.search.query import Asking, QueryWord, Question, Units, make_asking, read_question
from digest.search.records import SearchRecord, largest_sum, make_records
from digest.text.segmenter import segmenter
from digest.text.units import stemmer


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that answers. ``tier`` 3: the query as one phrase, 2: each word as asked for, 1: each word, in pieces,
    by what means the same or by the policy as a whole, 0: looser."""

    record: int
    tier: int
    score: int


class Answer(NamedTuple):
    """The records that answer, clauses and policies as a whole, the best first; and the words as typed that stand
    nowhere, without which they answer. In their texts the ``words`` are looked for, the ``pieces`` of long ones, and words of
    the same ``groups``."""

    hits: tuple[Hit, ...]
    missing: tuple[str, ...] = ()
    words: tuple[Units, ...] = ()
    pieces: tuple[Units, ...] = ()
    groups: tuple[int, ...] = ()


class Found(NamedTuple):
    """The clauses that answer a query, the words that stand in none, and what is looked for in their texts."""

    clauses: tuple[tuple[SearchRecord, Hit], ...]
    missing: tuple[str, ...]
    sought: Sought = Sought()


def find(index: SearchIndex, question: Question, known: Known = NOTHING_KNOWN) -> Answer:
    """The answer to a question."""
    typed = question.typed
    close = _close(_find(index, [replace(word, exact=True) for word in typed]))
    step = _step(typed)
    if close and step > 1:
        return _find(index, typed)
    lookup = Lookup(index, 1)
    pieces = cut(lookup, question)
    meant = typed != question.words or any(piece.also for piece in pieces)
    if not (question.least or question.answers or (pieces and meant)):
        return _find(index, typed)
    spared = Lookup(index, step)
    banned = {hit.record for hit in close}
    banned |= {record for word in typed if word.without for record in spared.phrase(word.units)}
    rated, missing = rate(lookup, pieces, question, known)
    others = [Hit(each.record, int(each.whole), each.score) for each in rated if each.record not in banned]
    others.sort(key=lambda hit: (-hit.score, hit.record))
    words = tuple(piece.units for piece in pieces)
    return Answer(
        (*close, *others),
        tuple(_spelt(piece.typed) for piece in missing),
        words,
        _pieces(lookup, (word for word in words if len(word) > LONGEST and is_han(word[0]))),
        tuple(group for piece in pieces if piece.also for group in lookup.groups(piece.units)),
    )


def _pieces(lookup: Lookup, words: Iterable[Units]) -> tuple[Units, ...]:
    """The pieces of long words, of those that have some."""
    several = ((word, lookup.pieces(word)) for word in words)
    return tuple(piece for word, pieces in several if pieces != [word] for piece in pieces)


def known_of(records: Sequence[SearchRecord]) -> Known:
    """What is known of some records."""
    return Known(
        {at: most for at, record in enumerate(records) if (most := largest_sum(record.facts)) is not None},
        [record.depth for record in records],
        [record.length for record in records],
        {at for at, record in enumerate(records) if record.aside},
    )


@dataclass(frozen=True, slots=True)
class Searchable:
    """A corpus that is ready for queries; ``groups`` are the words of one meaning as they are written, ``answers`` what
    questions can ask for."""

    records: tuple[SearchRecord, ...]
    index: SearchIndex
    asking: Asking
    known: Known
    groups: tuple[Sequence[str], ...]
    answers: tuple[AnswerWords, ...]


def make_searchable(corpus: Corpus) -> Searchable:
    """A corpus, made ready for queries."""
    records = tuple(make_records(corpus))
    index = make_index(records, segmenter())
    words = corpus.search
    groups = tuple(groups_as_written(words, corpus.themes))
    return Searchable(records, index, make_asking(words), known_of(records), groups, words.answer)


def search_in(searchable: Searchable, query: str) -> Found:
    """The clauses that answer a query, the best first."""
    records = searchable.records
    question = read_question(query, searchable.asking, stemmer())
    answer = find(searchable.index, question, searchable.known)
    clauses = tuple((records[hit.record], hit) for hit in answer.hits if records[hit.record].clause)
    asked = [searchable.answers[at] for at in question.answers]
    sought = Sought(
        answer.words,
        answer.pieces,
        tuple(units_of((word for at in answer.groups for word in searchable.groups[at]), stemmer())),
        tuple(units_of((word for each in asked for word in each.printed), stemmer())),
        any(each.facts == "grants" for each in asked),
    )
    return Found(clauses, answer.missing, sought)


def search_clauses(corpus: Corpus, query: str) -> Found:
    """The clauses of a corpus that answer a query, the best first."""
    return search_in(make_searchable(corpus), query)


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
    search = Lookup(index, _step(words))
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
        direct = any(worth not in (0, OWN) for worth in found)
        count = sum(worth > 0 for worth in found) if direct else 0
        most = max(most, count)
        tier = 3 if record in whole else _tier(found)
        score = sum(weight * worth for weight, worth in zip(weights, found, strict=True))
        hits.append((count, Hit(record, tier, score + whole.get(record, 0))))
    best = [hit for count, hit in hits if count == most > 0]
    long = (word.units for word in wanted if not word.exact and len(word.units) >= LONGEST)
    pieces = _pieces(search, (word for word in long if not (search.step > 1 and search.phrase(word))))
    looked_for = (*(word.units for word in wanted), *((units,) if whole else ()))
    return Answer(_sorted(best), tuple(missing), looked_for, pieces)


def _step(words: Iterable[QueryWord]) -> int:
    """How many units lie between the grams that are looked up of a query."""
    length = sum(len(word.units) for word in words if not word.without)
    return 1 if length <= LONG else max(LONGEST, ceil(length / ENOUGH))


def _sorted(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: (-hit.tier, -hit.score, hit.record)))


def _spelt(typed: Units) -> str:
    """Units as they were typed, with spaces between foreign words."""
    return "".join(f" {unit}" if unit[0].isalpha() and unit[0] < "\u3400" else unit for unit in typed).strip()


def _tier(found: Sequence[int]) -> int:
    """How closely a record answers, by what each word is worth in it; see ``Hit``."""
    if all(worth >= EXACT for worth in found):
        return 2
    return 1 if all(worth >= OWN for worth in found) else 0


LONG = 12
"""Units of the longest query of which every gram is looked up."""
ENOUGH = 9
"""Of a longer one, such as a sentence that was copied, about so many grams are looked up, spread over it."""
