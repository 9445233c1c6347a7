"""The editors' pages: links, pictures and HTML that do not do what their editor thinks."""

from dataclasses import replace

import pytest

from digest.lint.pages import check_page, make_site
from digest.model.ledger import Ledger, Tombstone
from digest.model.page import EditorPage
from digest.model.problem import Problem
from small_corpus import corpus

LEDGER = Ledger(aliases={"9": "1"}, tombstones={"8": Tombstone(), "7": Tombstone(replaced_by=("2",))})


def found_in(text: str, base_url: str = "https://digest.example.org/") -> tuple[Problem, ...]:
    house = corpus()
    policies = tuple(replace(policy, ledger=LEDGER) for policy in house.policies)
    pages = (
        EditorPage("about", "zh", f"# 关于\n{text}\n"),
        EditorPage("method", "zh", "# 方法\n\n## 步骤\n"),
        EditorPage("method", "en", "# Method\n"),
    )
    house = replace(house, policies=policies, pages=pages, site=replace(house.site, base_url=base_url))
    site = make_site(
        house, frozenset({"/about/", "/method/", "/compare/tape-out/"}), frozenset({"assets/icon.svg"})
    )
    return check_page(pages[0], "content/pages/about.zh.md", site)


DOC = corpus().policies[0].meta.slug
CLAUSE = corpus().policies[0].document.clauses[0].id

FAULTS = [
    # the text, the code and what is marked, the cause, what the remedy says
    ("[x](../polices/)", "R220", "../polices/", "/zh/polices/", "`../policies/`"),
    (f"[x](policies/{DOC}/)", "R220", f"policies/{DOC}/", "/zh/about/policies/", f"`../policies/{DOC}/`"),
    (f"[x](../policies/{DOC}/#77.7)", "R220", f"../policies/{DOC}/#77.7", "no clause 77.7", "digest show"),
    (f"[x](../../p/{DOC}/77.7/)", "R220", f"../../p/{DOC}/77.7/", "no clause 77.7", f"like `../../p/{DOC}/{CLAUSE}/`"),
    (f"[x](../../p/{DOC}/art{CLAUSE}/)", "R220", f"../../p/{DOC}/art{CLAUSE}/", "no clause", f"`../../p/{DOC}/{CLAUSE}/`"),
    (f"[x](/p/{DOC}/art{CLAUSE}/)", "R220", f"/p/{DOC}/art{CLAUSE}/", "no clause", f"`../../p/{DOC}/{CLAUSE}/`"),
    (f"[x](../../p/{DOC}x/{CLAUSE}/)", "R220", f"../../p/{DOC}x/{CLAUSE}/", "no page", f"`../../p/{DOC}/{CLAUSE}/`"),
    (f"[x](../policies/{DOC}/#{CLAUSE}1)", "R220", f"../policies/{DOC}/#{CLAUSE}1", "no clause", f"`../policies/{DOC}/#{CLAUSE}`"),
    (f"[x](../policies/{DOC}/#9)", "R221", f"../policies/{DOC}/#9", "moved to 1", "Write 1 in place of 9"),
    (f"[x](../../p/{DOC}/8/)", "R221", f"../../p/{DOC}/8/", "no longer has it", "remove the link"),
    (f"[x](../../p/{DOC}/7/)", "R221", f"../../p/{DOC}/7/", "no longer has it", "Write 2 in place of 7"),
    ("[x](method.zh.md)", "R220", "method.zh.md", "no page", "`../method/`"),
    ("[x](method.en.md)", "R220", "method.en.md", "no page", "`../../en/method/`"),
    ("[x](../method/#没有)", "R220", "../method/#没有", "no place #没有", "#步骤"),
    ("## 小节\n[x](#小结)", "R220", "#小结", "no place #小结", "#小节"),
    ("[x]: ../nothing/\n", "R220", "../nothing/", "no page /zh/nothing/", "Correct the address"),
    ('<a href="../nothing/">x</a>', "R220", "../nothing/", "no page /zh/nothing/", "Correct the address"),
    ("[x](javascript:alert)", "R220", "javascript:alert", "javascript:", "https://"),
    ("[x](https://digest.example.org/zh/polices/)", "R220", "https://digest.example.org/zh/polices/", "polices", "policies"),
    ("![x](chart.png)", "R222", "chart.png", "no file", "../../assets/chart.png"),
    ("![x](https://gov.cn/a.png)", "R222", "https://gov.cn/a.png", "another host", "../../assets/a.png"),
    ('<img src="icn.svg">', "R222", "icn.svg", "no file", "../../assets/icon.svg"),
    ('<font color="red">x', "R223", '<font color="red">', "<font>", "Markdown"),
    ('<p style="color: red">x</p>', "R223", "style", "style", "Markdown"),
    ('<a href="../method/" onclick="x()">x</a>', "R223", "onclick", "onclick", "Markdown"),
    ("[x]（../method/）", "R224", "[x]（../method/）", "appears on the page", "[text](address)"),
    ("【x】(../method/)", "R224", "【x】(../method/)", "appears on the page", "[text](address)"),
    ("[x] (../method/)", "R224", "[x] (../method/)", "appears on the page", "[text](address)"),
    ("＃＃ 小节", "R224", "＃＃ 小节", "appears on the page", "## ..."),
    ("[x][y]", "R224", "[x][y]", "appears on the page", "`[y]: address`"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "mark", "cause", "remedy"), FAULTS)
def test_a_fault_is_found_at_its_place(text, code, mark, cause, remedy):
    (found,) = found_in(text)
    first = found.column - found.source_column
    assert (found.code, found.path, found.severity) == (code, "content/pages/about.zh.md", "warning")
    assert found.source_line[first : found.end_column - found.source_column] == mark
    assert cause in found.message
    assert remedy in found.hint


def test_what_is_sound_is_left_in_peace():
    text = (
        f"[a](../policies/) [b](../policies/{DOC}/) [c](../policies/{DOC}/#{CLAUSE}) [d](../../p/{DOC}/{CLAUSE}/)\n"
        f"[e](../../en/method/index.html) [f](../compare/tape-out/) [g](../method/#步骤) [h](#关于) [i](../../)\n"
        "[j](https://www.gov.cn/x) [k](mailto:a@b.cn) [l](/zh/method/) [m](../../data/clauses.jsonl) [n][m2] [o](../policies)\n"
        "![x](../../assets/icon.svg) `[y](nowhere)` <https://gov.cn/> 3 < 4 [注] (见上文) [p](../search/?q=a)\n"
        f'[q](../policies/{DOC}/both/ "title") [r](../policies/{DOC}/#particulars)\n\n'
        "[m2]: https://gov.cn/\n\n```html\n<font>[z](nowhere)</font>\n```\n\n    [z](nowhere)\n\n<!-- [z](nowhere) -->\n"
    )
    assert [each.message for each in found_in(text.replace("[h](#关于)", ""))] == []


def test_a_site_below_a_folder_of_its_host():
    (found,) = found_in("[x](/zh/method/) [y](/sub/zh/method/)", "https://example.org/sub/")
    assert (found.code, found.column) == ("R220", 5)
    assert "`../method/`" in found.hint


def test_a_head_and_no_title():
    page = EditorPage("about", "zh", "---\ntitle: 关于\n---\n\n正文\n")
    site = make_site(corpus(), frozenset(), frozenset())
    found = check_page(page, "about.zh.md", site)
    assert [(each.code, each.line) for each in found] == [("R224", 1), ("R225", 1)]
