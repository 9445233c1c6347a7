"""Names that can be part of an address."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count

from digest.regex import regex

SLUG = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_WORD = regex(r"[a-z]{2}")


def slug_in(name: str) -> str:
    """What of a name can be in an address: Ürümqi -> urumqi; empty where nothing can."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))


def free_slug(name: str, taken: Collection[str]) -> str:
    """A name, with the first number behind it that makes it a new one."""
    if name not in taken:
        return name
    return next(new for number in count(2) if (new := f"{name}-{number}") not in taken)


def proposed_slug(name: str, taken: Collection[str], otherwise: str) -> str:
    """A new name in place of one that cannot be in an address. ``otherwise`` where little of the name is Latin: the digits
    of 2019年2月31日 alone say nothing.

    >>> proposed_slug("yichun-2024 - 副本", {"yichun-2024"}, "place-2024")
    'yichun-2024-2'
    >>> proposed_slug("2019年2月31日", set(), "place-2024")
    'place-2024'
    """
    found = slug_in(name)
    return free_slug(found if _WORD.search(found) else otherwise, taken)
