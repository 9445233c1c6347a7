import tomllib
from pathlib import Path
from typing import Any

import pytest

from digest.read.locate import locate

CONTENT = Path(__file__).parents[3] / "content"

TRICKY = '''
# a comment with [brackets] = "and quotes"
title = "a \\"quoted\\" # text"   # not part of it
'odd key'."and.dotted" . plain = 1
list = [ "a,]", # comment ]
  'b', [1, 2], { x = 1, y.z = [3] },
]
long = """
[not.a.table]
key = "no key" ""\\"
"""
"raw" = \'\'\'it's [[not]] '' one\'\'\'
date = 2024-01-01 00:00:00
empty = []
none = {}

[[row]]
id = "first"
[row.sub]
at = 1
[[row.part]]
n = 1
[[row.part]]
n = 2

[[row]]   # second
id = "second"
[[row.part]]
n = 3

[a . "b c"]
end = true'''


def paths(value, path=()):
    """Every path in what tomllib made of a text."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, each in value.items():
            yield from paths(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from paths(each, (*path, index))


def test_every_value_is_found_where_it_stands():
    data = tomllib.loads(TRICKY)
    spots = locate(TRICKY)
    known = set(paths(data))
    assert set(spots) <= known
    for path, spot in spots.items():
        value: Any = data
        for part in path:
            value = value[part]
        if not (isinstance(value, dict) or (isinstance(value, list) and path[0] == "row")):
            text = TRICKY[spot.value.start : spot.value.end]
            assert tomllib.loads(f"value = {text}")["value"] == value, path
    leaves = {path for path in known if not any(other[: len(path)] == path for other in known - {path})}
    assert leaves <= set(spots)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (("title",), "title"),
        (("odd key", "and.dotted", "plain"), "'odd key'.\"and.dotted\" . plain"),
        (("row", 0), "row"),
        (("row", 0, "part", 1), "row.part"),
        (("row", 1, "part", 0, "n"), "n"),
        (("a", "b c", "end"), "end"),
    ],
)
def test_a_key_is_found_where_it_stands(path, key):
    spot = locate(TRICKY)[path]
    assert TRICKY[spot.key.start : spot.key.end] == key


def test_the_second_table_of_a_list_is_another_place():
    spots = locate(TRICKY)
    assert TRICKY.count("\n", 0, spots["row", 0].key.start) + 1 == 17
    assert TRICKY.count("\n", 0, spots["row", 1].key.start) + 1 == 26


@pytest.mark.parametrize("text", ["", "\n", "# only a comment", "a = 1", "[a]", "a = 1\r\nb = 2\r\n"])
def test_short_files(text):
    data = tomllib.loads(text)
    assert set(locate(text)) == set(paths(data))


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.toml")), ids=lambda path: path.name)
def test_real_files(path):
    text = path.read_text("utf-8")
    data = tomllib.loads(text)
    spots = locate(text)
    for where in paths(data):
        value: Any = data
        for part in where:
            value = value[part]
        if isinstance(value, str):
            span = spots[where].value
            assert tomllib.loads(f"value = {text[span.start : span.end]}")["value"] == value
