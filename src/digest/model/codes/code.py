"""What is known of a code."""

from typing import NamedTuple


class Code(NamedTuple):
    """``message`` and ``hint`` are templates filled from ``Problem.values``; ``why`` explains the
    rule to an editor who asks ``digest explain CODE``."""

    severity: str
    message: str
    hint: str
    why: str
