"""The box on a page that says how to cite it: the address, a quotation, and the citation in every style."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from digest.cite import STYLES, Printed, Stretch, Style, comparison_reference, printed
from digest.model.reference import Reference
from digest.pages.frame import Setting
from digest.pages.words import TAGS, Run, Runs, plain, run
from digest.text import urls


class Citation(NamedTuple):
    """A citation in a style. ``source`` is True for what programs read, as it stands; ``lang`` is the language of the
    others. ``in_text`` is what a style wants in the running text, empty where it wants nothing."""

    name: Runs
    lang: str
    source: bool
    stretches: tuple[Stretch, ...]
    in_text: str


class Quotation(NamedTuple):
    """A quotation of a clause in a language (a tag), with the note behind it; ``name`` says which language that is, and what
    its English is worth. The words stand on the page already: twice, links to passages of them would not lead there."""

    lang: str
    name: Runs
    stretches: tuple[Stretch, ...]


class CiteBox(NamedTuple):
    """What the macro ``cite`` receives. ``pinned`` says whether the ``address`` pins a wording; ``script`` copies what is
    in the box."""

    script: str
    address: str
    pinned: bool
    quotations: tuple[Quotation, ...]
    citations: tuple[Citation, ...]


def cite_box(
    here: str, reference: Reference, language: str, quoted: Mapping[str, Runs] | None = None
) -> CiteBox:
    """The box on the page at ``here``, which speaks ``language`` (zh, en, both); ``quoted`` names the languages in which
    the words on the page can be quoted."""
    citations = printed(reference)
    by_style = {each.style: each.stretches for each in citations}
    return CiteBox(
        script=urls.relative(urls.stand_in(here), urls.asset("cite.js")),
        address=urls.pinned(reference.address, reference.version),
        pinned=reference.version is not None,
        quotations=tuple(
            Quotation(TAGS[each], name, by_style[_QUOTED_WITH[each]]) for each, name in (quoted or {}).items()
        ),
        citations=tuple(
            _citation(style, each, language) for style, each in zip(STYLES, citations, strict=True)
        ),
    )


def comparison_box(setting: Setting, here: str, language: str, names: Mapping[str, Runs]) -> CiteBox:
    """The box on the page of a comparison, which has a name in each language."""
    zh, en = (
        plain(setting.words[each].fill("cite.comparison", title=plain(names[each])))
        for each in urls.LANGUAGES
    )
    key = urls.shared(here).strip("/").replace("/", ":")
    return cite_box(here, comparison_reference(setting.corpus, key, here, zh, en, language), language)


def _citation(style: Style, said: Printed, language: str) -> Citation:
    lang = TAGS["en" if style.id in _ENGLISH else "zh"]
    is_source = style.media != "text/plain"
    return Citation(_name(style, language), lang, is_source, said.stretches, said.in_text or "")


@lru_cache(maxsize=64)  # a pure function; every box has the same styles
def _name(style: Style, language: str) -> Runs:
    """The name of a style in the languages of the page, once where it is the same."""
    if language == "both" and style.zh != style.en:
        return (*run(style.zh, "zh"), *run(style.en, "en"))
    return (
        Run(style.en if language == "en" else style.zh, TAGS["en" if style.zh == style.en else language]),
    )


_ENGLISH = ("apa", "chicago")
"""Styles whose citations are in English."""
_QUOTED_WITH = {"zh": "law", "en": "chicago"}
"""The style of the note behind a quotation."""
