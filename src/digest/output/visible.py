"""Text from anywhere, safe to show on a terminal."""

_BLANK = {"\t": " ", "\u3000": "\u3000", "\xa0": " "}


def visible(text: str) -> str:
    """The text with each character that would not show replaced by one that does, one for one.

    Control characters could drive the terminal; bidi and zero-width characters could hide what stands
    there. Every white space but the ideographic becomes a plain space.
    """
    return text if text.isprintable() else "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return _BLANK.get(character, " " if character.isspace() else "\ufffd")
