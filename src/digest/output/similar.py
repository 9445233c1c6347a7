"""The name somebody probably meant."""

from collections.abc import Iterable
from gettext import gettext

from digest.text.nearest import nearest


def similar(name: str, known: Iterable[str]) -> str:
    """`` Did you mean …?`` with a known name that is near, or nothing."""
    near = nearest(name, known)
    return gettext(" Did you mean {name}?").format(name=near) if near else ""
