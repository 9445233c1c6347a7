"""Whether anything on a page ran, or could run when a reader does something: for pages whose texts try to."""

from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, ClassVar

from playwright.sync_api import BrowserContext, Page

from hosted import Handler

CALLED = """for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  globalThis[name] = () => { (globalThis.ran ??= []).push(name); };
}"""
"""What payloads call to show that they ran."""

COULD_RUN = """() => {
  const found = [];
  const tags = new Set(["iframe", "frame", "object", "embed", "applet", "base", "style", "set", "animate", "animatetransform",
    "math", "marquee", "portal"]);
  for (const each of document.querySelectorAll("*")) {
    const name = each.localName.toLowerCase();
    const at = (what) => found.push(`${what}: ${each.outerHTML.slice(0, 160)}`);
    if (tags.has(name) || each instanceof HTMLUnknownElement) at(name);
    if (name === "script" && each.type !== "application/ld+json") {
      if (!each.src || new URL(each.src).origin !== location.origin || each.textContent) at("script");
    }
    if (name === "meta" && each.httpEquiv.toLowerCase() === "refresh" && !/;\\s*url=[./\\w-]+$/i.test(each.content)) at("refresh");
    for (const { name: attribute, value } of each.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$|^is$/i.test(attribute)) at(attribute);
      if (/^(href|xlink:href|src|action|data|poster|background)$/i.test(attribute)) {
        const url = URL.parse(value, document.baseURI);
        if (url && !["http:", "https:", "mailto:"].includes(url.protocol)) at(attribute);
      }
    }
  }
  return found;
}"""
"""Elements and attributes that no page of ours has, by what is wrong with them."""


class Changed(Handler):
    """Serves a site whose pages are changed on their way."""

    CHANGES: ClassVar[Mapping[bytes, bytes]] = {}

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix != ".html" or not path.is_file():
            return super().send_head()
        body = path.read_bytes()
        for old, new in self.CHANGES.items():
            body = body.replace(old, new)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


_UNGUARDED = {b"Content-Security-Policy": b"X-Nothing"}
_UNESCAPED = {b"&lt;": b"<", b"&gt;": b">", b"&#34;": b'"', b"&amp;": b"&"}


class Unguarded(Changed):
    """Pages without their content security policy, so that escaping stands alone."""

    CHANGES = _UNGUARDED


class Unescaped(Changed):
    """Pages on which nothing was escaped, so that the content security policy stands alone."""

    CHANGES = _UNESCAPED


class Open(Changed):
    """Pages with neither."""

    CHANGES = _UNGUARDED | _UNESCAPED


def ran_on(context: BrowserContext, addresses: Iterable[str]) -> Iterator[str]:
    """Open pages and use each as a reader does: what ran on them, and what could, with the address."""
    context.add_init_script(CALLED)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: dialog.dismiss())
    for address in addresses:
        asked.clear()
        page.goto(address)
        _use(page)
        own = ("/".join(address.split("/")[:3]), "data:")
        for each in page.evaluate("globalThis.ran ?? []"):
            yield f"{address} ran {each}"
        for each in asked:
            if not each.startswith(own):
                yield f"{address} asked for {each}"
        for each in page.evaluate(COULD_RUN):
            yield f"{address} could run {each}"


def _use(page: Page) -> None:
    """Open what is folded, look at what a term means and, on a home page (the box is the same on all), type a question."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    page.evaluate("document.querySelector('a.term')?.focus()")
    if page.evaluate("document.body.classList.contains('home')"):
        page.locator("#query").fill("a")
        page.locator("#query-list").wait_for()
