"""What a code means, at length."""

import textwrap
from gettext import gettext

from digest.model.codes import CODES


def explain(code: str) -> str | None:
    """A code's rule in a few paragraphs; None when there is no such code.

    Words in braces stand for what the message names in each case.
    """
    row = CODES.get(code)
    if row is None:
        return None
    message, why, hint = gettext(row.message), gettext(row.why), gettext(row.hint)
    remedy = gettext("What to do: {hint}").replace("{hint}", hint)
    paragraphs = (f"{code} ({gettext(row.severity)}): {message}", why, remedy)
    return "\n\n".join(textwrap.fill(text, 100, break_on_hyphens=False) for text in paragraphs) + "\n"
