"""A report with twelve links to clauses of a small corpus, one of each kind, and the site files that it is made with."""

from dataclasses import replace

from digest.model.corpus import Corpus, Stated, Term
from digest.model.ledger import Wording
from digest.model.validity import Validity
from digest.pages.clauses_index import make_clauses_index
from digest.pages.make import make_setting
from digest.pages.parts import pages_of
from digest.pages.strings import read_words
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text.ids import short_hash
from small_corpus import LEDGER, ROWS, corpus, meta

TEXT = "智能传感器是核心零部件。"
NOW, BEFORE = short_hash(TEXT), short_hash("对首轮流片给予资助。")
SITE = "https://digest.example.org/p"

CITED = (
    "example-2022#1.1",
    "example-2022#1",
    f"example-2022#1@{NOW}",
    f"example-2022#2.1@{BEFORE}",
    "example-2022#3.1",
    "example-2022#4",
    "draft-2024#art7",
    "old-2019#art7",
    "example-2022#2.1.1",
    "example-2022#box1.1",
    "example-2022#1",
    "example-2022#2.1.note",
)
"""The clauses in their order in the report, that of the footnote last."""

REPORT = f"""
# Heading [[{CITED[0]}]]

As it is [[{CITED[1]}]], pinned [[{CITED[2]}]], changed [[{CITED[3]}]], moved [[{CITED[4]}]], gone [[{CITED[5]}]],
draft [[{CITED[6]}]], superseded [[{CITED[7]}]], [[{CITED[8]}|own *words*]].[^1]

| in a | table |
|------|-------|
| [[{CITED[9]}]] | and twice the same [[{CITED[10]}]] |

[^1]: In a footnote [[{CITED[11]}]].
"""

ADDRESSES = (
    "example-2022/1.1/?at={}",
    f"example-2022/1/?at={NOW}",
    f"example-2022/1/?at={NOW}",
    f"example-2022/2.1/?at={BEFORE}",
    "example-2022/2.1/?at={}",
    "example-2022/4/",
    "draft-2024/art7/?at={}",
    "old-2019/art7/?at={}",
    "example-2022/2.1.1/?at={}",
    "example-2022/box1.1/?at={}",
    f"example-2022/1/?at={NOW}",
    "example-2022/2.1.note/?at={}",
)
"""Where each of them leads: to the wording that it pins, else to that of now."""


def addresses() -> list[str]:
    """The same in full."""
    texts = {row[0]: row[5] for row in ROWS}
    return [f"{SITE}/{each.format(short_hash(texts.get(each.split('/')[1], '')))}" for each in ADDRESSES]


def site_file(name: str, made: Corpus | None = None) -> bytes:
    """A file of the data that a report is made with."""
    setting = make_setting(made or cited_corpus(), read_words([templates()]))
    pages = pages_of(make_clauses_index(setting), setting)
    return next(render(page, environment([])) for page in pages if page.path == f"data/{name}")


def cited_corpus() -> Corpus:
    """A policy of which clauses have changed, moved and gone, a draft, and one that is superseded."""
    small = corpus()
    first, second = small.policies
    earlier = {
        **LEDGER.clauses,
        "2.1": (Wording("（一）", "支持研发", "对首轮流片给予资助。"),),
        "3.1": ("0" * 64,),
    }
    numbered = Stated("示府〔2022〕1号", "printed")
    first = replace(
        first,
        meta=replace(first.meta, short_titles=("示例计划",), number=numbered),
        ledger=replace(first.ledger, clauses=earlier),
    )
    others = (
        replace(
            second,
            meta=replace(meta(slug, title), relations=()),
            document=replace(second.document, slug=slug),
        )
        for slug, title in (("draft-2024", "示例措施（征求意见稿）"), ("old-2019", "示例市旧措施"))
    )
    return replace(
        small,
        policies=(first, *others),
        terms={
            **small.terms,
            ("status", "draft"): Term("草案", "Draft"),
            ("status", "superseded"): Term("已被取代", "Superseded"),
        },
        validity={
            "draft-2024": Validity("draft", "draft", "printed"),
            "old-2019": Validity("superseded", "ended", "printed", by=("example-2022",)),
        },
    )
