"""OFD files: words with places become lines and paragraphs."""

from digest.intake import take
from digest.intake.ofd import read_ofd
from digest.model.intake import Clue
from docx_files import ofd, zipped

TITLE = "某市促进传感器产业发展若干措施"


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
    found = take("a.ofd", ofd([[]]))
    assert [each.code for each in found.problems] == ["A111"]
    empty = take("a.pdf", zipped({"OFD.xml": "<OFD/>"}))
    assert [each.code for each in empty.problems] == ["A111"]


def test_a_page_that_is_missing_is_damage() -> None:
    members = {
        "OFD.xml": "<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>",
        "Doc_0/Document.xml": '<Document><Pages><Page BaseLoc="Pages/P.xml"/></Pages></Document>',
    }
    assert [each.code for each in take("a.ofd", zipped(members)).problems] == ["A103"]
    whole = {
        **members,
        "Pages/P.xml": '<Page><ImageObject/><TextObject Boundary="1 x"><TextCode>甲</TextCode></TextObject></Page>',
    }
    found = take("a.ofd", zipped(whole))
    assert found.taken is not None
    assert found.taken.text == "甲\n"
    assert [each.code for each in found.problems] == ["A120"]
