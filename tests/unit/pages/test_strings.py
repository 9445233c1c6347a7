"""The interface words: complete, the same in both languages, all of them used."""

import re
from pathlib import Path

import polib
import pytest

from digest.model.reasons import REASONS
from digest.pages.strings import Run, read_words
from digest.resources import catalogue, templates

NAMES = re.compile(r"{(\w+)}")


@pytest.fixture(scope="module")
def words():
    found = read_words([templates()])
    return {language: dict(found[language].entries[0][1]) for language in ("zh", "en")}


def test_both_languages_have_the_same_keys(words):
    assert words["zh"].keys() == words["en"].keys()


def test_the_pages_word_how_a_value_is_known_as_the_command_line_does(words):
    chinese = {entry.msgid: entry.msgstr for entry in polib.pofile(catalogue("zh"))}
    for language, said in (
        ("zh", {code: chinese[english] for code, english in REASONS.items()}),
        ("en", REASONS),
    ):
        shown = {
            key.removeprefix("how."): text for key, text in words[language].items() if key.startswith("how.")
        }
        assert {code: text.lower() for code, text in shown.items()} == said


def test_no_word_is_empty(words):
    assert [key for found in words.values() for key, text in found.items() if not text.strip()] == []


def test_both_languages_fill_in_the_same_names(words):
    different = [
        key
        for key, text in words["zh"].items()
        if set(NAMES.findall(text)) != set(NAMES.findall(words["en"][key]))
    ]
    assert different == []


def test_english_words_hold_no_chinese(words):
    assert [key for key, text in words["en"].items() if re.search("[\u3000-\u9fff\uff00-\uffef]", text)] == []


def test_every_word_is_used_and_every_used_word_exists(words):
    sources = [*Path(__file__).parents[3].glob("src/digest/pages/**/*.py"), *templates().glob("*.html")]
    text = "".join(path.read_text("utf-8") for path in sources)
    named = set(
        re.findall(r"""(?:words|both|plain|fill)(?:\[\w+\])?[\[(]\s*"([a-z_]+\.[a-z_.]+)\"(?! ~)""", text)
    )
    families = set(re.findall(r'(?:f"|startswith\(")((?:[a-z]+\.)+(?:[a-z]+_)?)["{]', text))
    families |= set(re.findall(r'"([a-z]+\.(?:[a-z]+_)?)" ~', text))
    assert sorted(named - words["en"].keys()) == []
    unused = [key for key in words["en"] if f'"{key}"' not in text and not key.startswith(tuple(families))]
    assert unused == []


def test_a_project_replaces_single_words(tmp_path):
    (tmp_path / "words.en.toml").write_text('[frame]\nhome = "Start"\n')
    found = read_words([tmp_path, templates()])
    assert found["en"]["frame.home"] == (Run("Start", "en"),)
    assert found["en"]["frame.dark"] == (Run("Dark mode", "en"),)
    assert [run.lang for run in found["both"]["frame.home"]] == ["zh-CN", "en"]


def test_what_cannot_be_used_is_left_out(tmp_path):
    (tmp_path / "words.zh.toml").write_text('[frame]\nhone = "首页"\n')
    (tmp_path / "words.en.toml").write_text("[frame\n")
    assert read_words([tmp_path, templates()]) == read_words([templates()])


def test_numbers_choose_their_form():
    found = read_words([templates()])
    assert found["en"].count("clauses", 1)[0].text == "1 clause"
    assert found["en"].count("clauses", 2)[0].text == "2 clauses"
