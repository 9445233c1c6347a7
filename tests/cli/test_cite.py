"""``digest cite``: the citation of a policy or a clause in one style or in all."""

import re
from pathlib import Path

import pytest

from digest.cite import STYLES
from digest.cli.clock import today
from digest.new_site import new_site
from running import Run


@pytest.fixture(autouse=True)
def content(tmp_path: Path) -> Path:
    return new_site(tmp_path)


def test_one_style_is_printed_as_it_is(run: Run) -> None:
    before = today()
    code, out, err = run("cite", "example-2024#art1", "--style", "gbt7714")
    assert (code, err) == (0, "")
    assert re.search(r"：第一条(?:\[期限至.*\])?\[EB/OL\]\. ", out)
    assert re.search(r"\?at=[0-9a-f]{8}\.\n\Z", out)
    assert f"[{before}]" in out or f"[{today()}]" in out


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/p/example-2024/art1/", "example-2024#art1"),
        ("p/example-2024/art1/index.html", "example-2024#art1"),
        ("https://example.org/zh/policies/example-2024/#art1:~:text=支持", "example-2024#art1"),
        ("https://example.org/en/policies/example-2024/", "example-2024"),
    ],
)
def test_an_address_names_what_it_leads_to(run: Run, address: str, name: str) -> None:
    assert run("cite", address, "--style", "ris") == run("cite", name, "--style", "ris")


def test_an_address_demands_the_wording_that_it_pins(run: Run) -> None:
    code, _, err = run("cite", "https://example.org/p/example-2024/art1/?at=00000000")
    assert code == 2
    assert "example-2024#art1 no longer reads as @00000000 says" in err


def test_all_styles_are_printed_below_their_ids(run: Run) -> None:
    code, out, _ = run("cite", "example-2024")
    assert code == 0
    assert [line for line in out.split("\n") if line in {style.id for style in STYLES}] == [
        style.id for style in STYLES
    ]


def test_another_wording_than_that_of_now_is_not_cited_in_silence(run: Run) -> None:
    pinned = re.search(r"[?]at=([0-9a-f]{8})", run("cite", "example-2024#art1", "--style", "apa").out)
    assert pinned
    assert run("cite", f"example-2024#art1@{pinned[1]}", "--style", "apa").code == 0
    code, out, err = run("cite", "example-2024#art1@00000000", "--style", "apa")
    assert (code, out) == (2, "")
    assert "no longer reads as @00000000 says" in err


def test_the_part_of_a_work_is_named_as_apa_has_it(run: Run) -> None:
    assert "\nIn the text: (" in run("cite", "example-2024#art1", "--style", "apa").out
    assert "\n正文夹注：(" in run("--lang", "zh", "cite", "example-2024#art1", "--style", "apa").out


def test_the_language_of_a_note(run: Run) -> None:
    assert "第一条" in run("cite", "example-2024#art1", "--style", "markdown").out
    assert "art. 1" in run("cite", "example-2024#art1", "--style", "markdown", "--language", "en").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["example-2042"], "There is no policy example-2042. Did you mean example-2024?"),
        (["example-2024#art2.9"], "example-2024 has no clause art2.9."),
        (["example-2024", "--style", "bibtx"], "There is no style bibtx. Did you mean bibtex?"),
        (["example-2024", "--style", "vancouver"], "Styles: gbt7714, law, apa"),
        (["example-2024", "--language", "fr"], "--language"),
    ],
)
def test_what_is_not_there(run: Run, arguments: list[str], said: str) -> None:
    code, out, err = run("cite", *arguments)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())


def test_a_policy_that_cannot_be_read(run: Run, content: Path) -> None:
    (content / "policies/example-2024/policy.toml").write_text("title_en = ", "utf-8")
    assert run("cite", "example-2024").code == 1
