"""What ``digest new --host`` writes is what the host needs; ``digest publish --zip`` packs the site."""

import re
import shlex
from pathlib import Path
from zipfile import ZipFile

import pytest

from digest.cli.main import digest
from digest.hosting import HOSTS, origin_of, prepare
from digest.new_site import new_site
from host_rules import sent, sent_by_nginx
from running import Run


@pytest.mark.parametrize("host", HOSTS)
def test_the_files_of_a_host_lie_beside_the_content_and_are_complete(host: str, tmp_path: Path) -> None:
    new_site(tmp_path)
    prepared = prepare(tmp_path, host)
    assert {path.relative_to(tmp_path).as_posix() for path in prepared.written} == set(HOSTS[host])
    assert prepared.kept == ()
    for path in prepared.written:
        assert not re.search(r"@[A-Z]+@", path.read_text("utf-8"))


def test_nothing_that_is_there_is_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine")
    content = new_site(tmp_path)
    before = {path: path.read_bytes() for path in content.rglob("*.*")}
    code, _, err = run("new", ".", "--host", "github")
    assert code == 0
    assert ".gitignore exists already and is not changed." in err
    assert (tmp_path / ".gitignore").read_text() == "mine"
    assert (tmp_path / ".github/workflows/site.yml").is_file()
    assert {path: path.read_bytes() for path in content.rglob("*.*")} == before


def test_a_new_site_and_its_host_in_one_call(run: Run, tmp_path: Path) -> None:
    code, out, err = run("new", "my-site", "--host", "zip")
    assert (code, out) == (0, "")
    assert "my-site/content is ready." in err
    assert "my-site/UPLOAD.md has the other steps." in err
    assert (tmp_path / "my-site/content/site.toml").is_file()


def test_the_workflow_checks_builds_and_has_few_rights(tmp_path: Path) -> None:
    new_site(tmp_path)
    prepare(tmp_path, "github")
    text = (tmp_path / ".github/workflows/site.yml").read_text("utf-8")
    for line in re.findall(r"run: digest (.*)", text):
        name, *arguments = shlex.split(line)
        digest.commands[name].make_context(name, arguments)
    assert re.findall(r"run: (.*)", text) == [
        "python -m pip install -r requirements.txt",
        "digest check --format github",
        "digest build --frozen",
    ]
    assert set(re.findall(r"(\w[\w-]*): (?:read|write)$", text, re.MULTILINE)) == {
        "contents",
        "pages",
        "id-token",
    }
    used = re.findall(r"uses: (\S+)", text)
    assert len(used) == 4
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", each) for each in used)


@pytest.mark.parametrize(
    ("noted", "line"),
    [
        (None, r"policy-digest==\d+\.\d+\.\d+"),
        (
            {"url": "https://host.example/digest", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
            r"policy-digest @ git\+https://host\.example/digest@c0ffee",
        ),
        ({"url": "https://host.example/d.whl"}, r"policy-digest @ https://host\.example/d\.whl"),
        ({"url": "file:///srv/digest", "dir_info": {}}, r"\./policy_digest-[\d.]+-py3-none-any\.whl"),
    ],
)
def test_another_machine_installs_the_program_from_where_it_came(
    noted: dict[str, object] | None, line: str
) -> None:
    origin = origin_of(noted)
    assert re.fullmatch(line, origin.requirement)
    assert bool(origin.source) == origin.requirement.startswith("./")


@pytest.mark.parametrize("embeds", ["false", "true"])
def test_nginx_sends_the_headers_of_the_site_for_its_own_address(
    run: Run, tmp_path: Path, embeds: str
) -> None:
    content = new_site(tmp_path)
    site = content / "site.toml"
    text = site.read_text("utf-8").replace("policies.example.org/", "www.example.cn/zc/")
    site.write_text(text.replace("embeds = false", f"embeds = {embeds}"), "utf-8")
    prepare(tmp_path, "nginx")
    text = (tmp_path / "nginx.conf").read_text("utf-8")
    assert run("build", "-q").code == 0
    printed = (tmp_path / "site/_headers").read_text("utf-8")
    known = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*")}
    assert ("p/example-2024/art1/card.html" in known) == (embeds == "true")
    for path in ("", "zh/", "data/references.bib", "feeds/en/all.xml", "nowhere/x", *known):
        wanted = sent(printed, f"/zc/{path}", joined=False)
        wanted.pop("Content-Type", None)  # the types of the template say it
        assert sent_by_nginx(text, f"/zc/{path}") == wanted
    assert "server_name www.example.cn;" in text
    assert "location /zc/ {" in text
    assert "error_page 404 /zc/404.html;" in text
    assert "charset utf-8;" in text
    assert "include /var/www/www.example.cn/_redirects_nginx;" in text
    assert (tmp_path / "site/_redirects_nginx").is_file()
    assert text.count("{") == text.count("}")
    assert (
        len(re.findall("add_header", text)) == 7
    )  # all for the whole server: those of a location would be the only ones


def test_the_site_packed_into_one_file_is_whole_and_always_the_same(run: Run, tmp_path: Path) -> None:
    new_site(tmp_path)
    assert run("publish", "--zip", "one.zip").code == 0
    assert run("publish", "--zip", "two.zip").code == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with ZipFile(tmp_path / "one.zip") as archive:
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / "site" / name).read_bytes()
        assert {"index.html", "404.html", "zh/index.html", "assets/site.css"} <= set(archive.namelist())


def test_a_site_that_cannot_be_packed_is_told(run: Run, tmp_path: Path) -> None:
    new_site(tmp_path)
    code, _, err = run("publish", "--zip", "nowhere/site.zip")
    assert code == 1
    assert "nowhere/site.zip" in err
    assert "B101" in err


def test_packing_replaces_no_file_of_an_editor(run: Run, tmp_path: Path) -> None:
    content = new_site(tmp_path)
    text = content / "policies" / "example-2024" / "source.txt"
    before = text.read_bytes()
    (tmp_path / "notes.zip").write_text("mine")
    for target in (
        "content/policies/example-2024/source.txt",
        "content/site.zip",
        "site/site.zip",
        "notes.zip",
    ):
        code, _, err = run("publish", "--zip", target)
        assert code == 1
        assert "B111" in err
    assert text.read_bytes() == before
    assert (tmp_path / "notes.zip").read_text() == "mine"
    assert not (content / "site.zip").exists()
