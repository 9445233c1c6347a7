"""Publishing: only what changed, nothing left over, nothing outside, and never half a site."""

import os
from errno import EBUSY, ENOSPC
from pathlib import Path

import pytest

from digest.publish import swap
from digest.publish.manifest import MANIFEST
from digest.publish.write import Published, publish

SITE = {"index.html": b"one", "zh/index.html": b"two", "assets/site.css": b"p {}"}
NEXT = {"index.html": b"new", "zh/index.html": b"two", "p/1/index.html": b"clause"}


@pytest.fixture
def site(tmp_path):
    """A folder with a site."""
    folder = tmp_path / "site"
    publish(SITE.items(), folder)
    return folder


@pytest.fixture(params=["one step", "two steps"])
def steps(request, monkeypatch):
    """Folders are exchanged in one step; or in two, as where the system cannot do it in one."""
    if request.param == "two steps":
        monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    return request.param


def tree(folder):
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found.pop(MANIFEST, None)
    return found


def beside(folder):
    return sorted(path.name for path in folder.parent.iterdir() if path != folder)


def test_a_site_is_written_whole(tmp_path):
    assert publish(SITE.items(), tmp_path / "a" / "site") == (Published(3, 0, 0), [])
    assert tree(tmp_path / "a" / "site") == SITE


def test_a_site_takes_the_place_of_the_one_before(site, steps):
    assert publish(NEXT.items(), site) == (Published(2, 1, 1), [])
    assert tree(site) == NEXT
    assert sorted(path.name for path in site.iterdir()) == [MANIFEST, "index.html", "p", "zh"]
    assert beside(site) == []


def test_only_what_changed_is_written(site):
    before = (site / "index.html").stat(), (site / "assets/site.css").stat()
    done, _ = publish({**SITE, "zh/index.html": b"new"}.items(), site)
    after = (site / "index.html").stat(), (site / "assets/site.css").stat()
    assert done == Published(1, 2, 0)
    assert [(each.st_ino, each.st_mtime_ns) for each in before] == [
        (each.st_ino, each.st_mtime_ns) for each in after
    ]
    assert publish({**SITE, "zh/index.html": b"new"}.items(), site)[0] == Published(0, 3, 0)


@pytest.mark.parametrize("in_place", [False, True])
def test_what_is_in_an_open_file_is_written_when_it_differs(site, in_place, tmp_path):
    large = bytes(range(256)) * (1 << 13)  # two pieces
    for content, written in ((large, 1), (large[:-1] + b"x", 1), (large[:-1] + b"x", 0)):
        with (tmp_path / "made").open("w+b") as file:
            file.write(content)
            done, problems = publish({**SITE, "index.html": file}.items(), site, in_place=in_place)
        assert (done, problems) == (Published(written, 3 - written, 0), [])
        assert tree(site) == {**SITE, "index.html": content}


def test_a_site_that_has_not_changed_is_not_replaced(site):
    before = site.stat().st_ino
    assert publish(SITE.items(), site) == (Published(0, 3, 0), [])
    assert site.stat().st_ino == before


def test_what_is_no_longer_made_goes_and_what_others_put_there_stays(site, steps):
    (site / "CNAME").write_bytes(b"example.org")
    (site / "zh/notes/old").mkdir(parents=True)
    (site / "zh/notes/mine.txt").write_bytes(b"mine")
    (site / "elsewhere").symlink_to("/nowhere")
    before = (site / "CNAME").stat()
    publish({"index.html": b"new"}.items(), site)
    assert tree(site) == {"index.html": b"new", "CNAME": b"example.org", "zh/notes/mine.txt": b"mine"}
    assert (site / "elsewhere").readlink() == Path("/nowhere")
    assert (site / "zh/notes/old").is_dir()
    assert not (site / "assets").exists()
    after = (site / "CNAME").stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_mode) == (
        before.st_ino,
        before.st_mtime_ns,
        before.st_mode,
    )


def test_files_are_copied_where_they_cannot_be_linked(site, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(1, "Operation not permitted")

    (site / "CNAME").write_bytes(b"example.org")
    (site / "CNAME").chmod(0o640)
    (site / "elsewhere").symlink_to("/nowhere")
    monkeypatch.setattr(os, "link", refuse)
    publish(NEXT.items(), site)
    assert tree(site) == {**NEXT, "CNAME": b"example.org"}
    assert (site / "CNAME").stat().st_mode & 0o777 == 0o640
    assert (site / "elsewhere").readlink() == Path("/nowhere")
    assert beside(site) == []


def test_the_folder_keeps_its_permissions(site):
    site.chmod(0o2750)
    (site / "zh").chmod(0o700)
    publish(NEXT.items(), site)
    assert site.stat().st_mode & 0o7777 == 0o2750
    assert (site / "zh").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a//b", "a/../../x", "", "a/./b", "a\\..\\b", "a\0"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path, name):
    done, problems = publish({**SITE, name: b""}.items(), tmp_path / "site")
    assert [problem.code for problem in problems] == ["B103"]
    assert done == Published(0, 0, 0)
    assert list(tmp_path.rglob("*")) == []


def test_links_are_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    site = tmp_path / "site"
    publish({"index.html": b"one"}.items(), site)
    (site / "zh").symlink_to(outside)
    _, problems = publish(SITE.items(), site)
    assert [(problem.code, problem.path) for problem in problems] == [("B102", str(site / "zh"))]
    assert tree(outside) == {"index.html": b"mine"}
    assert (site / "index.html").read_bytes() == b"one"


def test_a_stale_file_behind_a_link_is_left(site, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    (site / "zh" / "index.html").unlink()
    (site / "zh").rmdir()
    (site / "zh").symlink_to(outside)
    publish({"index.html": b"one"}.items(), site)
    assert tree(outside) == {"index.html": b"mine"}


@pytest.mark.parametrize("files", [{**SITE, "zh/index.html": b"new"}, {"index.html": b"new"}])
def test_in_place_links_are_not_followed(site, tmp_path, files):
    outside = tmp_path / "outside"
    (site / "zh").rename(outside)
    (site / "zh").symlink_to(outside)
    publish(files.items(), site, in_place=True)
    assert tree(outside) == {"index.html": b"two"}


@pytest.mark.parametrize("left", ["new", "old"])
def test_a_link_beside_the_folder_is_not_followed(site, tmp_path, left):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").write_bytes(b"mine")
    swap.beside(site, left).symlink_to(tmp_path / "mine")
    publish(NEXT.items(), site)
    assert tree(tmp_path / "mine") == {"file": b"mine"}


@pytest.mark.parametrize("obstacle", ["folder", "file", "output"])
def test_something_in_the_way_leaves_the_old_site(tmp_path, obstacle):
    site = tmp_path / "site"
    if obstacle == "output":
        site.write_bytes(b"a file")
    else:
        publish({"index.html": b"old"}.items(), site)
        (site / "zh").write_bytes(b"") if obstacle == "file" else (site / "zh" / "index.html").mkdir(
            parents=True
        )
    _, problems = publish(SITE.items(), site)
    assert [problem.code for problem in problems] == ["B102"]
    if obstacle != "output":
        assert (site / "index.html").read_bytes() == b"old"


@pytest.mark.parametrize("content", [b"mine", b"clause"])
def test_a_file_that_no_build_has_written_is_never_replaced(site, content):
    (site / "p/1").mkdir(parents=True)
    (site / "p/1/index.html").write_bytes(content)
    _, problems = publish(NEXT.items(), site)
    assert [(found.code, found.path) for found in problems] == [("B102", str(site / "p/1/index.html"))]
    assert tree(site) == {**SITE, "p/1/index.html": content}


@pytest.mark.parametrize(
    "listed",
    ["../mine\n/etc/passwd\nzh/../../mine\n", "gone.html\nzh\n\n", "\ud800".encode("utf-8", "surrogatepass")],
)
def test_a_list_of_files_that_lies_harms_nothing(site, tmp_path, listed):
    (tmp_path / "mine").write_bytes(b"mine")
    (site / MANIFEST).write_bytes(listed if isinstance(listed, bytes) else listed.encode())
    publish(NEXT.items(), site)
    assert (tmp_path / "mine").read_bytes() == b"mine"
    for name in SITE.keys() & NEXT.keys():  # nobody knows any more who wrote them
        assert (site / name).read_bytes() == SITE[name]


@pytest.mark.parametrize("after", range(4))
def test_a_full_disk_leaves_the_old_site(site, monkeypatch, after):
    write, written = Path.write_bytes, []

    def full(path, content):
        written.append(path)
        if len(written) > after:
            raise OSError(ENOSPC, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    done, problems = publish(NEXT.items(), site)
    if after < 3:
        assert [problem.code for problem in problems] == ["B101"]
        assert "No space left" in problems[0].message
        assert tree(site) == SITE
    else:
        assert done.written == 2
        assert tree(site) == NEXT
    assert beside(site) == []


def test_a_folder_that_cannot_be_renamed_stays(site, monkeypatch):
    def refuse(*_):
        raise OSError(EBUSY, "Device or resource busy")

    monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    _, problems = publish(NEXT.items(), site)
    assert [(found.code, found.path) for found in problems] == [("B105", str(site))]
    assert f"--output {site}/public" in problems[0].hint
    assert tree(site) == SITE
    assert beside(site) == []


class Killed(BaseException):
    """The process ends."""


STEPS = {
    "staging": (Path, "write_bytes"),
    "links": (os, "link"),
    "the list of files": ("digest.publish.write", "manifest_text"),
    "before the exchange": ("digest.publish.write", "swap"),
    "after the exchange": ("digest.publish.swap.shutil", "rmtree"),
}


@pytest.mark.parametrize("step", STEPS)
def test_what_a_killed_build_leaves_is_cleared_away(site, steps, step):
    (site / "CNAME").write_bytes(b"example.org")
    with pytest.MonkeyPatch.context() as patch:
        die(patch, step)
        with pytest.raises(Killed):
            publish(NEXT.items(), site)
    assert tree(site) in [{**each, "CNAME": b"example.org"} for each in (SITE, NEXT)]
    assert beside(site) != []
    swap.clear(site)
    assert beside(site) == []
    assert publish(NEXT.items(), site)[1] == []
    assert tree(site) == {**NEXT, "CNAME": b"example.org"}


def test_a_build_killed_between_the_two_renames_leaves_a_site_for_the_next(site, monkeypatch):
    monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    rename = Path.rename

    def die_at_the_second(path, target):
        if target == site:
            raise Killed
        return rename(path, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "rename", die_at_the_second)
        patch.setattr("digest.publish.write.clear", lambda _: None)
        with pytest.raises(Killed):
            publish(NEXT.items(), site)
    assert not site.exists()
    swap.clear(site)
    assert tree(site) == SITE
    assert beside(site) == []


def die(patch, step):
    """Let the process end at a step: nothing is cleared away."""

    def dead(*_, **__):
        raise Killed

    target, name = STEPS[step]
    if isinstance(target, str):
        patch.setattr(f"{target}.{name}", dead)
    else:
        patch.setattr(target, name, dead)
    if step != "after the exchange":
        patch.setattr("digest.publish.write.clear", lambda _: None)


@pytest.mark.parametrize("late", ["new file", "newer file"])
def test_what_somebody_saves_while_folders_are_exchanged_is_not_lost(site, monkeypatch, late):
    (site / "CNAME").write_bytes(b"old")
    os.utime(site / "CNAME", (1, 1))
    name = {"new file": "late/notes.txt", "newer file": "CNAME"}[late]
    link = os.link

    def save_after(old, new, **options):
        link(old, new, **options)
        (site / name).parent.mkdir(exist_ok=True)
        (site / "saved").write_bytes(b"saved")
        (site / "saved").replace(site / name)

    monkeypatch.setattr(os, "link", save_after)
    publish(NEXT.items(), site)
    assert (site / name).read_bytes() == b"saved"
    assert beside(site) == []


def test_what_an_earlier_release_left_of_its_work_goes(site):
    (site / ".digest-new").mkdir()
    (site / ".digest-new/0").write_bytes(b"half")
    publish(NEXT.items(), site)
    assert tree(site) == NEXT


def test_files_that_stand_are_kept_and_not_asked_for(site):
    before = (site / "zh/index.html").stat()
    done, problems = publish([("index.html", b"new"), ("zh/index.html", None)], site)
    assert (done, problems) == (Published(1, 1, 1), [])
    assert tree(site) == {"index.html": b"new", "zh/index.html": b"two"}
    assert (site / "zh/index.html").stat().st_ino == before.st_ino


def test_a_site_that_cannot_be_made_stays(site):
    def files():
        yield "index.html", b"new"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        publish(files(), site)
    assert tree(site) == SITE
    assert beside(site) == []


def test_in_place_the_files_that_differ_are_changed(site):
    (site / "CNAME").write_bytes(b"example.org")
    folder, page = site.stat().st_ino, (site / "zh/index.html").stat().st_ino
    assert publish(NEXT.items(), site, in_place=True) == (Published(2, 1, 1), [])
    assert tree(site) == NEXT | {"CNAME": b"example.org"}
    assert not (site / "assets").exists()
    assert (site.stat().st_ino, (site / "zh/index.html").stat().st_ino) == (folder, page)
    assert publish(SITE.items(), site, in_place=True)[0] == Published(2, 1, 1)
    assert tree(site) == SITE | {"CNAME": b"example.org"}


def test_in_place_each_file_is_there_as_soon_as_it_is_made(site):
    def files():
        yield "index.html", b"new"
        assert (site / "index.html").read_bytes() == b"new"
        yield from (("zh/index.html", None), ("assets/site.css", None))

    assert publish(files(), site, in_place=True) == (Published(1, 2, 0), [])


@pytest.mark.parametrize(("name", "code"), [("../index.html", "B103"), ("CNAME", "B102"), ("link/x", "B102")])
def test_in_place_nothing_of_others_is_touched(site, name, code):
    (site / "CNAME").write_bytes(b"example.org")
    (site / "link").symlink_to(site.parent)
    _, problems = publish([*SITE.items(), (name, b"x")], site, in_place=True)
    assert [each.code for each in problems] == [code]
    assert tree(site) == SITE | {"CNAME": b"example.org"}
    assert not (site.parent / "x").exists()
