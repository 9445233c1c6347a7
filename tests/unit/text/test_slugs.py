"""Names that can be part of an address."""

import pytest

from digest.text.slugs import free_slug, proposed_slug


def test_a_name_that_is_taken_gets_the_next_number() -> None:
    assert free_slug("jinan-2024", set()) == "jinan-2024"
    assert free_slug("jinan-2024", {"jinan-2024", "jinan-2024-2"}) == "jinan-2024-3"


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("City 2024", "city-2024"),
        ("Ürümqi_2024", "urumqi-2024"),
        ("jinan-2024 - 副本", "jinan-2024-2"),
        ("副本 (2) jinan-2023", "2-jinan-2023"),
        ("2019年2月31日", "place-2024"),
        ("济南市2024年", "place-2024"),
        ("新建文件夹", "place-2024"),
        ("2024年v2", "place-2024"),
    ],
)
def test_a_name_is_proposed_that_says_something_and_is_free(name: str, proposed: str) -> None:
    assert proposed_slug(name, {"jinan-2024"}, "place-2024") == proposed
