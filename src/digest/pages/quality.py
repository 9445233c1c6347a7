"""How far the site can be trusted: the editors' text, what was measured, and each policy's weak spots."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from math import floor

from digest.model.corpus import Policy, PolicyMeta, Stated
from digest.model.page import Page
from digest.model.problem import Problem
from digest.model.quality import Confusion, Figure, MatchingField, Quality
from digest.pages.clauses import MISSING, state_of
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.particulars import policy_title, term
from digest.pages.prose import mixed
from digest.pages.words import Runs, Words, plain, run
from digest.text import urls

NAME = "quality"
"""Its address, and the name of the editors' text that introduces it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A row of the table. Shares are texts such as ``93.0%``; below them stands what they are made of
    (``53 / 57``). ``mix_ups`` say what was
    taken for what, and how often."""

    name: Runs
    about: Runs
    labelled: int
    precision: str
    of_found: str
    recall: str
    of_labelled: str
    f1: str
    mix_ups: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """F1 and average precision of a method in a field, in percent."""

    f1: str
    average_precision: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field: its graded pairs, and how matching, tf-idf and BM25 did there. ``note`` says that its texts were read by
    nobody who writes the rules."""

    name: Runs
    note: Runs
    labelled: int
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class ReliabilityRow:
    """Pairs shown with a probability between two bounds: how many, and the share that was right."""

    bounds: str
    pairs: int
    right: str
    of_pairs: str


@dataclass(frozen=True, slots=True)
class Matching:
    """How far matches can be trusted before an editor has read them; ``summary`` in a sentence each."""

    summary: tuple[Runs, ...]
    fields: tuple[FieldRow, ...]
    reliability: tuple[ReliabilityRow, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A Problem of a policy: its code, how grave it is, the line in the source, the clause that stands there."""

    code: str
    severity: Runs
    line: Runs
    clause: Link | None
    message: Runs


@dataclass(frozen=True, slots=True)
class Standing:
    """What a share is about, and its parts with their numbers: 著录: 原文载明 6, 推断 3."""

    name: Runs
    parts: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class PolicyQuality:
    """One policy: what is known of it and how, and what the parser found odd in its text."""

    policy: Link
    standings: tuple[Standing, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class QualityPage:
    """What quality.html receives; ``body`` is Markdown. ``matching`` is None where nothing was measured of it."""

    frame: Frame
    title: Runs
    body: str
    figures: tuple[Measured, ...]
    matching: Matching | None
    policies: tuple[PolicyQuality, ...]


def make_quality(setting: Setting) -> Iterator[Page]:
    """One page in each language."""
    for language in urls.LANGUAGES:
        at = standing(language, lambda each: urls.section(each, NAME), NAME)
        words = setting.words[language]
        written = next(
            (page for page in setting.corpus.pages if (page.name, page.language) == (NAME, language)), None
        )
        title = run(written.title, language) if written else words["section.quality"]
        home = Link(words["frame.home"], urls.relative(at.path, urls.home(language)))
        figures = tuple(_measured(setting, figure, language) for figure in setting.corpus.quality.figures)
        value = QualityPage(
            frame=make_frame(setting, at, title, trail=(home,)),
            title=title,
            body=written.body if written else "",
            figures=figures,
            matching=_matching(words, setting.corpus.quality, language),
            policies=tuple(_policy(setting, policy, language) for policy in setting.corpus.policies),
        )
        yield Page(at.path, "quality.html", value)


def _measured(setting: Setting, figure: Figure, language: str) -> Measured:
    words = setting.words[language]
    return Measured(
        name=words[f"quality.figure.{figure.name}"],
        about=words[f"quality.about.{figure.name}"],
        labelled=figure.labelled,
        precision=_percent(figure.precision),
        of_found=f"{figure.right} / {figure.found}",
        recall=_percent(figure.recall),
        of_labelled=f"{figure.right} / {figure.labelled}",
        f1=_percent(figure.f1),
        mix_ups=tuple(_mix_up(setting, each, language) for each in figure.confusions),
    )


def _matching(words: Words, quality: Quality, language: str) -> Matching | None:
    if not quality.fields and not quality.reliability:
        return None
    return Matching(
        tuple(_summary(words, quality)),
        tuple(_field(words, row, language) for row in quality.fields),
        tuple(
            ReliabilityRow(
                f"{row.low:.0%}–{row.high:.0%}",
                row.pairs,
                _percent(row.right / row.pairs) if row.pairs else "",
                f"{row.right} / {row.pairs}",
            )
            for row in quality.reliability
        ),
    )


def _summary(words: Words, quality: Quality) -> Iterator[Runs]:
    """The figures in plain words: those of held-out fields where there are any."""
    rows = [row for row in quality.fields if row.held_out] or quality.fields
    if rows:
        found, right, labelled = (
            sum(getattr(row, name) for row in rows) for name in ("found", "right", "labelled")
        )
        yield words.fill("quality.of_shown", right=right, found=found)
        yield words.fill("quality.of_labelled", right=right, labelled=labelled)


def _field(words: Words, row: MatchingField, language: str) -> FieldRow:
    named = run(row.zh, "zh") if language == "zh" and row.zh else run(row.field, "en")
    pairs = ((row.f1, row.ap), (row.tfidf_f1, row.tfidf_ap), (row.bm25_f1, row.bm25_ap))
    return FieldRow(
        named,
        words["quality.held_out"] if row.held_out else (),
        row.labelled,
        tuple(Method(_percent(f1), _percent(ap)) for f1, ap in pairs),
    )


def _mix_up(setting: Setting, each: Confusion, language: str) -> Runs:
    labelled, found = (
        plain(term(setting, "instrument", kind, language)) for kind in (each.labelled, each.found)
    )
    return setting.words[language].fill("quality.mix_up", labelled=labelled, found=found, count=each.count)


def _percent(share: float) -> str:
    """A share in percent, cut off: what is not all right is never shown as 100%."""
    return f"{floor(share * 1000 + 1e-9) / 10:.1f}%"


def _policy(setting: Setting, policy: Policy, language: str) -> PolicyQuality:
    words, here = setting.words[language], urls.section(language, NAME)
    there = urls.policy(language, policy.meta.slug)
    return PolicyQuality(
        policy=Link(policy_title(policy, language), urls.relative(here, there)),
        standings=tuple(_standings(policy, words)),
        findings=tuple(_finding(policy, found, words, here) for found in policy.problems),
    )


def _standings(policy: Policy, words: Words) -> Iterator[Standing]:
    """How the particulars are known, how many ceilings name their scope, how much is translated."""
    ceilings = [
        cap.scope_status
        for facts in policy.facts.values()
        for instrument in facts.instruments
        for cap in instrument.caps
    ]
    states = [state_of(policy, clause) for clause in policy.document.clauses]
    for name, kept, order in (
        ("particulars", _bases(policy.meta), _BASES),
        ("ceilings", ceilings, _BASES),
        ("translation", states, _STATES),
    ):
        counts = Counter(kept)
        parts = tuple(
            words.fill(f"quality.part.{each}", number=counts[each]) for each in order if counts[each]
        )
        if parts:
            yield Standing(words[f"quality.{name}"], parts)


def _bases(meta: PolicyMeta) -> Iterable[str]:
    """How each particular of a policy is known."""
    values = (getattr(meta, field.name) for field in fields(meta))
    return [value.basis for value in values if isinstance(value, Stated)]


def _finding(policy: Policy, found: Problem, words: Words, here: str) -> Finding:
    holding = [
        clause for clause in policy.document.clauses if clause.lines[0] <= found.line <= clause.lines[1]
    ]
    clause = holding[-1] if holding else None
    href = urls.relative(here, urls.clause(policy.meta.slug, clause.id)) if clause else ""
    return Finding(
        code=found.code,
        severity=words[f"quality.severity.{found.severity}"],
        line=words.fill("quality.line", line=found.line),
        clause=Link(run(clause.id, "en"), href) if clause else None,
        message=mixed(found.message, "en"),
    )


_BASES = ("printed", "inferred", "external", "unknown")
_STATES = ("reviewed", "machine", "stale", MISSING)
