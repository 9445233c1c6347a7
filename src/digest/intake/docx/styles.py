"""The styles of a document, as far as they decide what is read: lists, and words hidden or struck out."""

from typing import NamedTuple
from xml.etree import ElementTree as ET

_LONGEST = 50  # styles based on each other; a damaged file may go in a circle


class ListPlace(NamedTuple):
    """Where in which list a paragraph is: ``number`` names the list ("0": none), ``level`` counts from 0. None: not said."""

    number: str | None
    level: int | None


class _Style(NamedTuple):
    based_on: str
    place: ListPlace
    look: ET.Element | None


class Styles:
    """The styles by their ids."""

    def __init__(self, root: ET.Element | None) -> None:
        self._known: dict[str, _Style] = {}
        self._switched: dict[tuple[str, str], bool | None] = {}
        language = root.find("docDefaults/rPrDefault/rPr/lang") if root is not None else None
        self.japanese = language is not None and language.get("eastAsia", "").startswith("ja")
        """Whether the East Asian words are Japanese."""
        self.default = ""
        """The style of a paragraph that names none."""
        for each in root.iter("style") if root is not None else ():
            name = each.get("styleId", "")
            properties, run = each.find("pPr"), each.find("rPr")
            self._known[name] = _Style(value(each.find("basedOn")), place_of(properties), run)
            if each.get("type") == "paragraph" and is_on(each.get("default", "0")):
                self.default = name

    def chain(self, name: str) -> list[str]:
        """A style, the one it is based on, and so on."""
        found: list[str] = []
        while name in self._known and name not in found and len(found) < _LONGEST:
            found.append(name)
            name = self._known[name].based_on
        return found

    def place(self, name: str) -> ListPlace:
        """The list of the paragraphs of a style."""
        places = [self._known[each].place for each in self.chain(name)]
        number = next((each.number for each in places if each.number is not None), None)
        level = next((each.level for each in places if each.level is not None), None)
        return ListPlace(number, level)

    def switched(self, name: str, switch: str) -> bool | None:
        """Whether a style switches a look of its words on, such as ``vanish``; None when it does not say."""
        if (name, switch) not in self._switched:
            setting = (is_switched(self._known[each].look, switch) for each in self.chain(name))
            self._switched[name, switch] = next((each for each in setting if each is not None), None)
        return self._switched[name, switch]


def place_of(properties: ET.Element | None) -> ListPlace:
    """What the properties of a paragraph or style say about its list."""
    found = properties.find("numPr") if properties is not None else None
    if found is None:
        return ListPlace(None, None)
    level = found.find("ilvl")
    return ListPlace(value(found.find("numId")) or None, None if level is None else whole(value(level)))


def is_switched(look: ET.Element | None, switch: str) -> bool | None:
    """Whether the properties of a run switch a look on; None when they do not say."""
    found = look.find(switch) if look is not None else None
    return None if found is None else is_on(found.get("val", "1"))


def is_on(setting: str) -> bool:
    """A switch of the format."""
    return setting not in ("0", "false", "off", "none")


def value(element: ET.Element | None) -> str:
    """What an element says, empty where it is missing."""
    return "" if element is None else element.get("val", "")


def whole(setting: str) -> int:
    """A whole number of at most nine digits, as the format has them; 0 for anything else."""
    return (
        int(setting) if len(setting) <= 9 and setting.isascii() and setting.removeprefix("-").isdigit() else 0
    )
