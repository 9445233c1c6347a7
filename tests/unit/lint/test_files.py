"""Files in a content folder that nothing reads."""

from pathlib import Path

import pytest

from digest.build import check
from digest.lint.files import check_files
from digest.new_site import new_site

STRAYS = [
    ("sites.toml", "R230", "into site.toml"),
    ("ruling.toml", "R230", "Rename it to rulings.toml."),
    ("Rulings.toml", "R230", "Rename it to rulings.toml."),
    ("notes.txt", "R231", "your own use"),
    ("about.zh.md", "R230", "Move it to pages/about.zh.md."),
    ("city-2024/policy.toml", "R230", "Move it to policies/city-2024."),
    ("page/about.zh.md", "R230", "into pages"),
    ("templates/base.html", "R230", "Move it to "),
    ("../Templates/base.html", "R230", "Rename it to templates."),
    ("../template/base.html", "R230", "Rename it to templates."),
    ("pages/method.md", "R230", "Rename it to method.zh.md."),
    ("pages/method.en.MD", "R230", "Rename it to method.en.md."),
    ("pages/method.en.md.txt", "R230", "Rename it to method.en.md."),
    ("pages/chart.png", "R231", "your own use"),
    ("policies/list.txt", "R231", "your own use"),
    ("policies/example-2024/en.pot", "R230", "Rename it to en.po."),
    ("policies/example-2024/Ids.toml", "R230", "Rename it to ids.toml."),
]


@pytest.mark.parametrize(("name", "code", "remedy"), STRAYS)
def test_a_stray_file(tmp_path, name, code, remedy):
    content = new_site(tmp_path)
    assert check_files(content) == ()
    (content / name).parent.mkdir(exist_ok=True)
    (content / name).write_text("")
    (found,) = check_files(content)
    whole = name.split("/")[0] in ("pages", "policies") or "/" not in name
    place = content / name if whole else (content / name).parent.resolve()
    assert (found.code, Path(found.path).resolve()) == (code, place)
    assert remedy in found.hint


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "Thumbs.db", "~$list.docx", "policies/.DS_Store", "policies/__MACOSX/x", "policies/example-2024/~$a.docx",
     "policies/example-2024/original.pdf", "policies/example-2024/policy.toml~", "pages/.about.zh.md.swp", "README.md"],
)  # fmt: skip
def test_files_of_systems_editors_and_people_are_not_spoken_of(tmp_path, name):
    content = new_site(tmp_path)
    (content / name).parent.mkdir(exist_ok=True)
    (content / name).write_text("")
    assert [each for each in check(content) if each.code[0] == "R"] == []


@pytest.mark.parametrize(
    ("there", "wanted"),
    [("policy.tml", "policy.toml"), ("Policy.toml", "policy.toml"), ("source.TXT", "source.txt")],
)
def test_a_missing_file_beside_one_with_nearly_its_name(tmp_path: Path, there: str, wanted: str) -> None:
    content = new_site(tmp_path)
    folder = content / "policies" / "example-2024"
    (folder / wanted).rename(folder / there)
    found = {each.code: each for each in check(content) if each.code in ("R001", "R230")}
    assert f"Rename {there} to {wanted}." in found["R001"].hint
    assert f"Rename it to {wanted}." in found["R230"].hint
    assert found["R230"].path == (folder / there).as_posix()


def test_a_page_whose_name_is_no_address(tmp_path):
    content = new_site(tmp_path)
    (content / "pages" / "联系 Us.zh.md").write_text("# x")
    (found,) = (each for each in check(content) if each.code == "R205")
    assert "us.zh.md" in found.hint
