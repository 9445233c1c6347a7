"""How long work tells how far it is."""

from collections.abc import Callable
from typing import Literal

Stage = Literal["parse", "match", "compare", "render", "write", "measure"]
"""What is done: texts are read, policies matched, measures set beside each other, pages made and written, labelled texts measured."""

Progress = Callable[[Stage, int, int], None]
"""The stage, how many of its parts are done, and how many there are; 0 where that is not known."""


def silent(_stage: Stage, _done: int, _total: int) -> None:
    """For callers who do not want to know."""
