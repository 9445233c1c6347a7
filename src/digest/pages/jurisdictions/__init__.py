"""The pages of jurisdictions: all of them as a tree, and one for each place that has policies and for those above it."""

from collections.abc import Iterator

from digest.model.page import Page
from digest.pages.frame import Setting
from digest.pages.jurisdictions.place_page import make_place_pages
from digest.pages.jurisdictions.places import place_tree
from digest.pages.jurisdictions.tree_page import make_trees
from digest.pages.parts import Part


def make_jurisdictions(setting: Setting) -> Iterator[Page | Part]:
    """The tree in each language, then the places."""
    nodes = place_tree(setting.corpus)
    yield from make_trees(setting, nodes)
    yield from make_place_pages(setting, nodes)
