"""Our reading of jieba's dictionary cuts as jieba does."""

import re
import warnings
from itertools import accumulate
from pathlib import Path

from digest.search.reader import SIGNS, Reader
from digest.search.records import Field
from digest.text.words import segmenter


def test_words_are_those_of_jieba(project: Path, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own files hold invalid escapes
        import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path)
    ours = segmenter()
    texts = sorted(path.read_text("utf-8") for path in (project / "content/policies").glob("*/source.txt"))
    runs = [run for text in texts for run in re.findall(r"[\u3400-\u9fff]+", text)]
    assert len(runs) > 2000
    long = [word for word in ours.costs if len(word) > 8 and re.fullmatch(r"[\u4e00-\u9fd5]+", word)]
    assert len(long) > 300
    runs += [run for word in long for run in (word, word[:-1], f"{word[1:]}的{word}")]
    assert [ours.cut(run) for run in runs] == [list(tokenizer.cut(run, HMM=False)) for run in runs]


def test_edges_of_words_are_those_of_jieba_with_new_words(project: Path, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path)
    reader, begins = Reader(segmenter(), str), SIGNS[Field.TEXT].plain[1]
    texts = sorted(path.read_text("utf-8") for path in (project / "content/policies").glob("*/source.txt"))
    for run in {run for text in texts for run in re.findall(r"[\u3400-\u9fff]+", text)}:
        _, signs = reader.read(run, Field.TEXT)
        words = [0, *accumulate(map(len, tokenizer.cut(run)))]
        assert [at for at, sign in enumerate(signs) if sign == begins] == words[:-1], run
