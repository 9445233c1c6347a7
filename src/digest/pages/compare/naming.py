"""What themes, groups of measures and pairs of policies are called."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.model.comparison import ThemeComparison
from digest.model.corpus import Policy
from digest.model.matches import Family, Theme
from digest.model.measures import Measures
from digest.pages.amounts import with_colon
from digest.pages.compare.desk import Desk
from digest.pages.compare.wording import as_printed
from digest.pages.names import terms
from digest.pages.words import TAGS, Runs, joined, run


def theme_name(theme: Theme, language: str) -> Runs:
    """The name of a theme."""
    return run(theme.en if language == "en" else theme.zh, language)


def by_family(
    desk: Desk, themes: Iterable[Theme], families: Iterable[Family]
) -> Iterator[tuple[str, Runs, tuple[Theme, ...]]]:
    """The families that some themes belong to, each with its anchor, its name and these themes; last those without one."""
    names = {
        family.id: run(family.en if desk.language == "en" else family.zh, desk.language)
        for family in families
    }
    every = tuple(themes)
    for name, said in {**names, "": desk.words["compare.other_themes"]}.items():
        own = tuple(theme for theme in every if (theme.family if theme.family in names else "") == name)
        if own:
            yield f"family-{name or 'other'}", said, own


def apart(desk: Desk, policies: Iterable[Policy]) -> Mapping[str, Runs]:
    """What tells some policies apart, by their slugs: the place, and of several in one place the title as well."""
    known = {policy.meta.slug: policy for policy in policies}
    number = Counter(desk.place(policy) for policy in known.values())
    return {
        slug: place if number[place] == 1 else joined((place, desk.title(policy)))
        for slug, policy in known.items()
        for place in [desk.place(policy)]
    }


def name_of_pair(desk: Desk, first: Policy, second: Policy) -> Runs:
    """The places of two policies that are compared; their titles, where it is one place."""
    places = desk.place(first), desk.place(second)
    named = places if places[0] != places[1] else (desk.title(first), desk.title(second))
    return joined(named, " – ")


def name_of_table(desk: Desk, measures: Measures, found: ThemeComparison) -> Runs:
    """The name of a theme; without one, the words that its measures share and their best heading: 渔港、冷链：建设渔港. On
    an English page the English heading, else the words."""
    for theme in desk.setting.corpus.themes:
        if theme.id == found.theme:
            return theme_name(theme, desk.language)
    grouped = [measures.find(act) for act in found.acts]
    texts = [each.text for each in grouped]
    heading = desk.heading(grouped[best_heading([each.clause.heading for each in grouped], texts)])
    printed = "\n".join(texts)
    words = tuple(as_printed(word, printed) for word in common_words(found))
    if not words or (desk.language == "en" and heading[0].lang == TAGS["en"]):
        return heading
    named = terms(desk.setting, words, desk.language)
    return named if desk.language == "en" else with_colon(desk.words, named, heading)


def common_words(found: ThemeComparison) -> tuple[str, ...]:
    """The telling words that most measures share, the most telling first."""
    ties = [tie for group in found.groups for tie in group.ties]
    count = Counter(word for tie in ties for word in (tie.pair or tie.match).words)
    return tuple(word for word, _ in count.most_common(_WORDS))


_WORDS = 3
"""So many words name a group."""


def best_heading(headings: Sequence[str | None], texts: Sequence[str]) -> int:
    """The place of the heading whose words most of the texts repeat, the shorter one of two alike; 0 where
    there is none."""

    def shared(heading: str) -> float:
        pieces = {heading[at : at + 2] for at in range(len(heading) - 1)}
        found = sum(piece in text for piece in pieces for text in texts)
        return found / (len(pieces) * len(texts)) if pieces else 0.0

    known = [(shared(heading), -len(heading), -at) for at, heading in enumerate(headings) if heading]
    return -max(known)[2] if known else 0
