"""What a citation says of a clause, a policy or a comparison, whatever the style in which it is printed."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of a text, in ISO 8601, shortened where the day or month is not known (``2022-06``). ``published``: it is the
    day on which the text was made public; else the one printed below it (成文日期). ``inferred``: no source states it."""

    day: str
    published: bool
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class LegalStanding:
    """Why a text must not be cited as if it were in force. ``kind``: draft | ended | superseded | until.

    ``name_zh`` and ``name_en`` name a state of the list ``status`` (征求意见稿, 已废止). A policy is superseded ``by_zh``
    (``by_en``), the title of a later one, from a ``day`` on; its period ends on a ``day`` (``until``). Days are ISO 8601
    in full: they are true on every day, so that a page, which has no clock, may print them.
    """

    kind: str
    name_zh: str = ""
    name_en: str = ""
    day: str | None = None
    by_zh: str | None = None
    by_en: str | None = None


class Reference(NamedTuple):
    """What is cited. ``kind``: policy | clause | comparison. What nobody knows is None or empty, and is not printed.

    ``key`` names it in a list of references. ``issuers`` are in Chinese, as they sign, ``issuers_en`` those that have an English
    name in English; ``genre_zh`` and ``genre_en`` name the
    kind of document. ``title_inferred`` and ``issuers_inferred``: the text does not print them, and no source states them.
    ``locator_zh`` is the clause as its label is printed (第七条, 三、（二）), ``locator_en`` the same in English.
    ``address`` is the permanent address in full, ``version`` the first 8 hex digits of the hash of the clause's wording.
    ``language`` (zh | en) is that of what is cited; ``site_zh`` and ``site_en`` are the title of the site.
    """

    kind: str
    key: str
    address: str
    site_zh: str
    site_en: str
    title_zh: str | None = None
    title_en: str | None = None
    title_inferred: bool = False
    issuers: tuple[str, ...] = ()
    issuers_en: tuple[str, ...] = ()
    issuers_inferred: bool = False
    number: str | None = None
    dated: Dated | None = None
    genre_zh: str | None = None
    genre_en: str | None = None
    standing: LegalStanding | None = None
    locator_zh: str | None = None
    locator_en: str | None = None
    version: str | None = None
    language: str = "zh"
