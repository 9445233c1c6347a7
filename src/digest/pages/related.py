"""What leads from a clause to others: the words it is about, and the clauses that are about the same."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from digest.model.corpus import Policy
from digest.model.keywords import Keyword
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.index import MatchIndex
from digest.pages.frame import Link, Setting
from digest.pages.particulars import place_chain
from digest.pages.strings import TAGS, Runs, for_readers, translated
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
    search = urls.relative(here, urls.section(language, "search"))
    places = "\n".join(place.name_zh for place in place_chain(setting, policy.meta.jurisdiction.value or ""))
    words = [each.word for each in keywords if each.word not in places]
    english = _in_english(setting, words) if language == "en" else {}
    known = [word for word in words if word in english]
    return tuple(
        Link(
            translated(english.get(word), word, language),
            f"{search}?q={_quoted(english.get(word, word))}",
            TAGS[language],
        )
        for word in (known or words)[:MOST_TAGS]
    )


def tags_for_readers(
    setting: Setting, policy: Policy, keywords: Sequence[Keyword], here: str
) -> tuple[Link, ...]:
    """The same on a page that speaks both languages, for the readers of each."""
    return tuple(
        tag._replace(reader=TAGS[language])
        for language in urls.LANGUAGES
        for tag in tags(setting, policy, keywords, language, here)
    )


def _in_english(setting: Setting, words: Collection[str]) -> Mapping[str, str]:
    """Words in English, as far as the glossary has them."""
    glossary = setting.corpus.glossary
    return {word: english for word in words if (english := glossary.english(word))}


@lru_cache(maxsize=4096)  # a pure function; many clauses are about one word
def _quoted(name: str) -> str:
    return quote(name)


def like(context: ComparisonContext, index: MatchIndex, similar: Similar) -> Like:
    """A similar clause as a page in both languages shows it."""
    english = _in_english(context.setting, similar.words)
    other = index.measures.whole(*similar.name)
    there = urls.relative(context.here, urls.clause(*similar.name))
    return Like(
        place=context.place(other.policy),
        validity=context.validity(other.policy),
        clause=Link(context.clause(other, 40), there),
        words=tuple(
            for_readers({each: translated(english.get(word), word, each) for each in urls.LANGUAGES})
            for word in similar.words
        ),
    )
