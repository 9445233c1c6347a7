"""A pattern costs nothing before its first use, and is what `re` makes of it."""

import pickle
import re
from unittest.mock import Mock

import pytest

from digest.regex import regex


def test_nothing_is_compiled_before_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiling = Mock(side_effect=re.compile)
    monkeypatch.setattr(re, "compile", compiling)
    year = regex(r"(\d{4})年", re.ASCII)
    assert year.pattern == r"(\d{4})年"
    assert not compiling.called
    assert year.findall("2024年2025年") == ["2024", "2025"]
    assert [year.sub("", "2026年"), year.split("自2027年起")] == ["", ["自", "2027", "起"]]
    compiling.assert_called_once_with(r"(\d{4})年", re.ASCII)


def test_equal_patterns_are_equal_in_other_processes_too() -> None:
    year = regex("[0-9]{4}")
    assert year.findall("2024年") == ["2024"]
    sent = pickle.loads(pickle.dumps(year))  # noqa: S301 # our own
    assert sent == year == regex("[0-9]{4}") != regex("[0-9]{4}", re.ASCII)
