"""Clauses as people name them."""

import pytest

from digest.text.clause_names import ClauseName, read_name


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("longhua-2024#art7", ClauseName("longhua-2024", "art7")),
        ("longhua-2024#3.2.u1", ClauseName("longhua-2024", "3.2.u1")),
        ("longhua-2024#art15_1-2.3@1db1ba27", ClauseName("longhua-2024", "art15_1-2.3", "1db1ba27")),
        ("longhua-2024", None),
        ("longhua-2024#", None),
        ("longhua-2024#art7@", None),
        ("longhua-2024#art7@1db1", None),
        ("longhua-2024#art7@1DB1BA27", None),
        ("longhua-2024#../../x", None),
        ("https://a.b/#art7", None),
        ("longhua-2024#art7\n", None),
    ],
)
def test_a_name_is_a_policy_a_clause_and_perhaps_a_wording(name, read):
    assert read_name(name) == read
