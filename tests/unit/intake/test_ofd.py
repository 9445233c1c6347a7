"""OFD files: words with places become lines and paragraphs."""

import io
import zipfile
from collections.abc import Callable

from digest.intake import take
from digest.intake.ofd import read_ofd
from digest.model.intake import Clue
from docx_files import ofd, zipped
from parsing import title_words

TITLE = "某市促进传感器产业发展若干措施"


def rewritten(data: bytes, change: Callable[[str], str]) -> bytes:
    """The same file with other pages."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        members = {name: made.read(name).decode() for name in made.namelist()}
    return zipped({name: change(inside) if "Page_" in name else inside for name, inside in members.items()})


def text(*pages: list[tuple[float, float, str]]) -> list[str]:
    found = read_ofd(ofd(pages), "a.ofd").taken
    assert found is not None
    return found.text.splitlines()


def test_lines_are_read_from_the_top_and_the_left() -> None:
    page = [(20.0, 30.0, "第二行"), (60.0, 10.0, "乙"), (20.0, 10.0, "甲一一一一一一一"), (60.0, 10.0, "乙")]
    assert text(page) == ["甲一一一一一一一乙", "第二行"]


def test_a_full_line_goes_on_in_the_next_one_and_over_pages() -> None:
    first, second, third = (
        "对符合条件的企业给予最高不超过五百万",
        "元的资金支持以及其他各方面的补助并且",
        "奖励。",
    )
    page = [(30.0, 10.0, first), (20.0, 20.0, second + "给予")]
    assert text(page, [(20.0, 10.0, third), (30.0, 20.0, "下一段")]) == [
        first + second + "给予" + third,
        "下一段",
    ]
    assert text([(20.0, 10.0, first), (30.0, 20.0, second)]) == [first, second]  # indented: a new paragraph
    assert text([(20.0, 10.0, first[:-1] + "。"), (20.0, 20.0, second)]) == [first[:-1] + "。", second]


def test_a_title_in_larger_letters_does_not_go_on() -> None:
    title, addressee = "关于加快南货场铁路涵洞下穿建设的复函", "区政府："
    made = ofd([[(20.0, 10.0, title), (20.0, 20.0, addressee)]])
    assert read_ofd(made, "a").taken.text == f"{title}{addressee}\n"  # type: ignore[union-attr]
    larger = rewritten(made, lambda xml: xml.replace('Size="5"', 'Size="7"', 1))
    assert read_ofd(larger, "a").taken.text == f"{title}\n{addressee}\n"  # type: ignore[union-attr]


def test_words_scaled_in_their_boundary() -> None:
    made = ofd([[(20.0, 10.0, "乙"), (20.0, 12.0, "甲")]])
    moved = rewritten(made, lambda xml: xml.replace('Size="5"', 'Size="1" CTM="5 0 0 5 0 -20"', 1))
    assert read_ofd(moved, "a").taken.text == "乙\n甲\n"  # type: ignore[union-attr]
    lower = rewritten(made, lambda xml: xml.replace('Size="5"', 'Size="1" CTM="5 0 0 5 0 20"', 1))
    assert read_ofd(lower, "a").taken.text == "甲\n乙\n"  # type: ignore[union-attr]


def test_words_of_page_templates_are_left_out_and_reported() -> None:
    template = (
        '<Page><TextObject Boundary="0 0 9 9" Size="5"><TextCode>某市文件</TextCode></TextObject></Page>'
    )
    members = {
        "OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>",
        "Doc_0/Document.xml": '<Document><TemplatePage BaseLoc="T.xml"/><Page BaseLoc="P.xml"/></Document>',
        "Doc_0/T.xml": template,
        "Doc_0/P.xml": template.replace("某市文件", "第一条"),
    }
    found = read_ofd(zipped(members), "a.ofd")
    assert found.taken is not None
    assert found.taken.text == "第一条\n"
    assert [each.code for each in found.problems] == ["A115"]
    assert "某市文件" in found.problems[0].message
    del members["Doc_0/T.xml"]
    assert read_ofd(zipped(members), "a.ofd").problems == ()


def test_a_gap_parts_columns() -> None:
    assert text([(20.0, 10.0, "档次"), (80.0, 10.0, "限额"), (20.0, 20.0, "甲"), (80.0, 20.0, "9万")]) == [
        "档次\t限额",
        "甲\t9万",
    ]


def test_a_title_is_a_clue_where_the_text_prints_it() -> None:
    page = [(20.0, 10.0, TITLE)]
    found = read_ofd(ofd([page], TITLE), "a.ofd").taken
    assert found is not None
    assert found.clues == (Clue("title_zh", TITLE, "OFD.xml: Title"),)
    found = read_ofd(ofd([page], "另一份文件的标题"), "a.ofd").taken
    assert found is not None
    assert found.clues == ()


def test_no_words_are_refused() -> None:
    found = take("a.ofd", ofd([[]]), title_words())
    assert [each.code for each in found.problems] == ["A111"]
    empty = take("a.pdf", zipped({"OFD.xml": "<OFD/>"}), title_words())
    assert [each.code for each in empty.problems] == ["A111"]


def test_a_page_that_is_missing_is_damage() -> None:
    members = {
        "OFD.xml": "<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>",
        "Doc_0/Document.xml": '<Document><Pages><Page BaseLoc="Pages/P.xml"/></Pages></Document>',
    }
    assert [each.code for each in take("a.ofd", zipped(members), title_words()).problems] == ["A103"]
    whole = {
        **members,
        "Pages/P.xml": '<Page><ImageObject/><TextObject Boundary="1 x"><TextCode>甲</TextCode></TextObject></Page>',
    }
    found = take("a.ofd", zipped(whole), title_words())
    assert found.taken is not None
    assert found.taken.text == "甲\n"
    assert [each.code for each in found.problems] == ["A120"]
