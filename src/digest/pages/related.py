"""What leads from a clause to others: the words it is about, and the clauses that are about the same."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.keywords import Keyword
from digest.pages.compare.desk import Desk
from digest.pages.compare.index import Index
from digest.pages.frame import Link, Setting
from digest.pages.words import TAGS, Runs, run
from digest.search.similar import Name, Similar
from digest.text import urls

MOST_TAGS = 5
MOST_SIMILAR = 5


class Like(NamedTuple):
    """A similar clause: its place, the way to it, and the words that both are about."""

    place: Runs
    clause: Link
    words: tuple[Runs, ...]


def tags(setting: Setting, keywords: Sequence[Keyword], language: str, here: str) -> tuple[Link, ...]:
    """The foremost keywords, each leading to what a search for it finds; in English where the glossary names them so."""
    english = {term.zh: term.en for term in setting.corpus.glossary.terms} if language == "en" else {}
    search = urls.relative(here, urls.section(language, "search"))
    found = []
    for word in (each.word for each in keywords[:MOST_TAGS]):
        spoken = "en" if word in english else "zh"
        name = english.get(word, word)
        found.append(Link(run(name, spoken), f"{search}?q={quote(name)}", TAGS[language]))
    return tuple(found)


def similar_to(
    desk: Desk, index: Index, similar: Mapping[Name, Sequence[Similar]], policy: Policy, clause: Clause
) -> tuple[Like, ...]:
    """The clauses most similar to a clause; its counterparts, which its page shows already, are left out."""
    name = (policy.meta.slug, clause.id)
    counterparts = {
        each
        for match in index.about.get(name, ())
        for each in ((match.a_doc, match.a_clause), (match.b_doc, match.b_clause))
    }
    others = [each for each in similar.get(name, ()) if each.name not in counterparts]
    return tuple(_like(desk, index, each) for each in others[:MOST_SIMILAR])


def _like(desk: Desk, index: Index, similar: Similar) -> Like:
    other = index.measures.whole(*similar.name)
    there = urls.relative(desk.here, urls.clause(*similar.name))
    return Like(
        place=desk.place(other.policy),
        clause=Link(desk.clause(other, 40), there),
        words=tuple(run(word, "zh") for word in similar.words),
    )
