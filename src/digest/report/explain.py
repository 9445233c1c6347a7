"""What a code means, at length."""

import textwrap

from digest.model.codes import CODES


def explain(code: str) -> str | None:
    """A code's rule in a few paragraphs; None when there is no such code.

    Words in braces stand for what the message names in each case.
    """
    row = CODES.get(code)
    if row is None:
        return None
    paragraphs = (f"{code} ({row.severity}): {row.message}", row.why, f"What to do: {row.hint}")
    return "\n\n".join(textwrap.fill(text, 100, break_on_hyphens=False) for text in paragraphs) + "\n"
