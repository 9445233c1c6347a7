"""No character of a Word document goes, and none comes, unless a Change says so."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.intake.docx import read_docx
from docx_files import docx, level, lists, numbered, p, r

LISTS = lists(level(0, "chineseCounting", "第%1条"), level(1, "decimal", "%2."))
words = st.text("甲乙丙一二12%。、[]", min_size=1, max_size=6)
# What a run of words can be; each holds the words once.
runs = st.one_of(
    words.map(r),
    words.map(lambda text: r(text, "<w:vanish/>")),
    words.map(lambda text: r(text, "<w:strike/>")),
    words.map(lambda text: r(text, '<w:vertAlign w:val="superscript"/>')),
    words.map(lambda text: f"<w:ins>{r(text)}</w:ins>"),
    words.map(lambda text: f"<w:del>{r(text)}</w:del>"),
    words.map(lambda text: f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>"),
    words.map(lambda text: f"<w:r><w:pict><w:txbxContent>{p(text)}</w:txbxContent></w:pict></w:r>"),
    words.map(lambda text: f'<w:r><w:fldChar w:fldCharType="begin"/><w:t>{text}</w:t><w:fldChar w:fldCharType="end"/></w:r>'),
    st.just("<w:r><w:br/></w:r>"),
)  # fmt: skip
insides = st.lists(runs, min_size=1, max_size=5).map("".join)
marks = st.sampled_from(
    ("", "<w:rPr><w:del/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:ins/></w:rPr>")
)
paragraphs = st.one_of(st.builds(p, insides, marks), st.builds(numbered, insides, st.integers(0, 1)))
cells = st.builds(
    lambda inside, merged: f"<w:tc><w:tcPr>{merged}</w:tcPr>{inside}</w:tc>",
    paragraphs,
    st.sampled_from(("", "<w:vMerge/>", '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>')),
)
rows = st.builds(
    lambda row, tracked: f"<w:tr><w:trPr>{tracked}</w:trPr>{''.join(row)}</w:tr>",
    st.lists(cells, min_size=1, max_size=3),
    st.sampled_from(("", "<w:del/>", "<w:ins/>")),
)
tables = st.lists(rows, min_size=1, max_size=3).map(lambda table: f"<w:tbl>{''.join(table)}</w:tbl>")
bodies = st.lists(st.one_of(paragraphs, tables), max_size=6).map("".join)


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@settings(max_examples=60, deadline=None)
@given(bodies)
def test_nothing_goes_or_comes_in_silence(body: str) -> None:
    found = read_docx(docx(body, numbering=LISTS), "a.docx")
    assert found.taken is not None
    there = letters("".join(re.findall(r"<w:t[^>]*>([^<]*)", body)))
    read = letters(found.taken.text)
    gone = letters("".join(change.was for change in found.taken.changes))
    come = letters("".join(change.now for change in found.taken.changes))
    assert there - read - gone == Counter()
    assert read + gone - there - come == Counter()
    lines = found.taken.text.count("\n")
    assert all(1 <= change.line <= lines + 1 for change in found.taken.changes)
