"""Why two measures stand side by side, and how to say that they should not."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from digest.model.comparison import Tie
from digest.model.corpus import Policy
from digest.model.matches import ActPair, Match
from digest.model.measures import Measure, Measures
from digest.pages.compare.desk import Desk
from digest.pages.compare.wording import Stretch, shared_wording
from digest.pages.words import Runs, plain


@dataclass(frozen=True, slots=True)
class MarkedQuote:
    """A measure with the wording it shares with another: always the Chinese, which was compared."""

    place: Runs
    name: Runs
    href: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Why two measures correspond. ``wording``, ``substance`` and ``score`` are printed, from 0 to 1;
    ``relation`` says whether one carries out the other; ``docs`` are the policies; ``report`` is where to say that it is wrong, with
    ``ids`` to name the clauses."""

    grade: int
    grade_name: Runs
    vertical: bool
    relation: Runs
    decided: Runs
    reasons: tuple[Runs, ...]
    wording: str
    substance: str
    score: str
    quotes: tuple[tuple[MarkedQuote, MarkedQuote], ...]
    docs: tuple[str, str]
    report: str
    ids: str


MOST_QUOTES = 3
"""Pairs of acts that are quoted for one match, the surest ones."""


def match_reasoning(desk: Desk, measures: Measures, match: Match, first: str) -> Reasoning:
    """Why two clauses correspond; the quotes of the policy ``first`` come first."""
    pairs = [(measures.at(pair.a), measures.at(pair.b)) for pair in match.pairs[:MOST_QUOTES]]
    pairs = pairs or [
        (measures.whole(match.a_doc, match.a_clause), measures.whole(match.b_doc, match.b_clause))
    ]
    turned = pairs if first == match.a_doc else [(b, a) for a, b in pairs]
    return _reasoning(desk, measures.policies, match, match, turned)


def tie_reasoning(desk: Desk, measures: Measures, tie: Tie, first: str) -> Reasoning:
    """Why two measures correspond: two acts as part of the match of their clauses, or two clauses as a whole."""
    if tie.pair is None:
        return match_reasoning(desk, measures, tie.match, first)
    a, b = measures.find(tie.a), measures.find(tie.b)
    return _reasoning(desk, measures.policies, tie.match, tie.pair, [(a, b) if first == a.doc else (b, a)])


def _reasoning(
    desk: Desk,
    policies: Mapping[str, Policy],
    match: Match,
    told: Match | ActPair,
    quotes: list[tuple[Measure, Measure]],
) -> Reasoning:
    words = desk.words
    ids = f"{match.a_doc}#{match.a_clause} / {match.b_doc}#{match.b_clause}"
    return Reasoning(
        grade=told.grade,
        grade_name=words[f"compare.grade_{told.grade}"],
        vertical=match.relation != "peers",
        relation=_relation(desk, policies, match),
        decided=words[f"compare.by_{match.decided_by}"],
        reasons=tuple(words[f"reason.{reason}"] for reason in told.reasons),
        wording=f"{told.wording:.2f}",
        substance=f"{told.substance:.2f}",
        score=f"{told.score:.2f}",
        quotes=tuple(_marked(desk, a, b) for a, b in quotes),
        docs=(match.a_doc, match.b_doc),
        report=_report(desk, ids),
        ids=ids,
    )


def _marked(desk: Desk, a: Measure, b: Measure) -> tuple[MarkedQuote, MarkedQuote]:
    left, right = shared_wording(a.text, b.text)
    return (
        MarkedQuote(desk.place(a.policy), desk.clause(a), desk.href(a), left),
        MarkedQuote(desk.place(b.policy), desk.clause(b), desk.href(b), right),
    )


def _relation(desk: Desk, policies: Mapping[str, Policy], match: Match) -> Runs:
    """Whether one carries out the other, in each language of the page."""
    if match.relation == "peers":
        return desk.words["compare.peers"]
    lower, upper = match.a_doc, match.b_doc
    if match.relation == "b_implements_a":
        lower, upper = upper, lower
    return tuple(
        each
        for language in desk.languages
        for alone in [Desk(desk.setting, language, desk.here)]
        for each in alone.words.fill(
            "compare.vertical",
            lower=plain(alone.place(policies[lower])),
            upper=plain(alone.place(policies[upper])),
        )
    )


def _report(desk: Desk, ids: str) -> str:
    """A letter with the clauses named, or the page for corrections."""
    contact = desk.setting.site.contact
    if "@" not in contact or "/" in contact:
        return contact
    subject = desk.words.plain("compare.report_subject", ids=ids)
    return f"mailto:{contact}?subject={quote(subject)}&body={quote(ids)}%0A%0A"
