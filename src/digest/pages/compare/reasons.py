"""Why two measures stand side by side, and how to say that they should not."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from digest.model.comparison import MeasureGroup, Tie
from digest.model.corpus import Policy
from digest.model.matches import ActKey, ActPair, Match
from digest.model.measures import Measure, Measures
from digest.pages import figures
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.naming import theme_name
from digest.pages.compare.wording import Stretches, as_printed, marked, shared_figures
from digest.pages.names import terms
from digest.pages.particulars import date
from digest.pages.prose import mixed
from digest.pages.strings import Runs, Words, for_readers, plain, read_by, run
from digest.text import urls
from digest.text.money import Figure

Standing = Literal["same", "comparable", "perhaps", "possible"]


class MarkedQuote(NamedTuple):
    """A measure with the wording it shares with another: always the Chinese, which was compared."""

    place: Runs
    name: Runs
    href: str
    stretches: Stretches


class Reasoning(NamedTuple):
    """Why two measures correspond. ``standing`` and ``grade_name`` say how they compare, ``reasons`` are sentences,
    ``theme`` names the theme of both, where no reason does; ``reviewed`` says who ruled on the pair and when, where
    somebody did; ``wording`` and ``score`` are printed, from 0 to 1 (no score where an editor joined what no rule had found);
    ``relation`` says whether one carries out the other; ``marked`` that the quotes show words in common. ``docs`` are
    the policies; ``report`` is where to say that it is wrong, with ``ids`` to name the clauses."""

    standing: Standing
    grade_name: Runs
    vertical: bool
    relation: Runs
    reviewed: Runs
    reasons: tuple[Runs, ...]
    theme: Runs
    wording: str
    score: str
    marked: bool
    quotes: tuple[tuple[MarkedQuote, MarkedQuote], ...]
    docs: tuple[str, str]
    report: str
    ids: str


MOST_QUOTES = 3
"""Pairs of acts that are quoted for one match, the most reliable ones."""

SAME = 2
"""The grade of measures that are the same."""

_CERTAIN = 0.99
"""No rule is surer than this."""

_OBJECTS = 3
"""So many of the words in common name the thing that both support."""


def grade_name(words: Words, grade: int, *, ruled: bool) -> Runs:
    """How two measures compare: as a person ruled, else what is likely."""
    return words[f"compare.{'ruled' if ruled else 'grade'}_{grade}"]


LIKELY = 0.65
"""From this probability on five of six pairs in the labelled fields are comparable, below it hardly one of two."""


def standing(match: Match, told: Match | ActPair) -> Standing:
    """How the measures of a match compare: ``perhaps`` where nobody has ruled on it and it is not likely."""
    if told.shown == "possible":
        return "possible"
    if told.grade == SAME:
        return "same"
    return "comparable" if match.ruling or told.score >= LIKELY else "perhaps"


def standing_of(words: Words, match: Match, told: Match | ActPair) -> Runs:
    """The same in words."""
    stands = standing(match, told)
    if stands in ("perhaps", "possible"):
        return words[f"compare.{stands}"]
    return grade_name(words, told.grade, ruled=match.ruling is not None)


def standing_of_group(words: Words, group: MeasureGroup) -> Runs:
    """How the measures of a group compare: what is said of all of them."""
    joined: set[ActKey] = set()
    ruled = all(tie.match.ruling for tie in group.ties)
    for stands, grade in (("same", SAME), ("comparable", SAME - 1)):
        near = [tie for tie in group.ties if standing(tie.match, tie.pair or tie.match) == stands]
        joined.update(act for tie in near for act in (tie.a, tie.b))
        if joined.issuperset(group.acts):
            return grade_name(words, grade, ruled=ruled)
    return words["compare.perhaps"]


def themes_of(ties: Iterable[Tie]) -> frozenset[str]:
    """The themes that some reasons name."""
    return frozenset(theme for tie in ties if (theme := (tie.pair or tie.match).theme))


class _Both(NamedTuple):
    """Two measures beside each other with the telling words of both."""

    left: Measure
    right: Measure
    words: tuple[str, ...]


def match_reasoning(context: ComparisonContext, measures: Measures, match: Match, first: str) -> Reasoning:
    """Why two clauses correspond; the quotes of the policy ``first`` come first."""
    shown = match.pairs[:1] + tuple(pair for pair in match.pairs[1:MOST_QUOTES] if pair.shown == "likely")
    both = [_Both(measures.at(pair.a), measures.at(pair.b), pair.words) for pair in shown]
    if not both:
        whole = measures.whole(match.a_doc, match.a_clause), measures.whole(match.b_doc, match.b_clause)
        both = [_Both(*whole, match.words)]
    return _reasoning(context, measures, match, match, first, both)


def tie_reasoning(context: ComparisonContext, measures: Measures, tie: Tie, first: str) -> Reasoning:
    """Why two measures correspond: two acts as part of the match of their clauses, or two clauses as a whole."""
    if tie.pair is None:
        return match_reasoning(context, measures, tie.match, first)
    both = _Both(measures.find(tie.a), measures.find(tie.b), tie.pair.words)
    return _reasoning(context, measures, tie.match, tie.pair, first, [both])


def _reasoning(
    context: ComparisonContext,
    measures: Measures,
    match: Match,
    told: Match | ActPair,
    first: str,
    both: list[_Both],
) -> Reasoning:
    words = context.words
    ids = f"{match.a_doc}#{match.a_clause} / {match.b_doc}#{match.b_clause}"
    quotes = tuple(_marked(context, each, turned=first != match.a_doc) for each in both)
    return Reasoning(
        standing=standing(match, told),
        grade_name=standing_of(words, match, told),
        vertical=match.relation != "peers",
        relation=_relation(context, measures.policies, match),
        reviewed=_reviewed(context, match),
        reasons=tuple(_reasons(context, told, both)),
        theme=() if "same_instrument" in told.reasons else _named(context, "compare.of_theme", told.theme),
        wording=f"{told.wording:.2f}",
        score=f"{min(told.score, _CERTAIN):.2f}" if told.reasons or match.ruling is None else "",
        marked=any(stretch.shared for pair in quotes for quote in pair for stretch in quote.stretches),
        quotes=quotes,
        docs=(match.a_doc, match.b_doc),
        report=_report(context, ids),
        ids=ids,
    )


def _reasons(context: ComparisonContext, told: Match | ActPair, both: Sequence[_Both]) -> Iterator[Runs]:
    """The reasons with what they rest on. Words in common are named once."""
    words = tuple(as_printed(word, both[0].left.text) for word in told.words)
    for reason in told.reasons:
        match reason:
            case "same_instrument":
                yield _named(context, "reason.same_instrument", told.theme)
            case "same_figures":
                yield _said(
                    context, "reason.same_figures", lambda language: _figures(context, both, language)
                )
            case "same_object":
                yield _said(
                    context,
                    "reason.same_object",
                    lambda language: _terms(context, words[:_OBJECTS], language),
                )
            case "shared_wording" if "same_object" in told.reasons:
                pass
            case _:
                yield _said(context, f"reason.{reason}", lambda language: _terms(context, words, language))


def _said(context: ComparisonContext, key: str, rests_on: Callable[[str], Runs]) -> Runs:
    """A sentence in each language of the page, with what it rests on."""
    return for_readers(
        {
            language: context.setting.words[language].weave(key, words=rests_on(language))
            for language in context.languages
        }
    )


def _terms(context: ComparisonContext, words: Sequence[str], language: str) -> Runs:
    return terms(context.setting, words, language)


def _figures(context: ComparisonContext, both: Sequence[_Both], language: str) -> Runs:
    """The figures in common, each once: as they are printed, in English as pages say them."""
    words = context.setting.words[language]
    shared = ((each, figure) for each in both for figure in shared_figures(each.left.text, each.right.text))
    said = {
        each.left.text[figure.start : figure.end] if language == "zh" else _figure(words, figure): None
        for each, figure in shared
    }
    return run(words.plain("describe.comma").join(said), language)


def _figure(words: Words, figure: Figure) -> str:
    ends = tuple(map(float, dict.fromkeys((figure.low, figure.high))))
    return figures.money(words, ends, figure.currency) if figure.currency else figures.percent(words, ends)


def _named(context: ComparisonContext, key: str, theme: str | None) -> Runs:
    """A sentence with the name of a theme; nothing where the pair has none."""
    return for_readers(
        {
            language: context.setting.words[language].fill(key, theme=plain(theme_name(each, language)))
            for each in context.setting.corpus.themes
            if each.id == theme
            for language in context.languages
        }
    )


def _reviewed(context: ComparisonContext, match: Match) -> Runs:
    """Who ruled on a pair, and when; nothing where nobody did."""
    if match.ruling is None:
        return ()
    day = {language: plain(date(match.ruling.day, language)) for language in context.languages}
    who = {"en": match.ruling.who, "zh": match.ruling.who_zh or match.ruling.who}
    said = {
        language: context.setting.words[language].plain(
            "compare.reviewed_by", who=who[language], day=day[language]
        )
        for language in context.languages
    }
    return for_readers({language: mixed(text, language) for language, text in said.items()})


def _marked(context: ComparisonContext, both: _Both, *, turned: bool) -> tuple[MarkedQuote, MarkedQuote]:
    ours, theirs = marked(both.left.text, both.right.text, both.words)
    left, right = _quote(context, both.left, ours), _quote(context, both.right, theirs)
    return (right, left) if turned else (left, right)


def _quote(context: ComparisonContext, measure: Measure, stretches: Stretches) -> MarkedQuote:
    return MarkedQuote(
        context.place(measure.policy), context.clause(measure), context.href(measure), stretches
    )


def _relation(context: ComparisonContext, policies: Mapping[str, Policy], match: Match) -> Runs:
    """Whether one carries out the other, in each language of the page."""
    if match.relation == "peers":
        return context.words["compare.peers"]
    lower, upper = match.a_doc, match.b_doc
    if match.relation == "b_implements_a":
        lower, upper = upper, lower
    places = {
        language: [read_by(context.place(policies[each]), language) for each in (lower, upper)]
        for language in context.languages
    }
    return for_readers(
        {
            language: context.setting.words[language].weave("compare.vertical", lower=below, upper=above)
            for language, (below, above) in places.items()
        }
    )


def _report(context: ComparisonContext, ids: str) -> str:
    """A letter whose subject names the clauses, or the page for corrections."""
    subject = context.words.plain("compare.report_subject", ids=ids)
    return urls.contact(context.setting.site.contact, subject)
