import pytest

from digest.text.nearest import nearest

KNOWN = [
    "title", "title_en", "title_zh", "explains", "implements", "supersedes", "amends", "cites", "printed",
    "inferred", "external", "unknown", "prefecture", "measures", "city-2024", "shenzhen-2022", "440309", "art9", "art6.3", "B103",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("tilte_en", "title_en"),
        ("infered", "inferred"),
        ("externl", "external"),
        ("implement", "implements"),
        ("prefektur", "prefecture"),
        ("shenzhen", "shenzhen-2022"),
        ("shenzhen-2202", "shenzhen-2022"),
    ],
)
def test_a_slip_is_recognised(name, meant):
    assert nearest(name, KNOWN) == meant


@pytest.mark.parametrize(
    "name",
    [
        "replaces",
        "refers",
        "press",
        "guess",
        "440399",
        "440308",
        "art99",
        "art8",
        "art3",
        "art63",
        "B13",
        "R999",
        "e",
        "",
        "取代",
        "文号",
    ],
)
def test_nothing_far_is_proposed(name):
    assert nearest(name, KNOWN) is None
