import pytest

from digest.read.toml import parse_toml, read_toml, suggestion


def test_brackets_without_end_are_refused():
    file, (found,) = parse_toml("x.toml", b"a = " + b"[" * 100_000)
    assert file is None
    assert found.code == "R101"


def test_deep_but_sound_nesting_is_no_fault_of_ours():
    for depth in (100, 300, 400, 480, 600):
        file, problems = parse_toml("x.toml", b"a = " + b"[" * depth + b"]" * depth)
        assert (file is None) == bool(problems)


def test_a_byte_order_mark_is_accepted():
    file, problems = parse_toml("x.toml", b"\xef\xbb\xbfa = 1")
    assert problems == ()
    assert file is not None
    assert file.data == {"a": 1}


@pytest.mark.parametrize(("encoding", "named"), [("gbk", "GB18030"), ("utf-16", "UTF-16")])
def test_another_encoding_is_named(encoding, named):
    file, (found,) = parse_toml("x.toml", 'a = 1\nb = "政策"'.encode(encoding))
    assert file is None
    assert (found.code, found.line, found.column, found.source_line) == ("R100", 2, 6, 'b = "政策"')
    assert named in found.message


def test_a_damaged_character_has_its_place():
    file, (found,) = parse_toml("x.toml", 'a = 1\nb = "政策"'.encode()[:-2] + b'"')
    assert file is None
    assert (found.code, found.line, found.column) == ("R100", 2, 7)
    assert "byte" in found.message


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "real.toml").write_text("a = 1", "utf-8")
    (tmp_path / "link.toml").symlink_to("real.toml")
    file, (found,) = read_toml(tmp_path / "link.toml")
    assert file is None
    assert found.code == "R009"


@pytest.mark.parametrize(
    ("word", "words"), [("tilte", "Did you mean `title`? "), ("zzz", ""), ("Title", "Did you mean `title`? ")]
)
def test_the_nearest_word_is_suggested(word, words):
    assert suggestion(word, ["title", "kind"]) == words


def test_a_fault_without_a_place_is_still_told():
    file, (found,) = parse_toml("x.toml", b"a = " + b"1" * 5000)
    assert file is None
    assert (found.code, found.line) == ("R101", 0)
