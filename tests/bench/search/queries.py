"""Queries with their answers, made from the texts by rule, and a list made by hand.

An answer is a clause whose label, heading or text, in Chinese or English, contains what was asked for, white space
and case apart. Words are cut by jieba itself, not by the index.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from pathlib import Path

import jieba

from digest.search.records import SearchRecord
from digest.text.units import traditional

HAN = re.compile(r"[\u4e00-\u9fff]+")
AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[万亿]?元|%)")
NUMBER = re.compile(r"[\u4e00-\u9fff]{2,6}〔[0-9]{4}〕[0-9]+号")
LATIN = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True)
class Query:
    """A query, its kind, and the records that answer; ``proper`` are those where an accidental word is a word."""

    kind: str
    text: str
    answers: frozenset[int]
    proper: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Texts:
    """The texts of all records: as printed, without white space, and cut into words."""

    chinese: Sequence[str]
    english: Sequence[str]
    words: Sequence[Sequence[str]]

    def having(self, text: str) -> frozenset[int]:
        """The records that contain a text."""
        wanted = "".join(text.split())
        return frozenset(at for at, said in enumerate(self.chinese) if wanted in said)

    def having_english(self, text: str) -> frozenset[int]:
        """The records whose English contains a phrase of whole words, the last one in the plural perhaps."""
        pattern = re.compile(rf"(?<![a-z]){re.escape(text.lower())}(?:e?s)?(?![a-z])")
        return frozenset(at for at, said in enumerate(self.english) if pattern.search(said))


def read_texts(records: Sequence[SearchRecord]) -> Texts:
    """The texts of records; policies as a whole say nothing here."""
    chinese, english, words = [], [], []
    cutter = jieba.Tokenizer()
    cutter.tmp_dir = None
    for record in records:
        clause = record.clause
        said = "\n".join((clause.label or "", clause.heading or "", clause.text)) if clause else ""
        own = record.policy.translations.get(clause.id) if clause else None
        chinese.append("\n".join("".join(line.split()) for line in said.split("\n")))
        english.append(" ".join(f"{own.heading or ''}\n{own.text}".lower().split()) if own else "")
        words.append([word for line in said.split("\n") for word in cutter.lcut("".join(line.split()))])
    return Texts(chinese, english, words)


def make_queries(texts: Texts, total: int, by_hand: Path | None = None) -> list[Query]:
    """About ``total`` queries made by rule, in equal shares for each kind, and those made by hand."""
    chance = random.Random(6)
    kinds = {
        "phrase in words": _phrases(texts, chance, across=False),
        "phrase across words": _phrases(texts, chance, across=True),
        "joined words": _joined(texts, chance),
        "spaced words": _joined(texts, chance, " "),
        "term": _terms(texts, chance),
        "accidental": _accidental(texts, chance),
        "amount": _found(texts, chance, AMOUNT, "amount"),
        "number": _found(texts, chance, NUMBER, "number"),
        "english": _english(texts, chance),
        "sentence": _sentences(texts, chance),
        "quoted": _changed(texts, chance, "quoted", '"{}"'.format),
        "traditional": _changed(texts, chance, "traditional", _to_traditional()),
        "full width": _changed(texts, chance, "full width", _to_full_width),
        "mixed": _mixed(texts, chance),
    }
    share = total // (len(kinds) - 4)
    queries = [query for made in kinds.values() for query in _first(made, share)]
    return queries + (_by_hand(texts, by_hand) if by_hand else [])


def _first(queries: Iterator[Query], number: int) -> list[Query]:
    """The first so many different queries, with at most so many tries."""
    found: dict[str, Query] = {}
    for tries, query in enumerate(queries):
        if query.answers:
            found.setdefault(query.text, query)
        if len(found) == number or tries > 20 * number:
            break
    return list(found.values())


def _phrases(texts: Texts, chance: random.Random, *, across: bool) -> Iterator[Query]:
    """Two to eight characters that begin and end with words, or cut a word at an end."""
    kind = "phrase across words" if across else "phrase in words"
    while True:
        words = chance.choice(texts.words)
        if len(words) < 4:
            continue
        at = chance.randrange(len(words) - 1)
        text = "".join(words[at : at + chance.randint(1, 4)])
        if across and len(text) > 3:
            text = text[1 : chance.randint(3, len(text))]
        if 2 <= len(text) <= 8 and HAN.fullmatch(text):
            yield Query(kind, text, texts.having(text))


def _joined(texts: Texts, chance: random.Random, between: str = "") -> Iterator[Query]:
    """Two words of one clause that need not be neighbours, written without or with a space."""
    while True:
        words = [word for word in chance.choice(texts.words) if len(word) > 1 and HAN.fullmatch(word)]
        if len(words) < 4:
            continue
        first, second = chance.sample(words, 2)
        if first not in second and second not in first:
            answers = texts.having(first) & texts.having(second)
            yield Query("spaced words" if between else "joined words", f"{first}{between}{second}", answers)


def _terms(texts: Texts, chance: random.Random) -> Iterator[Query]:
    counts = Counter(
        word for words in texts.words for word in set(words) if len(word) > 1 and HAN.fullmatch(word)
    )
    names = sorted(word for word, count in counts.items() if count > 1)
    chance.shuffle(names)
    yield from (Query("term", name, texts.having(name)) for name in names)


def _accidental(texts: Texts, chance: random.Random) -> Iterator[Query]:
    """Words of two characters that mostly occur across two words."""
    within: Counter[str] = Counter()
    across: Counter[str] = Counter()
    known = {word for words in texts.words for word in words if len(word) == 2}
    for words in texts.words:
        for word in words:
            within.update(word[at : at + 2] for at in range(len(word) - 1))
        across.update(
            left[-1] + right[0]
            for left, right in pairwise(words)
            if HAN.fullmatch(left[-1]) and HAN.fullmatch(right[0])
        )
    names = sorted(word for word in known if across[word] > within[word] > 0)
    chance.shuffle(names)
    for name in names:
        proper = frozenset(at for at, words in enumerate(texts.words) if any(name in word for word in words))
        yield Query("accidental", name, texts.having(name), proper)


def _found(texts: Texts, chance: random.Random, pattern: re.Pattern[str], kind: str) -> Iterator[Query]:
    found = sorted({text for said in texts.chinese for text in pattern.findall(said)})
    chance.shuffle(found)
    yield from (Query(kind, text, texts.having(text)) for text in found)


def _english(texts: Texts, chance: random.Random) -> Iterator[Query]:
    """One to three English words that follow each other."""
    said = [text for text in texts.english if len(text.split()) > 6]
    while said:
        words = chance.choice(said).split()
        at = chance.randrange(len(words) - 3)
        text = " ".join(words[at : at + chance.randint(1, 3)])
        if re.fullmatch(r"[a-z]{3,}(?: [a-z]{2,})*", text):
            yield Query("english", text, texts.having_english(text))


def _sentences(texts: Texts, chance: random.Random) -> Iterator[Query]:
    """A stretch of a clause as one copies it, now and then with a line break in it."""
    said = [text for text in texts.chinese if len(text) > 40]
    while said:
        text = chance.choice(said)
        at = chance.randrange(len(text) - 30)
        stretch = text[at : at + chance.randint(16, 60)].split("\n")[0]
        if len(stretch) < 16:
            continue
        answers = texts.having(stretch)
        middle = len(stretch) // 2
        broken = f"{stretch[:middle]}\n{stretch[middle:]}" if chance.random() < 0.3 else stretch
        yield Query("sentence", broken, answers)


def _changed(texts: Texts, chance: random.Random, kind: str, change: Callable[[str], str]) -> Iterator[Query]:
    """Two words that follow each other, or a figure with what it counts, written in another way."""
    for plain in _phrases(texts, chance, across=False):
        changed = change(plain.text)
        if changed != plain.text:
            yield Query(kind, changed, plain.answers)


def _to_traditional() -> Callable[[str], str]:
    table = {ord(new): old for old, new in reversed(list(traditional().items()))}
    return lambda text: text.translate(table)


def _to_full_width(text: str) -> str:
    return f"\u3000{text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})}"


def _mixed(texts: Texts, chance: random.Random) -> Iterator[Query]:
    """A Chinese word and a foreign one of the same clause."""
    having = [words for words in texts.words if any(LATIN.fullmatch(word) for word in words)]
    while having:
        words = chance.choice(having)
        foreign = chance.choice([word for word in words if LATIN.fullmatch(word)])
        chinese = [word for word in words if len(word) > 1 and HAN.fullmatch(word)]
        if chinese:
            word = chance.choice(chinese)
            answers = texts.having(word) & texts.having(foreign)
            yield Query("mixed", f"{foreign.lower()} {word}", answers)


def _by_hand(texts: Texts, path: Path) -> list[Query]:
    """Lines of query, tab, and a pattern that the Chinese of every answer matches."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line and line[0] != "#")
    found = []
    for text, pattern in rows:
        matches = re.compile(pattern).search
        answers = frozenset(at for at, said in enumerate(texts.chinese) if matches(said))
        found += [Query("by hand", text, answers)] if answers else []
    return found


def scores(
    found: Mapping[str, Sequence[int]], queries: Sequence[Query]
) -> Iterator[tuple[str, int, float, float, float]]:
    """For each kind: how many queries, recall, nDCG at 10, and the precision on accidental words (else 1)."""
    by_kind: dict[str, list[tuple[float, float, float]]] = {}
    for query in queries:
        hits = found[query.text]
        recall = len(query.answers.intersection(hits)) / len(query.answers)
        gain = sum(1 / log2(at + 2) for at, hit in enumerate(hits[:10]) if hit in query.answers)
        best = sum(1 / log2(at + 2) for at in range(min(10, len(query.answers))))
        top = hits[: min(10, len(query.proper))]
        precision = (
            sum(hit in query.proper for hit in top) / len(top) if query.kind == "accidental" and top else 1.0
        )
        by_kind.setdefault(query.kind, []).append((recall, gain / best, precision))
    by_kind["all"] = [row for kind in by_kind.values() for row in kind]
    for kind, rows in by_kind.items():
        yield (kind, len(rows), *(sum(column) / len(rows) for column in zip(*rows, strict=True)))
