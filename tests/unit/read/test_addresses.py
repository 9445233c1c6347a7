"""The ledger of published pages: read, written again, and what may be wrong in it."""

from pathlib import Path

import pytest

from digest.model.addresses import PublishedPage, recorded
from digest.publish.addresses import addresses_toml
from digest.read.addresses import read_addresses
from digest.resources import starter_content

POLICIES = """\
"/policies/city-2024/" = { zh = "市", en = "City" }
"/policies/district-2023/" = { zh = "区", en = "District" }
"""


def read(folder: Path, *lines: str):
    text = "[pages]\n" + POLICIES + "".join(f"{line}\n" for line in lines)
    (folder / "addresses.toml").write_text(text, "utf-8")
    return read_addresses(folder)


def test_no_file_no_addresses(tmp_path):
    assert read_addresses(tmp_path) == ({}, ())


def test_what_is_written_is_read(tmp_path):
    pages = {
        "/compare/tape-out/": PublishedPage({"zh": "流片", "en": 'Tape-out "first"'}),
        "/about/": PublishedPage({"zh": "关于"}, 'It moved to \\ "elsewhere".'),
        "/policies/city-2024/": PublishedPage({"zh": "市", "en": "City"}),
    }
    text = addresses_toml(pages)
    (tmp_path / "addresses.toml").write_text(text, "utf-8")
    assert read_addresses(tmp_path) == (pages, ())
    lines = [line for line in text.splitlines() if line.startswith('"')]
    assert [line.split(" = ")[0] for line in lines] == [
        '"/about/"',
        '"/compare/tape-out/"',
        '"/policies/city-2024/"',
    ]


def test_the_ledger_of_this_site_is_as_it_is_written():
    addresses, problems = read_addresses(starter_content())
    assert problems == ()
    assert addresses
    assert addresses_toml(addresses) == (starter_content() / "addresses.toml").read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        '"/compare/g-20/" = { zh = "题", en = "Theme" }',  # a theme that is called so
        '"/compare/g-city-2024-2.1/" = { zh = "组", en = "Group" }',
        '"/compare/city-2024/district-2023/" = { zh = "市 – 区", en = "City – District" }',
        '"/news/" = { en = "News", ended = "No news." }',
        '"/changes/" = { zh = "变化", en = "Changes" }',  # once a page of editors, now one that every site has
    ],
)
def test_what_may_stand_there(tmp_path, line):
    assert read(tmp_path, line).problems == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('"zh/compare/tape-out/" = { zh = "流片", en = "Tape-out" }', "I124"),
        ('"/compare/tape-out" = { zh = "流片", en = "Tape-out" }', "I124"),
        ('"/compare/district-2023/city-2024/" = { zh = "区 – 市", en = "District – City" }', "I124"),
        ('"/polices/city-2024/" = { zh = "市", en = "City" }', "I124"),
        ('"/compare/city-2023/district-2023/" = { zh = "市 – 区", en = "City – District" }', "I125"),
        ('"/compare/g-ctiy-2024-2.1/" = { zh = "组", en = "Group" }', "I125"),
        ('"/compare/tape-out/" = { zh = "流片" }', "R102"),
        ('"/about/" = { ended = "It ended." }', "R102"),
        ('"/compare/tape-out/" = { zh = "流片", en = "Tape-out", ended = "why" }', "R103"),
        ('"/compare/tape-out/" = { zh = "流片", en = "" }', "R104"),
        ('"/compare/tape-out/" = "流片"', "R104"),
        ('"/compare/tape-out/" = { zh = "流片", em = "Tape-out" }', "R103"),
    ],
)
def test_what_may_not(tmp_path, line, code):
    addresses, problems = read(tmp_path, line)
    assert addresses is None
    assert (problems[0].code, problems[0].line) == (code, 4)
    assert problems[0].path == (tmp_path / "addresses.toml").as_posix()


@pytest.mark.parametrize("wrong", ["zh/compare/new/", "/compare/new", "compare/new", "/en/compare/new/"])
def test_the_right_form_is_proposed(tmp_path, wrong):
    (found,) = read(tmp_path, f'"{wrong}" = {{ zh = "新", en = "New" }}').problems
    assert "`/compare/new/`" in found.hint


def test_the_nearest_name_is_proposed(tmp_path):
    (found,) = read(tmp_path, '"/polices/city-2024/" = { zh = "市", en = "City" }').problems
    assert "`/policies/city-2024/`" in found.hint
    (found,) = read(tmp_path, '"/compare/g-ctiy-2024-2.1/" = { zh = "组", en = "Group" }').problems
    assert "`city-2024`" in found.hint


def test_nothing_is_ever_dropped():
    known = {
        "/about/": PublishedPage({"zh": "关于", "en": "About"}, "Ended."),
        "/compare/x/": PublishedPage({"zh": "旧", "en": "Old"}),
    }
    now = {
        "/about/": PublishedPage({"zh": "新"}),
        "/compare/x/": PublishedPage({"zh": "新", "en": "New"}),
        "/a/": PublishedPage({"zh": "一"}),
    }
    assert recorded(known, now) == {
        "/a/": PublishedPage({"zh": "一"}),
        "/about/": PublishedPage({"zh": "新", "en": "About"}, "Ended."),  # its English is still gone
        "/compare/x/": PublishedPage({"zh": "新", "en": "New"}),
    }
    assert list(recorded(known, now)) == ["/a/", "/about/", "/compare/x/"]
    assert recorded(known, {}) == known
    back = {"/about/": PublishedPage({"zh": "关于", "en": "About"})}
    assert recorded(known, back)["/about/"].ended == ""
