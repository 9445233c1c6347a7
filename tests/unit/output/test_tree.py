"""A clause tree in words."""

from digest.model.document import Clause, Document, Kind
from digest.model.source import Source
from digest.output.tree import tree

CLAUSES = (
    Clause("1", None, 0, 1, Kind.CHAPTER, "一、", "总体要求", "", (1, 1)),
    Clause("1.1", "1", 1, 2, Kind.SECTION, "（一）", "目标。", "第一段。\n第二段\x1b。", (2, 3)),
    Clause("2", None, 2, 1, Kind.CHAPTER, "二、", None, "略", (4, 4), placeholder=True),
)


def test_tree() -> None:
    assert tree(Document("a", Source("a", ""), CLAUSES, ())).splitlines() == [
        "#1  chapter  L1  一、 总体要求",
        "  #1.1  section  L2-3  （一） 目标。",
        "    | 第一段。",
        "    | 第二段\ufffd。",
        "#2  chapter  L4  (placeholder)  二、",
        "  | 略",
    ]
    assert tree(Document("a", Source("a", ""), (), ())) == ""
