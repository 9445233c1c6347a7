"""The box on a page that says how to cite it: the address, a quotation, and the citation in every style."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from digest.cite import STYLES, CitationPiece, PrintedCitation, Style, comparison_reference, printed
from digest.cite.wording import address_of
from digest.model.reference import Reference
from digest.pages.frame import Setting
from digest.pages.prose import mixed
from digest.pages.strings import TAGS, Runs, for_readers, plain, run
from digest.regex import regex
from digest.text import urls


class StyledCitation(NamedTuple):
    """A citation in a style. ``source`` is True for what programs read, as it stands; ``lang`` is Chinese where it has
    anything in Chinese. ``in_text`` is what a style wants in the running text, empty where it wants nothing."""

    name: Runs
    lang: str
    source: bool
    stretches: tuple[CitationPiece, ...]
    in_text: Runs


class Quotation(NamedTuple):
    """A quotation of a clause in a language (a tag), with the note behind it; ``name`` says which language that is, and what
    its English is worth. The words stand on the page already: twice, links to passages of them would not lead there."""

    lang: str
    name: Runs
    stretches: tuple[CitationPiece, ...]


class CitationForms(NamedTuple):
    """All that is in a box, with a mark of ``MARKS`` in the place of each value that only one clause has."""

    address: str
    pinned: bool
    quotations: tuple[Quotation, ...]
    citations: tuple[StyledCitation, ...]


class CiteBox(NamedTuple):
    """What the macro ``cite`` receives: ``script`` copies what is in the box, ``values`` take the places of ``marks``."""

    script: str
    forms: CitationForms
    marks: tuple[str, ...]
    values: tuple[str, ...]


MARKS = ("\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4")
"""Characters that no text has: for the key of a reference, its address, its version, its place in Chinese and in English."""


def cite_box(
    here: str, reference: Reference, language: str, quoted: Mapping[str, Runs] | None = None
) -> CiteBox:
    """The box on the page at ``here``, which speaks ``language`` (zh, en, both); ``quoted`` names the languages in which
    the words on the page can be quoted.

    All clauses of a policy have the same box but for five values, and making one takes as long as half a page. A place is
    left to be filled in where no style writes its characters otherwise than they are.
    """
    key, address, version, zh, en = MARKS
    common = reference._replace(
        key=key,
        address=address,
        version=version if reference.version else None,
        locator_zh=zh if _PLAIN.fullmatch(reference.locator_zh or "") else reference.locator_zh,
        locator_en=en if _PLAIN.fullmatch(reference.locator_en or "") else reference.locator_en,
    )
    return CiteBox(
        urls.relative(urls.stand_in(here), urls.asset("cite.js")),
        _forms(common, language, tuple((quoted or {}).items())),
        MARKS,
        tuple(
            each or ""
            for each in (
                reference.key, reference.address, reference.version, reference.locator_zh, reference.locator_en,
            )
        ),
    )  # fmt: skip


def comparison_box(setting: Setting, here: str, language: str, names: Mapping[str, Runs]) -> CiteBox:
    """The box on the page of a comparison, which has a name in each language."""
    zh, en = (
        plain(setting.words[each].fill("cite.comparison", title=plain(names[each])))
        for each in urls.LANGUAGES
    )
    key = urls.shared(here).strip("/").replace("/", ":")
    return cite_box(here, comparison_reference(setting.corpus, key, here, zh, en, language), language)


@lru_cache(maxsize=64)  # a pure function; all clauses of a policy have the same
def _forms(reference: Reference, language: str, quoted: tuple[tuple[str, Runs], ...]) -> CitationForms:
    citations = printed(reference)
    by_style = {each.style: each.stretches for each in citations}
    return CitationForms(
        address_of(reference),
        reference.version is not None,
        tuple(Quotation(TAGS[each], name, by_style[_QUOTED_WITH[each]]) for each, name in quoted),
        tuple(_citation(style, each, language) for style, each in zip(STYLES, citations, strict=True)),
    )


def _citation(style: Style, said: PrintedCitation, language: str) -> StyledCitation:
    lang = TAGS["zh" if _HAN.search("".join(each.text for each in said.stretches)) else "en"]
    return StyledCitation(
        _name(style, language), lang, style.source, said.stretches, mixed(said.in_text or "", "en")
    )


def _name(style: Style, language: str) -> Runs:
    """The name of a style in the languages of the page."""
    names = {
        "zh": run(style.zh, "zh") if style.zh != style.en else mixed(style.en, "en"),
        "en": mixed(style.en, "en"),
    }
    return for_readers(names if language == "both" else {language: names[language]})


_PLAIN = regex(r"""[^\\`*_{}\[\]#<>&|~^$%"'“”]+""")
"""What no style escapes, nor takes a comma into, as Chicago does with what is quoted."""
_HAN = regex(r"[\u4e00-\u9fff]")
_QUOTED_WITH = {"zh": "law", "en": "chicago"}
"""The style of the note behind a quotation."""
