"""A page of another origin, under a strict policy of its own, reads the data of a clause and shows its card."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A report</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'self'; img-src data:; connect-src {hosted}; frame-src {hosted}">
<link rel="icon" href="data:,"><script src="report.js" defer></script></head><body><p></p><div></div></body></html>
"""
SCRIPT = """
const read = async (name) => (await fetch("{hosted}p/example-2022/2.1/" + name)).json();
read("clause.json").then((clause) => {{ document.querySelector("p").textContent = clause.text; }});
read("oembed.json").then((card) => {{ document.querySelector("div").innerHTML = card.html; }});
"""
FRAMED = """<!doctype html><html lang="en"><head><title>A report</title></head>
<body><iframe src="{hosted}p/example-2022/2.1/"></iframe></body></html>"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def report(hosted: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of pages of another origin."""
    folder = tmp_path_factory.mktemp("report")
    for name, text in (("index.html", PAGE), ("report.js", SCRIPT), ("framed.html", FRAMED)):
        (folder / name).write_text(text.format(hosted=hosted), "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_another_site_reads_a_clause_and_shows_its_card(page: Page, hosted: str, report: str) -> None:
    with (
        page.expect_response(f"{hosted}p/example-2022/2.1/card.html"),
        page.expect_response(f"{hosted}assets/card.css"),
    ):
        page.goto(report)  # the fixture fails on any message of the console
    page.get_by_text("对首轮流片，按不超过费用的50%给予资助").first.wait_for()


def test_a_card_leads_to_the_page_of_its_clause(context: BrowserContext, hosted: str, report: str) -> None:
    page = context.new_page()  # the console tells of what this test itself runs in the sandboxed frame
    page.goto(report)
    card = page.frame_locator("iframe")
    card.get_by_text("支持研发").first.wait_for()
    assert card.locator("body").evaluate("body => getComputedStyle(body).borderLeftWidth") == "3px"
    with context.expect_page() as opened:
        card.locator("footer a").first.click()
    expect(opened.value).to_have_url(f"{hosted}p/example-2022/2.1/")
    expect(page).to_have_url(report)
    assert opened.value.evaluate("window.opener") is None


def test_no_other_page_of_the_site_can_be_framed(context: BrowserContext, hosted: str, report: str) -> None:
    page = context.new_page()
    with page.expect_console_message(lambda message: "X-Frame-Options" in message.text):
        page.goto(f"{report}framed.html")
    assert hosted not in {frame.url for frame in page.frames}


def test_the_pages_of_such_a_host_work(page: Page, hosted: str) -> None:
    for path in (
        "",
        "zh/",
        "p/example-2022/2.1/",
        "p/example-2022/2.1/card.html",
        "zh/policies/example-2022/",
    ):
        page.goto(hosted + path)
        assert page.title()


def test_a_card_fits_a_phone_and_needs_no_script(plain: Page, hosted: str) -> None:
    plain.set_viewport_size({"width": 320, "height": 360})
    plain.goto(f"{hosted}p/example-2022/1.1/card.html")
    assert plain.evaluate("document.documentElement.scrollWidth <= innerWidth")
