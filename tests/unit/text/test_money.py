"""Money and shares: the forms that appear in policy texts, and what only looks like them."""

import pytest

from digest.text.money import doubtful_figures, find_figures


def read(text: str) -> list[tuple[str, float, float, str]]:
    return [(f.unit.value, float(f.low), float(f.high), text[f.start : f.end]) for f in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("给予10、20、30万元", [100_000, 200_000, 300_000]),
        ("五十万元", [500_000]),
        ("不超过 200 万元", [2_000_000]),
        ("５０万元人民币", [500_000]),
        ("1,000万元", [10_000_000]),
        ("1 000 万元", [10_000_000]),
        ("5千万元和2百万元", [50_000_000, 2_000_000]),
        ("5000万元、1亿元、1.5亿元和2亿元税收楼", [5e7, 1e8, 1.5e8, 2e8]),
        ("分别给予10万、20万、100万。", [100_000, 200_000, 1_000_000]),
        ("每度0.02元", [0.02]),
        ("人民币壹佰万圆整", [1_000_000]),
        ("1、50万元", [500_000]),
        ("一、50万元", [500_000]),
        ("二百元以上五百元以下", [200, 500]),
        ("500万以内的部分", [5_000_000]),
        ("300元/人次", [300]),
        ("1亿5000万元、1 亿 5000 万元和1亿5千万元", [1.5e8, 1.5e8, 1.5e8]),
        ("3万5千元，12万5000元，3千5百元", [35_000, 125_000, 3_500]),
        ("1万5千亿元，1.5千万元，5百万元", [1.5e12, 1.5e7, 5e6]),
        ("100多万元，10余亿元，三十余万元", [1e6, 1e9, 300_000]),
        ("50万元（人民币，下同），人民币 20 万元，RMB10万元", [500_000, 200_000, 100_000]),
        ("100万元（等值外币）", [1_000_000]),
        ("每美元0.03元", [0.03]),
        ("二〇二五年三百万元", [3_000_000]),
    ],
)
def test_money(text: str, amounts: list[float]) -> None:
    assert [(unit, low) for unit, low, _, _ in read(text)] == [("CNY", amount) for amount in amounts]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5-10万元", 50_000, 100_000),
        ("20—200万元", 200_000, 2_000_000),
        ("5至10万元", 50_000, 100_000),
        ("二十五万元至三十万元", 250_000, 300_000),
        ("50 万元～100 万元", 500_000, 1_000_000),
        ("两三万元", 20_000, 30_000),
        ("三五百元", 300, 500),
        ("二三十万元", 200_000, 300_000),
        ("十七八万元", 170_000, 180_000),
    ],
)
def test_ranges_are_one_figure(text: str, low: int, high: int) -> None:
    assert read(text) == [("CNY", low, high, text)]


@pytest.mark.parametrize("text", ["100万-200万（不含）美元", "50万美元", "五十万欧元", "300万港币"])
def test_foreign_money_is_not_yuan(text: str) -> None:
    assert [unit for unit, *_ in read(text)] == ["foreign"]


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("100万美元、100万美金", ["USD", "USD"]),
        ("HK$100万元，US$1,000，€50万元，$20万", ["HKD", "USD", "EUR", "USD"]),
        ("100万元港币，100万元（港币），港币100万元", ["HKD", "HKD", "HKD"]),
        ("港币10万元、20万元和30万元", ["HKD", "HKD", "HKD"]),
        ("2000万元或300万美元", ["CNY", "USD"]),
        ("日币100万元，100万澳门元，100万元新台币，50万英镑", ["JPY", "MOP", "TWD", "GBP"]),
        ("100万元新元素项目", ["CNY"]),
    ],
)
def test_currencies(text: str, currencies: list[str]) -> None:
    assert [figure.currency for figure in find_figures(text)] == currencies


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("最高l00万元", ["l00万元"]),
        ("奖励1O0万元", ["1O0万元"]),
        ("奖励10Ｏ万元", ["10Ｏ万元"]),
        ("给予0\ue01402元人民币", ["0\ue01402元"]),
        ("给予\ue01450万元", ["\ue01450万元"]),
        ("给予1。5万元，10W元，1·5%", ["1。5万元", "10W元", "1·5%"]),
        ("国家级100万元50万元", ["100万元50万元"]),
        ("2万元5千元", ["2万元5千元"]),
        ("5000万元以下20%800万元5000万元以上30%2000万元", ["20%800万元5000万元", "30%2000万元"]),
        ("5000万元以下\n20%\n800万元\n5000万元以上", ["20%\n800万元\n5000万元"]),
        ("每1元0.03元，每100万美元10万元", []),
        ("１0万元，٥0万元", ["٥0万元"]),
        ("LPR50%，R&D10%，USD100万元，ISO9001认证5万元，VC/PE投资10%，20元/kWh", []),
    ],
)
def test_doubtful_figures_have_no_value(text: str, printed: list[str]) -> None:
    found = doubtful_figures(text)
    assert [text[start:end] for start, end in found] == printed
    assert all(
        figure.end <= start or figure.start >= end for figure in find_figures(text) for start, end in found
    )


def test_a_table_of_figures_is_no_sentence() -> None:
    assert find_figures("给予10万元。" + "50%、" * 300)[0].low == 100_000
    assert len(find_figures("给予10万元。" + "50%、" * 300)) == 1


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("30%", [30]),
        ("百分之三十", [30]),
        ("百分之三点五", [3.5]),
        ("8‰", [0.8]),
        ("千分之三", [0.3]),
        ("三成", [30]),
        ("三成五", [35]),
        ("给予1:1配套", [100]),
        ("1：0.5", [50]),
        ("5、8、10%", [5, 8, 10]),
        ("7%、8%和12%", [7, 8, 12]),
        ("3０％", [30]),
        ("二分之一", [50]),
        ("标准2/5的补贴", [40]),
        ("按投资额的一半给予补贴，按半数补助", [50, 50]),
        ("10、12和15%", [10, 12, 15]),
    ],
)
def test_shares(text: str, shares: list[float]) -> None:
    assert [(unit, round(low, 4)) for unit, low, _, _ in read(text)] == [
        ("percent", share) for share in shares
    ]


@pytest.mark.parametrize("text", ["5%—20%", "5-20%", "5至20%", "百分之五至二十"])
def test_ranges_of_shares(text: str) -> None:
    assert read(text) == [("percent", 5, 20, text)]


def test_points_and_times_keep_their_units() -> None:
    assert read("提高10个百分点") == [("point", 10, 10, "10个百分点")]
    assert read("月租金的3倍") == [("times", 300, 300, "3倍")]


@pytest.mark.parametrize(
    "text",
    [
        "10万吨",
        "5万m³以上",
        "三元材料",
        "2元素",
        "几十万到几百万不等",
        "成本三成本",
        "2021/3/4",
        "10：1",
        "22所2.5D/3D",
        "-40°C-150°C",
        "一分为二",
        "2022年",
        "page4.html 1/4，第1/4页",
        "十几万元",
        "数百万元",
        "上百万元",
        "另一半自筹，一半以上成员同意",
    ],
)
def test_no_figure(text: str) -> None:
    assert read(text) == []
