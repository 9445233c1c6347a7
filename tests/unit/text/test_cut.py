"""Our reading of jieba's dictionary cuts as jieba does."""

import re
import warnings
from itertools import accumulate
from math import log
from pathlib import Path
from random import Random
from typing import Any

import pytest

from digest.search.reader import SIGNS, UnitReader
from digest.search.records import SearchField
from digest.text.segmenter import parts_of_speech, segmenter


@pytest.fixture(scope="module")
def jieba(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """jieba with its dictionary."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own files hold invalid escapes
        from jieba import Tokenizer

    tokenizer = Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    return tokenizer


@pytest.fixture(scope="module")
def runs(project: Path) -> list[str]:
    """The runs of Chinese characters of the policies."""
    texts = sorted(path.read_text("utf-8") for path in (project / "content/policies").glob("*/source.txt"))
    return [run for text in texts for run in re.findall(r"[\u3400-\u9fff]+", text)]


@pytest.fixture(scope="module")
def words() -> list[str]:
    """The words of the dictionary that are Chinese characters."""
    return list(filter(re.compile(r"[\u4e00-\u9fd5]+").fullmatch, parts_of_speech()))


def test_words_are_those_of_jieba(jieba: Any, runs: list[str]) -> None:
    ours = segmenter()
    assert len(runs) > 2000
    assert [ours.cut(run) for run in runs] == [tuple(jieba.cut(run, HMM=False)) for run in runs]


def test_words_of_any_length_are_those_of_jieba(jieba: Any, words: list[str]) -> None:
    ours = segmenter()
    assert all(word in ours for word in words)
    long = [word for word in words if len(word) > 8]
    assert len(long) > 500
    for before, word, after in zip(words, long, words[1000:], strict=False):
        run = before + word + after
        assert ours.cut(run) == tuple(jieba.cut(run, HMM=False))


def test_words_of_random_texts_are_those_of_jieba(jieba: Any, words: list[str]) -> None:
    ours, random = segmenter(), Random(14)
    for _ in range(2000):
        characters = [chr(random.randint(0x4E00, 0x9FD5)) for _ in range(3)]
        parts = random.choices(words, k=random.randint(1, 12)) + characters
        random.shuffle(parts)
        run = "".join(parts)
        at = random.randrange(len(run))
        for text in (run, run[at:] or run):
            assert ours.cut(text) == tuple(jieba.cut(text, HMM=False)), text


def test_frequencies_add_up_as_in_jieba(jieba: Any) -> None:
    jieba.initialize()
    known = segmenter().known["的"].chances
    assert known["的"] == pytest.approx(log(jieba.FREQ["的"] / jieba.total))


def test_edges_of_words_are_those_of_jieba_with_new_words(jieba: Any, runs: list[str]) -> None:
    reader, begins = UnitReader(segmenter(), str), SIGNS[SearchField.TEXT].plain[1]
    for run in set(runs):
        _, signs = reader.read(run, SearchField.TEXT, {})
        edges = [0, *accumulate(map(len, jieba.cut(run)))]
        assert [at for at, sign in enumerate(signs) if sign == begins] == edges[:-1], run
