"""A web server for looking at the built site on one's own machine; it cannot be reached from others.

It behaves like a plain static host: a folder's ``index.html``, the site's own 404 page, no listings. While the site is
built again and again, it adds a script to the pages it sends, so that they show the newest; no file is changed for that.
"""

import re
import sys
from functools import partial
from hashlib import blake2b
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from digest.regex import regex
from digest.serving.state import Board, State, message

LOOPBACK = "127.0.0.1"

_OWN = "/.digest/"
"""What follows is no file of the site."""
_EVENTS = "events"
_PARTS = frozenset({"reload.js", "patch.js", "panel.js", "panel.css"})
"""The files of the script."""
_HEAD = regex(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)
"""Where the script goes: before all others, so that it sees a page as it was sent."""
_BEAT = 10.0
"""Seconds after which something is said to an open page, to learn whether it is still open."""


def server_for(folder: Path, port: int, board: Board | None = None) -> ThreadingHTTPServer:
    """A server that already listens (port 0 takes a free one). OSError when the port is taken.

    Where there is a ``board``, pages show what is on it; one that is not built yet is waited for.
    """
    return _Server((LOOPBACK, port), partial(_Handler, directory=str(folder.resolve()), board=board))


def _assets(folder: Path) -> str:
    """A name for the styles and scripts of a site; another one when any of them is another."""
    found = [
        (path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in (folder / "assets").glob("*")
    ]
    return blake2b(repr(sorted(found)).encode(), digest_size=8).hexdigest()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # somebody has closed a page
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".jsonl": "application/x-ndjson",
        ".csv": "text/csv; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".xml": "application/xml",
        ".svg": "image/svg+xml",
    }

    def __init__(self, *args: Any, board: Board | None, **options: Any) -> None:
        self._board = board  # the base class answers within its constructor
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        if self._board and urlsplit(self.path).path == _OWN + _EVENTS:
            self._tell(self._board)
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        asked = urlsplit(self.path).path
        if "%00" in asked:  # no file has such a name, and the base class would stumble over it
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if self._board is None:
            return super().send_head()
        if (name := asked.removeprefix(_OWN)) in _PARTS:
            return self._sent(self.guess_type(name), files("digest.serving").joinpath(name).read_bytes())
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if asked.endswith("/") else path
        if page.suffix == ".html" and page.is_file():
            return self._sent("text/html; charset=utf-8", self._shown(page, HTTPStatus.OK))
        return super().send_head()

    def _tell(self, board: Board) -> None:
        """Send the state of the site, and again whenever it changes, for as long as the page is open."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b"retry: 500\n\n")
        told: State | None = None
        while True:
            state = board.wait(told, _BEAT)
            self.wfile.write(b":\n\n" if state == told else f"data: {message(state)}\n\n".encode())
            told = state

    def _sent(self, kind: str, body: bytes, code: int = HTTPStatus.OK) -> BytesIO:
        """The head of an answer goes out; its body is given back."""
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def _shown(self, page: Path, code: int) -> bytes:
        """A page, with the script where pages are to show the newest. It says of which site the page is."""
        if self._board is None:
            return page.read_bytes()
        version = self._board.state.version  # asked first: what is newer then is asked for once more
        data = (
            f'data-version="{version}" data-code="{int(code)}" data-assets="{_assets(Path(self.directory))}"'
        )
        script = f'<script type="module" src="{_OWN}reload.js" {data}></script>'
        return _HEAD.sub(rb"\g<0>" + script.encode(), page.read_bytes(), count=1)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")  # the next build must show at once
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def list_directory(self, path: object) -> BytesIO | None:  # noqa: ARG002 # the base class names it
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        folder = Path(self.directory)
        page = folder / "404.html"
        if code == HTTPStatus.NOT_FOUND and self._board and not (folder / "index.html").is_file():
            code, page = HTTPStatus.SERVICE_UNAVAILABLE, Path(str(files("digest.serving"))) / "waiting.html"
        elif code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = self._sent("text/html; charset=utf-8", self._shown(page, code), code)
        if self.command != "HEAD":
            self.wfile.write(body.getvalue())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the base class names it
        """Keep silent: requests are no messages to the person at the terminal."""
