"""The known name that somebody probably meant by another."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_NEAR = 0.75  # of the characters of both are the same, in the same order
_LETTERS = 4  # fewer do not say which name is meant, so that its numbers must be right


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that differs from another by a slip only, or the only one that begins with it; None where all
    are far.

    A number is never taken for another: what is not known as 440399 is not 440309, art99 is not art9, and art63 is not art6.3.

    >>> nearest("titel", ["title", "text"]), nearest("replaces", ["explains"]), nearest("440399", ["440309"])
    ('title', None, None)
    >>> nearest("shenzhen", ["shenzhen-2022", "henan-2019"])
    'shenzhen-2022'
    """
    lower = {each.lower(): each for each in known}
    if len(re.sub(r"[\W\d_]", "", name)) >= _LETTERS:
        longer = [each for low, each in lower.items() if low.startswith(name.lower())]
        if len(longer) == 1:
            return longer[0]
    else:
        numbers = re.findall(r"\d+", name)
        lower = {low: each for low, each in lower.items() if re.findall(r"\d+", low) == numbers}
    near = get_close_matches(name.lower(), lower, n=1, cutoff=_NEAR)
    return lower[near[0]] if near else None
