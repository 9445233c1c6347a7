"""The server shows what a plain static host would show."""

import json
import re
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from digest.output.frame import Framed
from digest.serving.aside import serving_aside
from digest.serving.server import server_for
from digest.serving.state import Board, Failure, State


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    site = tmp_path / "site"
    (site / "zh").mkdir(parents=True)
    (site / "zh/index.html").write_text("首页", "utf-8")
    (site / "404.html").write_text("没有此页", "utf-8")
    (site / "data").mkdir()
    (site / "data/clauses.jsonl").write_text("{}\n")
    (tmp_path / "secret").write_text("secret")
    with server_for(site, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def get(port: int, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "status", "kind", "body"),
    [
        ("/zh/", 200, "text/html; charset=utf-8", "首页"),
        ("/zh/index.html", 200, "text/html; charset=utf-8", "首页"),
        ("/data/clauses.jsonl", 200, "application/x-ndjson", "{}\n"),
        ("/none", 404, "text/html; charset=utf-8", "没有此页"),
        ("/data/", 404, "text/html; charset=utf-8", "没有此页"),
        ("/../secret", 404, "text/html; charset=utf-8", "没有此页"),
        ("/%2e%2e/secret", 404, "text/html; charset=utf-8", "没有此页"),
    ],
)
def test_get(port: int, path: str, status: int, kind: str, body: str) -> None:
    response, text = get(port, path)
    assert (response.status, response.headers["Content-Type"], text) == (status, kind, body)
    assert response.headers["Cache-Control"] == "no-store"


def test_head_of_a_missing_page_has_no_body(port: int) -> None:
    response, text = get(port, "/none", "HEAD")
    assert (response.status, text) == (404, "")


def test_a_folder_without_slash_leads_to_the_slash(port: int) -> None:
    response, _ = get(port, "/zh")
    assert (response.status, response.headers["Location"]) == (301, "/zh/")


@pytest.fixture
def board() -> Board:
    return Board(State("run-1"))


@pytest.fixture
def live(tmp_path: Path, board: Board) -> Iterator[int]:
    """The port of a server whose pages show what is on the board."""
    (tmp_path / "page.html").write_text("<!doctype html><head>\n<title>页</title></head><header>页", "utf-8")
    (tmp_path / "404.html").write_text("<head></head>没有此页", "utf-8")
    with server_for(tmp_path, 0, board) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


SCRIPT = re.compile(
    r'<script type="module" src="/.digest/reload.js" data-version="run-1" data-code="(\d+)" data-assets="(\w+)"></script>'
)


def test_pages_get_the_script_before_their_own(live: int, tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    before = (tmp_path / "page.html").read_bytes()
    _, text = get(live, "/page.html")
    assert SCRIPT.sub(r"[\1]", text) == "<!doctype html><head>[200]\n<title>页</title></head><header>页"
    _, text = get(live, "/none")
    assert SCRIPT.sub(r"[\1]", text) == "<head>[404]</head>没有此页"
    assert get(live, "/page.html", "HEAD")[1] == ""
    assert (tmp_path / "page.html").read_bytes() == before


def test_the_script_knows_when_styles_are_others(live: int, tmp_path: Path) -> None:
    def name() -> str:
        found = SCRIPT.search(get(live, "/page.html")[1])
        assert found
        return found[2]

    first = name()
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/site.css").write_text("p {}")
    assert name() == name() != first


@pytest.mark.parametrize(
    ("name", "kind"),
    [("reload.js", "text/javascript"), ("patch.js", "text/javascript"), ("panel.css", "text/css")],
)
def test_the_files_of_the_script(live: int, name: str, kind: str) -> None:
    response, body = get(live, f"/.digest/{name}")
    assert (response.status, response.headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")
    assert body
    assert get(live, "/.digest/server.py")[0].status != 200


def test_a_site_that_is_not_built_yet_is_waited_for(live: int, tmp_path: Path) -> None:
    response, text = get(live, "/zh/")
    assert response.status == 503
    assert SCRIPT.search(text)
    assert "Building the site" in text
    (tmp_path / "index.html").touch()
    assert get(live, "/zh/")[0].status == 404


def test_open_pages_are_told_of_each_change(live: int, board: Board) -> None:
    told = events(live)
    assert next(told)["version"] == "run-1"
    board.post(State("run-1", Failure("Fault", (Framed("head", "3", "<b>", "乙", "", "hint"),))))
    failure = next(told)["failure"]
    assert failure["title"] == "Fault"
    assert failure["frames"][0]["before"] == "<b>"
    board.post(State("run-2"))
    assert next(told) | {"version": "run-2", "failure": None} == next(events(live))


def test_a_server_beside_the_builder_hands_on_what_it_says(tmp_path: Path, board: Board) -> None:
    with server_for(tmp_path, 0, board) as server, serving_aside(server, board) as aside:
        told = events(server.server_port)
        assert next(told)["version"] == "run-1"
        aside.show(State("run-2"))
        assert next(told)["version"] == "run-2"


def events(port: int) -> Iterator[dict[str, Any]]:
    """What a page that is open hears."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/.digest/events")
    for line in connection.getresponse():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))
