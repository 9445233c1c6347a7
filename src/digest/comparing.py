"""What ``digest compare`` prints: an overview of the themes, or every sentence of the comparisons."""

import json
from collections.abc import Iterable, Sequence
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from digest.build import Loaded
from digest.model.comparison import Absence, ThemeComparison
from digest.model.problem import Problem, listed
from digest.pages.compare.absences import absences_of
from digest.pages.compare.claims import Claim, make_claims
from digest.pages.make import make_setting
from digest.pages.strings import read_words
from digest.resources import template_folders
from digest.text import urls


class ComparisonPrint(NamedTuple):
    """What to print (None when the content cannot be read), and the problems found on the way."""

    text: str | None
    problems: tuple[Problem, ...]


def overview(loaded: Loaded, form: str) -> ComparisonPrint:
    """A line a theme, or a group without one: its measures, its groups, and the policies without a recognised measure. Problems: those of
    ``load``."""
    corpus, problems = loaded
    if corpus is None:
        return ComparisonPrint(None, problems)
    current = [policy.meta.slug for policy in corpus.policies if not corpus.validity_of(policy.meta.slug).by]
    compared = corpus.comparisons
    themes = [(theme, _without(theme, current)) for theme in compared.themes.values()]
    themes += [(group, ()) for group in compared.groups.values()]
    if form == "json":
        return ComparisonPrint(_json([_overview(*each) for each in themes]), problems)
    return ComparisonPrint("".join(f"{_line(*each)}\n" for each in themes), problems)


def claims(content: Path, loaded: Loaded, form: str) -> ComparisonPrint:
    """Every claim in both languages. Problems: those of ``load``."""
    corpus, problems = loaded
    words = read_words(template_folders(content))
    if corpus is None:
        return ComparisonPrint(None, problems)
    setting = make_setting(corpus, words)
    both = list(zip(*(make_claims(setting, language) for language in urls.LANGUAGES), strict=True))
    if form == "json":
        return ComparisonPrint(_json([_both(zh, en) for zh, en in both]), problems)
    return ComparisonPrint("".join(_printed(zh, en) for zh, en in both), problems)


def _without(theme: ThemeComparison, current: Iterable[str]) -> tuple[Absence, ...]:
    """What is said of the policies that have no measure of a theme."""
    having = {act.doc for act in theme.acts}
    return absences_of(theme, (slug for slug in current if slug not in having))


def _overview(theme: ThemeComparison, absences: Sequence[Absence]) -> dict[str, object]:
    return {
        "theme": theme.theme,
        "measures": len(theme.acts),
        "groups": len(theme.groups),
        **{verdict: _absent(absences, verdict) for verdict in ("mentioned", "open", "not_recognised")},
    }


def _absent(absences: Iterable[Absence], verdict: str) -> list[str]:
    """The policies without a recognised measure of which so much is said."""
    return [absence.doc for absence in absences if absence.verdict == verdict]


def _line(theme: ThemeComparison, absences: Sequence[Absence]) -> str:
    """``tape-out: 3 measures, 1 groups; not recognised: henan-2019``."""
    parts = [
        gettext("{measures} measures, {groups} groups").format(
            measures=len(theme.acts), groups=len(theme.groups)
        )
    ]
    for label, absent in (
        (gettext("mentioned"), _absent(absences, "mentioned")),
        (gettext("words not used"), _absent(absences, "not_recognised")),
    ):
        parts += [gettext("{what}: {names}").format(what=label, names=listed(absent))] if absent else []
    return f"{theme.theme}: {gettext('; ').join(parts)}"


def _printed(zh: Claim, en: Claim) -> str:
    named = f"{zh.kind} {zh.row}".strip()
    return f"{named}\n  {zh.text}\n  {en.text}\n  {zh.page} {en.page}\n  {' '.join(zh.rests_on)}\n\n"


def _both(zh: Claim, en: Claim) -> dict[str, object]:
    return {
        "kind": zh.kind,
        "row": zh.row,
        "text_zh": zh.text,
        "text_en": en.text,
        "page_zh": zh.page,
        "page_en": en.page,
        "rests_on": list(zh.rests_on),
    }


def _json(rows: list[dict[str, object]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
