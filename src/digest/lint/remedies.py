"""What to write in place of a name or a sign that is wrong."""

from collections.abc import Collection, Iterable
from gettext import gettext

from digest.text.nearest import nearest

HALF_WIDTH = dict(zip("“”‘’（）［］｛｝，．：＝｜＋－！　", "\"\"''()[]{},.:=|+-! ", strict=True))
"""What a Chinese input method types, and the sign that a template or a style sheet needs."""


def write_nearest(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """The known name that may be meant; where none is near, another remedy, or to correct it."""
    if near := nearest(name, known):
        return gettext("Write `{word}` if you mean that. Otherwise remove it.").format(word=near)
    return otherwise or gettext("Remove it, or correct the name.")


def write_known(name: str, known: Collection[str]) -> str:
    """The part of a page's value that may be meant, else all there are. A template that the project copied long ago asks for
    parts that are gone."""
    listed = ", ".join(known)
    older = gettext(
        "Known here: {known}. If the file was copied from an earlier version, save yours under another "
        "name. Copy the program's file with `digest templates copy NAME --force`, and make your changes in "
        "it again."
    )
    return write_nearest(name, known, older.format(known=listed) if listed else "")


def replace_sign(sign: str, right: str) -> tuple[str, str]:
    """What is wrong with a full-width sign, and what to do."""
    reason = gettext("the full-width sign {sign} is used where {right} is needed")
    remedy = gettext("Replace {sign} with {right}, typed with the input method switched to English.")
    return reason.format(sign=sign, right=right), remedy.format(sign=sign, right=right)
