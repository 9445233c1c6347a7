"""The examples on the page of downloads, run as readers run them: against a server, each in its own language."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from digest.exporting import export, write_export
from digest.model.corpus import Corpus
from digest.model.facts import Cap, ClauseFacts, Instrument
from digest.pages.examples import EXAMPLES
from small_corpus import corpus

CODE = {each.name: each.at for each in EXAMPLES}
CAPS = {"2.1": (5_000_000, 3), "2.1.1": (10_000_000, 5_000_000), "box1": (40, 20)}
"""The ceilings of supports of the first policy; the second has one that is no sum in yuan, and higher than all."""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def with_caps(base_url: str) -> Corpus:
    small = corpus(base_url)
    first, second = small.policies

    def facts(sums: tuple[int, ...], currency: str) -> ClauseFacts:
        caps = tuple(Cap(each, "<=", "project", "printed", currency) for each in sums)
        return ClauseFacts(instruments=(Instrument("reward", "", 0, 0, caps=caps),))

    return replace(
        small,
        policies=(
            replace(first, facts={name: facts(sums, "CNY") for name, sums in CAPS.items()}),
            replace(second, facts={"2.1": facts((90_000_000,), "USD")}),
        ),
    )


EXPECTED = [
    ("10000000", "2.1.1"),
    ("5000000", "2.1"),
    ("5000000", "2.1.1"),
    ("40", "box1"),
    ("20", "box1"),
    ("3", "2.1"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site's data."""
    folder = tmp_path_factory.mktemp("site")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        base_url = f"http://127.0.0.1:{server.server_port}/"
        whole = with_caps(base_url)
        for form in ("csv", "jsonl", "sqlite"):
            assert write_export(export(whole, form), folder / "data") == ()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield base_url
        server.shutdown()


def rows(base_url: str) -> list[tuple[str, ...]]:
    place = "Guangming District, Shenzhen"
    return [(amount, "project", place, f"{base_url}p/example-2022/{clause}/") for amount, clause in EXPECTED]


def ran(command: list[str], code: str, folder: Path) -> str:
    environment = os.environ | {"LC_ALL": "C.UTF-8", "no_proxy": "127.0.0.1"}
    done = subprocess.run(
        [*command, code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("name", "command"), [("python", [sys.executable, "-I", "-W", "error", "-c"]), ("r", ["Rscript", "-e"])]
)
def test_programs_print_the_highest_caps(site: str, tmp_path: Path, name: str, command: list[str]) -> None:
    printed = ran(command, CODE[name](site), tmp_path)
    assert [tuple(line.split("\t")) for line in printed.splitlines()] == rows(site)


def test_curl_brings_the_files_and_sql_finds_the_same(site: str, tmp_path: Path) -> None:
    ran(["sh", "-e", "-c"], CODE["curl"](site), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "caps.jsonl", "digest.sqlite", "stages.jsonl", "tiers.jsonl",
    ]  # fmt: skip
    assert (tmp_path / "caps.jsonl").read_text("utf-8").count("\n") == 7
    with closing(sqlite3.connect(tmp_path / "digest.sqlite")) as database:
        found = database.execute(CODE["sql"](site)).fetchall()
    assert [(str(amount), *rest) for amount, *rest in found] == rows(site)
