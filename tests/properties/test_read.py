"""Whatever bytes come in, reading gives a value or a Problem, and a text is never changed."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from digest.model.source import Source
from digest.read.source import decode
from digest.read.toml import parse_toml

CHINESE = st.text(st.characters(codec="gb18030", exclude_characters="\0"), max_size=200)
TOML_PARTS = st.lists(
    st.sampled_from(
        [
            *("a", "b.c", '"d e"', " = ", "1", '"text"', "'text'", '"""', "'''", "\n", "[", "]", "[[", "]]"),
            *(
                "{",
                "}",
                ",",
                "#",
                "true",
                "2024-01-01",
                "\\",
                "表",
                ".",
                " ",
                '"x" = 1\n',
                "[[t]]\n",
                "k = 1\n",
            ),
        ]
    ),
    max_size=25,
).map("".join)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    source, problems = decode("x", data)
    assert isinstance(source, Source) or problems


@given(CHINESE)
def test_a_utf8_text_is_never_changed(text: str) -> None:
    source, _ = decode("x", text.encode())
    if source:
        assert source.text.encode(source.encoding) == text.encode()


@given(TOML_PARTS)
def test_any_toml_has_places_or_a_reason(text: str) -> None:
    file, problems = parse_toml("x", text.encode())
    assert (file is None) == bool(problems)
    if file:
        assert file.data == tomllib.loads(text)
        assert all(0 <= s.start <= s.end <= len(text) for spot in file.spots.values() for s in spot)
        assert {path[0] for path in file.spots} == set(file.data)
