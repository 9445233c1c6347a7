import re

import pytest

from digest.read.schema import ANY, Key, Shape, TextRule, check, describe
from digest.read.toml import parse_toml

CODE = TextRule(re.compile("[a-z]{2}"), "two small letters", '"ab"')
SCHEMA = (
    Key("title"),
    Key("kind", required=False, choices=("tax", "grant")),
    Key("codes", Shape.TEXTS, required=False, rule=CODE),
    Key("count", Shape.WHOLE, required=False),
    Key("share", Shape.NUMBER, required=False),
    Key("open", Shape.FLAG, required=False),
    Key("words", Shape.TABLE, required=False, inside=(Key(ANY, choices=(">=", "<=")),)),
    Key(
        "row",
        Shape.TABLES,
        required=False,
        inside=(Key("id", unique=True), Key("also", Shape.TEXTS, required=False, unique=True)),
    ),
)


def found(text):
    file, problems = parse_toml("x.toml", text.encode())
    assert problems == ()
    assert file is not None
    return [(each.code, each.line, each.column) for each in check(file, SCHEMA)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('title = "a"', []),
        ('title = "a"\nkind = "tax"\ncodes = ["ab"]\ncount = 1\nshare = 1\nopen = false', []),
        ("", [("R102", 0, 1)]),
        ('titel = "a"', [("R103", 1, 1)]),
        ('title = "a"\nother = 1', [("R103", 2, 1)]),
        ("other = 1", [("R102", 0, 1), ("R103", 1, 1)]),
        ("title = 1", [("R104", 1, 9)]),
        ('title = ""', [("R104", 1, 9)]),
        ('title = "\u3000"', [("R104", 1, 9)]),
        ('title = "a"\nkind = "taxes"', [("R105", 2, 8)]),
        ('title = "a"\ncodes = ["ab", "abc"]', [("R106", 2, 16)]),
        ('title = "a"\ncodes = ["ab", 1]', [("R104", 2, 9)]),
        ('title = "a"\ncount = true', [("R104", 2, 9)]),
        ('title = "a"\ncount = 1.0', [("R104", 2, 9)]),
        ('title = "a"\nshare = false', [("R104", 2, 9)]),
        ('title = "a"\nopen = 1', [("R104", 2, 8)]),
        ('title = "a"\nwords = "x"', [("R104", 2, 9)]),
        ('title = "a"\n[words]\n"至少" = ">="\n"至多" = "<"', [("R105", 4, 8)]),
        ('title = "a"\nrow = [1]', [("R104", 2, 7)]),
        ('title = "a"\n[[row]]\nid = "x"\n[[row]]', [("R102", 4, 3)]),
        ('title = "a"\n[[row]]\nid = "x"\n[[row]]\nid = "x"', [("R107", 5, 6)]),
        ('title = "a"\n[[row]]\nid = "x"\n[[row]]\nid = "y"\nalso = ["z", "x"]', [("R107", 6, 14)]),
        ('title = "a"\n[[row]]\nid = "x"\nalso = ["x"]', []),
        ('title = "a"\nrow = [{ id = "x" }, { id = "x" }]', [("R107", 2, 29)]),
        ("[title]", [("R104", 1, 2)]),
    ],
)
def test_a_file_against_its_schema(text, expected):
    assert found(text) == expected


def test_messages_name_the_key_by_its_tables():
    file, _ = parse_toml("x.toml", '[words]\n至少 = "<"'.replace("至少", '"至少"').encode())
    assert file is not None
    (missing, wrong) = check(file, SCHEMA)
    assert missing.message == "The key `title` is missing."
    assert wrong.message == '`words.至少` is "<", which is not a known value.'


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("", "an empty text"),
        ("x" * 50, '"' + "x" * 40 + '…"'),
        (True, "true"),
        (3, "the number 3"),
        ({}, "a table"),
        ([], "a list"),
    ],
)
def test_values_are_described(value, words):
    assert describe(value) == words
