"""How high a cited document stands: whether the nation, a province, a city or a district issued it, where its title or its number
says so. What says nothing of it has no level."""

from digest.enrich.places import Places
from digest.model.corpus import Jurisdiction
from digest.model.vocabulary import PlaceNames
from digest.regex import regex
from digest.text.places import bare_name


def issuing_level(title: str, number: str | None, places: Places, words: PlaceNames) -> str | None:
    """The level of who issued a document: nation | province | prefecture | county | zone; None where nothing shows it."""
    name = _CARRIER.sub("", title)
    if name.startswith(words.nation) or (number or "").startswith(words.nation_numbers):
        return "nation"
    return _of_title(name, places) or _of_number(number or "", places, words)


def _of_title(name: str, places: Places) -> str | None:
    """The level of the place that a title begins with: one of the text's own line, else the only one so called."""
    if _NAMED_AFTER.match(name):
        return None
    for place in places.chain:
        names = (place.name_zh, _own_name(place), bare_name(_own_name(place)))
        if name.startswith(tuple(each for each in names if len(each) > 1)):
            return place.level
    for size in range(min(len(name), _LONGEST), 1, -1):
        codes = places.all.called(name[:size]) if size > 2 else ()
        codes = codes or places.all.called_shortly(name[:size])
        levels = {places.all[code].level for code in codes}
        if levels:
            return levels.pop() if len(levels) == 1 else None
    return None


def _of_number(number: str, places: Places, words: PlaceNames) -> str | None:
    """The level of the place of the text's own line by whose character a number begins: 粤府函, 深府规."""
    for place in places.chain[:-1]:
        name = bare_name(_own_name(place))
        if number.startswith(name[0]) or words.signs.get(number[:1]) == name:
            return place.level
    return None


def _own_name(place: Jurisdiction) -> str:
    """A district without its city: 光明区 of 深圳市光明区."""
    _, city, district = place.name_zh.partition("市")
    return district if city and len(district) > 1 else place.name_zh


_CARRIER = regex("^(?:关于|印发|转发|《|中共(?!中央))+")
_NAMED_AFTER = regex("中国[（(]")
"""中国（大连）跨境电子商务综合试验区 is the name of a zone, whose plans the nation or its province issues."""
_LONGEST = 8
