"""All jurisdictions of a site as a tree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.model.page import Page
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.jurisdictions.places import PlaceNode, place_tree
from digest.pages.particulars import place_name
from digest.pages.strings import Runs
from digest.text import urls

SECTION = "jurisdictions"

MOST_OPEN = 60
"""Of more places than these those below a province open one by one."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A place of the tree with what its policies have; ``fold`` is the summary under which the places below it open, empty where
    they are shown."""

    place: Link
    level: Runs
    numbers: tuple[Runs, ...]
    below: "tuple[Branch, ...]"
    fold: Runs


@dataclass(frozen=True, slots=True)
class TreePage:
    """What jurisdictions.html receives. ``unplaced`` leads to the policies whose place is not known."""

    frame: Frame
    style: str
    title: Runs
    lead: Runs
    branches: tuple[Branch, ...]
    unplaced: Link | None


def make_trees(setting: Setting) -> Iterator[Page]:
    """The tree in each language."""
    nodes = place_tree(setting.corpus)
    tops = [code for code in nodes if code not in {each for node in nodes.values() for each in node.below}]
    lost = len(setting.corpus.policies) - sum(len(node.policies) for node in nodes.values())
    for language in urls.LANGUAGES:
        at = page_location(language, lambda each: urls.section(each, SECTION), SECTION)
        words = setting.words[language]
        title, lead = words["jurisdictions.title"], words["jurisdictions.lead"]
        home = Link(words["frame.home"], urls.relative(at.path, urls.home(language)))
        there = urls.relative(at.path, urls.section(language, "policies"))
        maker = _Branches(setting, language, at.path, nodes)
        value = TreePage(
            make_frame(setting, at, title, trail=(home,), description=words.plain("jurisdictions.lead")),
            urls.relative(at.path, urls.asset("front.css")),
            title,
            lead,
            maker.of(tops, 0),
            Link(words.count("unplaced", lost), there) if lost else None,
        )
        yield Page(at.path, "jurisdictions.html", value)


@dataclass(frozen=True, slots=True)
class _Branches:
    """Makes the branches in one language."""

    setting: Setting
    language: str
    here: str
    nodes: Mapping[str, PlaceNode]

    def of(self, codes: Sequence[str], depth: int) -> tuple[Branch, ...]:
        """The branches of some places."""
        return tuple(self._branch(self.nodes[code], depth) for code in codes)

    def _branch(self, node: PlaceNode, depth: int) -> Branch:
        words = self.setting.words[self.language]
        folded = len(self.nodes) > MOST_OPEN and depth > 0 and node.below
        there = urls.relative(self.here, urls.place(self.language, node.place.code))
        return Branch(
            Link(place_name(node.place, self.language), there),
            words[f"level.{node.place.level}"],
            node.own.said(words),
            self.of(node.below, depth + 1),
            words.count("places_below", len(node.below)) if folded else (),
        )
