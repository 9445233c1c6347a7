"""One report through pandoc: as Word, HTML and LaTeX it has the same links and the same footnotes."""

import re
import subprocess
import zipfile

import pypandoc
import pytest
from lxml import etree
from lxml import html as lxml_html

from small_report import REPORT, SITE, addresses, site_file

IN_NOTE = addresses()[-1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NOTES = [*addresses()[:9], "", *addresses()[9:11]]
"""What each footnote cites, in the order of their numbers; one is the writer's own."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The report in the words of pandoc, beside the two files of the site."""
    folder = tmp_path_factory.mktemp("report")
    text = re.sub(r"\[\[([^|\]]+)(?:\|([^\]]+))?\]\]", r"[\2](clause:\1)", REPORT)
    (folder / "report.md").write_text(f"---\nlang: en\n---\n{text}", "utf-8")
    for name in ("clauses-index.json", "clauses.lua"):
        (folder / name).write_bytes(site_file(name))
    return folder


def pandoc(folder, *options, text=None):
    """Run pandoc with the filter; nothing it prints is lost."""
    command = [pypandoc.get_pandoc_path(), *options, "--lua-filter", folder / "clauses.lua"]
    source = ["--from", "markdown"] if text else [folder / "report.md"]
    return subprocess.run(
        [*command, *source], input=text, capture_output=True, text=True, check=False, cwd=folder
    )


def made(folder, form):
    path = folder / f"report.{form}"
    ran = pandoc(folder, "--standalone", "--output", path)
    assert ran.returncode == 0, ran.stderr
    return path


def to_clauses(found):
    return [address for address in found if address.startswith(SITE)]


def in_word(part, relations):
    """The addresses of the links of a part of a .docx file, in their order."""
    targets = {each.get("Id"): each.get("Target") for each in etree.fromstring(relations)}
    return to_clauses(
        targets[each.get(f"{R}id")] for each in part.iter(f"{W}hyperlink") if each.get(f"{R}id")
    )


def test_word(folder):
    with zipfile.ZipFile(made(folder, "docx")) as file:
        parts = {name.split("/")[-1]: file.read(name) for name in file.namelist()}
    document, notes = (etree.fromstring(parts[f"{name}.xml"]) for name in ("document", "footnotes"))
    assert in_word(document, parts["document.xml.rels"]) == addresses()[:-1]
    referred = [each.get(f"{W}id") for each in document.iter(f"{W}footnoteReference")]
    by_id = {each.get(f"{W}id"): each for each in notes.iter(f"{W}footnote")}
    cited = [in_word(by_id[each], parts["footnotes.xml.rels"]) for each in referred]
    assert cited == [[IN_NOTE, IN_NOTE] if not each else [each] for each in NOTES]
    text = "".join(each.text or "" for each in by_id[referred[3]].iter(f"{W}t"))
    assert text.strip().endswith(f"{NOTES[3]}. The wording of the clause has changed since.")
    assert "(示府〔2022〕1号), Sec. II(1)" in text


def test_html(folder):
    page = lxml_html.fromstring(made(folder, "html").read_text("utf-8"))
    (notes,) = page.iter("section")
    found = [[each.get("href") for each in item.iter("a")] for item in notes.iter("li")]
    assert [to_clauses(each) for each in found] == [
        [IN_NOTE, IN_NOTE] if not each else [each] for each in NOTES
    ]
    notes.drop_tree()
    assert to_clauses(each.get("href") for each in page.iter("a")) == addresses()[:-1]
    assert "own words" in [" ".join(each.text_content().split()) for each in page.iter("a")]


def test_latex(folder):
    text = made(folder, "latex").read_text("utf-8")
    body = text[text.index(r"\begin{document}") :]
    title = body.index(r"]{\texorpdfstring")  # the short title of the heading has the link once more
    notes: list[list[str]] = []
    links = []
    for found in re.finditer(r"\\footnote\{|\\(href|url)\{([^}]*)\}", body[title:]):
        if not found[1]:
            notes.append([])
        elif found[1] == "url" or found[2] == IN_NOTE:
            notes[-1].append(found[2])
        else:
            links.append(found[2])
    assert notes == [[IN_NOTE, IN_NOTE] if not each else [each] for each in NOTES]
    assert links == addresses()[:-1]


def test_what_the_writer_should_know_is_a_warning(folder):
    ran = pandoc(folder, "--to", "plain")
    wanted = ("changed since", "has moved", "has been removed", ": Draft", ": Superseded")
    said = [line for line in re.sub(r"\n(?!\[)", " ", ran.stderr).splitlines() if line]
    assert [next(word for word in wanted if word in each) for each in said] == list(wanted)
    assert pandoc(folder, "--to", "plain", "--fail-if-warnings").returncode != 0


def test_the_same_in_chinese(folder):
    ran = pandoc(folder, "--to", "plain", "--metadata", "lang=zh-CN", text="[](clause:old-2019#art7)")
    said = "".join(ran.stdout.split())
    assert said.startswith("第七条（示例市旧措施）[1]")
    assert said.endswith("文件状态：已被取代。取代该文件的是示例市产业集群行动计划。")
    assert "示例市旧措施，第七条，" in said


@pytest.mark.parametrize(("text", "plain"), [("[](clause:a-1#1)", "a-1#1"), ("[own](clause:x)", "own")])
def test_a_clause_that_is_not_known_stays_as_its_words(folder, text, plain):
    ran = pandoc(folder, "--to", "html", text=text)
    assert (ran.returncode, ran.stdout) == (0, f"<p>{plain}</p>\n")
    assert "没有这个条款" in ran.stderr


@pytest.mark.parametrize(
    "content", ["", "{", '{"format":2}', '{"format":1,"policies":{"a-1":{"title":"x"}},"words":{}}', "[1,"]
)
def test_the_document_is_made_without_an_index_too(folder, tmp_path, content):
    path = tmp_path / "index.json"
    path.write_text(content)
    ran = pandoc(folder, "--to", "plain", "--metadata", f"clauses-index={path}", text="[own](clause:a-1#1)")
    assert (ran.returncode, ran.stdout) == (0, "own\n")
    assert "index" in ran.stderr


def test_texts_of_the_site_are_no_markup(folder):
    ran = pandoc(folder, "--to", "html", text="[](clause:example-2022#1.2)")
    assert "<script>" not in ran.stdout
    assert "&lt;script&gt;" in ran.stdout


def test_the_filter_reads_all_of_json(folder, tmp_path):
    text = (folder / "clauses-index.json").read_text("utf-8")
    strange = text.replace('"一、总体情况"', r'"\u4e00\ud83d\ude00\"\\\/\t" ').replace(",", " ,\n")
    assert strange != text
    (tmp_path / "index.json").write_text(strange, "utf-8")
    path = f"clauses-index={tmp_path / 'index.json'}"
    ran = pandoc(folder, "--to", "html", "--metadata", path, text="[](clause:example-2022#1)")
    assert '>一😀"\\/ （' in ran.stdout
