"""How far the site can be trusted: the editors' text, what was measured, and each policy's weak spots."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from math import floor
from typing import NamedTuple

from digest.model.corpus import Policy, PolicyMeta, Stated
from digest.model.page import Page
from digest.model.problem import Problem
from digest.model.quality import MatchingField, MeasuredFigure, Quality
from digest.pages.clauses import MISSING, locator, state_of
from digest.pages.descriptions import described
from digest.pages.frame import Frame, Link, Setting, aside, make_frame, page_location
from digest.pages.messages import message_in
from digest.pages.paging import Paging, cut, make_pagings
from digest.pages.particulars import policy_title, term
from digest.pages.strings import Runs, Words, joined, plain, run
from digest.text import urls

NAME = "quality"
"""Its address, and the name of the editors' text that introduces it."""

MOST_POLICIES, HEAVIEST = 200, 600_000
"""So many policies, of about so many bytes, are on a page."""


class FigureCell(NamedTuple):
    """A figure such as ``93.0%``, and below it what it is made of (``53 / 57``)."""

    figure: str
    below: str = ""


class QualityRow(NamedTuple):
    """What is measured, with a note on it, and its figures."""

    name: Runs
    note: Runs
    cells: tuple[FigureCell, ...]


class QualityTable(NamedTuple):
    """Rows below the names of their columns; the first one is that of what is measured."""

    heads: tuple[Runs, ...]
    rows: tuple[QualityRow, ...]


class CountedParts(NamedTuple):
    """What is counted, and its parts with their numbers: 文件信息: 原文载明 6, 推断 3."""

    name: Runs
    parts: tuple[Runs, ...]


class Matching(NamedTuple):
    """How far matches can be trusted before an editor has read them: ``summary`` in a sentence each, how many of those
    shown with a probability are right, and F1 with average precision (``AP``) field by field, of matching, tf-idf and
    BM25. Tables are None where nothing was measured."""

    summary: tuple[Runs, ...]
    reliability: QualityTable | None
    fields: QualityTable | None


class ListedProblem(NamedTuple):
    """A Problem of a policy: its code, how grave it is, the line in the source, the clause that stands there."""

    code: str
    severity: Runs
    line: Runs
    clause: Link | None
    message: Runs


class PolicyQuality(NamedTuple):
    """One policy: what is known of it and how, and what the parser found odd in its text."""

    policy: Link
    known: tuple[CountedParts, ...]
    findings: tuple[ListedProblem, ...]


class QualityPage(NamedTuple):
    """What quality.html receives; ``body`` is Markdown. ``figures`` and ``matching`` are None where nothing was measured;
    ``mix_ups`` say what was taken for what, and how often. Of very many policies the first page has the first ones, and each
    further page has some and nothing else."""

    frame: Frame
    title: Runs
    body: str
    figures: QualityTable | None
    mix_ups: tuple[CountedParts, ...]
    matching: Matching | None
    policies: tuple[PolicyQuality, ...]
    paging: Paging | None = None


def make_quality(setting: Setting) -> Iterator[Page]:
    """One page in each language, and further ones for the policies that do not fit."""
    for language in urls.LANGUAGES:
        words = setting.words[language]
        front = page_location(language, lambda each: urls.section(each, NAME), NAME)
        written = next(
            (page for page in setting.corpus.pages if (page.name, page.language) == (NAME, language)), None
        )
        title = run(written.title, language) if written else words["section.quality"]
        measured = setting.corpus.quality.figures
        known = (_policy(setting, policy, language) for policy in setting.corpus.policies)
        pages = cut(known, _weight, HEAVIEST, MOST_POLICIES)
        paths = [urls.rows(language, NAME, NAME, number) for number in range(1, len(pages) + 1)]
        pagings = make_pagings(words, language, paths, list(map(len, pages)), "quality.rows")
        for path, policies, paging in zip(paths, pages, pagings, strict=True):
            first = path == front.path
            home = Link(words["frame.home"], urls.relative(path, urls.home(language)))
            above = Link(title, urls.relative(path, front.path))
            name = title if first else joined((title, paging.part), " · ")
            frame = make_frame(
                setting,
                front._replace(path=path),
                name,
                trail=() if first else (home, above),
                description=described(words, name, words["quality.policies_lead"]),
            )
            value = QualityPage(
                frame=frame if first else aside(frame),
                title=title,
                body=written.body if written and first else "",
                figures=_figures(words, measured) if first else None,
                mix_ups=tuple(
                    _mix_ups(setting, figure, language) for figure in measured if figure.confusions and first
                ),
                matching=_matching(words, setting.corpus.quality, language) if first else None,
                policies=tuple(policies),
                paging=paging if len(pages) > 1 else None,
            )
            yield Page(path, "quality.html", value)


def _weight(known: PolicyQuality) -> int:
    """About how many bytes a policy is on its page."""
    return 1500 + 500 * len(known.findings)


def _figures(words: Words, measured: Sequence[MeasuredFigure]) -> QualityTable | None:
    rows = tuple(
        QualityRow(
            words[f"quality.figure.{figure.name}"],
            words[f"quality.about.{figure.name}"],
            (
                FigureCell(str(figure.labelled)),
                FigureCell(_percent(figure.precision), f"{figure.right} / {figure.found}"),
                FigureCell(_percent(figure.recall), f"{figure.right} / {figure.labelled}"),
                FigureCell(_percent(figure.f1)),
            ),
        )
        for figure in measured
    )
    return _table(words, ("what", "labels", "precision", "recall", "f1"), rows)


def _matching(words: Words, quality: Quality, language: str) -> Matching | None:
    if not quality.fields and not quality.reliability:
        return None
    reliability = tuple(
        QualityRow(
            run(f"{row.low:.0%}–{row.high:.0%}", language),
            (),
            (
                FigureCell(str(row.pairs)),
                FigureCell(
                    _percent(row.right / row.pairs) if row.pairs else "", f"{row.right} / {row.pairs}"
                ),
            ),
        )
        for row in quality.reliability
    )
    fields = tuple(_field(words, row, language) for row in quality.fields)
    return Matching(
        tuple(_summary(words, quality)),
        _table(words, ("bounds", "pairs", "right"), reliability),
        _table(words, ("field", "pairs", "program", "tfidf", "bm25"), fields),
    )


def _table(words: Words, heads: Sequence[str], rows: tuple[QualityRow, ...]) -> QualityTable | None:
    return QualityTable(tuple(words[f"quality.{head}"] for head in heads), rows) if rows else None


def _summary(words: Words, quality: Quality) -> Iterator[Runs]:
    """The figures in plain words: those of held-out fields where there are any."""
    rows = [row for row in quality.fields if row.held_out] or quality.fields
    if rows:
        found, right, labelled = (
            sum(getattr(row, name) for row in rows) for name in ("found", "right", "labelled")
        )
        yield words.fill("quality.of_shown", right=right, found=found)
        yield words.fill("quality.of_labelled", right=right, labelled=labelled)


def _field(words: Words, row: MatchingField, language: str) -> QualityRow:
    named = run(row.zh, "zh") if language == "zh" and row.zh else run(row.field, "en")
    pairs = ((row.f1, row.ap), (row.tfidf_f1, row.tfidf_ap), (row.bm25_f1, row.bm25_ap))
    methods = tuple(FigureCell(_percent(f1), f"AP {_percent(ap)}") for f1, ap in pairs)
    return QualityRow(
        named, words["quality.held_out"] if row.held_out else (), (FigureCell(str(row.labelled)), *methods)
    )


def _mix_ups(setting: Setting, figure: MeasuredFigure, language: str) -> CountedParts:
    words = setting.words[language]
    parts = []
    for each in figure.confusions:
        labelled, found = (
            plain(term(setting, "instrument", kind, language)) for kind in (each.labelled, each.found)
        )
        parts.append(words.fill("quality.mix_up", labelled=labelled, found=found, count=each.count))
    return CountedParts((*words["quality.mix_ups"], *words[f"quality.figure.{figure.name}"]), tuple(parts))


def _percent(share: float) -> str:
    """A share in percent, cut off: what is not all right is never shown as 100%."""
    return f"{floor(share * 1000 + 1e-9) / 10:.1f}%"


def _policy(setting: Setting, policy: Policy, language: str) -> PolicyQuality:
    words, here = setting.words[language], urls.section(language, NAME)
    there = urls.policy(language, policy.meta.slug)
    return PolicyQuality(
        policy=Link(policy_title(policy, language), urls.relative(here, there)),
        known=tuple(_known(policy, words)),
        findings=tuple(_finding(policy, found, language, words, here) for found in policy.problems),
    )


def _known(policy: Policy, words: Words) -> Iterator[CountedParts]:
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
            yield CountedParts(words[f"quality.{name}"], parts)


def _bases(meta: PolicyMeta) -> Iterable[str]:
    """How each particular of a policy is known."""
    values = (getattr(meta, field.name) for field in fields(meta))
    return [value.basis for value in values if isinstance(value, Stated)]


def _finding(policy: Policy, found: Problem, language: str, words: Words, here: str) -> ListedProblem:
    holding = [
        clause for clause in policy.document.clauses if clause.lines[0] <= found.line <= clause.lines[1]
    ]
    clause = holding[-1] if holding else None
    href = urls.relative(here, urls.clause(policy.meta.slug, clause.id)) if clause else ""
    return ListedProblem(
        code=found.code,
        severity=words[f"quality.severity.{found.severity}"],
        line=words.fill("quality.line", line=found.line),
        clause=Link(locator(policy, clause, language), href) if clause else None,
        message=message_in(language, found),
    )


_BASES = ("printed", "inferred", "external", "unknown")
_STATES = ("reviewed", "machine", "stale", MISSING)
