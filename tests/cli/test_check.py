"""``digest check`` as editors use it: templates, fixing, a baseline of what is known."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli.main import digest
from digest.new_site import new_site
from running import Run


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return new_site(tmp_path)


def test_a_fault_in_a_template_is_the_editors_in_every_command(run: Run, content: Path) -> None:
    own = content.parent / "templates"
    own.mkdir()
    (own / "editorial.html").write_text(
        '{% extends "base.html" %}\n{% block main %}{{ page.titel }}{% endblock %}\n'
    )
    for command in (["check"], ["build"], ["build", "--jobs", "2"], ["publish"]):
        code, out, err = run(*command)
        assert code == 1
        assert "templates/editorial.html:2:" in out + err
        assert "bug" not in out + err
    assert not (content.parent / "site" / "zh").exists()
    assert not (content / "addresses.toml").exists()


def test_warnings_count_when_strict(run: Run, content: Path) -> None:
    with (content / "pages" / "about.zh.md").open("a", encoding="utf-8") as file:
        file.write("\n[列表](../polices/)\n")
    assert run("check").code == 0
    assert run("check", "--strict").code == 1


def test_what_cannot_be_read_is_not_called_missing(run: Run, content: Path) -> None:
    meta = content / "policies" / "example-2024" / "policy.toml"
    with (content / "pages" / "about.zh.md").open("a", encoding="utf-8") as file:
        file.write("\n[条款](../../p/example-2024/art2/)\n")
    verdict = {"a": "example-2024#art2", "b": "example-2025#art2", "verdict": "same"}
    (content / "rulings.toml").write_text(
        "[[ruling]]\n" + "".join(f'{key} = "{value}"\n' for key, value in verdict.items()), "utf-8"
    )
    meta.write_text(f"{meta.read_text('utf-8')}\n[status]\n", "utf-8")
    code, out, err = run("check")
    assert code == 1
    assert "policy.toml" in out
    assert not {"X101", "R220"} & set((out + err).replace(":", " ").split())


def test_an_alias_to_a_clause_that_is_not_there_is_the_only_finding(run: Run, content: Path) -> None:
    assert run("publish").code == 0
    ledger = content / "policies" / "example-2024" / "ids.toml"
    sound = ledger.read_text("utf-8")
    ledger.write_text(sound.replace("[aliases]\n", '[aliases]\n"5.1" = "9.9"\n'), "utf-8")
    code, out, _ = run("check")
    assert code == 1
    assert [line.split(": ")[1].split()[1] for line in out.splitlines() if " error " in line] == ["I102"]


def test_fixing_asks_first(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content.parent)
    monkeypatch.setenv("XDG_CACHE_HOME", str(content.parent / "cache"))
    site = content / "site.toml"
    sound = site.read_text("utf-8")
    site.write_text(sound.replace("title_en", "titel_en").replace('contact = "', 'contact ＝ "'), "utf-8")
    broken = site.read_bytes()
    refused = CliRunner().invoke(digest, ["check", "--fix"], input="n\n")
    assert refused.exit_code == 1
    assert (
        '-contact ＝ "editors@policies.example.org"\n+contact = "editors@policies.example.org"'
        in refused.stdout
    )
    assert site.read_bytes() == broken
    done = CliRunner().invoke(digest, ["check", "--fix"], input="y\ny\n")  # one change shows another
    assert done.exit_code == 0
    assert site.read_text("utf-8") == sound
    assert "--fix finds nothing to change." in CliRunner().invoke(digest, ["check", "--fix"]).stderr


def test_what_is_known_is_left_out(run: Run, content: Path) -> None:
    page = content / "pages" / "about.zh.md"
    sound = page.read_text("utf-8")
    page.write_text(f"{sound}\n[甲](../polices/)\n", "utf-8")
    assert run("check", "--write-baseline", "known.toml").code == 0
    page.write_text(f"前言\n\n{sound}\n[甲](../polices/)\n[乙](../nothing/)\n", "utf-8")
    code, out, err = run("check", "--strict", "--baseline", "known.toml")
    assert code == 1
    assert "../nothing/" in out
    assert "../polices/" not in out
    assert "1 known finding is left out." in err
    page.write_text(sound, "utf-8")
    code, out, err = run("check", "--strict", "--baseline", "known.toml")
    assert (code, out) == (0, "")
    assert "Fixed, and to be removed from known.toml: R220 content/pages/about.zh.md ../polices/" in err
    assert run("check", "--baseline", "none.toml").code == 1


def test_a_list_of_known_findings_replaces_nothing_else(run: Run, content: Path) -> None:
    site = content / "site.toml"
    before = site.read_bytes()
    done = run("check", "--write-baseline", "content/site.toml")
    assert done.code == 2
    assert site.read_bytes() == before
    assert run("check", "--write-baseline", "known.toml").code == 0
    assert run("check", "--write-baseline", "known.toml").code == 0


def test_a_file_where_the_templates_should_be_is_no_fault_of_the_program(run: Run, content: Path) -> None:
    (content.parent / "templates").write_text("x")
    assert run("build").code == 0
    done = run("check", "--strict")
    assert done.code == 1
    assert "templates" in done.out
