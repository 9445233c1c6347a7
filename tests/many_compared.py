"""A site of many policies: the first one of the small corpus with matches, and as many more as wanted that all have its
measure with a ceiling of their own, or the same as others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from digest.crossref.compare.compare import compare_all
from digest.crossref.compare.ground import ComparisonInput
from digest.crossref.compare.mentions import theme_names
from digest.model.corpus import Corpus, Policy, Stated
from digest.model.facts import Cap, ClauseFacts
from digest.model.matches import Match, ThemeMember
from digest.model.source import Span
from digest.read.word_lists import INSTRUMENTS, read_words
from digest.resources import starter_content
from digest.text.segmenter import segmenter
from small_facts import FACTS, PLATFORM, SUPPORT
from small_matches import FIRST, PAIR, THEMES, act, compared_corpus

MANY = 40
BLOCK = 8


def many_corpus(base_url: str = "https://digest.example.org/", number: int = MANY) -> Corpus:
    """``number`` policies; all but the first are those of cities (city-01 ...), every third with the ceiling of the first.
    Policies are matched in blocks of ``BLOCK``."""
    small = compared_corpus(base_url)
    first, other = small.policies
    cities = [_city(other, at) for at in range(1, number)]
    policies = (*cities, first)
    matches = tuple(_matches(policies))
    members = {
        "tape-out": tuple(
            ThemeMember(policy.meta.slug, "2.1", 2, 0.9, (Span(0, len(_support(policy))),))
            for policy in policies
        ),
        "platforms": (ThemeMember(FIRST, "2.1.1", 2, 0.9, (Span(0, len(PLATFORM)),)),),
    }
    words, _ = read_words(starter_content(), starter_content(), INSTRUMENTS)
    assert words
    names = theme_names(THEMES, small.glossary, segmenter(), frozenset())
    ground = ComparisonInput(
        policies, (), matches, THEMES, names, members, words, segmenter(), frozenset(), {}
    )
    return replace(
        small,
        policies=policies,
        matches=matches,
        theme_members=members,
        resolutions={},
        comparisons=compare_all(ground),
    )


def _city(other: Policy, at: int) -> Policy:
    """A policy with the measure of the first; its ceiling is 5 million yuan as there, or ``at`` million."""
    million = 5 if at % 3 == 0 else at
    text = SUPPORT.replace("500万元", f"{million}00万元")
    clauses = tuple(
        replace(clause, text=clause.text if clause.id != "2.1" else f"{text}。")
        for clause in other.document.clauses
    )
    slug = f"city-{at:02}"
    given = FACTS["2.1"].instruments[0]
    cap = Cap(million * 1_000_000, "<=", "project", "printed")
    return replace(
        other,
        meta=replace(other.meta, slug=slug, title_zh=Stated(f"第{at}市措施", "printed")),
        document=replace(other.document, slug=slug, clauses=clauses),
        facts={"2.1": ClauseFacts(instruments=(replace(given, evidence=text, caps=(cap,)),))},
    )


def _support(policy: Policy) -> str:
    return next(clause.text for clause in policy.document.clauses if clause.id == "2.1").rstrip("。")


def _matches(policies: Sequence[Policy]) -> Iterator[Match]:
    """Each policy with those that stand in one block of ``BLOCK``."""
    for start in range(0, len(policies), BLOCK):
        for one, other in combinations(policies[start : start + BLOCK], 2):
            a, b = one.meta.slug, other.meta.slug
            texts = [_support(policy) for policy in (one, other)]
            pair = replace(PAIR, a=act(a, "2.1", texts[0]), b=act(b, "2.1", texts[1]))
            yield Match(
                *(a, "2.1", b, "2.1"),
                grade=pair.grade,
                shown=pair.shown,
                score=pair.score,
                theme=pair.theme,
                reasons=pair.reasons,
                words=pair.words,
                evidence_a=texts[0],
                evidence_b=texts[1],
                decided_by="rule",
                wording=pair.wording,
                relation="peers",
                pairs=(pair,),
            )
