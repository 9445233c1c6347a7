"""Whenever a build is killed, what can be seen is the old site or the new one, and the next build succeeds."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest

from digest.publish import swap
from digest.publish.claim import claimed
from digest.publish.manifest import MANIFEST
from digest.publish.write import publish

OLD = {f"p/{number}/index.html": b"old" for number in range(20)} | {"index.html": b"front", "old.html": b""}
NEW = {f"p/{number}/index.html": b"new" for number in range(10, 30)} | {"index.html": b"front"}
MINE = {".gitignore": b"*", "CNAME": b"example.org", "p/3/notes.txt": b"mine"}


def files_of(folder: Path) -> dict[str, bytes]:
    found = {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    found.pop(MANIFEST, None)
    return found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with files of somebody else."""
    folder = tmp_path / "root" / "site"
    publish(OLD.items(), folder)
    for name, content in MINE.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(params=["one step", "two steps"])
def steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether folders are exchanged in one step."""
    if request.param == "two steps":
        monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    return bool(request.param == "one step")


def killed_at(site: Path, call: int) -> bool:
    """Publish in a process that is killed as it makes a call of the system (of those Python tells of); False when it
    was done before."""

    def work() -> None:
        calls = iter(range(call))

        def count(event: str, _: object) -> None:
            if event.startswith(("os.", "open", "shutil.", "ctypes.")) and next(calls, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        with claimed(site, site.parent / "content", lambda: None):
            publish(NEW.items(), site)

    process = get_context("fork").Process(target=work)
    process.start()
    process.join()
    return process.exitcode != 0


def calls(random: Random) -> Iterator[int]:
    """Places to kill at, later and later."""
    at = 0
    while True:
        at += random.randint(1, 25)
        yield at


def test_a_build_killed_anywhere_leaves_a_whole_site(site: Path, tmp_path: Path, steps: bool) -> None:
    shutil.copytree(site, tmp_path / "before")
    seen = set()
    for call in calls(Random(13)):
        shutil.rmtree(site.parent)
        shutil.copytree(tmp_path / "before", site)
        if not killed_at(site, call):
            break
        left = files_of(site) if site.exists() else None
        seen.add(None if left is None else left == NEW | MINE)
        assert left in ([OLD | MINE, NEW | MINE] if steps else [OLD | MINE, NEW | MINE, None])
        with claimed(site, site.parent / "content", lambda: None) as problems:
            assert problems == ()
            assert files_of(site) in (OLD | MINE, NEW | MINE)
            assert publish(NEW.items(), site)[1] == []
        assert files_of(site) == NEW | MINE
        assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert {False, True} <= seen


@pytest.fixture
def root(project: Path, tmp_path: Path) -> Path:
    """A tiny project."""
    shutil.copytree(project / "tests/sites/good", tmp_path / "project/content")
    return tmp_path / "project"


@pytest.fixture
def start(root: Path, project: Path) -> Callable[..., subprocess.Popen[str]]:
    """Start a build in its folder."""

    def start(*before: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*before, sys.executable, "-m", "digest", "build", "--jobs", "1"],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(project / "src"), "DIGEST_LANG": "en"},
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def edit(root: Path, title: str) -> None:
    path = root / "content/site.toml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text(
        "\n".join(f'title_en = "{title}"' if "title_en" in each else each for each in lines), "utf-8"
    )


@pytest.mark.slow
def test_a_command_killed_at_any_moment_leaves_a_whole_site(
    root: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    begun = time.monotonic()
    start().communicate()
    lasts = time.monotonic() - begun
    random = Random(13)
    for number in range(3):
        old = files_of(root / "site")
        edit(root, f"Digest {number}")
        killed = start()
        time.sleep(random.uniform(0.3, 1) * lasts)
        killed.kill()
        killed.communicate()
        left = files_of(root / "site")
        again = start()
        assert "error" not in again.communicate()[1]
        assert again.returncode == 0
        assert left in (old, files_of(root / "site"))
        assert sorted(path.name for path in root.iterdir()) == ["content", "site"]


@pytest.mark.slow
def test_builds_that_run_at_once_wait_for_each_other(
    root: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    for number in (2, 4):
        edit(root, f"Digest of {number}")
        told = [each.communicate()[1] for each in [start() for _ in range(number)]]
        assert any("Another build of site is running; this one waits for it.\n" in each for each in told)
        assert all("error" not in each for each in told)
        assert f"Digest of {number}" in files_of(root / "site")["en/index.html"].decode()
        assert sorted(path.name for path in root.iterdir()) == ["content", "site"]


def test_a_write_that_fails_leaves_the_old_site(
    root: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    start().communicate()
    old = files_of(root / "site")
    assert old
    edit(root, "Other")
    full = start("prlimit", "--fsize=3000")
    said = full.communicate()[1]
    assert full.returncode == 1
    # The database is the first file to meet the limit; its library does not say more.
    assert re.search(r"error B101: This cannot be written: (File too large|disk I/O error)\.", said)
    assert files_of(root / "site") == old
    assert sorted(path.name for path in root.iterdir()) == ["content", "site"]
    start().communicate()
    assert "Other" in files_of(root / "site")["en/index.html"].decode()
