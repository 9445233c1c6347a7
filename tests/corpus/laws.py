"""Parse a collection of real texts and report what was kept, found and lost.

    make corpus TEXTS=laws.tar.xz

TEXTS is a folder of .txt files or a tar archive of them. Ends with exit code 1 when a text raised an exception, lost
a character, or gave an Akoma Ntoso file that is not valid.
"""

import re
import sys
import tarfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from akoma_schema import faults
from digest.model.corpus import Policy
from digest.model.document import Document, Kind, Role
from digest.pages.akoma import akoma_ntoso
from digest.parse import parse
from digest.read.source import decode
from digest.render.xml import xml_file
from digest.text.numerals import parse_numeral
from parsing import title_words
from small_corpus import corpus, meta

WORDS = title_words()
PRINTED = re.compile(
    r"^[ \t\u3000]*第([〇零一二三四五六七八九十百千]+)条(?![之的规、和至或，。])", re.MULTILINE
)


def main(texts: Path) -> int:
    """Parse all and print the figures; the exit code."""
    count: Counter[str] = Counter()
    started = time.process_time()
    for name, data in files(texts):
        try:
            examine(name, data, count)
        except Exception:  # noqa: BLE001 # counting them is the point
            count["exceptions"] += 1
            sys.stdout.write(f"{name}: {traceback.format_exc()}\n")
    seconds = time.process_time() - started
    for figure, number in sorted(count.items()):
        sys.stdout.write(f"{figure:<32}{number:>12,}\n")
    sys.stdout.write(f"{'MB a second, all told':<32}{count['bytes'] / seconds / 1e6:>12.2f}\n")
    return 1 if count["exceptions"] or count["characters lost"] or count["Akoma Ntoso not valid"] else 0


def files(texts: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each text, in order."""
    if texts.is_dir():
        for path in sorted(texts.rglob("*.txt")):
            yield path.name, path.read_bytes()
        return
    with tarfile.open(texts) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            if member.name.endswith(".txt") and (file := archive.extractfile(member)):
                yield Path(member.name).name, file.read()


def examine(name: str, data: bytes, count: Counter[str]) -> None:
    """Add the figures of one text; say where its articles differ from those it prints."""
    count["texts"] += 1
    count["bytes"] += len(data)
    source, problems = decode(name, data)
    if source is None:
        count["no texts"] += 1
        return
    document, found = parse(source, WORDS, "text")
    count["clauses"] += len(document.clauses)
    count["characters"] += len(source.text)
    count["characters lost"] += lost(document)
    if wrong := faults(akoma(document)):
        count["Akoma Ntoso not valid"] += 1
        sys.stdout.write(f"{name}: {wrong[0]}\n")
    for problem in (*problems, *found):
        count[f"findings {problem.code}"] += 1
    articles, printed = articles_of(document), printed_articles(source.text)
    count["articles found"] += len(articles)
    if articles != printed:
        count["texts with other articles"] += 1
        missing, more = Counter(printed) - Counter(articles), Counter(articles) - Counter(printed)
        sys.stdout.write(f"{name}: not found {sorted(missing.elements())}, more {sorted(more.elements())}\n")


def lost(document: Document) -> int:
    """Characters that are not white space and stand in no clause and in no reported artefact."""
    text = document.source.text
    kept = 0
    for token in document.tokens:
        if token.clause >= 0 or token.role is Role.ARTEFACT:
            kept += len("".join(text[token.start : token.end].split()))
    return abs(len("".join(text.split())) - kept)


def akoma(document: Document) -> bytes:
    """The text in Akoma Ntoso."""
    policies = (Policy(replace(meta("text"), relations=()), document, {}, {}),)
    return xml_file(dict(akoma_ntoso(replace(corpus(), policies=policies)))["text"])


def articles_of(document: Document) -> list[int]:
    """The numbers of the articles, in order."""
    found = (clause for clause in document.clauses if clause.kind is Kind.ARTICLE and clause.label)
    numbers = (re.sub(r"\s", "", clause.label or "") for clause in found)
    return [n for n in (parse_numeral(label.strip("第条")) for label in numbers if "之" not in label) if n]


def printed_articles(text: str) -> list[int]:
    """The numbers of the articles by a plain look at the beginnings of lines."""
    return [n for n in (parse_numeral(found[1]) for found in PRINTED.finditer(text)) if n]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
