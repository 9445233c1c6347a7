"""The name that a policy's folder is given."""

import pytest

from digest.adding import name_for_address
from digest.text.places import Gazetteer
from digest.text.slugs import SLUG

PLACES = Gazetteer()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("000000", "china"),
        ("110000", "beijing"),
        ("150000", "inner-mongolia"),
        ("370000", "shandong"),
        ("440300", "shenzhen"),
        ("440309", "longhua"),
        ("422800", "enshi"),
        ("640000", "ningxia"),
    ],
)
def test_a_place_gives_its_name_without_what_it_is(code: str, name: str) -> None:
    assert name_for_address(PLACES[code].name_en) == name


def test_every_place_has_a_name_for_addresses() -> None:
    assert [code for code in PLACES if not SLUG.fullmatch(name_for_address(PLACES[code].name_en))] == []
