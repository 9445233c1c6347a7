"""Corpora to measure the search on: the policies of a content folder, or a folder of laws, once or many times over."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from digest.build import load
from digest.model.corpus import Corpus, Policy, Stated
from digest.parse import parse
from digest.read.source import decode
from parsing import title_words
from small_corpus import corpus as small
from small_corpus import meta


def corpus_of(folder: Path, times: int = 1) -> Corpus:
    """The corpus of a content folder, or of a folder of .txt files; copies get other figures."""
    if (folder / "policies").is_dir():
        corpus, _ = load(folder)
        if corpus is None:
            raise SystemExit(f"{folder} cannot be read")
        return corpus
    return replace(small(), policies=tuple(_laws(folder, times)))


def _laws(folder: Path, times: int) -> Iterator[Policy]:
    for path in sorted(folder.glob("*.txt")):
        source, _ = decode(path.name, path.read_bytes())
        if source is None:
            continue
        for copy in range(times):
            text = source.text.translate({48 + digit: str((digit + copy) % 10) for digit in range(10)})
            slug = f"law-{path.stem}-{copy}"
            document, _ = parse(replace(source, text=text), title_words(), slug)
            title = Stated(text.strip().partition("\n")[0][:60], "printed")
            made = replace(meta(slug), title_zh=title)
            yield Policy(made, document, {}, {})
