"""What themes, groups of measures and pairs of policies are called."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.model.comparison import ThemeComparison
from digest.model.corpus import Policy
from digest.model.matches import Family, Theme
from digest.model.measures import Measures
from digest.pages.amounts import with_colon
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.wording import as_printed
from digest.pages.names import terms
from digest.pages.strings import QUOTED, TAGS, UNTRANSLATED, Runs, joined, plain, run


def theme_name(theme: Theme, language: str) -> Runs:
    """The name of a theme."""
    return run(theme.en if language == "en" else theme.zh, language)


def by_family(
    context: ComparisonContext, themes: Iterable[Theme], families: Iterable[Family]
) -> Iterator[tuple[str, Runs, tuple[Theme, ...]]]:
    """The families that some themes belong to, each with its anchor, its name and these themes; last those without one."""
    names = {
        family.id: run(family.en if context.language == "en" else family.zh, context.language)
        for family in families
    }
    every = tuple(themes)
    for name, said in {**names, "": context.words["compare.other_themes"]}.items():
        own = tuple(theme for theme in every if (theme.family if theme.family in names else "") == name)
        if own:
            yield f"family-{name or 'other'}", said, own


def apart(context: ComparisonContext, policies: Iterable[Policy]) -> Mapping[str, Runs]:
    """What tells some policies apart, by their slugs: the place, and of several in one place the title as well."""
    known = {policy.meta.slug: policy for policy in policies}
    number = Counter(context.place(policy) for policy in known.values())
    return {
        slug: place if number[place] == 1 else joined((place, context.title(policy)))
        for slug, policy in known.items()
        for place in [context.place(policy)]
    }


def name_of_pair(context: ComparisonContext, first: Policy, second: Policy) -> Runs:
    """The places of two policies that are compared; their titles, where it is one place."""
    places = context.place(first), context.place(second)
    named = places if places[0] != places[1] else (context.title(first), context.title(second))
    return joined(named, " – ")


def name_of_table(context: ComparisonContext, measures: Measures, found: ThemeComparison) -> Runs:
    """The name of a theme; without one, the words that its measures share and their best heading: 渔港、冷链：建设渔港. On
    an English page the English heading, else the words."""
    for theme in context.setting.corpus.themes:
        if theme.id == found.theme:
            return theme_name(theme, context.language)
    grouped = [measures.find(act) for act in found.acts]
    best = best_heading([each.clause.heading for each in grouped], [each.text for each in grouped])
    heading, words = context.heading(grouped[best]), words_of_table(context, measures, found)
    if not words or (context.language == "en" and heading[0].lang == TAGS["en"]):
        return heading
    if context.language == "en":
        quoted = plain(tuple(each for each in words if each.kind == QUOTED))
        return run(quoted, "zh", UNTRANSLATED) if quoted else words
    return with_colon(context.words, words, heading)


def words_of_table(context: ComparisonContext, measures: Measures, found: ThemeComparison) -> Runs:
    """The words that the measures of a table share, as their texts print them."""
    printed = "\n".join(measures.find(act).text for act in found.acts)
    return terms(
        context.setting, [as_printed(word, printed) for word in common_words(found)], context.language
    )


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
