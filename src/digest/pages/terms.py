"""Terms of the glossary where they stand in a text, and their definitions for the end of the page.

In each clause the first mention of a term leads to its definition on the same page, so that neither a script nor a
pointer is needed to read it; a script shows it beside the term as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from digest.model.document import Clause
from digest.model.vocabulary import Glossary, GlossaryTerm
from digest.pages.clauses import Spoken
from digest.pages.frame import Link, Setting
from digest.pages.marked import MarkedStretch, MarkedText
from digest.pages.prose import Paragraph, ProseSegment
from digest.pages.strings import ORIGINAL, QUOTED, TAGS, Runs, run
from digest.regex import regex
from digest.text import urls
from digest.text.entries import joined

GLOSSARY = "glossary"
"""The section of the site that lists all terms."""


class Definition(NamedTuple):
    """A term that a page explains: its names, what it means, and the way to the glossary, in each language."""

    anchor: str
    names: tuple[Runs, ...]
    meanings: tuple[Runs, ...]
    glossary: tuple[Link, ...]


class Explanations(NamedTuple):
    """What a page says of the terms that are marked in its text; ``script`` shows a definition beside its term."""

    definitions: tuple[Definition, ...]
    script: str


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """The terms with a definition, by the forms that a text may have: ``forms`` are folded to small letters. Several
    terms may share an English form."""

    forms: Mapping[str, Sequence[GlossaryTerm]]
    pattern: re.Pattern[str] | None

    def cut(self, text: str, chinese: str, met: dict[str, GlossaryTerm]) -> Iterator[tuple[str, str]]:
        """A text in pieces, each with the anchor of its term, or none. A term is marked where it stands in the
        ``chinese`` of the clause as well. One that is in ``met`` is not marked again; those that are found are added
        to it."""
        at = 0
        for found in self.pattern.finditer(_lower(text)) if self.pattern else ():
            term = next((each for each in self.forms[found[1]] if each.zh in chinese), None)
            if term is None or term.zh in met:
                continue
            met[term.zh] = term
            yield from _plain(text[at : found.start()])
            yield text[found.start() : found.end()], urls.term_anchor(term.zh)
            at = found.end()
        yield from _plain(text[at:])


@dataclass(frozen=True, slots=True)
class Explainer:
    """Marks the terms in the clauses of one page, and remembers which there are."""

    terms: Mapping[str, Terms]
    met: dict[str, GlossaryTerm] = field(default_factory=dict)

    def said(self, said: Spoken, clause: Clause) -> Spoken:
        """A clause in one language with its terms marked."""
        terms = self.terms["zh" if said.lang == TAGS["zh"] else "en"]
        marked, met = _marked(terms, said.paragraphs, joined(clause.heading, clause.text))
        self.met.update(met)
        return said._replace(paragraphs=marked)

    def marked(self, marked: MarkedText, clause: Clause) -> MarkedText:
        """The Chinese text of a clause, marked already, with its terms marked as well."""
        met = dict[str, GlossaryTerm]()
        paragraphs = tuple(
            tuple(_stretches(each, self.terms["zh"], clause.text, met)) for each in marked.paragraphs
        )
        self.met.update(met)
        return marked._replace(paragraphs=paragraphs)

    def explanations(
        self, setting: Setting, here: str, languages: Sequence[str], *, apart: bool = False
    ) -> Explanations:
        """What the marked terms mean in some languages, the first one foremost, for the page at ``here``: to all readers, or
        ``apart`` to those of each language."""
        titles, place = (
            tuple(setting.words[each]["terms.glossary"] for each in languages),
            urls.stand_in(here),
        )
        definitions = (
            _definition(term, tuple(languages), titles, place, apart=apart)
            for term in in_order(self.met.values(), languages[0])
        )
        return Explanations(tuple(definitions), urls.relative(place, urls.asset("terms.js")))


def make_terms(glossary: Glossary) -> Mapping[str, Terms]:
    """The terms to find in the texts of each language: those that the glossary defines in both."""
    defined = [term for term in glossary.terms if term.definition_zh and term.definition_en]
    chinese = {term.zh.lower(): (term,) for term in defined}
    english: dict[str, list[GlossaryTerm]] = {}
    for term in defined:
        for form in dict.fromkeys((term.en.lower(), *map(str.lower, term.accepted))):
            english.setdefault(form, []).append(term)
    return {
        "zh": Terms(chinese, _pattern(chinese, "({})")),
        "en": Terms(english, _pattern(english, r"(?<![\w-])({})(?:s|es)?(?![\w-])")),
    }


@lru_cache(maxsize=4096)  # a pure function; a term is explained on many pages
def _definition(
    term: GlossaryTerm, languages: tuple[str, ...], titles: tuple[Runs, ...], here: str, *, apart: bool
) -> Definition:
    """The definition of a term; ``titles`` are those of the glossary in each language."""
    anchor = urls.term_anchor(term.zh)
    names = (*languages, *(each for each in urls.LANGUAGES if each not in languages))
    return Definition(
        anchor,
        tuple(
            named(term, each, languages)
            for each in names
            if each == names[0] or term.en.lower() != term.zh.lower()
        ),
        tuple(run(meaning(term, each), each) for each in languages),
        tuple(
            Link(
                title,
                urls.relative(here, urls.section(each, GLOSSARY), anchor),
                TAGS[each],
                reader=TAGS[each] if apart else "",
            )
            for each, title in zip(languages, titles, strict=True)
        ),
    )


def name(term: GlossaryTerm, language: str) -> str:
    """A term in a language."""
    return term.en if language == "en" else term.zh


def named(term: GlossaryTerm, language: str, languages: Sequence[str]) -> Runs:
    """A term in a language, on a page in some ``languages``; Chinese texts print some in Latin letters (fabless)."""
    if language in languages:
        return run(name(term, language), language, QUOTED if language == "zh" and term.zh.isascii() else "")
    return run(name(term, language), language, ORIGINAL)


def meaning(term: GlossaryTerm, language: str) -> str:
    """The definition of a term in a language; empty where there is none."""
    return term.definition_en if language == "en" else term.definition_zh


def in_order(terms: Iterable[GlossaryTerm], language: str) -> list[GlossaryTerm]:
    """Terms as a dictionary of a language has them: English by the alphabet, Chinese by sound (that is the order of
    GB 18030 for the common characters)."""
    return sorted(
        terms, key=lambda term: (name(term, language).lower().encode("gb18030", "replace"), term.zh)
    )


def initial(term: GlossaryTerm, language: str) -> str:
    """The letter under which a dictionary of a language has a term, of a Chinese one that of its sound; empty where it has none,
    or is in the letters of another language."""
    first = name(term, language)[:1]
    if language == "en":
        return first.upper() if first.isascii() and first.isalpha() else ""
    code = int.from_bytes(first.encode("gb2312", "ignore"), "big")
    if not _INITIALS[0][0] <= code < _UNSORTED:
        return ""
    return next(letter for start, letter in reversed(_INITIALS) if start <= code)


_INITIALS = (
    (0xB0A1, "A"), (0xB0C5, "B"), (0xB2C1, "C"), (0xB4EE, "D"), (0xB6EA, "E"), (0xB7A2, "F"), (0xB8C1, "G"), (0xB9FE, "H"),
    (0xBBF7, "J"), (0xBFA6, "K"), (0xC0AC, "L"), (0xC2E8, "M"), (0xC4C3, "N"), (0xC5B6, "O"), (0xC5BE, "P"), (0xC6DA, "Q"),
    (0xC8BB, "R"), (0xC8F6, "S"), (0xCBFA, "T"), (0xCDDA, "W"), (0xCEF4, "X"), (0xD1B9, "Y"), (0xD4D1, "Z"),
)  # fmt: skip
"""Where the characters of each initial begin in the first level of GB 2312, which is in the order of pinyin (GB 2312-80, 5.2)."""
_UNSORTED = 0xD7FA
"""From here on GB 2312 has its characters by radical."""


def _pattern(forms: Iterable[str], around: str) -> re.Pattern[str] | None:
    """Any of the forms, the longest first; None where there is none, since an empty choice fits everywhere. Forms
    with the same first character are one branch: a search that has to try them all at each place is slow."""
    branches: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        branches.setdefault(form[0], []).append(re.escape(form[1:]))
    choices = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in branches.items())
    return regex(around.replace("{}", choices)) if choices else None


def _lower(text: str) -> str:
    """A text in small letters, each in its place; as it is where that is not possible."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


@lru_cache(maxsize=4096)  # a pure function; a clause stands on up to five pages
def _marked(
    terms: Terms, paragraphs: tuple[Paragraph, ...], chinese: str
) -> tuple[tuple[Paragraph, ...], Mapping[str, GlossaryTerm]]:
    """The paragraphs of a clause with their terms, and which these are."""
    met: dict[str, GlossaryTerm] = {}
    return tuple(_paragraph(each, terms, chinese, met) for each in paragraphs), met


def _paragraph(paragraph: Paragraph, terms: Terms, chinese: str, met: dict[str, GlossaryTerm]) -> Paragraph:
    return tuple(
        ProseSegment(text, segment.kind, anchor)
        for segment in paragraph
        for text, anchor in (
            terms.cut(segment.text, chinese, met) if not segment.kind else [(segment.text, "")]
        )
    )


def _stretches(
    stretches: Iterable[MarkedStretch], terms: Terms, chinese: str, met: dict[str, GlossaryTerm]
) -> Iterator[MarkedStretch]:
    for stretch in stretches:
        if stretch.inside:
            yield stretch._replace(inside=tuple(_stretches(stretch.inside, terms, chinese, met)))
        elif stretch.kind or stretch.anchor:
            yield stretch
        else:
            yield from (
                MarkedStretch(text, "", term=anchor) for text, anchor in terms.cut(stretch.text, chinese, met)
            )


def _plain(text: str) -> Iterator[tuple[str, str]]:
    if text:
        yield text, ""
