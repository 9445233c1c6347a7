"""A built site as a host serves it: below a base path, with the headers of its ``_headers``, compressed, and its 404.html."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import brotli

from host_rules import sent

BASE = "/base/"
_TEXTS = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"})


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below ``BASE``, with 404.html for what is not there."""

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(BASE))

    def send_error(self, code: int, *args: Any, **kwargs: Any) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


class Hosted(Handler):
    """Serves a site as a host does that reads ``_headers``."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        rules = (Path(self.directory) / "_headers").read_text("utf-8")
        for name, value in sent(rules, self.path.partition("?")[0], joined=True).items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()


class Compressed(Hosted):
    """The same, and texts go out as brotli."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if path.suffix not in _TEXTS or not path.is_file() or "br" not in self.headers["Accept-Encoding"]:
            return super().send_head()
        body = _kept(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


def compressed(data: bytes) -> bytes:
    """Bytes as brotli, as hosts send them that compress a file once."""
    return bytes(brotli.compress(data))


@cache
def _kept(path: Path, _time: int) -> bytes:
    return compressed(path.read_bytes())


@contextmanager
def hosting(folder: Path, handler: type[Handler] = Hosted) -> Iterator[str]:
    """The base URL of a site while it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
