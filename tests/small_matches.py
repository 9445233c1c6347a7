"""The small corpus with matches: one measure that both policies have, with another ceiling, a match that an
editor made, and a measure that stands alone."""

from dataclasses import replace

from digest.crossref.compare.compare import compare_all
from digest.crossref.compare.ground import ComparisonInput
from digest.crossref.compare.mentions import theme_names
from digest.enrich.formulas import with_formulas
from digest.model.corpus import Corpus
from digest.model.facts import Cap, ClauseFacts
from digest.model.matches import Act, ActPair, Family, Match, Ruling, Theme, ThemeMember
from digest.model.source import Span
from digest.read.word_lists import INSTRUMENTS, read_words
from digest.resources import starter_content
from digest.text.segmenter import segmenter
from small_corpus import corpus
from small_facts import FACTS, PLATFORM, SUPPORT

FIRST, SECOND = "example-2022", "other-2021"


def second_text(text: str) -> str:
    """A clause as the second policy has it: with a lower ceiling."""
    return text.replace("500万元", "300万元")


def act(doc: str, clause: str, text: str) -> Act:
    """A whole clause without its full stop as one act."""
    return Act(doc, clause, 0, len(text), text)


PAIR = ActPair(
    act(FIRST, "2.1", SUPPORT),
    act(SECOND, "2.1", second_text(SUPPORT)),
    grade=2,
    shown="likely",
    score=0.91,
    wording=0.95,
    theme="tape-out",
    reasons=("near_text", "same_instrument"),
    words=("流片",),
)

MATCHES = (
    Match(
        *(FIRST, "2.1", SECOND, "2.1"),
        grade=2,
        shown="likely",
        score=0.91,
        wording=0.95,
        theme="tape-out",
        reasons=PAIR.reasons,
        words=PAIR.words,
        evidence_a=PAIR.a.text,
        evidence_b=PAIR.b.text,
        relation="a_implements_b",
        decided_by="rule",
        pairs=(PAIR,),
    ),
    Match(
        *(FIRST, "1.1", SECOND, "1.2"),
        grade=1,
        shown="likely",
        score=0.5,
        wording=0.4,
        theme=None,
        reasons=(),
        words=(),
        evidence_a="产业增加值",
        evidence_b="应用市场",
        relation="peers",
        decided_by="editor",
        ruling=Ruling("", "", "comparable", "编者", "2026-01-02", "", "", ""),
    ),
)

GROWTH = "2021年，产业增加值超过40亿元，增长12.5%。"


def rule_match(shown: str, clause: str, text: str, words: tuple[str, ...]) -> Match:
    """A match without a theme that a rule made of one clause in both policies."""
    pair = ActPair(
        act(FIRST, clause, text.rstrip("。")),
        act(SECOND, clause, text.rstrip("。")),
        grade=1,
        shown=shown,
        score=0.7 if shown == "likely" else 0.4,
        wording=0.9,
        theme=None,
        reasons=("same_object", "shared_wording"),
        words=words,
    )
    return Match(
        *(FIRST, clause, SECOND, clause),
        grade=1,
        shown=shown,
        score=pair.score,
        wording=pair.wording,
        theme=None,
        reasons=pair.reasons,
        words=words,
        evidence_a=pair.a.text,
        evidence_b=pair.b.text,
        relation="peers",
        decided_by="rule",
        pairs=(pair,),
    )


MORE = (
    *MATCHES,
    rule_match("likely", "1.1", GROWTH, ("产业增加值",)),
    rule_match("possible", "2.1.1", PLATFORM, ("封测",)),
)
"""A likely match that no theme covers, and a possible one as well."""

THEMES = (
    Theme("tape-out", "流片", "Tape-out", "First runs.", ("流片",), (), "supply", family="making"),
    Theme(
        "platforms", "公共平台", "Platforms", "Shared facilities.", ("平台",), (), "supply", family="services"
    ),
)
FAMILIES = (Family("making", "制造", "Manufacturing"), Family("services", "服务", "Services"))

_WHOLE = (Span(0, len(SUPPORT)),)

THEME_MEMBERS = {
    "tape-out": (ThemeMember(FIRST, "2.1", 2, 0.9, _WHOLE), ThemeMember(SECOND, "2.1", 2, 0.9, _WHOLE)),
    "platforms": (ThemeMember(FIRST, "2.1.1", 2, 0.9, (Span(0, len(PLATFORM)),)),),
}


def compared_corpus(
    base_url: str = "https://digest.example.org/", matches: tuple[Match, ...] = MATCHES
) -> Corpus:
    """The small corpus, its second policy with a support of its own."""
    small = corpus(base_url)
    first, second = small.policies
    given = FACTS["2.1"].instruments[0]
    lower = replace(given, evidence=second_text(SUPPORT), caps=(Cap(3_000_000, "<=", "project", "printed"),))
    changed = tuple(replace(clause, text=second_text(clause.text)) for clause in second.document.clauses)
    other = replace(
        second,
        document=replace(second.document, clauses=changed),
        facts={"2.1": ClauseFacts(instruments=(lower,))},
    )
    policies = tuple(
        replace(each, facts=with_formulas(each.facts, each.document, small.estimate))
        for each in (first, other)
    )
    words, _ = read_words(starter_content(), starter_content(), INSTRUMENTS)
    assert words
    names = theme_names(THEMES, small.glossary, segmenter(), frozenset())
    ground = ComparisonInput(
        policies, (), matches, THEMES, names, THEME_MEMBERS, words, segmenter(), frozenset(), {}
    )
    return replace(
        small,
        policies=policies,
        matches=matches,
        themes=THEMES,
        families=FAMILIES,
        theme_members=THEME_MEMBERS,
        comparisons=compare_all(ground),
    )
