import pytest

from digest.enrich.clause_references import (
    articles_of,
    check_references,
    clause_references,
)
from digest.model.document import Document
from parsing import parsed

ARTICLES = """乙市研发补助办法
第一条 为支持研发，制定本办法。
第二条 申请人应当符合下列条件：
（一）依法登记；
（二）信用良好。
第三条 {text}
第四条 本办法由市科技局解释。
"""


def document(text: str) -> Document:
    return parsed(ARTICLES.format(text=text), "x")[0]


def found(text: str) -> list[tuple[str, str | None]]:
    made = document(text)
    articles = articles_of(made)
    return [(row.printed, row.resolves_to_clause) for row in clause_references(made.clause("art3"), articles)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("符合第二条第（二）项规定的，给予补助。", [("第二条第（二）项", "art2.2")]),
        ("符合本办法第二条第二项的，给予补助。", [("第二条第二项", "art2.2")]),
        ("按照第一条、第二条执行。", [("第一条", "art1"), ("第二条", "art2")]),
        ("第四条所称解释，是指书面解释。", [("第四条", "art4")]),
        ("违反本办法第二条第一款第（一）项的，取消资格。", [("第二条第一款第（一）项", "art2.1")]),
        ("依照《中华人民共和国预算法》第二条、第四条执行。", []),
        ("依照《政府投资条例》（国务院令第712号）第九条执行。", []),
        ("依照公司法第二十条、原办法第二条执行。", []),
        ("将第二条修改为：“申请人应当登记。”", []),
        ("按照第二条之一执行。", []),
        ("符合本办法第九条的，给予补助。", [("第九条", None)]),
        ("符合第二条第（五）项规定的，给予补助。", [("第二条第（五）项", None)]),
        ("根据《甲省条例》的规定，符合第九条的，给予补助。", []),
    ],
)
def test_references_to_own_articles(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


def test_a_reference_to_a_missing_article_is_reported() -> None:
    (problem,) = check_references(document("符合本办法第九条和第二条的，给予补助。"))
    assert (problem.code, dict(problem.values), problem.line) == ("F104", {"printed": "第九条"}, 6)
    assert check_references(document("符合第二条第（一）项的，给予补助。")) == ()


def test_an_annex_has_articles_of_its_own() -> None:
    text = "按第一条执行。\n附件\n申报指南\n第一条 申报时间为每年3月。\n第二条 按第一条申报。\n"
    made, _ = parsed(ARTICLES.format(text=text), "x")
    articles = articles_of(made)
    one, two = (clause.id for clause in made.clauses if clause.label == "第一条")
    meant = [row.resolves_to_clause for clause in made.clauses for row in clause_references(clause, articles)]
    assert meant == [one, two]


def test_a_text_without_articles_has_no_references_to_them() -> None:
    made, _ = parsed("一、奖励\n按照第九条给予奖励。\n", "x")
    assert check_references(made) == ()


def test_long_rows_of_references_take_linear_time() -> None:
    made = document("第二条第（一）项、" * 20_000)
    assert len(list(clause_references(made.clause("art3"), articles_of(made)))) == 20_000
