"""The server shows what a plain static host would show."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from digest.server import Versions, server_for, serving_aside


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
def live(tmp_path: Path) -> Iterator[tuple[int, list[str]]]:
    """The port of a server whose pages load themselves again, and the version of the site."""
    (tmp_path / "page.html").write_text("<head></head><p>页", "utf-8")
    (tmp_path / "404.html").write_text("<head></head>没有此页", "utf-8")
    version = ["1"]
    with server_for(tmp_path, 0, lambda: version[0]) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port, version
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("path", "rest"), [("/page.html", "<p>页"), ("/none", "没有此页")])
def test_pages_that_load_themselves_again(
    live: tuple[int, list[str]], tmp_path: Path, path: str, rest: str
) -> None:
    port, _ = live
    before = (tmp_path / "page.html").read_bytes()
    _, text = get(port, path)
    script = '<script src="/.digest/reload.js" defer></script>'
    assert text == f"<head>{script}\n</head>{rest}"
    response, body = get(port, "/.digest/reload.js")
    assert response.status == 200
    assert "location.reload()" in body
    assert get(port, "/page.html", "HEAD")[1] == ""
    assert (tmp_path / "page.html").read_bytes() == before


def test_pages_learn_of_a_new_version(live: tuple[int, list[str]]) -> None:
    port, version = live
    assert get(port, "/.digest/version")[1] == "1"
    version[0] = "2"
    assert get(port, "/.digest/version")[1] == "2"


def test_a_server_beside_the_builder_tells_its_versions(tmp_path: Path) -> None:
    versions = Versions()
    with server_for(tmp_path, 0, versions.name) as server, serving_aside(server):
        _, first = get(server.server_port, "/.digest/version")
        versions.next()
        _, second = get(server.server_port, "/.digest/version")
    assert first != second
