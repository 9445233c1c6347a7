import pytest

from digest.text.titles import (
    explained_title,
    inner_title,
    period_of,
    printed_titles,
    title_key,
    without_issuer,
    without_status,
    without_years,
)


@pytest.mark.parametrize(
    ("title", "inner"),
    [
        ("关于印发《甲省行动计划（2021-2023年）》的通知", "甲省行动计划（2021-2023年）"),
        ("乙市人民政府办公室关于印发乙市考评办法的通知", "乙市考评办法"),
        ("乙市人民政府办公厅印发关于加快发展若干措施的通知", "关于加快发展若干措施"),
        ("关于公开征求《乙市管理办法》意见的公告", "乙市管理办法"),
        ("关于《乙市补贴办法（征求意见稿）》公开征求意见的公告", "乙市补贴办法（征求意见稿）"),
        ("关于《乙市补贴办法》（征求意见稿）公开征求意见的公告", "乙市补贴办法（征求意见稿）"),
        ("关于对乙市补贴办法（草案）公开征集意见建议的通告", "乙市补贴办法（草案）"),
        ("关于公开征求乙市补贴办法（征求意见稿）意见的公告", "乙市补贴办法（征求意见稿）"),
        ("关于公开征求乙市补贴办法修改意见的公告", "乙市补贴办法"),
        ("关于公开征求意见的公告", None),
        ("关于征求《乙市办法》和《丙市办法》意见的函", None),
        ("关于印发乙市办法（试行的通知", None),
        ("关于贯彻落实《甲省条例》的通知", None),
        ("国务院关于促进就业工作的若干意见", None),
    ],
)
def test_what_a_notice_carries(title: str, inner: str | None) -> None:
    assert inner_title(title) == inner


def test_what_an_explanation_explains() -> None:
    assert explained_title("关于《乙市措施（征求意见稿）》的起草说明") == "乙市措施（征求意见稿）"
    assert explained_title("《乙市措施》政策解读") == "乙市措施"
    assert explained_title("关于印发《乙市措施》的通知") is None


def test_forms_of_one_title() -> None:
    assert title_key("乙市计划 （2022—2025年）") == title_key("乙市计划(2022-2025年)")
    assert without_status("乙市办法（试行）") == "乙市办法"
    assert without_status("乙市办法（修订草案）") == "乙市办法"
    assert without_years("乙市计划（2022-2025年）") == "乙市计划"
    assert without_years("乙市规则（三人以上）") == "乙市规则（三人以上）"
    assert without_issuer("乙市人民政府办公厅关于促进发展的意见") == "关于促进发展的意见"
    assert without_issuer("关于促进发展的意见") == "关于促进发展的意见"


def test_brackets() -> None:
    assert [t.title for t in printed_titles("《甲》《乙〈丙〉》《丁《戊》己》。《庚、《辛》")] == [
        "甲",
        "乙〈丙〉",
        "丁《戊》己",
        "庚",
        "辛",
    ]
    assert [t.title for t in printed_titles("关于《乙市\n\n若干措施》的说明")] == ["乙市若干措施"]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("甲省传感器产业行动计划（2021—2023年）", "2021/2023"),
        ("甲省传感器产业行动计划（2021-2023年）", "2021/2023"),
        ("甲省行动计划（2021年—2023年）", "2021/2023"),
        ("甲省行动计划(2021～2023)", "2021/2023"),
        ("甲省行动计划（2021至2023年）", "2021/2023"),
        ("甲省行动计划（2021 — 2023 年）（试行）", "2021/2023"),
        ("甲省行动计划（２０２１－２０２３年）", "2021/2023"),
        ("甲省2021-2023年度扶持政策", "2021/2023"),
        ("乙市三年行动方案（2018-20年）", "2018/2020"),
        ("乙市三年行动方案（2022年7月-2025年6月）", "2022-07/2025-06"),
        ("丙市2024年工作要点", None),
        ("关于落实《丁省规划（2021-2035年）》的实施意见", None),
        ("戊市办法（2023-2021年）", None),
        ("发改高技〔2021〕2023-30号", None),
        ("己市促进 2000-3000万元企业发展的措施", None),
    ],
)
def test_the_period_of_a_title(title: str, period: str | None) -> None:
    assert period_of(title) == period
