"""What a firm is asked for, by the words of the shipped list and of any policy."""

import pytest

from digest.model.corpus import Term
from digest.model.formulas import Quantity
from digest.model.vocabulary import EstimateWords
from digest.pages.estimate.inputs import input_of, make_inputs
from digest.pages.strings import plain, read_words
from digest.read.word_lists import ESTIMATE
from digest.read.word_lists import read_words as read_list
from digest.resources import starter_content, templates


@pytest.fixture(scope="module")
def list_() -> EstimateWords:
    found, problems = read_list(starter_content(), starter_content(), ESTIMATE)
    assert found
    assert not problems
    return found


@pytest.mark.parametrize(
    ("base", "name"),
    [
        ("项目实际投资", "investment"),
        ("固定资产实际投入", "investment"),
        ("设备购置费用", "equipment"),
        ("年度研发投入", "rd"),
        ("市级支持金额", "granted"),
        ("年度销售金额增量", "revenue_growth"),
        ("新增采购额", "purchases_growth"),
        ("首年度采购金额", "purchases"),
        ("上年度营业收入", "revenue"),
        ("实际支付的贷款利息", "interest"),
        ("贷款额", "loan"),
        ("技术合同成交额", "contracts"),
        ("保费", "premium"),
        ("重大技术装备首次销售价格", None),
        ("获得的创投基金投资额", None),
        ("研发机构获得的科研项目资金", "granted"),
        ("区级地方综合贡献度", "taxes"),
        ("纳税额新增部分", "taxes_growth"),
        ("展位费", None),
        ("首轮流片费用（含IP授权或购置、测试验证等）", "tape_out"),
        ("活动的场租、搭建、宣传推广总费用", None),
        ("项目的设备购置费、房租和研发投入", None),
        ("采购本地产品的合同金额", "contracts"),
        ("采购本地产品的金额", "purchases"),
        ("设备和软件投入", "equipment"),
        ("研发投入较上年增长部分", None),
        ("实际成本超过基数的部分", None),
    ],
)
def test_bases_are_known_by_their_words(list_, base, name):
    found = input_of(list_, Quantity("money", base))
    assert (found and found.id) == name


def test_a_number_of_things_is_known_by_its_unit(list_):
    for unit, kind, name in (
        ("m2", "rent_subsidy", "area"),
        ("m2", "purchase_subsidy", "bought_area"),
        ("person", "subsidy", "staff"),
        ("tonne", "subsidy", None),
    ):
        found = input_of(list_, Quantity("unit", unit, kind))
        assert (found and found.id) == name


@pytest.mark.parametrize(("language", "labels"), [
    ("zh", ["项目投资", "租用面积", "采购金额（年）", "展位费", "数量（按每吨支付）"]),
    ("en", ["Investment in a project", "Rented area", "Purchases (a year)", "booth fees", "Number (paid per tonne)"]),
])  # fmt: skip
def test_inputs_in_order(list_, language, labels):
    asked = [
        (Quantity("money", "展位费"), None),
        (Quantity("money", "展位费"), "booth fees" if language == "en" else None),
        (Quantity("unit", "tonne"), None),
        (Quantity("money", "采购金额"), None),
        (Quantity("unit", "m2"), None),
        (Quantity("money", "投资额"), None),
        (Quantity("reached", "项目投资超过的企业"), None),
    ]
    terms = {("unit", "tonne"): Term("吨", "tonne"), ("unit", "m2"): Term("平方米", "m²")}
    inputs = make_inputs(list_, asked, read_words([templates()])[language], terms, language)
    assert [plain(each.label) for each in inputs] == labels
    assert [each.name for each in inputs] == ["investment", "area", "purchases", "展位费", "tonne"]
    money = 10_000 if language == "zh" else 1_000_000
    assert [each.times for each in inputs] == [money, 1, money, money, 1]
    assert [each.example for each in inputs] == ["2000" if language == "zh" else "20", "2000", "", "", ""]
