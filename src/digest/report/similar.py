"""The name somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from gettext import gettext


def similar(name: str, known: Iterable[str]) -> str:
    """`` Did you mean …?`` with the nearest known name, or nothing."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return gettext(" Did you mean {name}?").format(name=near[0]) if near else ""
