"""What a reader asks for: words, phrases in quotation marks, words that must not stand there (-word); and what a question
means: its words without those that only ask, and the least sum it names (超过500万元)."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import floor
from typing import NamedTuple

from digest.model.vocabulary import SearchWords
from digest.regex import regex
from digest.text.units import fold, phrases

Units = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of a query: its units. ``exact`` when it stood in quotation marks, ``without`` after a minus;
    ``said`` is a single English word that differs from its stem; ``typed`` are the units as they were typed."""

    units: Units
    exact: bool = False
    without: bool = False
    said: str | None = None
    typed: Units = field(default=(), compare=False)


class Asking(NamedTuple):
    """How people ask: the ``pattern`` of what is left out of a folded query to find what it means, which Python and
    JavaScript understand alike, and the ``particles``, characters that are left out where no longer word has them. The words
    of the pattern are kept apart, Chinese ones and foreign ones, because a browser fetches those in which it is asked;
    ``answers`` are patterns of what asks for each thing, kept so as well.

    Groups of the pattern: the number and size of a sum that words such as 超过 make the least one (twice: words before,
    words after), and words that only ask. What is quoted or follows a minus, and a word that means something with one that
    only asks in it (in force), is matched without a group, and stays.
    """

    form: str
    particles: str
    words: tuple[Sequence[str], ...]
    answers: tuple[Sequence[str], ...]

    @property
    def pattern(self) -> str:
        """The form with the words of both kinds: @0 those that mean something, @1 before and @2 after a sum, @3 that ask."""
        return _PLACE.sub(lambda found: "|".join(each[int(found[1])] for each in self.words), self.form)


class Question(NamedTuple):
    """A query as it was typed, and as it was meant: its ``words`` without those that only ask, and the ``least`` sums in
    yuan that clauses must grant. For ``particles`` see ``Asking``."""

    typed: tuple[QueryWord, ...]
    words: tuple[QueryWord, ...]
    least: tuple[int, ...]
    particles: str = ""
    answers: tuple[int, ...] = ()


def read_query(text: str, stem: Callable[[str], str]) -> tuple[QueryWord, ...]:
    """The words of a query in order. Marks inside a word part it; a line break between Chinese characters, as a copied
    text has them, does not.

    >>> [word.units for word in read_query('流片 "集成电路"', str)]
    [('流', '片'), ('集', '成', '电', '路')]
    """
    return _words(_BREAK.sub("", fold(text)), stem)


def read_question(text: str, asking: Asking, stem: Callable[[str], str]) -> Question:
    """A query with what it means.

    >>> asking = make_asking(SearchWords(("多少",), ("超过",)))
    >>> [word.units for word in read_question("房租补多少", asking, str).words]
    [('房', '租', '补')]
    >>> read_question("超过1.5亿元", asking, str).least
    (150000000,)
    """
    folded = _BREAK.sub("", fold(text))
    least = []

    def left_out(found: re.Match[str]) -> str:
        number, size = found[1] or found[3], found[2] or found[4]
        if number:
            amount = SIZES.get(number) or float(number.replace(",", ""))
            least.append(floor(amount * SIZES.get(size, 1) + 0.5))
        return " " if number or found[5] else found[0]

    meant = re.sub(asking.pattern, left_out, folded)
    asked = enumerate(zip(*asking.answers, strict=True) if meant != folded else ())
    answers = tuple(at for at, patterns in asked if any(re.search(each, folded) for each in patterns))
    return Question(_words(folded, stem), _words(meant, stem), tuple(least), asking.particles, answers)


def make_asking(words: SearchWords) -> Asking:
    """How people ask with these words."""
    asked = {fold(word) for word in (*words.ask, *(word for each in words.answer for word in each.asked))}
    asks = {word.rstrip("?") for word in asked}
    foreign = {word for word in asks if not _HAN.search(word)}
    foreign = {word for word in foreign if " " not in word or not foreign.issuperset(word.split())}
    chinese = {word.rstrip("?") for word in asked if _HAN.search(word) and len(word) > 1}
    particles = {word for word in asks if len(word) == 1 and _HAN.match(word)}
    known = chinese | particles
    chinese = {word for word in chinese if _is_made_of(word, particles) or not _is_made_of(word, known)}
    number = f"([0-9]+(?:,[0-9]{{3}})*(?:\\.[0-9]+)?|[一二两三四五六七八九](?=[十百千万亿]))(?: ?((?:{_any(SIZES)})(?![a-z])))?"
    meant = {fold(word) for same in words.same for word in same.words}
    within = regex(_any(chinese))
    whole = [word for word in meant - asks if not asks.isdisjoint(word.split()) or within.search(word)]
    ends = f" ?(?:{_CURRENCY})|(?<![0-9])(?:(?![\u4e00-\u9fff])|(?=以上|的))"
    form = (
        '["“”][^"“”]*["“”]?|(?<![^ ])-[^ ]+|(?<![a-z])(?:@0)(?![a-z])'
        f"|(?:@1) ?(?:{_SIGN})? ?{number}(?:{ends})(?: ?(?:@2))?"
        f"|(?:(?:{_SIGN}) ?)?{number}(?: ?(?:{_CURRENCY}))?(?<![0-9]) ?(?:@2)|(@3)"
    )
    before, after = map(_by_script, (words.at_least, words.or_more))
    only = (_any(chinese), f"(?<![a-z'&])(?:{_any(foreign)})(?![a-z'&])")
    about = [_by_script((*each.asked, *each.about)) for each in words.answer]
    return Asking(
        form,
        "".join(sorted(particles)),
        tuple(zip(_by_script(whole), before, after, only, strict=True)),
        ([of for of, _ in about], [f"(?<![a-z])(?:{of})" for _, of in about]),
    )


def _by_script(words: Collection[str]) -> tuple[str, str]:
    """The patterns of any of the Chinese among some words, and of any of the foreign ones."""
    chinese = [word for word in words if _HAN.search(word)]
    return _any(chinese), _any(word for word in words if word not in chinese)


def _is_made_of(word: str, parts: Collection[str]) -> bool:
    """Whether a word is made of others, one after the other: they are found where it stands."""
    return any(
        word[:at] in parts and (word[at:] in parts or _is_made_of(word[at:], parts))
        for at in range(1, len(word))
    )


def _words(folded: str, stem: Callable[[str], str]) -> tuple[QueryWord, ...]:
    words = []
    for found in _WORDS.finditer(folded):
        said = found["quoted"] or found["plain"] or ""
        for phrase in phrases(said, stem):
            units = tuple(unit.text for unit in phrase)
            typed = tuple(said[unit.start : unit.end] for unit in phrase)
            differs = (
                typed[0] if len(units) == 1 and units[0][0] == " " and typed[0] != units[0][1:] else None
            )
            words.append(QueryWord(units, bool(found["quoted"]), bool(found["minus"]), differs, typed))
    return tuple(words)


def _any(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest that fits; one that never matches where there are none. Words that begin
    alike share their beginning, since the pattern is part of what a browser fetches."""
    begun: dict[str, list[str]] = {}
    for word in sorted({fold(word) for word in words}):
        begun.setdefault(word[:1], []).append(word[1:])
    if not begun:
        return "(?!)"
    ends = begun.pop("", None) is not None
    several = [
        (_FEW if first == _APART else _ESCAPED.sub(r"\\\g<0>", first)) + (_any(rest) if rest != [""] else "")
        for first, rest in begun.items()
    ]
    pattern = "|".join(several)
    grouped = f"(?:{pattern})" if len(several) > 1 or (ends and len(pattern) > 1) else pattern
    return grouped + "?" * ends


SIZES = {
    "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "thousand": 10**3, "million": 10**6,
    "m": 10**6, "billion": 10**9, "bn": 10**9, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
}  # fmt: skip
"""What stands between a number and its currency, and what it makes of the number; and numerals of one character."""

_PLACE = regex("@([0-3])")
_SIGN = "rmb|cny|[¥￥]"
_CURRENCY = "元|人民币|rmb|cny|yuan"
_APART, _FEW = "…", "[^,;?，；？]{0,8}"
"""What parts the words of a pair, and what may stand between them."""
_ESCAPED = regex(r"[.*+?^${}()|[\]\\/]")
_HAN = regex("[\u3400-\u9fff]")
_BREAK = regex("(?<=[\u3400-\u9fff])\n+(?=[\u3400-\u9fff])")
_WORDS = regex('(?P<minus>(?<![^ ])-)?(?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<plain>[^ \n"“”]+))')
