"""The title that the properties of an office file name, where it can be believed."""

from digest.model.intake import Clue

_HEAD = 2_000  # code points of a text in which its title stands
_SHORTEST = 6


def title_clue(stated: str, text: str, origin: str) -> tuple[Clue, ...]:
    """A clue, if the title that a file states also begins its text.

    Properties survive from the template or from an earlier text: “Microsoft Word - 文件1”, another policy's title. What
    the text does not print is no title.
    """
    title = "".join(stated.split())
    if len(title) < _SHORTEST or title not in "".join(text[:_HEAD].split()):
        return ()
    return (Clue("title_zh", title, origin),)
