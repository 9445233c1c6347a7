"""Pages that are open while an editor works: `digest serve` in Chromium."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from digest.resources import templates
from site_cases import good_site

pytestmark = pytest.mark.browser

SLUG = "city-2024"
WAIT = 120_000
"""Milliseconds after which an edit that does not show is lost."""


class Served(NamedTuple):
    """A project that is served."""

    folder: Path
    process: subprocess.Popen[str]
    address: str

    @property
    def text(self) -> Path:
        return self.folder / "content/policies" / SLUG / "source.txt"

    @property
    def policy(self) -> str:
        return f"{self.address}zh/policies/{SLUG}/"

    def replace(self, old: str, new: str, path: Path | None = None) -> None:
        path = path or self.text
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def builds(self) -> int:
        """How often it has built so far."""
        return (self.folder / "log").read_text("utf-8").count("written;")

    def wait(self, builds: int) -> None:
        end = time.monotonic() + WAIT / 1000
        while self.builds() < builds:
            assert time.monotonic() < end
            time.sleep(0.05)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Iterator[Callable[[], Served]]:
    """Serves a new project; it need not be built yet."""
    started: list[subprocess.Popen[str]] = []

    def serve() -> Served:
        folder = tmp_path_factory.mktemp("project")
        good_site(folder / "content")
        env = os.environ | {"PYTHONPATH": str(project / "src"), "DIGEST_LANG": "en"}
        command = [sys.executable, "-m", "digest", "serve", "--port", "0", "--jobs", "1"]
        with (folder / "log").open("w") as log:
            process = subprocess.Popen(
                command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=log, text=True
            )
        started.append(process)
        assert process.stdout
        return Served(folder, process, process.stdout.readline().split()[0])

    yield serve
    for process in started:
        process.terminate()
        process.wait()
        assert process.stdout
        process.stdout.close()


@pytest.fixture(scope="module")
def project_served(start: Callable[[], Served]) -> Served:
    served = start()
    served.wait(1)
    return served


@pytest.fixture
def served(project_served: Served) -> Iterator[Served]:
    """A project that is built and served, as it was before each test."""
    content = project_served.folder / "content"
    kept = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    yield project_served
    builds = project_served.builds()
    rmtree(content.parent / "templates", ignore_errors=True)
    changed = [path for path in kept if not path.is_file() or path.read_bytes() != kept[path]]
    for path in changed:
        path.write_bytes(kept[path])
    if changed:
        project_served.wait(builds + 1)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Page]:
    """A page that may say to the console that something was not found, and nothing else."""
    with browser.new_context(viewport={"width": 1280, "height": 300}) as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        yield page
        assert [text for text in said if "404" not in text and "503" not in text] == []


def test_an_edit_shows_in_place(served: Served, open_page: Page) -> None:
    page = open_page
    page.goto(served.policy + "#c2")
    box = page.locator("#query")
    page.locator("main details summary").first.click()
    box.fill("流片")
    page.evaluate("scrollTo(0, 200); document.querySelector('#query').dataset.same = 'same'")
    top = page.evaluate("scrollY")
    assert top > 0
    served.replace("50%给予资助", "60%给予资助")
    expect(page.locator("main")).to_contain_text("60%给予资助", timeout=WAIT)
    assert page.evaluate("scrollY") == top
    expect(box).to_be_focused()
    expect(box).to_have_value("流片")
    expect(box).to_have_attribute("data-same", "same")
    assert page.locator("main details").first.evaluate("each => each.open")
    expect(page).to_have_url(re.compile("#c2$"))
    expect(page.locator("digest-panel")).to_have_count(0)  # warnings are for the terminal


def test_a_clause_that_is_new_comes_in_place(served: Served, open_page: Page) -> None:
    page = open_page
    page.goto(served.policy)
    page.evaluate("document.querySelector('#query').dataset.same = 'same'")
    served.replace("第三条 本措施", "第三条 支持测试。对测试项目给予资助。\n第四条 本措施")
    expect(page.locator("#art4")).to_contain_text("本措施自2024年1月1日起施行", timeout=WAIT)
    expect(page.locator("#art3")).to_contain_text("支持测试")
    expect(page.locator("#query")).to_have_attribute("data-same", "same")
    served.replace("第三条 支持测试。对测试项目给予资助。\n第四条 本措施", "第三条 本措施")
    expect(page.locator("#art4")).to_have_count(0, timeout=WAIT)
    expect(page.locator("#art3")).to_contain_text("本措施自2024年1月1日起施行")


def test_where_the_scripts_of_a_page_have_worked_it_is_whole_after_an_edit(
    served: Served, open_page: Page
) -> None:
    page = open_page
    page.goto(served.address + "zh/instruments/")
    heads = page.locator("table[data-prefix] thead button")
    count, rows = heads.count(), page.locator("table[data-prefix] tbody tr:not(.group)")
    before = rows.count()
    assert count
    page.evaluate("document.body.dataset.same = 'same'")
    served.replace("50%给予资助", "55%给予资助")
    expect(rows.filter(has_text="55%")).not_to_have_count(0, timeout=WAIT)
    expect(page.locator("body")).to_have_attribute("data-same", "same")
    expect(heads).to_have_count(count)
    served.replace(
        "55%给予资助", "55%给予资助，另按测试费用的20%给予补贴"
    )  # a row more: the page is loaded again
    expect(rows).not_to_have_count(before, timeout=WAIT)
    heads.first.click()
    expect(page.locator("table[data-prefix] th[aria-sort]")).to_have_count(1)
    served.replace("55%给予资助，另按测试费用的20%给予补贴", "50%给予资助")
    expect(rows).to_have_count(before, timeout=WAIT)


def test_a_style_that_changes_loads_the_page_again_where_it_was(served: Served, open_page: Page) -> None:
    page = open_page
    page.goto(served.policy)
    page.evaluate("scrollTo(0, 200)")
    style = served.folder / "templates/assets/site.css"
    style.parent.mkdir(parents=True)
    style.write_text(
        (templates() / "assets/site.css").read_text("utf-8") + "h1 { color: rgb(1, 2, 3); }", "utf-8"
    )
    expect(page.locator("h1").first).to_have_css("color", "rgb(1, 2, 3)", timeout=WAIT)
    expect(page.locator("html")).to_have_js_property("scrollTop", 200)


def test_an_error_is_shown_over_the_last_good_page(served: Served, open_page: Page) -> None:
    page = open_page
    page.goto(served.policy)
    settings = served.text.with_name("policy.toml")
    served.replace("title_en =", "titel_en =", settings)
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text("policy.toml:1:1-8: error R103", timeout=WAIT)
    expect(panel).to_contain_text("title_en")
    expect(panel.locator(".quote").first).to_contain_text('1 | titel_en = "Several Measures of Example City"')
    expect(panel.locator("mark").first).to_have_text("titel_en")
    expect(panel.locator(".hint").first).to_contain_text("hint: ")
    expect(page.locator("main")).to_contain_text("支持流片")
    boxes = [panel.locator(name).first.bounding_box() for name in ("mark", ".carets")]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["x"] == boxes[1]["x"]

    with page.context.new_page() as another:  # opened while nothing can be built
        another.goto(served.address + "en/")
        expect(another.get_by_role("alert")).to_contain_text("R103")
        another.keyboard.press("Escape")
        expect(another.get_by_role("alert")).to_have_count(0)
        expect(another.locator("main")).to_be_visible()

    served.replace("titel_en =", "title_en =", settings)
    expect(panel).to_have_count(0, timeout=WAIT)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_can_be_read_and_used(
    served: Served, browser: Browser, width: int, scheme: Literal["light", "dark"], project: Path
) -> None:
    settings = served.text.with_name("policy.toml")
    served.replace("title_en =", "titel_en =", settings)
    with browser.new_page(viewport={"width": width, "height": 800}) as page:
        page.emulate_media(color_scheme=scheme)
        page.goto(served.policy)
        panel = page.get_by_role("alert")
        expect(panel).to_contain_text("R103", timeout=WAIT)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate((project / "tests/browser/node_modules/axe-core/axe.min.js").read_text("utf-8"))
        found = page.evaluate("axe.run('digest-panel')")
        assert [(each["id"], each["nodes"]) for each in found["violations"]] == []
        panel.get_by_role("button", name="Close").click()
        expect(panel).to_have_count(0)


def test_a_template_that_is_half_written(served: Served, open_page: Page) -> None:
    page = open_page
    page.goto(served.policy)
    template = served.folder / "templates/policy.html"
    template.parent.mkdir()
    template.write_text('{% extends "base.html" %}\n{% block main %}\n<p>Mine {{ page.', "utf-8")
    expect(page.get_by_role("alert")).to_contain_text("policy.html", timeout=WAIT)
    template.write_text('{% extends "base.html" %}\n{% block main %}<p>Mine</p>{% endblock %}', "utf-8")
    expect(page.locator("main")).to_contain_text("Mine", timeout=WAIT)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_page_that_goes_stays_open_with_a_note(served: Served, open_page: Page) -> None:
    page = open_page
    page.goto(served.address + "zh/about/")
    kept = {path: path.read_text("utf-8") for path in (served.folder / "content/pages").iterdir()}
    shown = page.locator("main").inner_text()
    for path in kept:
        path.unlink()
    note = page.get_by_role("status").filter(has_text="no such page")
    expect(note).to_be_visible(timeout=WAIT)
    expect(page.locator("main")).to_have_text(shown, use_inner_text=True)
    for path, text in kept.items():
        path.write_text(text, "utf-8")
    expect(note).to_have_count(0, timeout=WAIT)


def test_a_burst_of_saves_is_one_build_or_two(served: Served, open_page: Page) -> None:
    open_page.goto(served.policy)
    time.sleep(1)  # whatever the test before has left
    before = served.builds()
    for number in range(20):
        served.text.with_name("about.txt").write_text(str(number))
        served.replace("每年最高", "每年最高" if number < 19 else "每年至多")
        time.sleep(0.02)
    expect(open_page.locator("main")).to_contain_text("每年至多", timeout=WAIT)
    served.wait(before + 1)  # the open page shows an edit before its build has ended
    time.sleep(1.5)
    assert served.builds() - before in {1, 2}


def test_a_new_project_shows_its_site_once_it_is_built(start: Callable[[], Served], open_page: Page) -> None:
    served = start()
    open_page.goto(served.policy)
    assert served.builds() == 0
    expect(open_page.locator("h1")).to_contain_text("Building the site")
    expect(open_page.locator("main")).to_contain_text("支持流片", timeout=WAIT)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_server_ends_with_its_builder(start: Callable[[], Served], end: signal.Signals) -> None:
    served = start()
    served.process.send_signal(end)
    served.process.wait(60)
    assert free(served.address)


def test_the_builder_ends_with_its_server(start: Callable[[], Served]) -> None:
    served = start()
    served.wait(1)
    children = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children")
    os.kill(int(children.read_text().split()[0]), signal.SIGKILL)
    assert served.process.wait(60) == 3
    assert "The server has ended." in (served.folder / "log").read_text("utf-8")
    assert free(served.address)


def free(address: str) -> bool:
    """Whether a port is free within three seconds."""
    port = int(address.rstrip("/").rpartition(":")[2])
    for _ in range(30):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                time.sleep(0.1)
            else:
                return True
    return False
