"""Files that change are noticed: soon, together, and none is lost."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest

from digest.serving import watching
from digest.serving.watching import PATIENCE, changes


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "policy").mkdir(parents=True)
    (folder / "policy/source.txt").write_text("one")
    return folder


@pytest.fixture
def noticed(content: Path) -> Iterator[frozenset[Path]]:
    """Changes in the content and the templates beside it, with a site below the templates."""
    found = changes([content, content.parent / "templates"], content.parent / "templates/site")
    assert next(found) == frozenset()
    return found


def later(work: Callable[[], object], seconds: float = 0.1) -> None:
    threading.Timer(seconds, work).start()


def test_each_change_is_noticed_soon(content: Path, noticed: Iterator[frozenset[Path]]) -> None:
    text, template = content / "policy/source.txt", content.parent / "templates/page.html"
    new = content / "other/policy.toml"

    def rename() -> None:
        (content / "policy/.source.txt.new").write_text("two")
        (content / "policy/.source.txt.new").replace(text)

    def same_size_and_time() -> None:
        found = text.stat()
        (content / "copy").write_text("six")
        os.utime(content / "copy", ns=(found.st_atime_ns, found.st_mtime_ns))
        (content / "copy").replace(text)

    def add() -> None:
        new.parent.mkdir()
        new.write_text("")

    def first_template() -> None:
        template.parent.mkdir()
        template.write_text("<p>")

    took = []
    for change, changed in [
        (lambda: text.write_text("one more"), text),
        (rename, text),
        (same_size_and_time, text),
        (add, new),
        (lambda: new.write_text("="), new),
        (first_template, template),
        (lambda: template.write_text("<div>"), template),
        (text.unlink, text),
    ]:
        later(change)
        started = time.monotonic()
        assert next(noticed) == {changed}
        took.append(time.monotonic() - started)
    assert median(took) < 0.6  # a busy machine may stop for a while


def test_a_burst_is_one_change(content: Path, noticed: Iterator[frozenset[Path]]) -> None:
    texts = [content / f"policy/{number}.txt" for number in range(20)]

    def burst() -> None:
        for text in texts:
            text.write_text("new")
            time.sleep(0.01)

    later(burst)
    assert next(noticed) == set(texts)


def test_what_does_not_end_is_told_after_a_while(
    content: Path, noticed: Iterator[frozenset[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    sleep = time.sleep

    def copying(seconds: float) -> None:
        (content / "policy/source.txt").write_text(str(time.monotonic_ns()))
        sleep(seconds)

    monkeypatch.setattr(time, "sleep", copying)
    started = time.monotonic()
    next(noticed)
    assert PATIENCE <= time.monotonic() - started < 2 * PATIENCE


def test_what_is_saved_during_a_build_comes_after_it(
    content: Path, noticed: Iterator[frozenset[Path]]
) -> None:
    later(lambda: (content / "policy/source.txt").write_text("two"))
    next(noticed)
    (content / "policy/source.txt").write_text("three")
    assert next(noticed) == {content / "policy/source.txt"}


def test_what_is_no_source_is_no_change(content: Path, noticed: Iterator[frozenset[Path]]) -> None:
    site = content.parent / "templates/site"
    site.mkdir(parents=True)
    (content / ".git").mkdir()
    others = [
        site / "index.html",
        site.with_name(".site.digest-lock"),
        content / ".git/index",
        content / "policy/.source.txt.swp",
        content / "policy/source.txt~",
        content / "policy/#source.txt#",
    ]
    for path in others:
        path.write_text("new")
    temporary = content / "policy/4913"
    temporary.write_text("")
    temporary.unlink()
    later(lambda: (content / "policy/source.txt").write_text("two"), 1.5)
    assert next(noticed) == {content / "policy/source.txt"}


def test_links_are_followed_and_may_lead_in_a_circle(content: Path) -> None:
    elsewhere = content.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "source.txt").write_text("one")
    (content / "linked").symlink_to(elsewhere)
    (content / "policy/circle").symlink_to(content)
    (content / "policy/nowhere").symlink_to(content / "none")
    noticed = changes([content], content.parent / "site")
    next(noticed)
    later(lambda: (elsewhere / "source.txt").write_text("two"))
    assert next(noticed) == {content / "linked/source.txt"}


def test_folders_that_go_and_come_back(content: Path, noticed: Iterator[frozenset[Path]]) -> None:
    away = content.with_name("away")
    later(lambda: content.rename(away))
    assert next(noticed) == {content / "policy/source.txt"}
    later(lambda: away.rename(content))
    assert next(noticed) == {content / "policy/source.txt"}
    later(lambda: (content / "policy/source.txt").write_text("two"))
    assert next(noticed) == {content / "policy/source.txt"}


def test_watching_ends_when_it_should(content: Path) -> None:
    receiving, sending = os.pipe()
    noticed = changes([content], content.parent / "site", receiving)
    next(noticed)
    later(lambda: os.close(sending))
    assert list(noticed) == []
    os.close(receiving)


def test_looking_at_many_files_takes_a_small_part_of_the_time(content: Path) -> None:
    for number in range(300):
        (content / f"p{number}").mkdir()
        for name in ("source.txt", "policy.toml", "ids.toml"):
            (content / f"p{number}" / name).touch()
    receiving, sending = os.pipe()
    noticed = changes([content], content.parent / "site", receiving)
    next(noticed)
    later(lambda: os.close(sending), 3)
    spent = time.process_time()
    assert list(noticed) == []
    assert time.process_time() - spent < 3 * 2 * watching._SHARE
    os.close(receiving)
