"""Missing themes as rows for content/themes.toml, with what each would change."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from digest.build import Loaded
from digest.crossref.gist import PolicyActs, gists_of, read_acts
from digest.crossref.matches import ClausePair, find_pairs
from digest.crossref.members import theme_members
from digest.crossref.suggest import Suggestion, loose_pairs, suggest_themes
from digest.matching import MatchingSettings, make_reader, read_matching_settings
from digest.model.corpus import Corpus, Policy
from digest.model.editions import Editions
from digest.model.matches import Theme, key_of
from digest.model.problem import Problem
from digest.model.vocabulary import Glossary
from digest.publish.write import write_file
from digest.read.word_lists import THEMES
from digest.resources import starter_content

_MOST_QUOTES = 6


@dataclass(frozen=True, slots=True)
class Proposal:
    """A theme that could be added, and what would change: ``measures`` would have it, ``likely`` pairs would newly be
    likely. ``overlaps`` says how many of these measures have which theme now, those with most first."""

    theme: Theme
    suggestion: Suggestion
    measures: int
    likely: int
    overlaps: tuple[tuple[str, int], ...]


class Proposals(NamedTuple):
    """The proposals (None when the content cannot be read), and the problems found on the way."""

    proposals: tuple[Proposal, ...] | None
    problems: tuple[Problem, ...]


def propose_themes(content: Path, loaded: Loaded, most: int) -> Proposals:
    """At most ``most`` themes that measures of two policies would have. Problems: those of ``load``."""
    corpus, problems = loaded
    settings, _ = (
        read_matching_settings(content, starter_content(), corpus.glossary) if corpus else (None, ())
    )
    if corpus is None or settings is None:
        return Proposals(None, problems)
    found: list[Proposal] = []
    for each in _proposals(corpus, settings):
        if len(found) == most:
            break
        found.append(each)
    return Proposals(tuple(found), problems)


def add_themes(content: Path, themes: Sequence[Theme]) -> Path:
    """Append themes to themes.toml, and say where that is. A folder without the file gets the program's own first. Raises
    OSError."""
    path = content / THEMES.file
    known = path if path.exists() else starter_content() / THEMES.file
    rows = "".join(f"\n{theme_toml(theme)}" for theme in themes)
    write_file(path, (known.read_text("utf-8").rstrip("\n") + "\n" + rows).encode())
    return path


def proposal_toml(proposal: Proposal) -> str:
    """A row of themes.toml below comments that say which measures speak for it and what would change."""
    acts = proposal.suggestion.acts
    lines = [f"{act.act.doc}#{act.act.clause}: {act.act.text}" for act in acts[:_MOST_QUOTES]]
    if len(acts) > _MOST_QUOTES:
        lines.append(gettext("and {count} more").format(count=len(acts) - _MOST_QUOTES))
    lines.append(
        gettext("If it is added: measures with it {measures}, new likely pairs {likely}.").format(
            measures=proposal.measures, likely=proposal.likely
        )
    )
    if proposal.overlaps:
        others = "、".join(f"{theme} ({count})" for theme, count in proposal.overlaps)
        lines.append(gettext("Themes that these measures have now: {others}").format(others=others))
    return "".join(f"# {' '.join(line.split())}\n" for line in lines) + theme_toml(proposal.theme)


def theme_toml(theme: Theme) -> str:
    """A theme as themes.toml has it."""
    rows: dict[str, str | Sequence[str]] = {
        "id": theme.id,
        **({"family": theme.family} if theme.family else {}),
        "zh": theme.zh,
        "en": theme.en,
        "about": theme.about,
        "hints": theme.hints,
        "weak": theme.weak,
        "side": theme.side,
    }
    written = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in rows.items())
    return "[[theme]]\n" + "".join(written)


def _proposals(corpus: Corpus, settings: MatchingSettings) -> Iterator[Proposal]:
    reader = make_reader(settings)
    read = read_acts(corpus.policies, reader)
    acts = tuple(act for each in read for act in each.unpacked())
    policies = {policy.meta.slug: policy for policy in corpus.policies}
    headings = {
        key_of(act.act): policies[act.act.doc].document.clause(act.act.clause).heading or "" for act in acts
    }
    hints = {hint for theme in settings.themes for hint in (theme.zh, *theme.hints, *theme.weak)}
    pairs = loose_pairs(acts, corpus.matches, corpus.theme_members)
    likely = _likely(read, corpus.editions)
    themes = {theme.id: theme for theme in settings.themes}
    taken = {*themes, *(name for theme in settings.themes for name in (theme.zh, theme.en))}
    for suggestion in suggest_themes(pairs, acts, headings, hints, reader):
        theme = _theme(suggestion, themes, taken, corpus.glossary)
        after = replace(settings, themes=(*settings.themes, theme))
        now = _read_again(read, corpus.policies, suggestion.name, after)
        members = theme_members(gists_of(now), after.themes)
        if len({member.doc for member in members[theme.id]}) > 1:
            taken |= {theme.id, theme.zh, theme.en}
            mine = {(member.doc, member.clause) for member in members[theme.id]}
            counted = {
                other: sum((each.doc, each.clause) in mine for each in found)
                for other, found in members.items()
                if other != theme.id
            }
            overlaps = sorted(
                ((each, count) for each, count in counted.items() if count), key=lambda x: (-x[1], x[0])
            )
            yield Proposal(
                theme, suggestion, len(mine), len(_likely(now, corpus.editions) - likely), tuple(overlaps)
            )


def _read_again(
    acts: Sequence[PolicyActs], policies: Sequence[Policy], name: str, settings: MatchingSettings
) -> Sequence[PolicyActs]:
    """All acts after a theme was added: those of policies that do not print its name are as they were."""
    naming = [policy for policy in policies if name in policy.document.source.text]
    fresh = {each.doc: each for each in read_acts(naming, make_reader(settings))}
    return [fresh.get(each.doc, each) for each in acts]


def _likely(acts: Sequence[PolicyActs], editions: Editions) -> frozenset[ClausePair]:
    found = find_pairs(acts, editions)
    return frozenset(clauses for clauses, pairs in found.items() if pairs[0].shown == "likely")


def _theme(
    suggestion: Suggestion, themes: Mapping[str, Theme], taken: Collection[str], glossary: Glossary
) -> Theme:
    """A row that only needs to be read: the English name is the Chinese one where the glossary does not know it."""
    near = themes.get(suggestion.near or "")
    english = _english(suggestion.name, glossary)
    numbers = (f"new-{number}" for number in range(1, len(taken) + 2))
    slug = re.sub(r"[^a-z0-9]+", "-", english.lower()).strip("-")
    return Theme(
        id=slug if slug and slug not in taken else next(each for each in numbers if each not in taken),
        zh=suggestion.name,
        en=english if english and english not in taken else suggestion.name,
        about=f"Measures that name {suggestion.name}.",
        hints=(suggestion.name,),
        weak=(),
        side=near.side if near else "supply",
        family=near.family if near else "",
    )


def _english(name: str, glossary: Glossary) -> str:
    """The English of a phrase by the terms of the glossary, the longest first; empty where a part is not known."""
    known = {term.zh: term.en for term in glossary.terms}
    words, at = [], 0
    while at < len(name):
        end = next((end for end in range(len(name), at, -1) if name[at:end] in known), None)
        if end is None:
            return ""
        words.append(known[name[at:end]])
        at = end
    english = " ".join(words)
    return english[:1].upper() + english[1:]
