"""What a text is about: nouns, alone or with the words that say of what kind they are (检测平台).

A keyword is a term of the glossary, a noun, or a phrase of two or three words that ends with a noun. A phrase of any other
words must stand in a heading or twice in the document, since neighbours by chance do not. Bodies and titles of
documents are facts of their own; words of any policy tell nothing (content/keywords.toml).
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import log, sqrt
from typing import NamedTuple, TypeVar

from digest.model.document import Clause, Document
from digest.model.facts import ClauseFacts
from digest.model.keywords import Keyword, Keywords
from digest.model.vocabulary import KeywordWords
from digest.text.rarity import UNKNOWN, rarity
from digest.text.segmenter import Segmenter, Word, content_words, part_of_speech

T = TypeVar("T", bound=Hashable)

MOST = 8
"""Keywords that are kept of a text."""

_HEADING = 2  # a word of the heading counts as if it stood so often in the text
_COMMON = 4.0  # words in more than one of 55 texts say little
_EVERYWHERE = 1.5  # words in more than two of nine texts say nothing
_MOST_WORDS, _LONGEST = 3, 10  # of a phrase


def find_keywords(
    document: Document,
    segmenter: Segmenter,
    words: KeywordWords,
    terms: Iterable[str],
    facts: Mapping[str, ClauseFacts],
) -> Keywords:
    """The keywords of a document and of its clauses; ``terms`` are those of the glossary. In a clause, a word counts the less
    the more clauses of the document have it: what the whole is about does not tell one from another."""
    rare, names = rarity(), _Names(segmenter, words, frozenset(terms))
    read = {clause.id: names.read(clause, facts.get(clause.id)) for clause in document.clauses}
    counts = {name: words for name, (words, _) in read.items()}
    found = {name: phrases for name, (_, phrases) in read.items()}
    times: Counter[_Phrase] = Counter()
    for each in found.values():
        times.update(each)
    sure = {
        name: {phrase: count for phrase, count in each.items() if names.stands(phrase, count, times[phrase])}
        for name, each in found.items()
    }
    whole = {phrase: times[phrase] for each in sure.values() for phrase in each}
    own, own_words = _own(sure.values()), _own(counts.values())
    return Keywords(
        _best({phrase: count * phrase.rarity(rare) for phrase, count in whole.items()}),
        {
            name: _best({phrase: count * own[phrase] * phrase.rarity(rare) for phrase, count in each.items()})
            for name, each in sure.items()
        },
        {name: _shares(_all(each, own_words, rare)) for name, each in counts.items()},
        {name: tuple(_rarest(each, own_words, rare)) for name, each in counts.items()},
    )


class _Phrase(NamedTuple):
    """A noun, or one with what stands before it, of so many words."""

    text: str
    words: int

    def rarity(self, rare: Mapping[str, float]) -> float:
        """How much it tells: a phrase more than a word."""
        return UNKNOWN + self.words - 1 if self.words > 1 else rare.get(self.text, UNKNOWN)


class _Names:
    """Knows which words can be keywords."""

    def __init__(self, segmenter: Segmenter, words: KeywordWords, terms: frozenset[str]) -> None:
        self._segmenter, self._terms, self._rare = segmenter, terms, rarity()
        self._verbs, self._empty = frozenset(words.verbs), frozenset(words.empty)
        self._doing, self._made = frozenset(words.doing), frozenset(words.made)
        self._heads = frozenset(words.heads)
        self._alone = frozenset((*words.heads, *words.doing, *words.before))  # they say nothing alone
        self._known = self._alone | terms
        self._bodies, self._others, self._endings = words.bodies, words.others, words.endings
        self._can_be_part = cache(self._is_part)  # of a text's words most come again

    def read(self, clause: Clause, facts: ClauseFacts | None) -> tuple[Counter[str], Counter[_Phrase]]:
        """The Chinese words of a clause that say something, and the phrases that name something, each with how often it stands
        there, in the heading twice as often."""
        words: Counter[str] = Counter()
        phrases: Counter[_Phrase] = Counter()
        for text, known, number in ((clause.heading or "", None, _HEADING), (clause.text, facts, 1)):
            cut, nameless = self._segmenter.words(text), _without_names(text, known)
            for word in content_words(cut):
                if not word.text.isascii():
                    words[word.text] += number
            for run in self._runs(cut if nameless == text else self._segmenter.words(nameless)):
                for phrase in self._in_run(text, run):
                    phrases[phrase] += number
        return words, phrases

    def stands(self, phrase: _Phrase, times: int, everywhere: int) -> bool:
        """Whether it is no chance that the words stand together, or that a word stands there: a short one must stand in a
        heading, or twice in a clause, to be what it is about."""
        if phrase.text in self._terms:
            return True
        if phrase.words == 1 and self._rare.get(phrase.text, UNKNOWN) <= _COMMON:
            return False
        return times > 1 or (everywhere > 1 and (phrase.words > 1 or len(phrase.text) > 2))

    def _runs(self, words: Iterable[Word]) -> Iterator[Sequence[Word]]:
        """Those of some words that follow each other and can be part of a name; those right before the end of a body's name are
        of it."""
        run: list[Word] = []
        for word in words:
            follows = bool(run) and word.start == run[-1].end
            if self._can_be_part(word.text):
                if run and not follows:
                    yield run
                    run = []
                run.append(word)
                continue
            if run and not (follows and word.text.endswith(self._bodies)):
                yield run
            run = []
        if run:
            yield run

    def _is_part(self, word: str) -> bool:
        """Whether a word can stand in a name."""
        if word in self._verbs or word in self._empty:
            return False
        if word in self._known:
            return True
        if len(word) == 1 or word.endswith((*self._bodies, *self._others)) or self._is_sentence(word):
            return False
        if word.isascii():
            return True
        part = part_of_speech(word)
        if not part:  # characters that no dictionary joins
            return not any(part_of_speech(each)[:1] in _FUNCTION for each in (word[0], word[-1]))
        return part.startswith(_NOUNS) or part in _BEFORE

    def _is_sentence(self, word: str) -> bool:
        """Whether what a dictionary has as one word says that something is done, or is so (大力发展, 修筑道路, 结构合理)."""
        if len(word) < 4:
            return False
        first, last = word[:2], word[-2:]
        if first not in self._known and part_of_speech(first) == "v":
            return True
        ends = {first, last}
        return bool(ends & self._verbs or ends & self._empty) or any(
            part_of_speech(each)[:1] in _FUNCTION for each in ends
        )

    def _in_run(self, text: str, run: Sequence[Word]) -> Iterator[_Phrase]:
        """The words of a run that name something by themselves, and those at its end that do so together: what stands
        before more is cut off."""
        for word in run:
            if self._is_name([word.text]):
                yield _Phrase(text[word.start : word.end], 1)
        for number in range(2, min(_MOST_WORDS, len(run)) + 1):
            if (
                number < len(run) and run[-number].text in self._doing
            ):  # 生产管理机构 is a part of 安全生产管理机构
                continue
            phrase = text[run[-number].start : run[-1].end]
            if len(phrase) <= _LONGEST and self._is_name([each.text for each in run[-number:]]):
                yield _Phrase(phrase, number)

    def _is_name(self, words: Sequence[str]) -> bool:
        """Whether words name something."""
        first, last = words[0], words[-1]
        if len(words) == 1:
            return self._tells(last) and not last.isascii()
        if (first in self._doing and words[1] in self._made) or first in self._heads:
            return False
        if first not in self._known and part_of_speech(first) == "v" and words[1] not in self._heads:
            return False
        return (last in self._heads or self._tells(last)) and any(map(self._tells, words))

    def _tells(self, word: str) -> bool:
        """Whether a word says by itself what something is."""
        if word in self._terms:
            return word not in self._alone
        if word in self._alone or word.endswith(self._endings):
            return False
        return len(word) > 1 and part_of_speech(word) in _TELLING


_NOUNS = ("n", "j", "vn")
_BEFORE = ("b", "v", "an", "eng")
"""Parts of speech that stand before nouns in a name: what kind of thing, or what is done with it."""
_TELLING = ("n", "nz")
_FUNCTION = frozenset("rmqdpcuftsyeoxkh")
"""Parts of speech with which no name begins or ends: pronouns, numerals, adverbs ..."""


def _without_names(text: str, facts: ClauseFacts | None) -> str:
    """The text with line feeds in place of bodies and of documents that are cited."""
    spans = [(each.start, each.end) for each in facts.agencies] if facts else []
    spans += [(each.start, each.end) for each in facts.citations] if facts else []
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _own(counts: Collection[Mapping[T, int]]) -> Mapping[T, float]:
    """How much each word tells one clause from the others of its document."""
    spread = Counter(word for each in counts for word in each)
    return {word: 1 - log(clauses) / log(len(counts) + 1) for word, clauses in spread.items()}


def _best(weights: Mapping[_Phrase, float]) -> tuple[Keyword, ...]:
    """The weightiest, of those that have words in common the first."""
    weights = {phrase: weight for phrase, weight in weights.items() if phrase.words > 1 or weight > 0}
    shares = _shares({phrase.text: weight for phrase, weight in weights.items()})
    best: list[str] = []
    for phrase in sorted(weights, key=lambda each: (-weights[each], each.text)):
        if not any(phrase.text in other or other in phrase.text for other in best):
            best.append(phrase.text)
    return tuple(Keyword(word, shares[word]) for word in best[:MOST])


def _rarest(counts: Mapping[str, int], own: Mapping[str, float], rare: Mapping[str, float]) -> Sequence[str]:
    """The weightiest words that few texts have."""
    weights = {
        word: count * own[word] * rare.get(word, UNKNOWN)
        for word, count in counts.items()
        if rare.get(word, UNKNOWN) > _COMMON
    }
    return sorted(weights, key=lambda word: (-weights[word], word))[:MOST]


def _all(
    counts: Mapping[str, int], own: Mapping[str, float], rare: Mapping[str, float]
) -> Mapping[str, float]:
    """The weights of all words of a clause: those of every text weigh nothing, a second mention less than the first."""
    weights = {
        word: (1 + log(count)) * own[word] * (rare.get(word, UNKNOWN) - _EVERYWHERE)
        for word, count in counts.items()
    }
    return {word: weight for word, weight in weights.items() if weight > 0}


def _shares(weights: Mapping[str, float]) -> Mapping[str, int]:
    """Weights as thousandths of the length of their vector."""
    length = sqrt(sum(weights[word] ** 2 for word in sorted(weights)))
    return {word: round(1000 * weights[word] / length) for word in sorted(weights)}
