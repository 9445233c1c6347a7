"""PO files of GNU gettext, both ways: the format that Poedit, Weblate and OmegaT open.

``print_po`` writes one form only (no line is wrapped, one order of the parts), so that printing what
was parsed from it gives the same bytes. References, extracted comments and flags other than ``fuzzy``
are not kept: an extracted comment says what a phrase is, and is written again each time.
"""

from gettext import gettext

import polib

from digest.model.phrases import about
from digest.model.translation import Catalogue, Entry
from digest.regex import regex


class PoError(ValueError):
    """A text that is no PO file; ``line`` (from 1, 0 when unknown) is where it stops being one."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def parse_po(text: str, path: str = "") -> Catalogue:
    """The entries of a PO file in their order. Raises PoError."""
    if text.strip():
        _refuse(text)
    try:
        # The line feed in front keeps polib from taking a text of one line for the name of a file.
        parsed = polib.pofile("\n" + text)
    except (OSError, ValueError, IndexError, KeyError) as error:
        raise _explained(error) from error
    lines = text.splitlines()
    entries = tuple(_entry(each, lines) for each in parsed)
    return Catalogue(path, parsed.header, dict(parsed.metadata), entries)


def print_po(catalogue: Catalogue) -> str:
    """The file; obsolete entries stand at its end."""
    file = polib.POFile(wrapwidth=0)
    file.header = catalogue.about
    file.metadata = dict(catalogue.header)
    file.metadata_is_fuzzy = False
    file.extend(_polib_entry(entry) for entry in catalogue.entries)
    return str(file).rstrip("\n") + "\n"


def one_line_safe(text: str) -> str:
    """The text without the rare characters that end a line but that PO cannot escape: each becomes a space."""
    return _BREAKS.sub(" ", text)


_BREAKS = regex("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_STARTS = regex(r'(?:#[~|]+\s*)?(?:msg|")')
_KEYWORD = regex(r"(?:#[~|]+\s*)?(msg[\w\[\]]*)")
_KEYWORDS = regex(r"msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]")
_STRING = regex(r'(?:#[~|]+\s*)?(?:msg[a-z_]+(?:\[\d\])?\s*)?"(?:[^"\\]|\\.)*"\s*')
_PLACE = regex(r"\(line (\d+)\)")
_START = regex(r"(?:#~ )?msg(?:ctxt|id)\b")


def _refuse(text: str) -> None:
    """What polib would take, cutting off what it does not expect."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := _BREAKS.search(line):
            said = gettext("the character U+{number:04X} breaks a line where no break is allowed")
            raise PoError(said.format(number=ord(found[0])), number)
        keyword = _KEYWORD.match(line)
        if keyword and not _KEYWORDS.fullmatch(keyword[1]):
            raise PoError(gettext("there is no keyword {word}").format(word=keyword[1]), number)
        if _STARTS.match(line) and not _STRING.fullmatch(line):
            raise PoError(
                gettext(
                    "the text is not a single text between straight quotation marks (one inside is "
                    'written \\")'
                ),
                number,
            )
        if line.strip() and line.lstrip()[0] not in '#m"':
            raise PoError(gettext("a text is between quotation marks, a comment begins with #"), number)


def _explained(error: Exception) -> PoError:
    """What polib says, without its own way of naming files; its lines count the one put in front."""
    place = _PLACE.search(str(error))
    reason = str(error).partition("): ")[2] or gettext("it cannot be read from here on")
    return PoError(reason, int(place[1]) - 1 if place else 0)


def _entry(each: polib.POEntry, lines: list[str]) -> Entry:
    first = max((each.linenum or 0) - 2, 0)  # its comments come first; a message points at its words
    at = next((at for at in range(first, len(lines)) if _START.match(lines[at])), first)
    return Entry(
        context=each.msgctxt or "",
        zh=each.msgid,
        en=each.msgstr,
        was_zh=each.previous_msgid if each.fuzzy and each.previous_msgid else None,
        fuzzy=each.fuzzy,
        obsolete=bool(each.obsolete),
        notes=tuple(line for line in each.tcomment.split("\n") if line.strip()),
        line=at + 1,
    )


def _polib_entry(entry: Entry) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=entry.context,
        msgid=one_line_safe(entry.zh),
        msgstr=one_line_safe(entry.en),
        previous_msgctxt=entry.context if entry.was_zh is not None else None,
        previous_msgid=None if entry.was_zh is None else one_line_safe(entry.was_zh),
        flags=["fuzzy"] if entry.fuzzy else [],
        tcomment="\n".join(entry.notes),
        comment="" if entry.obsolete else about(entry.context),
        obsolete=entry.obsolete,
    )
