"""What holds for every file that is taken in: no character changes without being reported, and nothing makes a reader fail."""

import random
from collections import Counter
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from digest.intake.html import read_html
from digest.intake.pdf import read_pdf
from digest.model.intake import ReceivedWords
from parsing import title_words
from pdf_files import Words, pdf_file, typeset

NO_WORDS = ("script", "style", "head", "title", "iframe")
PIECES = st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<br>", "<span>", "</span>", "<b>", "</b>", "<ol>", "</ol>", "<li>", "<ul>", "</ul>",
    "<table>", "</table>", "<tr>", "<td>", "<td rowspan=2>", "<td colspan=2>", "</td>", "<th>", "<sup>", "</sup>", "<del>", "</del>",
    '<div class="TRS_Editor">', '<div id="zoom">', '<div id="content">', '<span style="display:none">',
    '<font color="white">', "</font>", "<pre>", "</pre>",
    '<a href="#b" name="a">[1]</a>', '<a href="#a" name="b">[1]</a>', '<a href="x.doc">附件.doc</a>', "<!-- 注 -->", "<script>甲</script>",
    "<style>.x{display:none}</style>", '<i class="x">', "</i>", "<textarea>", "</textarea>", "<iframe src=x>", "<noscript>", "</noscript>",
    "索 引 号：", "发文字号：示府〔2023〕6号", "发布日期：2023-05-22", "来源：某局", "【打印】【关闭】", "相关解读：", "责任编辑：某某",
    "第一条 支持企业，给予补贴。", "（一）按50%资助；", "最高300万元。", "2", "10",
    "\n", "　　", "&nbsp;", "&emsp;", "&amp;", "&#0;", "\u200b", "\ufeff",
])  # fmt: skip
LINES = st.lists(
    st.builds(
        Words,
        x=st.integers(40, 400),
        y=st.integers(20, 820),
        text=st.sampled_from(
            [
                "第一条 支持企业发展，给予补贴。",
                "— 1 —",
                "⼀、⽀持",
                "最高300万元。",
                "1",
                "示例市人民政府公报",
                "（一）",
            ]
        ),
        size=st.sampled_from([8, 10.5, 16, 22]),
        mode=st.sampled_from([0, 0, 0, 3]),
    ),
    max_size=30,
)


def counted(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def accounted(taken: ReceivedWords) -> Counter[str]:
    """The characters of the file, as the text and the changes have them."""
    words = taken.text + "".join(each.was for each in taken.changes)
    return counted(words) - counted("".join(each.now for each in taken.changes))


def shown(page: bytes) -> Counter[str]:
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    silent = set(root.iter(*NO_WORDS))
    words = []
    for each in root.iter():
        if (
            isinstance(each.tag, str)
            and each not in silent
            and not any(above in silent for above in each.iterancestors())
        ):
            words.append(each.text or "")
        if not any(above in silent for above in each.iterancestors()):
            words.append(each.tail or "")
    return counted("".join(words))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_word_of_a_page_is_lost_or_changed_without_being_reported(body):
    page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()
    found = read_html(page, "page.html", title_words())
    assert found.taken or found.problems
    if found.taken:
        assert accounted(found.taken) == shown(page)
        lines = found.taken.text.count("\n")
        assert all(1 <= each.line <= lines + 1 for each in found.taken.changes)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=4))
def test_no_character_of_a_pdf_file_is_lost_or_changed_without_being_reported(pages):
    found = read_pdf(pdf_file(pages), "file.pdf")
    assert found.taken or found.problems
    if found.taken:
        drawn = {
            (page, each.x, each.y, each.text): each.text for page, rows in enumerate(pages) for each in rows
        }
        assert accounted(found.taken) <= counted("".join(each.text for rows in pages for each in rows))
        assert set(accounted(found.taken)) == set(counted("".join(drawn.values())))


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_read_or_refused(seed):
    pages = "".join(f"<p>第{number}条 支持企业，给予补贴300万元。</p>" for number in "一二三四五六七八九")
    page = f'<html><head><meta charset="gbk"></head><body><div id="zoom">{pages}</div></body></html>'.encode(
        "gb18030"
    )
    file = pdf_file(typeset(["第一条 支持企业，按50%给予补贴，最高300万元。"] * 20))
    chance = random.Random(seed)
    for read, whole in ((partial(read_html, words=title_words()), page), (read_pdf, file)) * 25:
        data = bytearray(whole)
        kind = chance.randrange(3)
        if kind == 0:
            del data[chance.randrange(len(data)) :]
        elif kind == 1:
            for _ in range(20):
                data[chance.randrange(len(data))] = chance.randrange(256)
        else:
            at = chance.randrange(len(data))
            data[at:at] = data[max(0, at - 300) : at] * 20
        found = read(bytes(data), "file")
        assert found.taken or found.problems
