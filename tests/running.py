"""Commands run as people run them: in a process of their own."""

from collections.abc import Callable
from typing import NamedTuple


class Ran(NamedTuple):
    """What a command left: its exit code, ``out`` the data, ``err`` the messages."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
"""Called with the arguments, and with the environment by name."""
