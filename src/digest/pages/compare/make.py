"""All pages of comparisons."""

from collections.abc import Iterator

from digest.pages.compare.editions_page import make_edition_pages
from digest.pages.compare.matrix import make_matrix
from digest.pages.compare.own_page import make_own_pages
from digest.pages.compare.pair_page import make_pair_pages
from digest.pages.compare.theme_page import make_theme_pages
from digest.pages.frame import Setting
from digest.pages.parts import Part, by_page


def make_comparisons(setting: Setting) -> Iterator[Part]:
    """The matrix, a page for each policy where there are many, one for each theme that a measure has, and one for each pair
    of policies, or two editions. A site whose policies share nothing has the matrix alone."""
    yield from by_page(make_matrix(setting))
    yield from make_own_pages(setting)
    yield from make_theme_pages(setting)
    yield from make_pair_pages(setting)
    yield from make_edition_pages(setting)
