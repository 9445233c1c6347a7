"""Which clauses use the words of a theme, whatever the rules of matching made of them.

That a policy does not use the words of a theme is said only where none does. The words are those of the theme's name, other names
that editors keep for it, the terms of the glossary with the same English, the hints of the theme, and the words that
its measures of other policies share; so a gap in the hints, or an act that was cut wrongly, does not make a false
statement. A clause is named only for words that tell of the theme wherever they stand (融资担保); one that uses but a
part of them (融资), or words that may mean something else (推广), is no evidence either way, and nothing is said.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from digest.crossref.compare.texts import FoldedText, as_printed, folded
from digest.crossref.gist import Gist
from digest.crossref.nearest import FEW
from digest.model.comparison import Absence, ThemeMention
from digest.model.document import Clause, Kind
from digest.model.matches import Theme
from digest.model.vocabulary import Glossary
from digest.regex import regex
from digest.text.find import starts
from digest.text.rarity import UNKNOWN, rarity
from digest.text.segmenter import Segmenter, content_words

MOST_MENTIONS = 3
"""So many clauses are named, those with the most words of the theme first."""

_COMMON = 0.8  # a word of a name that is more common than this (标准, 企业) names no theme by itself
_TELLING = 3.0  # weight from which a word of several measures tells of the theme
_SHARED = 6  # so many words that the measures share count, the most telling
_OWN = 0.5  # share of the acts with a word that must be of the theme
_AND = regex(r"[与和及、（）()]+")


@dataclass(frozen=True, slots=True)
class ThemeTerms:
    """The words of a theme. Those that are ``telling`` name it wherever they stand; the ``loose`` ones and the two of a
    pair in ``together``, when these follow each other closely in either order (市场开拓, 开拓新的市场), only hint at it.
    ``alone`` are all but pairs, the telling ones first; ``sought`` are all of them folded, as they are looked up in texts;
    so are ``named`` and ``hinted``, the telling and the loose ones. What is ``excluded`` holds such a word and names another
    thing (中小板)."""

    telling: tuple[str, ...]
    loose: tuple[str, ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    excluded: tuple[str, ...] = ()
    alone: tuple[str, ...] = field(init=False)
    sought: frozenset[str] = field(init=False)
    named: tuple[str, ...] = field(init=False)
    hinted: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "alone", self.telling + self.loose)
        object.__setattr__(self, "named", tuple(map(folded, self.telling)))
        object.__setattr__(self, "hinted", tuple(map(folded, self.loose)))
        both = (word for pair in self.together for word in pair)
        object.__setattr__(self, "sought", frozenset((*self.named, *self.hinted, *both)))

    def absence(self, text: FoldedText, acting: Collection[str], cutter: Segmenter) -> Absence:
        """What a policy without a measure of the theme says of it. These words were ``sought`` in its text."""
        here = self.sought & text.found
        if not here:
            return Absence(text.doc, self.alone, (), open=False)
        mentions = self._mentions(text, here, acting, cutter)
        return Absence(
            text.doc, self.alone, mentions, open=bool(mentions) or self._hinted(text, here, cutter)
        )

    def _mentions(
        self, text: FoldedText, here: Collection[str], acting: Collection[str], cutter: Segmenter
    ) -> tuple[ThemeMention, ...]:
        """The clauses with telling words: those with the most first, among them those that act (``acting``), the ones
        that only introduce or explain last."""
        words = [word for word in self.named if word in here]
        using = {clause.id: clause for word in words for clause in text.using_folded(word)}
        found = [
            (
                clause.kind in _ASIDE,
                clause.id not in acting,
                -len(used),
                clause.order,
                ThemeMention(clause.id, used),
            )
            for clause in using.values()
            if (used := _told(clause, self._part(text, clause), words, cutter))
        ]
        return tuple(mention for *_, mention in sorted(found, key=lambda each: each[:-1]))[:MOST_MENTIONS]

    def _hinted(self, text: FoldedText, here: Collection[str], cutter: Segmenter) -> bool:
        """Whether a clause uses any word of the theme."""
        return any(
            _stands(word, self._part(text, clause), cutter)
            for word in self.hinted
            if word in here
            for clause in text.using_folded(word)
        ) or any(
            _close(one, other, self._part(text, clause))
            for one, other in self.together
            if one in here and other in here
            for clause in text.using_folded(one)
        )

    def _part(self, text: FoldedText, clause: Clause) -> str:
        """What a clause says, without what only holds a word of the theme."""
        said = text.part(clause)
        for other in self.excluded:
            said = said.replace(other, "＿" * len(other))
        return said


def _told(clause: Clause, text: str, words: Iterable[str], cutter: Segmenter) -> tuple[str, ...]:
    """The telling words that a clause uses, as it prints them, of two with one inside the other the longer."""
    used = [word for word in words if _stands(word, text, cutter)]
    used = [word for word in used if not any(word != each and word in each for each in used)]
    printed = (as_printed(word, f"{clause.heading or ''}\n{clause.text}") for word in used)
    return tuple(dict.fromkeys(printed))


@dataclass(frozen=True, slots=True)
class ThemeNames:
    """What a theme is called, whatever policies a site has: words that name it as a ``whole``, ``loose`` ones that
    only hint at it, and folded pairs that do so ``together``."""

    whole: tuple[str, ...]
    loose: tuple[str, ...]
    together: tuple[tuple[str, str], ...]


def theme_names(
    themes: Iterable[Theme], glossary: Glossary, cutter: Segmenter, genre: frozenset[str]
) -> Mapping[str, ThemeNames]:
    """The names of each theme, which take long to cut into words; ``genre`` are the words of any policy."""
    synonyms = [(term.zh, term.en.casefold()) for term in glossary.terms]
    return {theme.id: _names(theme, synonyms, cutter, genre) for theme in themes}


def _names(
    theme: Theme, synonyms: Sequence[tuple[str, str]], cutter: Segmenter, genre: frozenset[str]
) -> ThemeNames:
    whole: list[str] = list(theme.names)
    loose: list[str] = []
    together: list[tuple[str, str]] = []
    for part in _AND.split(theme.zh):
        words = [word.text for word in content_words(cutter.words(part))]
        loose += [word for word in words if word not in genre and rarity().get(word, UNKNOWN) >= _COMMON]
        together += [pair for pair in pairwise(_halves(part, words)) if not set(pair) & set(loose)]
        whole += [part, *short_forms(part)] if part not in genre else []  # of 认定与培育, 培育 says nothing
    whole += [hint for hint in theme.hints if " " not in hint]
    for hint in theme.hints:
        pieces = hint.split(" ")
        if len(pieces) == 1:
            pieces = _halves(hint, [word.text for word in content_words(cutter.words(hint))])
        if len(pieces) == 2 and not set(pieces) <= genre:
            together.append((pieces[0], pieces[1]))
    close = dict.fromkeys((folded(one), folded(other)) for one, other in together)
    return ThemeNames(
        (*whole, *_synonyms(whole, synonyms)), (*loose, *_synonyms(loose, synonyms)), tuple(close)
    )


def theme_words(
    theme: Theme,
    names: ThemeNames,
    acts: Sequence[Gist],
    spread: Mapping[str, int],
    genre: Collection[str],
    *,
    pairs: bool,
) -> ThemeTerms:
    """The words of a theme, with ``pairs`` or without; ``acts`` are its measures, ``spread`` says in how many acts of the
    site a word stands, ``genre`` are the words of any policy."""
    every = dict.fromkeys((*names.whole, *names.loose, *_shared(acts, spread, genre)))
    kept = [word for word in every if word not in theme.excluded and len(word) > 1]
    telling = [word for word in kept if word in names.whole and rarity().get(word, UNKNOWN) >= _SPECIAL]
    hinting = [word for word in kept if word not in telling]
    together = names.together if pairs else ()
    return ThemeTerms(tuple(telling), tuple(hinting), together, tuple(map(folded, theme.excluded)))


_SPECIAL = 3.0
"""A word that is more common than this (推广, 金融, 基础设施) may be said of anything."""


_ASIDE = frozenset({Kind.FRONT, Kind.PREAMBLE, Kind.NOTE, Kind.FOOTNOTE})


def _close(one: str, other: str, text: str) -> bool:
    """Whether two words stand in one piece of a sentence with few characters between them, in either order."""
    return any(
        0 < second - first - len(word) <= _GAP and not _MARK.search(text, first + len(word), second)
        for word, following in ((one, other), (other, one))
        for first in starts(word, text)
        for second in starts(following, text)
    )


_GAP = 8
"""So many characters may stand between the words of a pair: 设备及时更新."""

_MARK = regex(r"[，。；：、\n]")


def _stands(word: str, text: str, cutter: Segmenter) -> bool:
    """Whether a folded word stands in a text; one of two characters other than across two words (设工 in 建设工业)."""
    if len(word) != 2 or word not in text:
        return word in text
    for found in starts(word, text):
        start = max(0, found - _AROUND)
        pieces = cutter.words(text[start : found + len(word) + _AROUND])
        at = found - start
        left = next((each for each in pieces if each.start <= at < each.end), None)
        right = next((each for each in pieces if each.start <= at + 1 < each.end), None)
        if left is right or left is None or right is None or 1 in (len(left.text), len(right.text)):
            return True
    return False


_AROUND = 12
"""Characters on either side of a word that are cut into words, to see where it begins and ends."""


def _halves(hint: str, words: list[str]) -> list[str]:
    """The words of a hint; four characters that are a word of their own (a term of the field) are two words as well."""
    return [hint[:2], hint[2:]] if words == [hint] and len(hint) == 4 else words


def short_forms(word: str) -> tuple[str, ...]:
    """What four characters are called for short: 技术改造 is 技改, 封装测试 is 封测."""
    return (f"{word[0]}{word[2]}",) if len(word) == 4 else ()


def _synonyms(words: Sequence[str], glossary: Sequence[tuple[str, str]]) -> list[str]:
    """Terms of the glossary that have the English of a term that is one of some words."""
    known = set(words)
    english = {en for zh, en in glossary if zh in known}
    return [zh for zh, en in glossary if en in english] if english else []


def spread_of(acts: Iterable[Gist]) -> Mapping[str, int]:
    """In how many acts each word stands."""
    return Counter(word for act in acts for word in act.words)


def _shared(acts: Sequence[Gist], spread: Mapping[str, int], genre: Collection[str]) -> list[str]:
    """The telling words that acts of several policies share, and that stand mostly in acts of the theme. A word of
    the subject of a policy (智能传感器) tells of the policy, not of the theme."""
    inside = spread_of(acts)
    docs: Counter[str] = Counter()
    weight: dict[str, float] = {}
    by_doc: dict[str, set[str]] = {}
    for act in acts:
        telling = {word for word, heavy in act.telling.items() if heavy >= _TELLING and word not in genre}
        by_doc.setdefault(act.act.doc, set()).update(telling - act.subject)
        for word in telling:
            weight[word] = max(weight.get(word, 0.0), act.telling[word])
    for found in by_doc.values():
        docs.update(found)
    several = [word for word, count in docs.items() if count > 1 and inside[word] >= _OWN * spread[word]]
    return sorted(several, key=lambda word: (-docs[word] * weight[word], word))[:_SHARED]


def members_of(acts: Iterable[Gist]) -> Mapping[str, Sequence[Gist]]:
    """The acts of each theme."""
    found: dict[str, list[Gist]] = {}
    for act in acts:
        for theme in act.themes:
            found.setdefault(theme, []).append(act)
    return found


@dataclass(frozen=True, slots=True)
class Absences:
    """Knows what policies without a measure of a theme say of it, each looked up once. ``having`` are the slugs of those
    with one, by theme; ``acting`` the clauses of each policy that are measures. Of a policy that is not in ``texts``
    nothing is said. Of one that uses a word what was found is kept."""

    words: Mapping[str, ThemeTerms]
    texts: Mapping[str, FoldedText]
    having: Mapping[str, Collection[str]]
    acting: Mapping[str, Collection[str]]
    cutter: Segmenter
    _known: dict[tuple[str, str], Absence] = field(default_factory=dict, repr=False, compare=False)

    def of_theme(self, theme: str) -> Iterator[Absence]:
        """The absences of a theme, in the order of the texts; of many policies only of those that use a word of it."""
        having, sought = self.having.get(theme, ()), self.words[theme].sought
        without = [doc for doc in self.texts if doc not in having]
        if len(self.texts) > FEW:
            without = [doc for doc in without if sought & self.texts[doc].found]
        return filter(None, (self.get(theme, doc) for doc in without))

    def get(self, theme: str, doc: str) -> Absence | None:
        """The absence of a theme; None where the policy has it, or nothing is said."""
        if doc not in self.texts or doc in self.having.get(theme, ()):
            return None
        known = self._known.get((theme, doc))
        if known is None:
            text, acting = self.texts[doc], self.acting.get(doc, ())
            known = self.words[theme].absence(text, acting, self.cutter)
            if known.open:
                self._known[theme, doc] = known
        return known
