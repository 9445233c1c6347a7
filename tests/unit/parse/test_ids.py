"""Clause ids are minted and read in one place."""

import pytest

from digest.text.ids import IdStep, Minter, mint, read, text_hash, write


@pytest.mark.parametrize(
    ("parent", "system", "number", "branch", "expected"),
    [
        (None, "han", 3, 0, "3"),
        ("3", "han_paren", 2, 0, "3.2"),
        ("4.4", "arabic", 8, 0, "4.4.8"),
        ("ch2", "article", 7, 0, "art7"),
        ("art7", "han_paren", 2, 0, "art7.2"),
        ("ch1", "article", 15, 1, "art15_1"),
        ("4.1", "box", 1, 0, "box1"),
        ("box1", "arabic", 1, 0, "box1.1"),
        (None, "title", 2, 0, "ch2"),
        ("pt1", "title", 2, 0, "pt1.ch2"),
        ("2.3", "note", 0, 0, "2.3.note"),
        ("2.3.note", "footnote", 0, 0, "2.3.note.fn0"),
        ("2.2", "unnumbered", 1, 0, "2.2.u1"),
        (None, "front", 1, 0, "front.1"),
    ],
)
def test_mint_and_read(parent: str | None, system: str, number: int, branch: int, expected: str) -> None:
    minted = mint(parent, system, number, branch)
    assert minted == expected
    assert write(read(minted)) == minted


def test_repeats_get_a_suffix() -> None:
    minter = Minter()
    assert [minter.mint("1", "han_paren", 3) for _ in range(3)] == ["1.3", "1.3-2", "1.3-3"]
    assert read("1.3-2")[-1] == IdStep("", 3, 0, 2)


@pytest.mark.parametrize("wrong", ["", ".", "1..2", "x", "1.a", "1-", "ART1"])
def test_other_texts_are_no_ids(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a clause id"):
        read(wrong)


def test_the_hash_passes_over_white_space_and_composition() -> None:
    assert text_hash("的 50%\u3000予以") == text_hash("的50%予以")
    assert text_hash("e\u0301") == text_hash("\u00e9")
    assert text_hash("50%") != text_hash("60%")
