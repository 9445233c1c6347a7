"""What leads from a clause to others: the words it is about, and the clauses that are about the same."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from digest.model.corpus import Policy
from digest.model.keywords import Keyword
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.index import MatchIndex
from digest.pages.frame import Link, Setting
from digest.pages.particulars import place_chain
from digest.pages.strings import TAGS, Runs, run, translated
from digest.pages.validity import Phases
from digest.search.similar import Similar
from digest.text import urls

MOST_TAGS = 5
MOST_SIMILAR = 5


class Like(NamedTuple):
    """A similar clause: its place, the validity of its policy, the way to it, and the words that both are about."""

    place: Runs
    validity: Phases
    clause: Link
    words: tuple[Runs, ...]


def tags(
    setting: Setting, policy: Policy, keywords: Sequence[Keyword], language: str, here: str
) -> tuple[Link, ...]:
    """The foremost keywords, each leading to what a search for it finds; in English those that the glossary has, if any.
    Parts of the names of the policy's places (龙华区) are left out: the page says where it is from."""
    english = {term.zh: term.en for term in setting.corpus.glossary.terms} if language == "en" else {}
    search = urls.relative(here, urls.section(language, "search"))
    places = "\n".join(place.name_zh for place in place_chain(setting, policy.meta.jurisdiction.value or ""))
    words = [each.word for each in keywords if each.word not in places]
    known = [word for word in words if word in english]
    return tuple(
        Link(
            translated(english.get(word), word, language),
            f"{search}?q={_quoted(english.get(word, word))}",
            TAGS[language],
        )
        for word in (known or words)[:MOST_TAGS]
    )


@lru_cache(maxsize=4096)  # a pure function; many clauses are about one word
def _quoted(name: str) -> str:
    return quote(name)


def like(context: ComparisonContext, index: MatchIndex, similar: Similar) -> Like:
    """A similar clause as a page shows it."""
    other = index.measures.whole(*similar.name)
    there = urls.relative(context.here, urls.clause(*similar.name))
    return Like(
        place=context.place(other.policy),
        validity=context.validity(other.policy),
        clause=Link(context.clause(other, 40), there),
        words=tuple(run(word, "zh") for word in similar.words),
    )
