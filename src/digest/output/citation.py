"""Citations to read in a terminal, and to copy from it."""

from collections.abc import Sequence
from datetime import date
from gettext import gettext

from digest.cite import Style, printed_in
from digest.model.reference import Reference


def citations(reference: Reference, styles: Sequence[Style], day: date) -> str:
    """The citation in one style as it is; in several, each below the id of its style."""
    citations = [_citation(reference, style, day) for style in styles]
    if len(styles) == 1:
        return citations[0]
    return "\n".join(f"{style.id}\n{text}" for style, text in zip(styles, citations, strict=True))


def _citation(reference: Reference, style: Style, day: date) -> str:
    found = printed_in(style, reference, day)
    text = found.text.rstrip("\n") + "\n"
    return text + (
        gettext("In the text: {citation}\n").format(citation=found.in_text) if found.in_text else ""
    )
