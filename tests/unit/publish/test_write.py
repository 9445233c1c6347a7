"""Publishing: only what changed, nothing left over, nothing outside, and never half a site."""

from pathlib import Path

import pytest

from digest.publish.write import MANIFEST, Published, publish

SITE = {"index.html": b"one", "zh/index.html": b"two", "assets/site.css": b"p {}"}


def tree(folder):
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found.pop(MANIFEST, None)
    return found


def test_a_site_is_written_whole(tmp_path):
    assert publish(SITE, tmp_path / "a" / "site") == (Published(3, 0, 0), [])
    assert tree(tmp_path / "a" / "site") == SITE


def test_only_what_changed_is_touched(tmp_path):
    publish(SITE, tmp_path)
    before = (tmp_path / "index.html").stat()
    done, _ = publish({**SITE, "zh/index.html": b"new"}, tmp_path)
    after = (tmp_path / "index.html").stat()
    assert done == Published(1, 2, 0)
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert publish({**SITE, "zh/index.html": b"new"}, tmp_path)[0] == Published(0, 3, 0)


def test_what_is_no_longer_made_goes_and_what_others_put_there_stays(tmp_path):
    (tmp_path / "CNAME").write_bytes(b"example.org")
    publish({**SITE, "p/x/1/index.html": b"old"}, tmp_path)
    assert publish(SITE, tmp_path)[0] == Published(0, 3, 1)
    assert tree(tmp_path) == {**SITE, "CNAME": b"example.org"}
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a//b", "a/../../x", "", "a/./b", "a\\..\\b", "a\0"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path, name):
    done, problems = publish({**SITE, name: b""}, tmp_path / "site")
    assert [problem.code for problem in problems] == ["B103"]
    assert done == Published(0, 0, 0)
    assert list(tmp_path.rglob("*")) == []


def test_links_are_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    site = tmp_path / "site"
    publish({"index.html": b"one"}, site)
    (site / "zh").symlink_to(outside)
    _, problems = publish(SITE, site)
    assert [(problem.code, problem.path) for problem in problems] == [("B102", str(site / "zh"))]
    assert tree(outside) == {"index.html": b"mine"}
    assert (site / "index.html").read_bytes() == b"one"


def test_a_stale_file_behind_a_link_is_left(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    site = tmp_path / "site"
    publish(SITE, site)
    (site / "zh" / "index.html").unlink()
    (site / "zh").rmdir()
    (site / "zh").symlink_to(outside)
    publish({"index.html": b"one"}, site)
    assert tree(outside) == {"index.html": b"mine"}


@pytest.mark.parametrize("obstacle", ["folder", "file", "output"])
def test_something_in_the_way_leaves_the_old_site(tmp_path, obstacle):
    site = tmp_path / "site"
    if obstacle == "output":
        site.write_bytes(b"a file")
    else:
        publish({"index.html": b"old"}, site)
        (site / "zh").write_bytes(b"") if obstacle == "file" else (site / "zh" / "index.html").mkdir(
            parents=True
        )
    _, problems = publish(SITE, site)
    assert [problem.code for problem in problems] == ["B102"]
    if obstacle != "output":
        assert (site / "index.html").read_bytes() == b"old"


def test_a_full_disk_leaves_the_old_site(tmp_path, monkeypatch):
    site = tmp_path / "site"
    publish(SITE, site)

    def full(path, content):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    _, problems = publish({**SITE, "index.html": b"new"}, site)
    assert [problem.code for problem in problems] == ["B101"]
    assert "No space left" in problems[0].message
    assert tree(site) == SITE


def test_nothing_is_left_of_the_work(tmp_path):
    publish(SITE, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "assets", "index.html", "zh"]
