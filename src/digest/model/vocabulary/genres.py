"""content/genres.toml: kinds of documents, their states, and what stands around their texts."""

import re
from dataclasses import dataclass, field

from digest.model.vocabulary.patterns import any_of
from digest.regex import regex


@dataclass(frozen=True, slots=True)
class TypeName:
    """A genre or an instrument form (文种): its id, names, and the words that print it."""

    id: str
    zh: str
    en: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusName(TypeName):
    """A status. ``force`` is what it means for somebody who relies on the text: draft | issued | in_force | ended,
    empty where that is not known. ``stated`` is how pages state it in a field of their own (有效性：有效)."""

    force: str = ""
    stated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadField:
    """What the head of a page prints before a value: number | issuers | made | published | effective |
    expires. In the index table of a web page, title_zh and status, too; other only ends the value before it."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageWords:
    """What saved web pages print around a text, in ``[page]`` of content/genres.toml; the lists are explained there.

    ``keys`` are those of an index table, and two of ``index_keys`` show that there is one.
    """

    keys: tuple[HeadField, ...] = ()
    index_keys: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    imprint: tuple[str, ...] = ()
    trails: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    explanations: tuple[str, ...] = ()
    filing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """content/genres.toml. ``title_words`` fill the rest of a title that names no subject (若干, 工作); ``filler``
    is the pattern of them and of all kinds of document. ``title_ends`` end titles of no listed genre (章程, 标准);
    ``organs`` end the names of bodies that sign (人民政府). ``heads`` are the fields of page heads, ``page`` is what web pages have
    besides."""

    genres: tuple[TypeName, ...]
    forms: tuple[TypeName, ...]
    statuses: tuple[StatusName, ...]
    title_words: tuple[str, ...]
    title_ends: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    heads: tuple[HeadField, ...] = ()
    page: PageWords = PageWords()  # a frozen value
    filler: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        kinds = (word for kind in (*self.genres, *self.forms) for word in kind.words)
        object.__setattr__(self, "filler", regex(any_of({*kinds, *self.title_words})))
