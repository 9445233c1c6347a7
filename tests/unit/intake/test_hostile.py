"""Files that are made to harm, and files that are damaged: read, or refused in one line, within time and memory."""

import io
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable

import pytest

from digest.intake import child, take
from digest.intake.archive import DEEPEST, MOST_MEMBERS, RefusedError, open_archive, parse_xml
from digest.intake.docx import read_docx
from digest.intake.ofd import read_ofd
from digest.model.intake import ReadFile
from docx_files import docx, level, lists, numbered, ofd, p, r, zipped
from parsing import title_words

LOOP = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w">&b;</w:document>'


def refused(data: bytes) -> tuple[str, str]:
    """The code and the reason of the one line that a file is refused with."""
    found = take("办法.docx", data, title_words())
    assert found.taken is None
    (line,) = found.problems
    assert "\n" not in line.message
    return line.code, line.message


def damaged(data: bytes) -> bytes:
    """The encrypted flag set in all headers."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


def doubled() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("word/document.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("word/document.xml", "<b/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (zipped({"word/document.xml": b"<a>" + bytes(30_000_000)}), "A104", "packed more than 200 times"),
        (zipped({f"word/{at}.xml": bytes(33_000_000) for at in range(2)}), "A104", "more than 64 MB"),
        (zipped({f"word/{at}": "" for at in range(MOST_MEMBERS + 1)}), "A104", "more than 2000 members"),
        (zipped({f"word/{at}": "" for at in range(2 * MOST_MEMBERS + 1)}), "A104", "more than 2000 members"),
        (zipped({"../x": "", "word/document.xml": "<a/>"}), "A104", "'../x'"),
        (zipped({"word/../../x": "", "word/document.xml": "<a/>"}), "A104", "outside"),
        (zipped({"/abs": "", "word/document.xml": "<a/>"}), "A104", "'/abs'"),
        (zipped({"C:\\x": "", "word/document.xml": "<a/>"}), "A104", "outside"),
        (doubled, "A104", "same name"),
        (zipped({"word/document.xml": "<a>" * 10_000 + "</a>" * 10_000}), "A104", "inside each other"),
        (zipped({"word/document.xml": LOOP}), "A104", "DOCTYPE"),
        (zipped({"word/document.xml": LOOP.encode("utf-16")}), "A104", "DOCTYPE"),
        (zipped({"word/document.xml": LOOP.replace("?>", ' encoding="cp037"?>', 1).encode("cp037")}), "A103", "is not valid XML"),
        (docx(p("x"))[:-30], "A103", "list of contents"),
        (docx(p("x"))[:200], "A103", "list of contents"),
        (zipped({"word/document.xml": "<a><b></a>"}), "A103", "is not valid XML"),
        (zipped({"word/document.xml": b'<?xml version="1.0" encoding="gb2312"?><a>\xb0\xec</a>'}), "A103", "is not valid XML"),
        (zipped({"word/styles.xml": "<a/>"}), "A103", "word/document.xml is missing"),
        (damaged(docx(p("x"))), "A102", "password"),
        (b'<?xml version="1.0"?><!DOCTYPE a><pkg:package xmlns:pkg="p"/>', "A104", "DOCTYPE"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="p"/>', "A107", "XML"),
    ],
)  # fmt: skip
def test_traps_and_damage(data: bytes | Callable[[], bytes], code: str, words: str) -> None:
    found = refused(data if isinstance(data, bytes) else data())
    assert found[0] == code
    assert words in found[1]


def test_what_is_allowed_at_the_limits() -> None:
    deep = f"{'<a>' * DEEPEST}{'</a>' * DEEPEST}"
    assert parse_xml(deep.encode(), "x", "y").tag == "a"
    many = zipped({f"word/{at}": "" for at in range(MOST_MEMBERS)})
    assert len(open_archive(many, "x").members) == MOST_MEMBERS
    blanks = zipped({"word/document.xml": b"<a>" + b" " * 90_000 + b"</a>"})
    assert open_archive(blanks, "x").xml("word/document.xml").tag == "a"


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_archive(zipped({"a": bytes(30_000_000)}), "x")

    def unpacked(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(zipfile.ZipFile, "read", unpacked)
    with pytest.raises(RefusedError):
        opened.read("a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_xml(encoding: str) -> None:
    assert parse_xml("<a>甲</a>".encode(encoding), "x", "y").text == "甲"


def test_names_are_local() -> None:
    root = parse_xml(b'<w:a xmlns:w="x" w:val="1"><b/></w:a>', "x", "y")
    assert (root.tag, root.attrib, root[0].tag) == ("a", {"val": "1"}, "b")


def test_memory_runs_out_in_the_process_of_the_reader_only() -> None:
    pytest.importorskip("resource")
    greedy = "from digest.intake import child; child._limit(10); bytearray(child.MEMORY)"
    done = subprocess.run([sys.executable, "-c", greedy], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


def test_a_tree_that_fills_the_memory_is_one_line() -> None:
    pytest.importorskip("resource")
    large = zipped({"word/document.xml": f"<a>{'<b/>' * 8_000_000}</a>"}, zipfile.ZIP_STORED)
    assert refused(large)[0] in ("A105", "A106")  # on a busy machine its time is over first


WHOLE = docx(
    "".join(numbered(f"对第{at}类企业给予最高{at}万元补助。", at % 2) for at in range(40))
    + p("<w:r/>" + "<w:del>" + r("8") + "</w:del><w:ins>" + r("9") + "</w:ins>")
    + f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"
    + p('<w:r><w:footnoteReference w:id="1"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'),
    numbering=lists(level(0, "chineseCounting", "第%1条"), level(1, "decimal", "%1.%2")),
    styles='<w:style w:type="paragraph" w:styleId="a" w:default="1"/>',
    footnotes=f'<w:footnote w:id="1">{p("注")}</w:footnote>',
)
PLAIN_MEMBERS = {
    name: zipfile.ZipFile(io.BytesIO(WHOLE)).read(name)
    for name in zipfile.ZipFile(io.BytesIO(WHOLE)).namelist()
}
PAGES = ofd([[(10, 10, "第一条 目的"), (10, 20, "第二条 范围")]])


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Some bytes are others, or a stretch is gone, or is there twice."""
    bent = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(bent))
        what = chance.random()
        if what < 0.6:
            bent[at] = chance.randrange(256)
        elif what < 0.8:
            del bent[at : at + chance.randint(1, 40)]
        else:
            bent[at:at] = bent[at : at + chance.randint(1, 200)]
    return bytes(bent)


def is_read_or_refused(found: ReadFile) -> bool:
    lines = [each.message for each in found.problems]
    assert all("\n" not in line for line in lines)
    return found.taken is not None or len(lines) == 1


@pytest.mark.parametrize("seed", range(200))
def test_damaged_documents(seed: int) -> None:
    """Half of them are damaged outside, half inside, where the packing does not notice."""
    chance = random.Random(seed)
    if seed % 4 == 0:
        data = mutated(WHOLE, chance)
    elif seed % 4 == 1:
        data = mutated(PAGES, chance)
    else:
        name = chance.choice([each for each in PLAIN_MEMBERS if each.startswith("word/")])
        data = zipped({**PLAIN_MEMBERS, name: mutated(PLAIN_MEMBERS[name], chance)})
    started = time.monotonic()
    found = child.read(data, "办法.docx", title_words())
    assert time.monotonic() - started < 10
    assert is_read_or_refused(found)
    # A reader may meet anything, but only what is damaged is told apart: no fault of its own shows.
    assert not [each for each in found.problems if each.code == "A107"]


def test_damaged_documents_in_the_process_of_the_reader() -> None:
    for seed in range(3):
        assert is_read_or_refused(take("办法.docx", mutated(WHOLE, random.Random(seed)), title_words()))


def stored(data: bytes) -> bytes:
    """The same, not packed: what is written for a test is all too alike."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return zipped({name: packed.read(name) for name in packed.namelist()}, zipfile.ZIP_STORED)


def paragraphs(many: int) -> bytes:
    inside = "".join(numbered(f"对第{at}类企业给予补助，最高{at}万元。", at % 2) for at in range(many))
    ones = lists(level(0, "chineseCounting", "第%1条"), level(1, "decimal", "%1.%2"))
    return docx(inside, numbering=ones)


def one_paragraph(many: int) -> bytes:
    return docx(
        p("".join(f"<w:del>{r(str(at))}</w:del><w:ins>{r('甲')}</w:ins>{r('乙')}" for at in range(many)))
    )


def rows(many: int) -> bytes:
    row = f"<w:tr><w:tc>{p('甲')}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc></w:tr>"
    tracked = row.replace("<w:tr>", "<w:tr><w:trPr><w:ins/></w:trPr>")
    return docx(f"<w:tbl>{(row + tracked) * many}</w:tbl>")


def notes(many: int) -> bytes:
    body = p("".join(f'<w:r><w:t>甲</w:t><w:footnoteReference w:id="{at}"/></w:r>' for at in range(many)))
    return docx(
        body, footnotes="".join(f'<w:footnote w:id="{at}">{p("注")}</w:footnote>' for at in range(many))
    )


def carried(many: int) -> bytes:
    return docx("".join(p("甲", "<w:rPr><w:del/></w:rPr>") for _ in range(many)))


def twice(many: int) -> bytes:
    box = f"<w:pict><w:txbxContent>{p('甲')}</w:txbxContent></w:pict>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    return docx(p(f"<w:r>{both}</w:r>") * many)


def fields(many: int) -> bytes:
    return docx(
        p('<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' + r("甲"))
        * many
    )


def pages(many: int) -> bytes:
    return ofd([[(10, 10 + at, "第一条 目的") for at in range(50)]] * (many // 50))


@pytest.mark.parametrize("make", [paragraphs, one_paragraph, rows, notes, carried, twice, fields, pages])
def test_twice_as_much_takes_twice_as_long(make: Callable[[int], bytes]) -> None:
    read = read_ofd if make is pages else read_docx

    def seconds(data: bytes) -> float:
        best = 1e9
        for _ in range(3):
            started = time.process_time()
            read(data, "x")
            best = min(best, time.process_time() - started)
        return best

    small, large = stored(make(500)), stored(make(1000))
    assert seconds(large) <= 2.6 * seconds(small) + 0.03  # seconds: the noise of a busy machine


def test_alternatives_inside_each_other_are_read_in_time() -> None:
    inside = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
    for _ in range(60):
        inside = f"<mc:AlternateContent><mc:Choice>{inside}</mc:Choice><mc:Fallback/></mc:AlternateContent>"
    started = time.process_time()
    found = read_docx(docx(inside), "x")
    assert found.taken is not None
    assert found.taken.text == "甲\n"
    assert time.process_time() - started < 2
