"""The server shows what a plain static host would show."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from digest.server import server_for


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
