"""What a code means, at length."""

import textwrap
from difflib import get_close_matches

from digest.model.codes import CODES


def explain(code: str) -> str | None:
    """A code's rule in a few paragraphs; None when there is no such code.

    Words in braces stand for what the message names in each case.
    """
    row = CODES.get(code.upper())
    if row is None:
        return None
    paragraphs = (f"{code.upper()} ({row.severity}): {row.message}", row.why, f"What to do: {row.hint}")
    return "\n\n".join(textwrap.fill(paragraph, 100) for paragraph in paragraphs) + "\n"


def similar_code(code: str) -> str | None:
    """The known code that looks most like this one."""
    near = get_close_matches(code.upper(), CODES, n=1, cutoff=0.5)
    return near[0] if near else None
