"""The English of bodies by their printed forms, without the place, and what a list of them looks like."""

from collections.abc import Mapping

from digest.model.vocabulary import AgencyWords, any_of
from digest.regex import regex


class BodyNames:
    """``english`` gives the English of a printed form (发展改革委); ``listed`` matches a list whose first body alone has the
    ``mark`` of a place, with ``more`` for those after it (市科技局、财政局)."""

    def __init__(self, agencies: AgencyWords) -> None:
        self.english = _english(agencies)
        body = any_of(self.english)
        self.listed = regex(rf"(?P<mark>[省市区县州盟旗])(?:{body})(?P<more>(?:、(?:{body}))+)")


_LOCAL = ("局", "厅", "委员会", "办公室")
"""The organs that places have; 部 and 总局 are the nation's."""


def _english(agencies: AgencyWords) -> Mapping[str, str]:
    organs = [(end, organ) for end, organ in agencies.organ_of.items() if organ.zh in _LOCAL]
    english = {}
    for name, field in agencies.field_of.items():
        for end, organ in organs:
            template = field.bureau if field.bureau and organ.zh == "局" else organ.en
            english[name + end] = template.format(place="", field=field.en).strip()
    local = ((name, each.en) for name, each in agencies.named_of.items() if each.en.startswith("{place} "))
    return english | {name: en.removeprefix("{place} ") for name, en in local}
