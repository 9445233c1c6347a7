from dataclasses import replace

from digest.crossref.citations import TitleIndex, catalogue, resolve
from digest.model.corpus import PolicyMeta, Relation, Stated
from digest.model.facts import Citation, Resolution

UNKNOWN: Stated[str] = Stated(None, "unknown")


def meta(slug: str, title: str, number: str | None = None, explains: str | None = None) -> PolicyMeta:
    return PolicyMeta(
        slug=slug,
        title_zh=Stated(title, "printed"),
        title_en=slug,
        short_titles=(),
        issuers=Stated(None, "unknown"),
        number=Stated(number, "printed" if number else "unknown"),
        made=UNKNOWN,
        published=UNKNOWN,
        effective=UNKNOWN,
        expires=UNKNOWN,
        genre=UNKNOWN,
        form=UNKNOWN,
        status=UNKNOWN,
        jurisdiction=UNKNOWN,
        relations=(Relation("explains", explains),) if explains else (),
        source_file="source.txt",
        source_url=None,
        source_sha256="",
    )


def cite(
    title: str, number: str | None = None, kind: str = "citation", printed: str | None = None
) -> Citation:
    said = printed or f"《{title}》"
    return Citation(printed=said, title=title, number=number, kind=kind, start=0, end=len(title) + 2)


KNOWN: TitleIndex = catalogue([
    meta("plan", "乙市培育传感器产业集群行动计划（2022-2025年）", "乙工信〔2022〕31号"),
    meta("opinions", "乙市人民政府关于发展壮大新兴产业集群的意见", "乙府〔2022〕1号"),
    meta("notice", "乙市科技局关于印发《乙市研发补助办法（试行）》的通知"),
    meta("note-c", "《乙市丙区支持光电产业若干措施》起草说明", explains="乙市丙区支持光电产业若干措施"),
    meta("note-d", "关于《乙市丁区支持光电产业若干措施（征求意见稿）》的起草说明"),
    meta("rules-e", "乙市戊区支持光电产业若干措施"),
    meta("note-e", "《乙市戊区支持光电产业若干措施》起草说明"),
    meta("report-2021", "乙市机器人产业发展白皮书（2021年）"),
    meta("report-2022", "乙市机器人产业发展白皮书（2022年）"),
])  # fmt: skip


def leads_to(title: str, number: str | None = None) -> Resolution:
    return resolve(cite(title, number), "elsewhere", KNOWN)


def test_the_same_title_whatever_dash_or_bracket_is_printed() -> None:
    for title in (
        "乙市培育传感器产业集群行动计划（2022-2025年）",
        "乙市培育传感器产业集群行动计划（2022—2025年）",
        "乙市培育传感器产业集群行动计划 (2022－2025年)",
    ):
        assert leads_to(title) == Resolution("plan", "title")


def test_other_wordings_of_a_title() -> None:
    assert leads_to("乙市培育传感器产业集群行动计划") == Resolution("plan", "variant")
    assert leads_to("关于发展壮大新兴产业集群的意见") == Resolution("opinions", "variant")
    assert leads_to("乙市研发补助办法") == Resolution("notice", "variant")
    assert leads_to("乙市研发补助办法（试行）") == Resolution("notice", "title")


def test_an_explanation_is_not_what_it_explains() -> None:
    assert leads_to("乙市丙区支持光电产业若干措施") == Resolution(None, "explanation", "note-c")
    assert leads_to("乙市丁区支持光电产业若干措施") == Resolution(None, "explanation", "note-d")
    assert leads_to("丁区支持光电产业若干措施") == Resolution(None, "explanation", "note-d")
    assert leads_to("乙市戊区支持光电产业若干措施") == Resolution("rules-e", "title")


def test_similar_titles_are_not_the_same() -> None:
    for title in (
        "乙市培育传感器产业集群行动计划（2018-2021年）",
        "乙市己区支持光电产业若干措施",
        "丙省人民政府关于发展壮大新兴产业集群的实施意见",
        "乙市传感器产业集群行动计划",
    ):
        assert leads_to(title) == Resolution(None, "unknown")


def test_two_candidates_are_none() -> None:
    assert leads_to("乙市机器人产业发展白皮书") == Resolution(None, "ambiguous")
    assert leads_to("乙市机器人产业发展白皮书（2022年）") == Resolution("report-2022", "title")


def test_numbers_decide() -> None:
    assert leads_to("关于新兴产业的意见", "乙府〔2022〕1号") == Resolution("opinions", "number")
    assert leads_to("关于发展壮大新兴产业集群的意见", "乙府〔2018〕9号") == Resolution(None, "other_number")
    assert leads_to("乙市研发补助办法（试行）", "乙科〔2020〕2号") == Resolution("notice", "title")


def test_the_text_itself_and_abbreviations() -> None:
    title = "乙市丙区支持光电产业若干措施"
    assert resolve(cite(title, kind="self_reference"), "rules-e", KNOWN) == Resolution("rules-e", "self")
    explanation = Resolution(None, "explanation", "note-c")
    assert resolve(cite(title, kind="explained_document"), "note-c", KNOWN) == explanation
    use = cite(title, kind="abbreviation_use", printed="《若干措施》")
    assert resolve(use, "note-c", KNOWN) == explanation
    explained = cite("乙市戊区支持光电产业若干措施", kind="explained_document")
    assert resolve(explained, "note-e", KNOWN) == Resolution("rules-e", "title")
    for kind in ("undefined_abbreviation", "abbreviation_definition", "abbreviation_use"):
        assert resolve(cite("若干措施", kind=kind), "note-c", KNOWN) == Resolution(None, "undefined")


def test_a_clause_of_the_text_itself() -> None:
    article = cite("第五条", kind="own_clause", printed="第五条")
    assert resolve(replace(article, resolves_to_clause="art5"), "plan", KNOWN) == Resolution("plan", "clause")
    assert resolve(article, "plan", KNOWN) == Resolution(None, "no_clause")
