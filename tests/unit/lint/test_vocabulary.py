"""Words of a project's own lists that can never apply."""

from pathlib import Path

import pytest

from digest.build import check
from digest.lint.vocabulary import check_vocabulary
from digest.new_site import new_site
from digest.resources import starter_content

THEME = (
    '\n[[theme]]\nid = "mine"\nfamily = "settle"\nzh = "我的"\nen = "Mine"\nabout = "x"\nstip = []\nside = "supply"\n'
    "hints = [{hints}]\nweak = [{weak}]\nnot = [{excluded}]\n"
)

FAULTS = [
    # the file, what is put in before what, the codes, what is marked, the cause
    ("instruments.toml", 'give = [\n  "给予", "拨给 ",', ("R227", '"拨给 "', "begins or ends with a blank")),
    ("instruments.toml", 'give = [\n  "予以", ', ("R226", '"予以"', "twice in this list, first in line")),
    ("themes.toml", THEME.format(hints='"甲乙", "甲乙丙"', weak="", excluded=""), ("R227", '"甲乙丙"', "contains “甲乙”")),
    ("themes.toml", THEME.format(hints='"甲乙"', weak="", excluded='"甲乙"'), ("R227", '"甲乙"', "excludes it")),
    ("themes.toml", THEME.format(hints='"甲乙"', weak='"甲乙"', excluded=""), ("R227", '"甲乙"', "of `hints`, too")),
    (
        "glossary.toml",
        '\n[[term]]\nzh = "甲乙丙丁"\nen = "Alpha"\naccepted = ["Beta"]\nforbidden = ["beta"]\n',
        ("R227", '"beta"', "accepted in the same row"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), FAULTS)
def test_a_word_that_never_applies(
    tmp_path: Path, name: str, text: str, expected: tuple[str, str, str]
) -> None:
    content = new_site(tmp_path)
    assert check_vocabulary(content, starter_content(), None) == ()
    before = (content / name).read_text("utf-8")
    head = text.partition("\n")[0]
    after = before.replace(f"{head}\n", text, 1) if head else before + text
    (content / name).write_text(after.replace('"给予", "拨给 ",  ', '"拨给 ", '), "utf-8")
    found = check_vocabulary(content, starter_content(), None)[0]
    first = found.column - found.source_column
    assert (found.code, found.source_line[first : found.end_column - found.source_column]) == expected[:2]
    assert expected[2] in found.message


def test_an_id_that_nothing_has_is_a_note(tmp_path):
    content = new_site(tmp_path)
    with (content / "themes.toml").open("a", encoding="utf-8") as file:
        file.write(THEME.format(hints='"没有这样的词"', weak="", excluded=""))
    (found,) = (each for each in check(content) if each.code == "R228")
    assert (found.severity, found.path) == ("note", (content / "themes.toml").as_posix())
