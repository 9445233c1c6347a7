"""A web server for looking at the built site on one's own machine; it cannot be reached from others.

It behaves like a plain static host: a folder's ``index.html``, the site's own 404 page, no listings. While the site is
built again and again, it adds a script to the pages it sends, so that they show the newest; no file is changed for that.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BytesIO
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"

_VERSION = "/.digest/version"
_RELOAD = "/.digest/reload.js"
_SCRIPT = f'<script src="{_RELOAD}" defer></script>\n'.encode()


def server_for(folder: Path, port: int, version: Callable[[], str] | None = None) -> ThreadingHTTPServer:
    """A server that already listens (port 0 takes a free one). OSError when the port is taken.

    ``version`` names the site as it stands; where it is given, pages load themselves again when it changes.
    """
    return ThreadingHTTPServer(
        (LOOPBACK, port), partial(_Handler, directory=str(folder.resolve()), version=version)
    )


class Versions:
    """The number of the site as it stands, which a server in another process can ask for."""

    def __init__(self) -> None:
        self._number = get_context("fork").RawValue("i", 0)

    def name(self) -> str:
        """Of this run of the program, too: after another start all pages are out of date."""
        return f"{os.getppid()}-{self._number.value}"

    def next(self) -> None:
        """The site has changed."""
        self._number.value += 1


def can_serve_aside() -> bool:
    """Whether this system lets a server run beside the builder."""
    return "fork" in get_all_start_methods()


@contextmanager
def serving_aside(server: ThreadingHTTPServer) -> Iterator[None]:
    """Serve in a process of its own until the end of the block. (In a thread it could not: the builder forks,
    which is not safe beside threads.)"""
    process = get_context("fork").Process(target=_serve, args=(server,), daemon=True)
    process.start()
    try:
        yield
    finally:
        process.terminate()
        process.join()


def _serve(server: ThreadingHTTPServer) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the process that started this one ...
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # ... which ends this one so
    server.serve_forever()


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

    def __init__(self, *args: Any, version: Callable[[], str] | None, **options: Any) -> None:
        self._version = version  # the base class answers within its constructor
        super().__init__(*args, **options)

    def send_head(self) -> BytesIO | BinaryIO | None:
        asked = urlsplit(self.path).path
        if "%00" in asked:  # no file has such a name, and the base class would stumble over it
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if self._version is not None:
            if asked == _VERSION:
                return self._sent("text/plain", self._version().encode())
            if asked == _RELOAD:
                script = files("digest").joinpath("reload.js").read_bytes()
                return self._sent("text/javascript; charset=utf-8", script)
            path = Path(self.translate_path(self.path))
            page = path / "index.html" if asked.endswith("/") else path
            if page.suffix == ".html" and page.is_file():
                return self._sent("text/html; charset=utf-8", self._shown(page))
        return super().send_head()

    def _sent(self, kind: str, body: bytes, code: int = HTTPStatus.OK) -> BytesIO:
        """The head of an answer goes out; its body is given back."""
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def _shown(self, page: Path) -> bytes:
        """A page, with the script when pages are to load themselves again."""
        body = page.read_bytes()
        return body if self._version is None else body.replace(b"</head>", _SCRIPT + b"</head>", 1)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")  # the next build must show at once
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def list_directory(self, path: object) -> BytesIO | None:  # noqa: ARG002 # the base class names it
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = self._sent("text/html; charset=utf-8", self._shown(page), code)
        if self.command != "HEAD":
            self.wfile.write(body.getvalue())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the base class names it
        """Keep silent: requests are no messages to the person at the terminal."""
