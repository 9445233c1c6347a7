"""Where a site may be built, and by one build at a time."""

import os
import shlex
from multiprocessing import get_context
from pathlib import Path

import pytest

from digest.publish.claim import claimed
from digest.publish.manifest import MANIFEST
from digest.publish.swap import beside
from digest.publish.write import publish


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """The working folder: a project with content."""
    root = tmp_path / "project"
    (root / "content/policies").mkdir(parents=True)
    monkeypatch.chdir(root)
    return root


def claim(output, content="content"):
    with claimed(Path(output), Path(content), lambda: None) as problems:
        return problems


def codes(output, content="content"):
    return [found.code for found in claim(output, content)]


@pytest.mark.parametrize(
    "output",
    [
        "/",
        ".",
        "..",
        "content",
        "content/",
        "content/policies",
        "content/new",
        "../project",
        "site/..",
        "a/../content",
    ],
)
def test_the_content_folder_and_those_above_and_inside_it_are_refused(output):
    before = sorted(Path.cwd().rglob("*"))
    [found] = claim(output)
    assert found.code == "B106"
    assert "--output site`" in found.hint
    assert sorted(Path.cwd().rglob("*")) == before


def test_the_content_folder_is_known_behind_links(project, tmp_path):
    (tmp_path / "link").symlink_to(project)
    assert codes(tmp_path / "link/content") == ["B106"]
    assert codes("content", tmp_path / "link/content") == ["B106"]
    (tmp_path / "other").mkdir()
    (tmp_path / "other/content").symlink_to(project / "content")
    assert codes("content/new", tmp_path / "other/content") == ["B106"]


@pytest.mark.parametrize("name", ["notes.txt", ".gitkeep", "a/b/.gitignore", "index.html"])
def test_a_folder_with_foreign_files_is_refused(name):
    path = Path("public", name)
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    [found] = claim("public")
    assert (found.code, found.path) == ("B106", "public")
    assert name in found.message
    assert [each for each in Path("public").rglob("*") if each.is_file()] == [path]


def test_the_folder_that_is_proposed_is_taken():
    for name in ("site/mine", "site-2/mine"):
        Path(name).parent.mkdir()
        Path(name).write_text("mine")
    [found] = claim("site")
    assert "--output site-3`" in found.hint
    assert codes("site-3") == []


def test_a_proposal_holds_where_the_command_is_called(project, monkeypatch):
    monkeypatch.chdir(project / "content")
    [found] = claim("policies", ".")
    assert "--output ../site`" in found.hint
    assert codes("../site", ".") == []


@pytest.mark.parametrize("output", ["site", "site/", "./site", "a/b/site", "../site", "nowhere/../site"])
def test_a_new_folder_is_fine_and_is_not_made(output):
    Path("nowhere").mkdir()
    assert codes(output) == []
    assert not Path(output).exists()


def test_an_empty_folder_is_fine():
    Path("site/empty/folders").mkdir(parents=True)
    assert codes("site") == []
    Path("site/.gitignore").write_text("*")
    assert codes("site") == []
    Path("site/.digest-new").mkdir()
    Path("site/.digest-new/0").write_text("of an earlier release that was killed at its first build")
    assert codes("site") == []


def test_a_site_of_an_earlier_build_is_fine_with_foreign_files_in_it():
    publish({"index.html": b"one"}.items(), Path("site"))
    Path("site/CNAME").write_text("example.org")
    assert codes("site") == []


@pytest.mark.parametrize("kind", ["a folder", "a link"])
def test_something_else_by_the_name_of_the_list_makes_no_site(kind):
    Path("site").mkdir()
    Path("site/mine").write_text("mine")
    if kind == "a folder":
        Path("site", MANIFEST).mkdir()
    else:
        Path("site", MANIFEST).symlink_to("mine")
    assert codes("site") == ["B106"]


def test_a_file_and_a_link_are_no_folder(project):
    Path("file").write_text("mine")
    Path("elsewhere").mkdir()
    Path("link").symlink_to("elsewhere")
    assert codes("file") == codes("file/site") == codes("link") == ["B102"]
    assert codes("elsewhere/site") == codes("link/site") == []
    Path("ring").symlink_to("ring")
    assert codes("ring") == ["B102"]
    assert codes("ring/site") == ["B101"]


@pytest.mark.parametrize("where", [".", "zh"])
def test_the_working_folder_is_not_taken_away(project, monkeypatch, where):
    publish({"index.html": b"one", "zh/index.html": b"two"}.items(), Path("site"))
    monkeypatch.chdir(project / "site" / where)
    output = os.path.relpath(project / "site")
    [found] = claim(output, project / "content")
    assert found.code == "B105"
    remedy = shlex.split(found.hint.partition("`")[2].partition("`")[0])
    assert codes(remedy[1], project / "content") == []


@pytest.fixture
def guarded(monkeypatch):
    """Folders that may not be written to, also for root, who runs some tests."""
    folders: set[Path] = set()
    access = os.access

    def may(path, mode):
        return access(path, mode) and Path(path).resolve() not in folders

    monkeypatch.setattr(os, "access", may)
    return folders


def test_a_folder_that_may_not_be_written_to_is_named(project, guarded):
    publish({"index.html": b"one"}.items(), Path("site"))
    guarded.add(project / "site")
    [found] = claim("site")
    assert (found.code, found.path) == ("B101", "site")


def test_a_folder_in_one_that_may_not_be_written_to_cannot_be_replaced(project, guarded):
    publish({"index.html": b"one"}.items(), Path("site"))
    guarded.add(project)
    [found] = claim("site")
    assert found.code == "B105"
    assert "`--output site/public`" in found.hint
    assert codes("site/public") == []
    [found] = claim("new")
    assert (found.code, found.path) == ("B101", str(project))


def test_a_mount_point_cannot_be_replaced(project, monkeypatch):
    Path("site").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: path.name == "site")
    [found] = claim("site")
    assert found.code == "B105"
    assert codes("site/public") == []


def test_what_a_killed_build_left_is_cleared_away():
    publish({"index.html": b"one"}.items(), Path("site"))
    site = Path("site").resolve()
    beside(site, "new").mkdir()
    beside(site, "new").joinpath("index.html").write_text("half")
    beside(site, "lock").touch()
    assert codes("site") == []
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["content", "site"]


def test_a_lock_that_is_a_link_is_not_followed(project):
    beside(project / "site", "lock").symlink_to("mine")
    assert codes("site") == ["B101"]
    assert not Path("mine").exists()


def test_builds_take_turns(tmp_path):
    log = tmp_path / "log"

    def work(number):
        def waiting():
            note("waits")

        def note(what):
            with log.open("a") as file:
                file.write(f"{number} {what}\n")

        for _ in range(5):
            with claimed(Path("site"), Path("content"), waiting) as problems:
                assert problems == ()
                note("begins")
                note("ends")

    context = get_context("fork")
    processes = [context.Process(target=work, args=(number,)) for number in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    lines = [line for line in log.read_text().splitlines() if "waits" not in line]
    assert len(lines) == 40
    for begins, ends in zip(lines[::2], lines[1::2], strict=True):
        assert ends == begins.replace("begins", "ends")
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["content"]
