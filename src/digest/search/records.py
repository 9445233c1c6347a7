"""What can be found, in order: each policy by its titles and particulars, followed by its clauses.

Policies that are no longer in force come last, the newest before the older: that is the order of hits that are
otherwise equal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Self

from digest.model.corpus import Corpus, Policy
from digest.model.document import Clause, Kind
from digest.model.facts import ClauseFacts, Instrument, Stage, Tier
from digest.model.matches import Theme
from digest.model.vocabulary import SearchWords
from digest.regex import regex
from digest.search.answers import Answers
from digest.search.forms import other_forms
from digest.search.meanings import Also, Meanings
from digest.text.place_names import most_named_place, places_below, places_in
from digest.text.places import Gazetteer


class SearchField(IntEnum):
    """Where a record says something, the weakest first; and, last, words that nobody reads there but by which it is found:
    what it answers (``answers``), ``PLAINLY`` what it says plainly, and the names of its place."""

    FACTS = 0
    TEXT = 1
    HEADING = 2
    ALSO = 3
    PLAINLY = 4


MOST = 7
"""The greatest depth and length that are told from others."""


class Said(NamedTuple):
    """What a record says, each text with where it says it; and by what it is found too."""

    texts: tuple[tuple[SearchField, str], ...] = ()
    also: Also = Also()


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing that can be found: a clause, or a policy as a whole (``clause`` is None). ``aside``: it only explains, or
    heads others."""

    policy: Policy
    clause: Clause | None
    said: Said
    aside: bool = False

    @property
    def depth(self) -> int:
        """How far down it stands: 0 for a policy as a whole, at most ``MOST``."""
        return min(MOST, self.clause.depth) if self.clause else 0

    @property
    def length(self) -> int:
        """How long its text is, in doublings: 0 up to 16 characters, at most ``MOST``."""
        return min(MOST, (len(self.clause.text) >> 4).bit_length()) if self.clause else 0

    @property
    def facts(self) -> ClauseFacts:
        """What is known of the clause."""
        return self.policy.facts.get(self.clause.id, ClauseFacts()) if self.clause else ClauseFacts()


def in_search_order(corpus: Corpus) -> tuple[Policy, ...]:
    """The policies as hits list them: drafts after the others, those no longer in force last; the newest first."""
    newest = sorted(corpus.policies, key=_date, reverse=True)
    return tuple(sorted(newest, key=lambda policy: _RANKS.get(corpus.validity_of(policy.meta.slug).force, 0)))


class Ways(NamedTuple):
    """By what clauses are found besides what they print."""

    meanings: Meanings
    answers: Answers

    @classmethod
    def of(cls, words: SearchWords, themes: Sequence[Theme]) -> Self:
        """Those of a site."""
        return cls(Meanings.of(words, themes), Answers(words))


def make_records(corpus: Corpus, ways: Ways | None = None) -> Iterator[SearchRecord]:
    """The records of a corpus; ``ways`` are those of its search words, made already."""
    themes = _themes(corpus)
    meanings, answers = ways or Ways.of(corpus.search, corpus.themes)
    for policy in in_search_order(corpus):
        yield SearchRecord(policy, None, _as_a_whole(corpus, policy, meanings))
        for clause in policy.document.clauses:
            facts = policy.facts.get(clause.id, ClauseFacts())
            own = themes.get((policy.meta.slug, clause.id), ())
            known = [*_fact_names(corpus, facts), *other_forms(clause), *_goals(facts)]
            known += [name for theme in own for name in (theme.zh, theme.en)]
            texts = tuple(_texts(policy, clause, known))
            printed = [text for field, text in texts if field is not SearchField.FACTS]
            given = [
                (SearchField.PLAINLY if plain else SearchField.ALSO, each)
                for each, plain in answers.given(printed, facts)
            ]
            said = Said((*texts, *given), meanings.also(printed, own, known))
            yield SearchRecord(policy, clause, said, _is_aside(clause, answers))


def list_records(corpus: Corpus) -> Iterator[SearchRecord]:
    """The same without what they say, for those who only show them."""
    answers = Answers(corpus.search)
    for policy in in_search_order(corpus):
        yield SearchRecord(policy, None, Said())
        for clause in policy.document.clauses:
            yield SearchRecord(policy, clause, Said(), _is_aside(clause, answers))


def largest_sum(facts: ClauseFacts) -> int | None:
    """The largest sum that a clause grants, in yuan: of its ceilings, steps, stages and fixed sums. The size of a fund is none."""
    return max((each for grant in facts.grants for each in _sums(grant)), default=None)


def _sums(grant: Instrument) -> Iterator[int]:
    yield from (cap.amount_yuan for cap in grant.caps if cap.currency == "CNY")
    if grant.currency == "CNY" and grant.fund_yuan is None:
        parts: tuple[Tier | Stage, ...] = (*grant.tiers, *grant.stages)
        paid = (grant.fixed_yuan, *(part.amount_yuan for part in parts))
        yield from (int(each) for each in paid if each is not None)


def _is_aside(clause: Clause, answers: Answers) -> bool:
    """Whether a clause is a title or the like at the front, a note, a heading without text, or only says why the policy
    was made."""
    return clause.kind in _ASIDES or not clause.text or answers.is_aside(clause.text)


_ASIDES = frozenset((Kind.FRONT, Kind.PREAMBLE, Kind.NOTE, Kind.FOOTNOTE))

_RANKS = {"draft": 1, "ended": 2}


def _date(policy: Policy) -> tuple[str, str]:
    meta = policy.meta
    return meta.made.value or meta.published.value or meta.effective.value or "", meta.slug


def _texts(policy: Policy, clause: Clause, known: list[str]) -> Iterator[tuple[SearchField, str]]:
    english = policy.translations.get(clause.id)
    if clause.label or clause.heading:
        yield SearchField.HEADING, f"{clause.label or ''}\n{clause.heading or ''}"
    if english and english.heading:
        yield SearchField.HEADING, english.heading
    yield SearchField.TEXT, clause.text
    if english:
        yield SearchField.TEXT, english.text
    if known:
        yield SearchField.FACTS, "\n".join(known)


def _as_a_whole(corpus: Corpus, policy: Policy, meanings: Meanings) -> Said:
    """What is said of a policy as a whole: its names, and those of its place for queries for a place."""
    names = [name for name in _names(corpus, policy) if name]
    places = meanings.named(dict.fromkeys(_place_names(corpus, policy)))
    texts = (
        *((SearchField.HEADING, name) for name in names),
        *((SearchField.PLAINLY, place) for place in places),
    )
    return Said(texts, meanings.also(names, ()))


def _place_names(corpus: Corpus, policy: Policy) -> Iterator[str]:
    """The names of the place of a policy, without that above it, in full and for short (深圳市光明区 is 光明区 and 光明), and of
    those that its titles and issuers name, or that lie in it and are named where the policy says what it is for. Where
    nothing says of which place it is, the one that its text names most often."""
    meta = policy.meta
    place = corpus.jurisdictions.get(meta.jurisdiction.value or "")
    if place and place.parent is not None:
        above = corpus.jurisdictions.get(place.parent)
        english = place.name_en.partition(",")[0]
        yield from (english, _KIND_EN.sub("", english))
        yield from _in_full_and_short(place.name_zh.removeprefix(above.name_zh if above else ""))
    named = [
        name
        for text in (meta.title_zh.value, *meta.short_titles, *(meta.issuers.value or ()))
        for name in places_in(text or "", _PLACES)
    ]
    if place:
        fronts = (clause.text for clause in policy.document.clauses if clause.kind is Kind.PREAMBLE)
        named += [name for text in fronts for name in places_below(place.code, text, _PLACES)]
    if not (place or named):
        text = "\n".join(clause.text for clause in policy.document.clauses)
        named = [name for name in (most_named_place(text, _PLACES),) if name]
    for name in named:
        yield from _in_full_and_short(name)


def _in_full_and_short(name: str) -> tuple[str, str]:
    return name, _KIND_ZH.sub("", name)


_PLACES = Gazetteer()
_KIND_ZH = regex(
    r"(?<=..)(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|[^自]{0,9}自治[州县旗]|新区|[省市区县旗])$"
)
_KIND_EN = regex(r" (?:Autonomous )?(?:Province|Region|Prefecture|City|District|County|Banner|New Area)$")


def _names(corpus: Corpus, policy: Policy) -> Iterator[str | None]:
    """What a policy as a whole is called, by whom and where it was made."""
    meta = policy.meta
    yield from (meta.title_zh.value, meta.title_en, *meta.short_titles, meta.number.value)
    yield from meta.issuers.value or ()
    place = corpus.jurisdictions.get(meta.jurisdiction.value or "")
    while place is not None and place.parent is not None:
        yield from (place.name_zh, place.name_en)
        place = corpus.jurisdictions.get(place.parent)


def _themes(corpus: Corpus) -> Mapping[tuple[str, str], list[Theme]]:
    """The themes of each clause, by slug and clause id."""
    found: dict[tuple[str, str], list[Theme]] = {}
    for theme in corpus.themes:
        for member in corpus.theme_members.get(theme.id, ()):
            found.setdefault((member.doc, member.clause), []).append(theme)
    return found


def _goals(facts: ClauseFacts) -> Iterator[str]:
    """What a clause with goals is asked for by: 2025年目标."""
    if facts.targets:
        yield from ("目标", "target")
    yield from dict.fromkeys(f"{goal.year}年目标" for goal in facts.targets if goal.year)


def _fact_names(corpus: Corpus, facts: ClauseFacts) -> Iterator[str]:
    """The names of agencies, in full and for short, and the kinds of support."""
    for role in facts.agencies:
        yield role.name_zh
        yield from corpus.agencies.short_forms(role.name_zh)
        if role.name_en:
            yield role.name_en
    for grant in facts.grants:
        name = corpus.terms.get(("instrument", grant.kind))
        if name:
            yield from (name.name_zh, name.name_en)
