"""Pages as the systems of government sites make them."""

import quopri
from dataclasses import replace

import pytest

from digest.intake.html import read_html
from digest.intake.whys import NOTE, RAISED
from digest.model.intake import ReadFile
from digest.model.vocabulary import HeadField
from parsing import title_words

POLICY = (
    "示例市支持智能传感器产业发展若干措施",
    "为促进智能传感器产业发展，制定本措施。",
    "第一条 支持攻关。按50%给予配套，单个项目最高不超过300万元。",
    "第二条 支持流片。给予最高500万元资助，每年不超过2次。",
    "第三条 本措施自2023年6月1日起施行，有效期三年。",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in POLICY)
MENU = '<div class="nav"><a href="/">首页</a> | <a href="/zwgk">政务公开</a></div>'
FOOT = '<div class="footer">主办：示例市人民政府办公室　网站标识码：4400000001</div>'


def page(body: str, head: str = "") -> bytes:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{MENU}{body}{FOOT}</body></html>'.encode()


def words(found: ReadFile) -> list[str]:
    assert found.taken, found.problems
    return [line.strip("\u3000") for line in found.taken.text.splitlines()]


def clues(found: ReadFile) -> dict[str, str]:
    """The first value of each field."""
    assert found.taken
    first: dict[str, str] = {}
    for clue in found.taken.clues:
        first.setdefault(clue.field, clue.value)
    return first


def codes(found: ReadFile) -> list[str]:
    return [each.code for each in found.problems]


def taken(body: str, head: str = "") -> ReadFile:
    return read_html(page(body, head), "page.html", title_words())


STATED = {
    "number": "示府办规〔2023〕6号",
    "made": "2023-05-18",
    "published": "2023-05-22",
    "issuers": "示例市人民政府办公室",
}

LAYOUTS = {
    "a table of four columns": (
        "<table><tr><td><b>索 引 号：</b></td><td>114/2023-1</td><td><b>分　　类：</b></td><td></td></tr>"
        "<tr><td><b>发布机构：</b></td><td>示例市人民政府办公室</td><td><b>成文日期：</b></td><td>2023-05-18</td></tr>"
        "<tr><td>名　　称：</td><td colspan=3>示例市支持智能传感器产业发展若干措施</td></tr>"
        "<tr><td>文　　号：</td><td>示府办规〔2023〕6号</td><td>发布日期：</td><td>2023-05-22</td></tr></table>"
        f'<div class="TRS_Editor"><div class="Custom_UnionStyle">{PARAGRAPHS}</div></div>'
    ),
    "a table of six columns": (
        "<table><tr><td>索引号</td><td>114/2023-1</td><td>发文机关</td><td>示例市人民政府办公室</td><td>主题分类</td><td></td></tr>"
        "<tr><td>成文日期</td><td>2023-05-18</td><td>发文字号</td><td>示府办规〔2023〕6号</td><td>公开日期</td><td>2023-05-22</td></tr></table>"
        f'<div id="UCAP-CONTENT">{PARAGRAPHS}</div>'
    ),
    "labels and spans in cells": (
        '<div class="classify"><table><tr><td class="label first">索引号:</td><td><span>114/2023-1</span></td>'
        '<td class="label">分类:</td><td><span></span></td></tr><tr><td class="label first">发布机构:</td><td>'
        "<span>示例市人民政府办公室</span></td>"
        '<td class="label">成文日期:</td><td><span>2023-05-18</span></td></tr><tr><td class="label">文号:</td><td>'
        "<span>示府办规〔</span><span>2023</span>〕6号</td>"
        '<td class="label">发布日期:</td><td><span>2023-05-22</span></td></tr></table></div>'
        f'<div class="article-content">{PARAGRAPHS}</div>'
    ),
    "brackets in a list": (
        "<ol class='doc-info'><li>[主题分类]<span>工业</span></li><li>[发文机构]<span>示例市人民政府办公室</span></li>"
        "<li>[成文日期]<span>2023-05-18</span></li><li>[发文字号]<span>示府办规〔2023〕6号</span></li>"
        f"<li>[发布日期]<span>2023-05-22</span></li></ol><div id='mainText'>{PARAGRAPHS}</div>"
    ),
    "points before the keys, remarks behind them": (
        "<div class='info'><p>· 索引号（统一编号）：114/2023-1</p><p>· 发布机构(单位)：示例市人民政府办公室</p>"
        "<p>● 成文日期： 2023-05-18　● 发布日期： 2023-05-22</p><p>·文 号：示府办规〔2023〕6号　有效性：</p></div>"
        f'<div class="TRS_UEDITOR">{PARAGRAPHS}</div>'
    ),
    "a list of definitions": (
        "<dl><dt>索引号</dt><dd>114/2023-1</dd><dt>公开程序</dt><dd></dd><dt>制发机关</dt><dd>示例市人民政府办公室</dd>"
        "<dt>生成日期</dt><dd>2023-05-18</dd><dt>文件编号</dt><dd>示府办规〔2023〕6号</dd><dt>公开日期</dt><dd>2023-05-22</dd></dl>"
        f'<div class="v_news_content">{PARAGRAPHS}</div>'
    ),
    "pairs of spans": (
        "<div><div><span>索引号：</span><span>114/2023-1</span></div><div><span>发文单位：</span><span>示例市人民政府办公室</span></div>"
        "<div><span>发文日期：</span><span>2023-05-18</span></div><div><span>发文字号：</span><span>示府办规〔2023〕6号</span></div>"
        "<div><span>发布时间：</span><span>2023-05-22 10:00</span></div></div>"
        f'<div class="ewb-article-content">{PARAGRAPHS}</div>'
    ),
    "lines in the container itself": (
        '<div id="zoom"><p>索引号：114/2023-1</p><p>发布机构：示例市人民政府办公室</p><p>成文日期：2023-05-18</p>'
        f"<p>发文字号：示府办规〔2023〕6号</p><p>发布日期：2023-05-22</p>{PARAGRAPHS}"
        "<p>【打印】 【关闭】</p><p>扫一扫在手机打开当前页</p></div>"
    ),
    "a container that holds all of it": (
        "<div class='content'><h1>示例市支持智能传感器产业发展若干措施</h1><div class='info'>发布时间：2023-05-22&nbsp;&nbsp;"
        "来源：示例市人民政府办公室&nbsp;&nbsp;【字体：大 中 小】</div><ul><li>成文日期：<i>2023-05-18</i></li>"
        f"<li>发文字号：<i>示府办规〔2023〕6号</i></li></ul><div class='t'>{PARAGRAPHS}</div>"
        "<div>分享到： 微信 微博</div></div>"
    ),
    "tables that place the page, lines broken in a cell": (
        "<table><tr><td><a href='#'>栏目一</a><br><a href='#'>栏目二</a></td><td><table><tr><td>发文机关：示例市人民政府办公室</td></tr>"
        "<tr><td>成文日期：2023-05-18 发文字号：示府办规〔2023〕6号 公布日期：2023-05-22</td></tr><tr><td><font size=4>"
        + "<br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + line for line in POLICY)
        + "</font></td></tr></table></td></tr></table>"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_text_and_what_the_page_says_of_it_are_taken_from_every_layout(layout):
    found = taken(LAYOUTS[layout])
    assert [line for line in words(found) if line != POLICY[0]] == list(POLICY[1:])
    assert {field: clues(found).get(field) for field in STATED} == STATED


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_word_of_a_page_is_in_the_text_or_among_the_changes(layout):
    found = taken(LAYOUTS[layout])
    assert found.taken
    kept = found.taken.text + "".join(change.was for change in found.taken.changes)
    assert sorted("".join(kept.split())) == sorted("".join(shown(LAYOUTS[layout])))


def shown(body: str) -> str:
    from lxml import html

    return "".join(
        html.fromstring(page(body), parser=html.HTMLParser(encoding="utf-8")).text_content().split()
    )


def test_the_tags_of_government_sites_are_read_in_any_case_and_attribute():
    head = (
        '<meta name="ArticleTitle" content="示例市支持智能传感器产业发展若干措施"><meta property="pubdate" content="2023-05-22 09:12">'
        '<meta http-equiv="contentsource" content="示例市人民政府办公室"><meta name="url" content="http://www.example.gov.cn/a.html">'
    )
    found = taken(f'<div class="TRS_Editor">{PARAGRAPHS}</div>', head)
    assert clues(found) == {
        "title_zh": "示例市支持智能传感器产业发展若干措施",
        "published": "2023-05-22",
        "issuers": "示例市人民政府办公室",
        "source_url": "http://www.example.gov.cn/a.html",
    }


def test_an_index_in_the_container_needs_no_colons():
    entries = {
        "索 引 号": "D80001-0202",
        "发文机关": "示例市人民政府办公室",
        "发文字号": "示府办发〔2025〕7号",
        "发布日期": "2025/04/08",
    }
    index = "".join(f"<li><label>{key}</label><em>{value}</em></li>" for key, value in entries.items())
    found = taken(f'<div class="article-content"><ul>{index}</ul>{PARAGRAPHS}</div>')
    assert clues(found) == {
        "issuers": "示例市人民政府办公室",
        "number": "示府办发〔2025〕7号",
        "published": "2025/04/08",
    }
    assert found.taken is not None
    assert found.taken.text.startswith(POLICY[0])


def test_a_word_that_an_editor_adds_is_known_on_the_next_page():
    shown = f"<p>发文编码：示府办发〔2025〕7号</p><p>无障碍朗读</p>{PARAGRAPHS}"
    body = page(f'<div class="article-content">{shown}</div>')
    assert "无障碍朗读" in words(read_html(body, "page.html", title_words()))
    known = title_words().page
    keys = (*known.keys, HeadField("number", ("发文编码",)))
    own = replace(known, keys=keys, index_keys=("发文编码",), buttons=("无障碍朗读",))
    found = read_html(body, "page.html", replace(title_words(), page=own))
    assert words(found) == list(POLICY)
    assert clues(found) == {"number": "示府办发〔2025〕7号"}


def test_what_a_page_explains_to_the_public_is_no_part_of_the_last_clause():
    said = "<h4>一图读懂</h4><p>企业最高可拿800万元。</p>"
    found = taken(f'<div class="article-content"><p>政策解读</p>{PARAGRAPHS}<div>{said}</div></div>')
    assert found.taken is not None
    assert "800万元" not in found.taken.text
    assert "解读" not in found.taken.text
    assert {"一图读懂", "企业最高可拿800万元。"} <= {each.was for each in found.taken.changes}


@pytest.mark.parametrize(
    ("window", "heading", "title"),
    [
        (
            "某市政府信息公开 - 某市人民政府关于促进农村电商发展的若干意见",
            "无",
            "某市人民政府关于促进农村电商发展的若干意见",
        ),
        ("通知公告_某县支持茶产业发展若干措施（试行）", "无", "某县支持茶产业发展若干措施（试行）"),
        (
            "示例市支持产业若干措施_政策文件_示例市人民政府",
            "示例市人民政府门户网站",
            "示例市支持产业若干措施",
        ),
        ("示例市支持产业若干措施 - 示例市政府网", "示例市支持产业若干措施", "示例市支持产业若干措施"),
        ("示例市人民政府门户网站", "", None),
        ("示例市人民政府门户网站", "示例市惠企助企三十招", "示例市惠企助企三十招"),
        ("政策文件 - 示例市政府网", "示例市支持产业若干措施", "示例市支持产业若干措施"),
        ("示例市人民政府门户网站", "示例市人民政府网", None),
    ],
)
def test_a_title_is_taken_from_the_window_and_a_heading(window, heading, title):
    found = taken(f'<h1>{heading}</h1><div class="TRS_Editor">{PARAGRAPHS}</div>', f"<title>{window}</title>")
    assert clues(found).get("title_zh") == title


TITLE = f"<h1>{POLICY[0]}</h1>"
LONG = (
    *POLICY[1:-1],
    *(f"第{each}条 支持企业、高校、院所合作，给予补贴。" for each in "三四五六七八九"),
    "第十条 本措施自发布之日起施行。",
)
LAST = f"<p>{LONG[-1]}</p>"
CLAUSES = "".join(f"<p>{line}</p>" for line in LONG)
SIGNED = "<p>示例市人民政府</p><p>2023年5月18日</p>"

NESTED = {
    "an editor's container in that of the page": (
        f'<div class="article-content">{TITLE}<div class="tools">字号 大 中 小 朗读 收藏本文</div><ul><li><label>发文字号</label>'
        f"<em>示府办规〔2023〕6号</em></li><li><label>成文日期</label><em>2023-05-18</em></li></ul>"
        f'<div class="TRS_Editor">{CLAUSES}</div>{SIGNED}<div>无障碍</div><p>企业最高可拿800万元，欢迎申报。</p></div>'
    ),
    "three containers, and a text for the public below": (
        f'<div id="zoom">{TITLE}<div class="news_content"><div class="TRS_Editor">{CLAUSES}{SIGNED}</div></div>'
        '<h4>政策速览</h4><div class="box">企业最高可拿800万元</div><p>扫码咨询</p></div>'
    ),
    "signature and what is attached outside": (
        f'<div class="xxgk-content">{TITLE}<p>（2023年5月18日印发）</p><p>示府办规〔2023〕6号</p><div id="UCAP-CONTENT">{CLAUSES}</div>'
        f"<p>附件：1.申报指南</p><p>2.申报表</p>{SIGNED}<p>（此件公开发布）</p><div>我要咨询</div><div>企业最高可拿800万元</div></div>"
    ),
    "a page closed too early": (
        f'<div class="wz_content">{TITLE}<div class="v_news_content">{CLAUSES.removesuffix(LAST)}</div>{LAST}{SIGNED}'
        "<div>热线</div><p>企业最高可拿800万元</p></div>"
    ),
    "the title in both": (
        f'<div class="art_con">{TITLE}<span>某某网讯</span><div class="TRS_UEDITOR"><p>{POLICY[0]}</p>{CLAUSES}{SIGNED}</div>'
        "<div>手机看文件</div><div>企业最高可拿800万元</div></div>"
    ),
}


@pytest.mark.parametrize("name", NESTED)
def test_of_containers_in_each_other_the_innermost_holds_the_text_and_nothing_of_it_is_lost(name):
    found = taken(NESTED[name])
    said = words(found)
    assert [line for line in said if line in (POLICY[0], *LONG)] == [POLICY[0], *LONG]
    signed = said[said.index(LONG[-1]) + 1 :]
    assert [line for line in signed if "附件" not in line and line != "2.申报表"][:2] == [
        "示例市人民政府",
        "2023年5月18日",
    ]
    assert "800万元" not in "".join(said)
    assert ("附件" in NESTED[name]) == ("附件：1.申报指南" in said)
    assert ("此件" in NESTED[name]) == ("（此件公开发布）" in said)
    assert not {"无障碍", "政策速览", "扫码咨询", "我要咨询", "热线", "某某网讯", "手机看文件"} & {*said}
    assert found.taken
    kept = found.taken.text + "".join(change.was for change in found.taken.changes)
    assert sorted("".join(kept.split())) == sorted("".join(shown(NESTED[name])))


def test_an_index_between_two_containers_is_read():
    found = taken(NESTED["an editor's container in that of the page"])
    assert {"number": "示府办规〔2023〕6号", "made": "2023-05-18"}.items() <= clues(found).items()


@pytest.mark.parametrize(
    ("behind", "lines"),
    [
        ("<table><tr><td>国家级</td><td>100万元</td></tr></table>", ["国家级\t100万元"]),
        ("<p>附件1</p><p>申报指南</p><p>受理时间</p>", ["附件1", "申报指南", "受理时间"]),
        ("<p>第十一条 由市科技局解释</p>", ["第十一条 由市科技局解释"]),
    ],
)
def test_a_table_an_annex_and_a_clause_behind_the_container_are_of_the_text(behind, lines):
    found = taken(f'<div class="article-content"><div class="TRS_Editor">{CLAUSES}</div>{behind}</div>')
    assert words(found)[len(LONG) :] == lines


def test_a_text_in_two_containers_of_one_is_taken_as_a_whole():
    annex = "<p>附件</p><p>申报指南</p><p>申报单位按年度提交材料，逾期不受理。</p>"
    found = taken(
        f'<div class="article-content"><div class="TRS_Editor">{PARAGRAPHS}</div><div class="TRS_Editor">{annex}</div></div>'
    )
    assert words(found) == [*POLICY, "附件", "申报指南", "申报单位按年度提交材料，逾期不受理。"]


def test_styles_for_printing_and_small_type_hide_nothing():
    sheet = "<style>@media print{.a{color:red}.b{display:none}}.c{display:block}</style>"
    found = taken(
        f'{sheet}<div id="zoom"><p class="b">支持企业，<span style="font-size:0.8em">给予补贴</span>'
        '<b style="font-size:1em">。</b></p></div>'
    )
    assert words(found) == ["支持企业，给予补贴。"]


def test_a_site_or_a_newspaper_is_no_issuer():
    for source in ("本网", "示例市人民政府网", "示例日报"):
        found = taken(
            f'<div class="TRS_Editor">{PARAGRAPHS}</div>', f'<meta name="ContentSource" content="{source}">'
        )
        assert "issuers" not in clues(found)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("big5", "big5hkscs"),
        ("iso-8859-1", "gb18030"),
    ],
)
def test_a_page_is_decoded_by_what_it_declares_unless_its_bytes_say_otherwise(declared, encoding):
    text = (
        "臺北市支持產業發展辦法，最高補貼500萬元。"
        if "big5" in encoding
        else "支持镕基企业发展，最高补贴500万元。"
    )
    source = f'<html><head><meta charset="{declared}"></head><body><div id="zoom"><p>{text}</p></div></body></html>'
    assert words(read_html(source.encode(encoding), "page.html", title_words())) == [text]


def test_a_damaged_page_is_refused_with_the_place_of_the_byte():
    data = page(f'<div id="zoom">{PARAGRAPHS}</div>').replace(
        "第二条".encode(), b"\xe7\xac\xac\xff\xe6\x9d\xa1"
    )
    found = read_html(data, "page.html", title_words())
    assert codes(found) == ["R004"]
    assert dict(found.problems[0].values)["byte"] == str(data.index(b"\xff") + 1)


def test_what_the_page_does_not_show_is_left_out_and_reported():
    found = taken(
        '<style>.gone, #no{display : none}</style><div id="zoom"><p>支持企业，<span style="display: none">甲</span>给予'
        '<b hidden>乙</b><i style="font-size:0pt">丙</i><font color="#FFFFFF">丁</font><span class="gone">戊</span>补贴。</p>'
        '<table><tr bgcolor="#003366"><td style="color:#fff">投资额</td><td style="color:#fff">限额</td></tr>'
        "<tr><td>1亿元</td><td>100<del>0</del>万元</td></tr></table></div>"
    )
    assert words(found) == ["支持企业，给予补贴。", "投资额\t限额", "1亿元\t100万元"]
    assert found.taken
    inside = [change for change in found.taken.changes if change.why != "page around the text"]
    assert [(change.line, change.was, change.now) for change in inside] == [
        *((1, was, "") for was in "甲乙丙丁戊"),
        (3, "0", ""),
    ]


def test_white_space_follows_the_page_and_words_stay():
    found = taken(
        '<div id="zoom">'
        '<p style="text-indent:2em">第一条&nbsp;为了\n   规范管理，　制定\n 本\t办法 A\nB。</p><p>　　二、<b>目标</b></p></div>'
    )
    assert found.taken
    assert found.taken.text == "　　第一条 为了规范管理，　制定本 办法 A B。\n　　二、目标\n"


def test_cells_that_span_others_keep_their_places():
    found = taken(
        '<div id="zoom"><p>标准如下：</p><table><tr><th>类别</th><th>级别</th><th>金额</th>'
        '</tr><tr><td rowspan="2"><p>认</p><p>定</p></td><td>国家级</td>'
        '<td>100万元</td></tr><tr><td>省级</td><td>50万元</td></tr><tr><td colspan="2">其他</td><td>20%</td></tr></table></div>'
    )
    assert words(found) == [
        "标准如下：",
        "类别\t级别\t金额",
        "认定\t国家级\t100万元",
        "认定\t省级\t50万元",
        "其他\t其他\t20%",
    ]


def test_numbers_that_a_browser_prints_are_put_in_and_reported():
    found = taken(
        '<div id="zoom"><ol><li><p>支持企业。</p></li><li>支持平台，<ol type="a"><li>建设；</li></ol></li></ol>'
        '<ol style="list-style-type:cjk-ideographic" start="3"><li>保障，</li></ol>'
        '<ol class="custom_cn2"><li>组织。</li></ol><ul><li>其他</li></ul></div>'
    )
    assert words(found) == [
        "1. 支持企业。",
        "2. 支持平台，",
        "a. 建设；",
        "三、保障，",
        "（一）组织。",
        "其他",
    ]
    assert found.taken
    numbers = [(change.line, change.now) for change in found.taken.changes if not change.was]
    assert numbers == [(1, "1."), (2, "2."), (3, "a."), (4, "三、"), (5, "（一）")]


def test_a_power_is_no_figure_of_its_own_and_a_note_goes_where_it_is_referred_to():
    found = taken(
        '<div id="zoom"><p>面积10<sup>4</sup>m<sup>2</sup>以上，给予30%补贴。<sup>'
        '<a href="#_ftn1" name="_ftnref1">[1]</a></sup></p><p>本办法施行。</p>'
        '<div><p><a href="#_ftnref1" name="_ftn1">[1]</a>&nbsp;以立项文件为准。</p></div></div>'
    )
    assert words(found) == [
        "面积10⁴m²以上，给予30%补贴。[1: 以立项文件为准。]",
        "本办法施行。",
    ]
    assert found.taken
    assert [(change.was, change.now) for change in found.taken.changes if change.why in (NOTE, RAISED)] == [
        ("4", "⁴"),
        ("2", "²"),
        ("[1]", ""),
        ("[1]", "[1: ]"),
    ]


def test_lists_of_related_pages_below_a_text_are_no_text():
    found = taken(
        f'<div id="zoom">{PARAGRAPHS}<p>附件：1.申报指南</p><p>相关解读：</p>'
        '<p><a href="b.html">一图读懂若干措施</a></p><p>责任编辑：某某</p></div>'
    )
    assert words(found) == [*POLICY, "附件：1.申报指南"]


def test_attachments_and_pictures_are_reported():
    notice = "<p>各区人民政府：</p><p>现将《若干措施》印发给你们，请遵照执行。</p>"
    link = '<p>附件：<a href="./P020230522.pdf">若干措施.pdf</a></p>'
    assert codes(taken(f'<div id="zoom">{notice}{link}</div>')) == ["A137"]
    assert codes(taken(f'<div id="zoom">{PARAGRAPHS}{link}</div>')) == ["A136"]
    assert codes(
        taken(
            f'<div id="zoom">{PARAGRAPHS}<img src="a.png" width="600"><img src="/images/icon_pdf.png"></div>'
        )
    ) == ["A135"]


def test_a_second_text_lost_characters_and_further_pages_are_reported():
    other = "".join(f"<p>{line}，{line}，解读。</p>" for line in POLICY[1:3])
    assert codes(taken(f'<div id="zoom">{PARAGRAPHS}</div><div class="TRS_Editor">{other}</div>')) == ["A140"]
    assert codes(taken('<div id="zoom"><p>最高\ufffd00万元，按年给予。</p></div>')) == ["A138"]
    assert codes(
        taken(f'<div id="zoom">{PARAGRAPHS}</div><script>createPageHTML(3, 0, "t1", "html");</script>')
    ) == ["A139"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<div id="app"></div><script>render("第一条 支持企业，给予补贴。")</script>', "A131"),
        (f'{MENU}<div id="app"></div><p>本网站由示例市人民政府主办，欢迎访问。</p>{FOOT}', "A131"),
        (f'{MENU}<div id="app"></div>{FOOT}', "A131"),
        ('<iframe src="http://www.example.gov.cn/text.html"></iframe>', "A141"),
    ],
)
def test_a_page_without_text_says_so(body, code):
    found = read_html(f"<html><body>{body}</body></html>".encode(), "page.html", title_words())
    assert found.taken is None
    assert codes(found) == [code]


def test_a_saved_page_tells_where_it_is_from():
    saved = "<!-- saved from url=(0033)https://www.example.gov.cn/a.html -->\n<html><body>"
    found = read_html(
        f'{saved}<div id="zoom">{PARAGRAPHS}</div></body></html>'.encode(), "page.html", title_words()
    )
    assert clues(found) == {"source_url": "https://www.example.gov.cn/a.html"}


def test_a_web_archive_is_a_page():
    inner = f'<html><body><div id="zoom">{PARAGRAPHS}</div></body></html>'
    archive = (
        (
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.gov.cn/a.html\r\nMIME-Version: 1.0\r\n"
            b'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html; charset=utf-8\r\n'
            b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        )
        + quopri.encodestring(inner.encode())
        + b"\r\n----b--\r\n"
    )
    found = read_html(archive, "page.mhtml", title_words())
    assert words(found) == list(POLICY)
    assert clues(found)["source_url"] == "https://www.example.gov.cn/a.html"


def test_a_page_without_an_end_may_be_cut_off():
    whole = page(f'<div id="zoom">{PARAGRAPHS}</div>')
    assert codes(read_html(whole, "page.html", title_words())) == []
    assert codes(read_html(whole[: whole.index("第三条".encode())], "page.html", title_words())) == ["A148"]


def test_elements_nested_without_end_are_refused():
    found = read_html(
        page("<div>" * 10_000 + "第一条，支持。" + "</div>" * 10_000), "page.html", title_words()
    )
    assert codes(found) == ["A132"]


BLOGS = {
    "a blog's own classes": (
        '<div class="entry-meta">发表于<time class="published" datetime="2023-05-21T17:30:00+00:00">2023年5月22日</time>作者：admin</div>',
        (
            '<div class="sharedaddy"><h3>分享此文：</h3><ul><li>微信</li><li>QQ</li></ul></div>'
            '<div class="entry-footer"><span>分类：<a>政策法规</a></span><span>标签：<a>芯片</a></span></div>'
        ),
    ),
    "a theme without class names": (
        '<p>发布于：<time datetime="2023-05-22">2023-05-22</time></p>',
        (
            '<p>文章分类：<a href="/c/1">政策</a></p><p>'
            '<a href="/t/2" rel="tag">芯片</a>、<a href="/t/3" rel="tag">传感器</a></p><p>分享本文</p>'
            "<p>朋友圈 微博 QQ好友</p>"
        ),
    ),
    "an author and shares in small boxes": (
        (
            '<p class="post-meta">'
            '<span itemprop="author">张编辑</span> <time itemprop="datePublished" datetime="2023-05-22T08:00:00+08:00">5月22日</time>'
            "</p>"
        ),
        '<div class="social-share"><span>转给朋友看</span></div><div class="post-tags">芯片 传感器</div>',
    ),
}


BLOGS["a time alone, and where the page is from"] = (
    '<p><time class="published" datetime="2023-05-22">2023.05.22</time></p>',
    "<p>本文链接：https://www.example.com/1.html</p><p>2条评论</p>",
)


@pytest.mark.parametrize("name", BLOGS)
def test_what_a_blog_prints_around_a_text_is_no_text_and_is_reported(name: str) -> None:
    before, after = BLOGS[name]
    found = taken(f'<div class="entry-content"><h1>{POLICY[0]}</h1>{before}{PARAGRAPHS}{after}</div>')
    assert [line for line in words(found) if line != POLICY[0]] == list(POLICY[1:])
    assert found.taken
    reported = "".join(change.was for change in found.taken.changes)
    for word in ("admin", "分享此文", "微信", "政策法规", "芯片", "朋友圈", "张编辑", "转给朋友看"):
        assert (word in before + after) == (word in reported)
    assert clues(found)["published"] == "2023-05-22"


def test_a_signature_and_sentences_in_boxes_of_a_blog_are_of_the_text() -> None:
    signed = (
        '<div class="entry-footer"><p>本措施由区科技局解释。</p><p>示例市人民政府</p>'
        '<p><time datetime="2023-05-18">2023年5月18日</time></p></div>'
        "<p>附件分类：甲类、乙类</p>"
    )
    found = taken(f'<div class="entry-content">{PARAGRAPHS}{signed}</div>')
    assert words(found)[-4:] == [
        "本措施由区科技局解释。",
        "示例市人民政府",
        "2023年5月18日",
        "附件分类：甲类、乙类",
    ]
    assert "published" not in clues(found)


def test_the_time_of_publishing_of_a_blog_is_a_day_in_china() -> None:
    head = '<meta property="article:published_time" content="2023-05-21T16:00:00Z">'
    head += '<meta property="article:modified_time" content="2024-01-01">'
    assert clues(taken(f'<div class="entry-content">{PARAGRAPHS}</div>', head))["published"] == "2023-05-22"
