"""What is filled in for one clause in the box that all clauses of its policy share."""

from digest.pages.citing import CiteBox


def filled(box: CiteBox, text: str) -> str:
    """A text of a box with the values in the places of the marks, as the template does it."""
    for mark, value in zip(box.marks, box.values, strict=True):
        text = text.replace(mark, value)
    return text
