"""The editors' own pages: about, method, how to cite ... (those on quality and on the data introduce pages of the program)"""

from collections.abc import Iterator
from typing import NamedTuple

from digest.model.corpus import Corpus
from digest.model.page import EditorPage, Page
from digest.pages.descriptions import described, of_markdown
from digest.pages.frame import Frame, PageLocation, Setting, make_frame, titles
from digest.pages.government import tags_of_page
from digest.pages.quality import NAME as QUALITY
from digest.pages.strings import Runs, run
from digest.text import urls


class EditorialPage(NamedTuple):
    """What editorial.html receives; ``body`` is Markdown."""

    frame: Frame
    title: Runs
    body: str


def own_pages(corpus: Corpus) -> tuple[EditorPage, ...]:
    """The editors' pages but those that introduce another."""
    return tuple(page for page in corpus.pages if page.name not in {QUALITY, urls.DOWNLOADS})


def make_editorials(setting: Setting) -> Iterator[Page]:
    """A page for each of them."""
    own = own_pages(setting.corpus)
    languages = {(page.name, page.language) for page in own}
    for page in own:
        path = urls.section(page.language, page.name)
        versions = {
            each: (urls.section(each, page.name) if (page.name, each) in languages else urls.home(each), "")
            for each in urls.LANGUAGES
        }
        words = setting.words[page.language]
        title = run(page.title, page.language)
        at = PageLocation(page.language, path, versions, page.name)
        lead = of_markdown(page.body, 120 if page.language == "zh" else 200)
        description = described(
            words, title, run(lead, page.language) if lead else titles(setting.site, page.language)
        )
        frame = make_frame(setting, at, title, description=description)
        tags = tags_of_page(setting, title, page.language)
        frame = frame._replace(tags=tags, indexed=page.name != urls.HELP)  # of no use to who searches the web
        yield Page(path, "editorial.html", EditorialPage(frame, title, page.body))
