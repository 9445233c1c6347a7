"""A small corpus made by hand: every kind of clause, every state, and text that tries to run as code."""

from collections.abc import Iterable
from dataclasses import replace

from digest.model.corpus import (
    Corpus,
    Jurisdiction,
    Policy,
    PolicyMeta,
    Relation,
    Site,
    Stated,
    Term,
    Translation,
)
from digest.model.document import Clause, Document, Kind, PrintedLabel
from digest.model.keywords import Keyword, Keywords
from digest.model.ledger import Ledger, Tombstone, Wording
from digest.model.page import EditorPage
from digest.model.problem import Problem
from digest.model.quality import Confusion, MeasuredFigure, Quality
from digest.model.source import Source
from digest.model.validity import Validity
from digest.model.vocabulary import AnswerWords, Glossary, GlossaryTerm, SameWords, SearchWords
from small_facts import BODIES, FACTS, RESOLUTIONS

SCRIPT = "<script>document.title='ran'</script>"
UNKNOWN: Stated[str] = Stated(None, "unknown", how_en="Nothing says it.")

ROWS = (
    # id, parent, kind, label, heading, text
    ("front.1", None, Kind.FRONT, None, None, "各有关单位："),
    ("front.2", None, Kind.PREAMBLE, None, None, "为加快培育产业集群，依据《意见》等文件精神，制定本行动计划。"),
    ("1", None, Kind.CHAPTER, "一、", "总体情况", "智能传感器是核心零部件。"),
    ("1.1", "1", Kind.SECTION, "（一）", "发展现状", "2021年，产业增加值超过40亿元，增长12.5%。\n第二段同样属于本条款。"),
    ("1.2", "1", Kind.SECTION, "（二）", f"机遇{SCRIPT}", f"拥有广阔的应用市场{SCRIPT}，<b>特别</b>&amp;是。"),
    ("2", None, Kind.CHAPTER, "二、", "主要任务", ""),
    ("2.1", "2", Kind.SECTION, "（一）", "支持研发", "对首轮流片，按不超过费用的50%给予资助，最高不超过500万元。"),
    ("2.1.1", "2.1", Kind.ITEM, "1.", None, "支持企业建设封测平台，每年最高1000万元。"),
    ("2.1.u1", "2.1", Kind.POINT, "——", None, "产业规模快速壮大。"),
    ("2.1.note", "2.1", Kind.NOTE, None, "起草说明", "本条参照《省级措施》制定。"),
    ("box1", "2", Kind.BOX, "专栏1", "重点工程", ""),
    ("box1.1", "box1", Kind.ENTRY, "1.", "声学传感器", f"面向语音交互。{BODIES}"),
    ("art7", None, Kind.ARTICLE, "第七条", None, "本措施自发布之日起施行，有效期3年。"),
    ("art7.fn1", "art7", Kind.FOOTNOTE, None, None, "此处为脚注。"),
)  # fmt: skip

TRANSLATIONS = {
    "1": Translation("Overview", "Smart sensors are core components.", "reviewed"),
    "1.1": Translation("Present state", "In 2021 value added exceeded RMB 4 billion.", "machine"),
    "art7": Translation(None, "These Measures are valid for 3 years.", "stale", was_zh="旧文本"),
}

PROBLEMS = (
    Problem("P202", "source.txt", 7, 3, 6, values=(("label", "（三）"), ("expected", "2"))),
    Problem("P103", "source.txt", 90, values=(("text", SCRIPT),)),
)

LEDGER = Ledger(
    aliases={"3.1": "2.1"},
    tombstones={"4": Tombstone("2023-05-01", f"The issuer withdrew 第四部分 in 2023. {SCRIPT}", ("2.1",))},
    clauses={"4": (Wording("四、", "保障措施", f"加强组织领导。{SCRIPT}"),)},
)

QUALITY = Quality(
    (
        MeasuredFigure("clauses", 3, 200, 199, 199),
        MeasuredFigure(
            "kinds", 2, 8, 6, 3, confusions=(Confusion("reward", "subsidy", 2), Confusion("loan", "fund", 1))
        ),
        MeasuredFigure("durations", 2, 0, 0, 0),
    )
)

GLOSSARY = Glossary(
    (
        GlossaryTerm(
            "首轮流片",
            "first tape-out",
            definition_zh=f"设计完成的芯片第一次试制。{SCRIPT}",
            definition_en=f"The first trial production of a chip. {SCRIPT}",
        ),
        GlossaryTerm("流片", "tape-out", definition_zh="试制。", definition_en="Trial production."),
        GlossaryTerm(
            "传感器",
            "sensor",
            ("sensing device",),
            definition_zh="把外界的信号变成电信号的器件。",
            definition_en="A device that turns signals from outside into electric ones.",
        ),
        GlossaryTerm("封测", "packaging and testing", note=SCRIPT),
    )
)


SEARCH = SearchWords(
    ask=("多少", "有没有", "哪些", "怎么申请", "和", "的", "how much", "what", "is", "there", "for"),
    at_least=("超过", "at least"),
    or_more=("以上", "or more"),
    aside=("制定本",),
    answer=(
        AnswerWords(("谁负责", "哪个部门", "who is responsible"), printed=("负责",), facts="agencies"),
        AnswerWords(("给多少", "how much"), about=("补助款",), facts="grants"),
        AnswerWords(("什么时候到期", "how long"), printed=("有效期", "施行")),
    ),
    same=(
        SameWords(("资助", "补助款", "subsidy", "financial help")),
        SameWords(("平台", "公共服务点", "platform")),
        SameWords(("起施行", "生效", "valid", "in force")),
    ),
)

VALIDITY = {
    "example-2022": Validity(
        "issued",
        "issued",
        "printed",
        first="2022-07-09",
        start="2022-07-09",
        last="2025-07-08",
        time="2025-07-08",
        time_basis="inferred",
    ),
    "other-2021": Validity(
        "issued", "issued", "printed", last="2023-12-31", time="2021/2023", time_basis="printed"
    ),
}


def clauses() -> tuple[Clause, ...]:
    """The clauses of the sample policy."""
    made = []
    for order, (clause_id, parent, kind, label, heading, text) in enumerate(ROWS):
        lines = (order * 2 + 1, order * 2 + 2 if "\n" in text else order * 2 + 1)
        clause = Clause(clause_id, parent, order, 1, kind, label, heading, text, lines)
        made.append(replace(clause, placeholder=clause_id == "art7"))
    return in_a_tree(made)


def in_a_tree(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Clauses with their depths and the labels above them, parents first."""
    known: dict[str | None, Clause] = {}
    for clause in clauses:
        up = known.get(clause.parent)
        own = (PrintedLabel(up.label, up.kind),) if up and up.label else ()
        above = (*up.above, *own) if up else ()
        known[clause.id] = replace(clause, depth=up.depth + 1 if up else 1, above=above)
    return tuple(known.values())


def meta(slug: str = "example-2022", title: str = "示例市产业集群行动计划") -> PolicyMeta:
    """What is known of the sample policy."""
    return PolicyMeta(
        slug=slug,
        title_zh=Stated(title, "printed"),
        title_en=f"Example Action Plan {SCRIPT}",
        short_titles=(),
        issuers=Stated(("示例市工业和信息化局",), "inferred", None, "low", how_en="The text says only 我局."),
        number=UNKNOWN,
        made=Stated("2022-06", "inferred", "cited_by", "medium", "2022年6月"),
        published=UNKNOWN,
        effective=Stated("2022-07-09", "printed"),
        expires=UNKNOWN,
        genre=Stated("action_plan", "printed"),
        form=UNKNOWN,
        status=Stated("issued", "printed"),
        jurisdiction=Stated("440311", "printed"),
        relations=(Relation("implements", "other-2021"), Relation("explains", "未收录的文件")),
        source_file="source.txt",
        source_url=None,
        source_sha256="0" * 64,
    )


KEYWORDS = Keywords(
    (Keyword("智能传感器", 600), Keyword("首轮流片", 500)),
    {
        "2": (Keyword("首轮流片", 1000),),
        "2.1": (Keyword("首轮流片", 800), Keyword("资助", 500)),
        "2.1.1": (Keyword("封测", 700), Keyword("首轮流片", 600), Keyword("资助", 400)),
    },
    {
        "2": {"首轮流片": 1000},
        "2.1": {"首轮流片": 800, "资助": 500, "研发": 300},
        "2.1.1": {"封测": 600, "首轮流片": 600, "资助": 400, "研发": 200},
    },
    {"2": ("首轮流片",), "2.1": ("首轮流片", "资助"), "2.1.1": ("封测", "首轮流片", "资助")},
)
"""What two clauses are about, one above the other; that of a clause without a text counts for nothing."""


def corpus(base_url: str = "https://digest.example.org/") -> Corpus:
    """The whole corpus: two policies, the second one without translations."""
    document = Document("example-2022", Source("source.txt", "", sha256="0" * 64), clauses(), ())
    other = replace(document, slug="other-2021")
    jurisdictions = (
        Jurisdiction("000000", "中国", "China", "nation", None),
        Jurisdiction("440000", "广东省", "Guangdong Province", "province", "000000"),
        Jurisdiction("440300", "深圳市", "Shenzhen", "prefecture", "440000"),
        Jurisdiction("440311", "深圳市光明区", "Guangming District, Shenzhen", "county", "440300"),
    )
    second = replace(
        meta("other-2021", f"省级措施{SCRIPT}"), jurisdiction=Stated("440000", "printed"), relations=()
    )
    return Corpus(
        site=Site(
            "产业政策汇览", "Policy Digest", base_url, ("zh", "en"), "editors@example.org", "CC-BY-4.0"
        ),
        jurisdictions={place.code: place for place in jurisdictions},
        policies=(
            Policy(meta(), document, FACTS, TRANSLATIONS, PROBLEMS, LEDGER, KEYWORDS),
            Policy(second, other, {}, {}, keywords=KEYWORDS),
        ),
        terms={
            ("genre", "action_plan"): Term("行动计划", "Action plan"),
            ("status", "issued"): Term("已印发", "Issued"),
            ("status", "not_yet_in_force"): Term("尚未施行", "Not yet in force"),
            ("status", "expired"): Term("期限已满", "Period over"),
            ("instrument", "subsidy"): Term("补贴", "Subsidy"),
            ("instrument", "reward"): Term("奖励", "Reward"),
        },
        pages=(
            EditorPage(
                "about", "en", f"# About\n\nWhat this is. {SCRIPT}\n\n```python\nx = 'y'  # why\n```\n"
            ),
            EditorPage(
                "quality", "en", "# Quality\n\nHow it was measured.\n\n## How to read this\n\nSlowly.\n"
            ),
            EditorPage("quality", "zh", "# 质量\n\n怎样检验。\n"),
            EditorPage("about", "zh", "# 关于本站\n\n说明文字。\n\n| 项目 | 值 |\n|---|---|\n| 甲 | 1 |\n"),
        ),
        quality=QUALITY,
        glossary=GLOSSARY,
        search=SEARCH,
        resolutions=RESOLUTIONS,
        validity=VALIDITY,
    )
