"""``digest templates``: what there is, what a project replaces, and a copy to start from."""

from pathlib import Path

import pytest

from digest.cli.templates import _purposes
from digest.new_site import new_site
from digest.overriding import COPIED, list_templates
from digest.resources import templates
from running import Run


@pytest.fixture
def site(tmp_path: Path) -> Path:
    new_site(tmp_path)
    return tmp_path


def test_every_template_has_a_purpose_and_nothing_else_has() -> None:
    there = {path.relative_to(templates()).as_posix() for path in templates().rglob("*") if path.is_file()}
    assert _purposes().keys() == there


def test_a_copy_takes_its_place_and_the_next_step_is_said(run: Run, site: Path) -> None:
    code, out, err = run("templates", "copy", "home.html", "assets/site.css")
    assert (code, out) == (0, "")
    assert "templates/home.html was written." in err
    assert "digest serve" in err
    for name in ("home.html", "assets/site.css"):
        assert (site / "templates" / name).read_bytes() == (templates() / name).read_bytes()
    home = site / "templates/home.html"
    home.write_text(home.read_text("utf-8").replace("<h1", '<h1 id="mine"'), "utf-8")
    lines = run("templates", "list").out.splitlines()
    assert next(line for line in lines if "home.html" in line).startswith("* home.html ")
    assert next(line for line in lines if "site.css" in line).endswith("(yours, the same as the program's)")
    assert len([line for line in lines if line.startswith("*")]) == 2
    assert run("build", "-q").code == 0
    assert 'id="mine"' in (site / "site/zh/index.html").read_text("utf-8")


def test_it_is_said_when_the_program_has_another_one_since(run: Run, site: Path) -> None:
    run("templates", "copy", "home.html")
    (site / "templates/home.html").write_text("changed")
    assert dict(list_templates(site / "content"))["home.html"] == "own"
    (site / f"templates/{COPIED}").write_text("0123456789abcdef  home.html\n")
    assert dict(list_templates(site / "content"))["home.html"] == "changed"
    (site / f"templates/{COPIED}").write_bytes(b"\xff no list\n")
    assert dict(list_templates(site / "content"))["home.html"] == "own"


def test_a_file_of_the_project_is_replaced_by_force_only(run: Run, site: Path) -> None:
    (site / "templates").mkdir()
    (site / "templates/home.html").write_text("mine")
    code, _, err = run("templates", "copy", "base.html", "home.html")
    assert code == 2
    assert "--force replaces it" in err
    assert [path.name for path in (site / "templates").iterdir()] == ["home.html"]
    assert (site / "templates/home.html").read_text() == "mine"
    assert run("templates", "copy", "home.html", "--force").code == 0
    assert (site / "templates/home.html").read_bytes() == (templates() / "home.html").read_bytes()


@pytest.mark.parametrize("name", ["hom.html", "../content/site.toml", "/etc/passwd", "assets"])
def test_only_what_the_program_has_can_be_copied(run: Run, site: Path, name: str) -> None:
    code, _, err = run("templates", "copy", name)
    assert code == 2
    assert f"There is no template {name}." in err
    assert ("Did you mean home.html?" in err) == (name == "hom.html")
    assert not (site / "templates").exists()
