"""What is fixed without an editor: only what has one meaning, and only in settings."""

from pathlib import Path

import pytest

from digest.build import check
from digest.fixing import diff_of, find_fixes
from digest.new_site import new_site


def fixed(content: Path) -> dict[str, str]:
    fixes = find_fixes(content, check(content))
    for each in fixes:
        each.path.write_bytes(each.after)
    return {each.path.name: diff_of(each) for each in fixes}


FIXED = [
    # the file, what is replaced by what
    ("site.toml", 'title_en = "', 'titel_en = "'),
    ("site.toml", 'contact = "', 'contact ＝ "'),
    ("site.toml", '["zh", "en"]', '["zh"， "en"]'),
    ("site.toml", '"CC-BY-4.0"', "“CC-BY-4.0”"),
    ("site.toml", "english_from = 50", "english_from = 50  \t"),
    ("policies/example-2024/policy.toml", 'basis = "unknown"', 'basis = "unknwon"'),
    ("policies/example-2024/policy.toml", "[issuers]", "[issuer]"),
    ("policies/example-2024/policy.toml", "[number]", "【number】"),
]


@pytest.mark.parametrize(("name", "right", "wrong"), FIXED)
def test_what_is_fixed(tmp_path, name, right, wrong):
    content = new_site(tmp_path)
    sound = (content / name).read_text("utf-8")
    assert right in sound
    (content / name).write_text(sound.replace(right, wrong), "utf-8")
    diffs = fixed(content)
    assert (content / name).read_text("utf-8") == sound
    assert list(diffs) == [Path(name).name]
    assert "(fixed)" in diffs[Path(name).name]
    assert fixed(content) == {}


@pytest.mark.parametrize("change", [b"\xef\xbb\xbf%s", b"gbk"])
def test_the_form_of_a_file(tmp_path, change):
    content = new_site(tmp_path)
    path = content / "site.toml"
    sound = path.read_bytes()
    path.write_bytes(sound.decode().encode("gbk") if change == b"gbk" else change % sound)
    assert list(fixed(content)) == ["site.toml"]
    assert path.read_bytes() == sound


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("site.toml", 'title_en = "', 'name = "'),  # no key is near
        ("site.toml", 'title_en = "', 'title = "'),  # two are
        ("site.toml", 'contact = "', "contact = "),  # where does the text end?
        ("policies/example-2024/source.txt", "第一条", "第一条  \r"),
        ("pages/about.zh.md", "# ", "#  "),
    ],
)
def test_what_has_two_meanings_is_left_alone(tmp_path, name, right, wrong):
    content = new_site(tmp_path)
    (content / name).write_bytes((content / name).read_bytes().replace(right.encode(), wrong.encode()))
    assert fixed(content) == {}


def test_line_ends_of_windows_stay(tmp_path):
    content = new_site(tmp_path)
    path = content / "site.toml"
    sound = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(sound)
    assert fixed(content) == {}
    path.write_bytes(sound.replace(b"title_en", b"titel_en").replace(b"50\r", b"50  \r"))
    lines = fixed(content)["site.toml"].split("\n")
    assert path.read_bytes() == sound
    assert [line for line in lines if "\r" in line or "␍" in line] == []
    assert sum(line.startswith("+") for line in lines) == 3  # the heading, and the two lines


def test_white_space_in_a_text_stays(tmp_path):
    content = new_site(tmp_path)
    path = content / "site.toml"
    path.write_text(path.read_text("utf-8").replace('"CC-BY-4.0"', '"""\nCC-BY-4.0  \nx"""'), "utf-8")
    assert fixed(content) == {}


def test_the_kind_of_a_relation(tmp_path):
    content = new_site(tmp_path)
    path = content / "policies" / "example-2024" / "policy.toml"
    sound = path.read_text("utf-8")
    path.write_text(sound + '\n[[relations]]\nkind = "replaces"\ntarget = "《某办法》"\n', "utf-8")
    fixed(content)
    assert 'kind = "supersedes"' in path.read_text("utf-8")
