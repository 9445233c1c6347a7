"""How long work tells how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""The name of a stage, how many of its parts are done, and how many there are."""


def silent(_stage: str, _done: int, _total: int) -> None:
    """For callers who do not want to know."""
