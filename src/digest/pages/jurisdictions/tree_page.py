"""All jurisdictions of a site as a tree."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digest.model.page import Page
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.jurisdictions.places import PlaceNode
from digest.pages.particulars import place_name
from digest.pages.pictures.tree import Node, Tree, tree
from digest.pages.strings import Runs, joined
from digest.text import urls

SECTION = "jurisdictions"


class TreePage(NamedTuple):
    """What jurisdictions.html receives. ``unplaced`` leads to the policies whose place is not known, where there are any."""

    frame: Frame
    title: Runs
    lead: Runs
    places: Tree | None
    unplaced: Link | None


def make_trees(setting: Setting, nodes: Mapping[str, PlaceNode]) -> Iterator[Page]:
    """The tree in each language."""
    lost = len(setting.corpus.policies) - sum(len(node.policies) for node in nodes.values())
    for language in urls.LANGUAGES:
        at = page_location(language, lambda each: urls.section(each, SECTION), SECTION)
        words = setting.words[language]
        there = urls.relative(at.path, urls.section(language, "policies"))
        value = TreePage(
            make_frame(
                setting,
                at,
                words["jurisdictions.title"],
                description=words.plain("jurisdictions.lead"),
            ),
            words["jurisdictions.title"],
            words["jurisdictions.lead"],
            tree([*_nodes(setting, nodes, language, at.path)]),
            Link(words.count("unplaced", lost), there) if lost else None,
        )
        yield Page(at.path, "jurisdictions.html", value)


def _nodes(setting: Setting, nodes: Mapping[str, PlaceNode], language: str, here: str) -> Iterator[Node]:
    """The places, each with what its own policies have."""
    parents = {code: above for above, node in nodes.items() for code in node.below}
    words = setting.words[language]
    for code, node in nodes.items():
        yield Node(
            code,
            parents.get(code),
            place_name(node.place, language),
            joined(node.own.said(words), " · "),
            urls.relative(here, urls.place(language, code)),
        )
