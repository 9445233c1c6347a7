"""Each gate with what it must find and what it must leave alone."""

import pytest

from digest.model.translation import Catalogue, Entry
from digest.model.vocabulary import Glossary, GlossaryTerm, GlossaryTitle, TranslationWords
from digest.read.word_lists import AGENCIES, TRANSLATION, read_words
from digest.resources import starter_content
from digest.translate.check import (
    check_numbers,
    check_renderings,
    check_sentences,
    check_title,
    check_translations,
    found_in,
)
from digest.translate.gates.terminology import Terminology
from digest.translate.glossary import check_glossary

GLOSSARY = Glossary(
    (
        GlossaryTerm("中试", "pilot", forbidden=("middle test",)),
        GlossaryTerm("中试线", "pilot line", ("pilot production line",)),
        GlossaryTerm("晶圆", "wafer"),
        GlossaryTerm("掩模版", "photo mask", ("mask",)),
    ),
    (GlossaryTitle("甲市扶持产业发展若干措施", "Several Measures of A for Supporting Industry"),),
)


@pytest.fixture(scope="module")
def terminology() -> Terminology:
    words, problems = read_words(starter_content(), starter_content(), TRANSLATION)
    assert isinstance(words, TranslationWords), problems
    agencies, _ = read_words(starter_content(), starter_content(), AGENCIES)
    return Terminology(words, GLOSSARY, agencies)


GOOD = [
    ("最高不超过1000万元。", "Not exceeding RMB 10 million."),
    ("最高1000万元。", "Up to RMB 10 million."),
    ("给予50亿元支持，按30%计算。", "Support of RMB 5 billion is granted, calculated at 30%."),
    ("按20元/平方米/月补贴，不超过36个月。", "A subsidy of RMB 20 per square metre per month, for no more than 36 months."),
    ("经过3—5年努力。", "After three to five years of effort."),
    ("建设3个以上平台。", "Build at least three platforms."),
    ("超过40亿元。", "More than RMB 4 billion."),
    ("2022年6月印发。", "Issued in June 2022."),
    ("按照第四条，共十五条。", "Under Article 4; 15 articles in all."),
    ("规模翻番。", "The scale doubles."),
    ("分别给予10万元、20万元和30万元。", "RMB 100,000, RMB 200,000 and RMB 300,000 are granted respectively."),
    ("“十四五”一体化，一批企业。", "Integrated in the 14th Five-Year Plan period, with a number of enterprises."),
    ("三分之一以上。", "One third or more."),
    ("5G和3D封装。", "5G and 3D packaging."),
    ("带动千亿级产业。", "Drive an industry of RMB 100 billion."),
    ("建设中试线，中试平台。", "Build a pilot production line and a pilot platform."),
    ("《甲市扶持产业发展若干措施》（甲府〔2021〕3号）", "The the “Several Measures of A for Supporting Industry” (Jia Fu [2021] No. 3)"),
    ("标题\n\n第一段。\n第二段。", "Heading\n\nFirst paragraph.\nSecond paragraph."),
    ("数量<5个。", "The number is <5."),
    ("支持小微企业。", "Support small and micro enterprises."),
    ("支持中小微企业。", "Support small, medium-sized and micro enterprises."),
    ("支持MEMS企业。", "Support enterprises in micro-electro-mechanical systems."),
    ("对省、市级项目给予支持。", "Support projects at the provincial and municipal levels."),
    ("认定为国家级平台。", "Recognised as a national platform."),
    ("处理生活垃圾。", "Treat municipal waste."),
    ("建设社区级服务站。", "Build service stations at community level."),
    ("由区级部门负责。", "The departments of the district are responsible."),
    ("（市科技局、财政局负责）", "(Responsible: Jiazhou Science and Technology Bureau; Jiazhou Finance Bureau)"),
    ("（市科技局、财政局负责）", "(Responsible: Science and Technology Bureau of Jiazhou; Finance Bureau of Jiazhou)"),
    ("（市科技局、财政局、国资委负责）", "(Responsible municipal bodies: Science and Technology Bureau; Finance Bureau)"),
    ("（市科技局、财政局负责）", "(Responsible: the science and technology and the finance bureaus of the city)"),
    ("由市科技局会同财政部负责。", "The Jiazhou Science and Technology Bureau is responsible, with the Ministry of Finance."),
]  # fmt: skip

BAD = [
    ("最高不超过1000万元。", "Not exceeding RMB 10 billion.", {"T301", "T302"}),
    ("给予90亿元支持。", "Support of RMB 90 billion is granted.", {"T301", "T302"}),
    ("最高不超过1000万元。", "At least RMB 10 million.", {"T303"}),
    ("最高不超过1000万元。", "RMB 10 million.", {"T303"}),
    ("不少于3家。", "Up to 3.", {"T303"}),
    ("不超过36个月。", "No more than 36 years.", {"T304"}),
    ("按30%补贴。", "A subsidy of 35%.", {"T301", "T302"}),
    ("按30%补贴。", "A subsidy.", {"T301"}),
    ("给予补贴。", "A subsidy of 30%.", {"T302"}),
    ("按照第四条办理。", "Under Article 5.", {"T301", "T302"}),
    ("三个平台。", "Four platforms.", {"T301", "T302"}),
    ("2022年6月印发。", "Issued in July 2022.", {"T301", "T302"}),
    ("建设中试线。", "Build a middle test line.", {"T401"}),
    ("中试平台。", "A middle test pilot platform.", {"T402"}),
    ("晶圆和晶圆盒。", "Wafers and boxes.", {"T401"}),
    ("建设平台。", "Build a photo mask platform.", {"T403"}),
    ("根据《甲市扶持产业发展若干措施》。", "Under the “Some Measures of A”.", {"T404"}),
    ("根据《乙市加快发展工业若干政策》。", "Under the “Several Policies of B”.", {"T406"}),
    ("（甲府〔2021〕3号）", "(Jia Fu (2021) No. 3)", {"T405"}),
    ("一段。\n二段。", "One paragraph. Second.", {"T201"}),
    ("第一句。第二句。", "First sentence.", {"T202"}),
    ("支持企业建设平台，鼓励高校参与，推动产业发展和人才培养。", "Support.", {"T203"}),
    ("支持企业。", "Support 企业.", {"T204"}),
    ("支持企业。", "Support enterprises，now.", {"T204"}),
    ("支持企业（甲）。", "Support enterprises (A.", {"T205"}),
    ("支持“甲”。", "Support “A.", {"T205"}),
    ("支持小微企业。", "Support micro, small and medium-sized enterprises.", {"T412"}),
    ("支持小微企业。", "Support small enterprises.", {"T413"}),
    ("支持中小企业。", "Support micro enterprises and SMEs.", {"T412"}),
    ("市级项目。", "Provincial projects.", {"T412", "T413"}),
    ("区级平台。", "A platform.", {"T413"}),
    ("（市科技局、财政局负责）", "(Responsible: Jiazhou Science and Technology Bureau; Finance Bureau)", {"T414"}),
    ("（市财政局、发展改革委负责）", "(Jiazhou Finance Bureau, National Development and Reform Commission)", {"T414"}),
    ("（省财政厅、市场监管局负责）", "The X Department of Finance and the Administration for Market Regulation.", {"T414"}),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), GOOD, ids=[en[:40] for _, en in GOOD])
def test_good_english_passes(zh: str, en: str, terminology: Terminology) -> None:
    assert found_in(Entry("1", zh, en), terminology) == ()


@pytest.mark.parametrize(("zh", "en", "codes"), BAD, ids=[en[:40] for _, en, _ in BAD])
def test_errors_are_found(zh: str, en: str, codes: set[str], terminology: Terminology) -> None:
    assert {found.code for found in found_in(Entry("1", zh, en), terminology)} == codes


def checked(*entries: Entry, terminology: Terminology) -> list[tuple[str, int]]:
    found = check_translations(Catalogue("en.po", entries=entries), terminology)
    return [(problem.code, problem.line) for problem in found.problems]


def test_a_finding_names_file_line_both_texts_and_the_remedy(terminology: Terminology) -> None:
    entry = Entry("2.1", "最高不超过1000万元。", "Not exceeding RMB 10 billion.", line=7)
    ((lost, _),) = [check_translations(Catalogue("en.po", entries=(entry,)), terminology).problems]
    assert (lost.path, lost.line) == ("en.po", 7)
    assert "2.1: 1000万元" in lost.message
    assert "“最高不超过1000万元。” – “Not exceeding RMB 10 billion.”" in lost.message
    assert "RMB 10 million" in lost.hint


def test_an_exemption_needs_a_reason_and_a_finding(terminology: Terminology) -> None:
    def entry(*notes: str) -> Entry:
        return Entry("1", "最高1000万元。", "RMB 10 million.", notes=notes, line=3)

    assert checked(entry(), terminology=terminology) == [("T303", 3)]
    assert checked(entry("digest: allow T303 because the table says it"), terminology=terminology) == []
    assert checked(entry("digest: allow T303"), terminology=terminology) == [("T303", 3), ("T901", 3)]
    assert checked(entry("digest: allow T303 because"), terminology=terminology) == [("T303", 3), ("T901", 3)]
    assert checked(
        entry("digest: allow T303 because so", "digest: allow T301 because so"), terminology=terminology
    ) == [("T902", 3)]
    exempted = check_translations(
        Catalogue("en.po", entries=(entry("digest: allow T303 because so"),)), terminology
    ).exempted
    assert [(each.found.code, each.reason) for each in exempted] == [("T303", "so")]


def test_what_is_missing_or_obsolete_is_not_compared_and_stale_english_with_its_own_chinese(
    terminology: Terminology,
) -> None:
    stale = Entry("3", "给予35%。", "Grant 30%.", was_zh="给予30%。", fuzzy=True)
    assert (
        checked(
            Entry("1", "给予35%。", ""),
            Entry("2", "给予35%。", "No", obsolete=True),
            stale,
            terminology=terminology,
        )
        == []
    )


def test_the_title_is_the_one_of_policy_toml() -> None:
    catalogue = Catalogue("en.po", entries=(Entry("title", "办法", "Measures", line=4),))
    assert check_title(catalogue, "Measures", "policy.toml") == ()
    assert [(each.code, each.line) for each in check_title(catalogue, "Rules", "policy.toml")] == [
        ("T407", 4)
    ]


def test_document_numbers_are_the_same_everywhere() -> None:
    def catalogue(path: str, en: str) -> Catalogue:
        return Catalogue(path, entries=(Entry("1", "（国发〔2020〕8号）", en, line=2),))

    good, bad = catalogue("a", "(Guo Fa [2020] No. 8)"), catalogue("b", "(State [2020] No. 8)")
    assert check_numbers([good, catalogue("b", "(Guo Fa [2020] No. 8)")]) == ()
    assert [(each.code, each.path) for each in check_numbers([good, bad])] == [("T408", "b")]


def test_long_sentences_are_counted_once_for_a_policy() -> None:
    def found(*texts: str) -> list[str]:
        entries = tuple(Entry(str(number), "句。", en, line=number) for number, en in enumerate(texts))
        return [each.message for each in check_sentences(Catalogue("en.po", entries=entries))]

    word, title = "word " * 60, f"“{'Title ' * 30}”"
    assert found(f"{word.strip()}.", f"Support {title} and {title}.", f"Pay ({word}).") == []
    assert found(f"{word}more. And more.", "Short.", f"{word}more; {word}.") == [
        "English sentences of more than 60 words: 2 (0, 2)."
    ]


def test_the_same_heading_has_one_rendering_in_all_policies() -> None:
    def catalogue(path: str, *entries: tuple[str, str]) -> Catalogue:
        made = tuple(Entry("1", zh, en, line=2) for zh, en in entries)
        return Catalogue(path, entries=made)

    first = catalogue("a", ("保障措施\n\n甲。", "Supporting measures\n\nA."))
    same = catalogue("b", ("保障措施\n\n乙。", "Supporting Measures\n\nB."))
    other = catalogue("c", ("保障措施\n\n乙。", "Safeguards\n\nB."))
    assert check_renderings([first, same]) == ()
    assert [(each.code, each.path) for each in check_renderings([first, same, other])] == [("T415", "c")]


def test_the_glossary_accepts_no_other_size_and_keeps_concepts_apart(terminology: Terminology) -> None:
    def found(*terms: GlossaryTerm) -> list[tuple[str, str]]:
        problems = check_glossary(Glossary(terms, ()), terminology.words, "glossary.toml")
        return [(each.code, dict(each.values)["term"]) for each in problems]

    small = GlossaryTerm(
        "小微企业", "small and micro enterprise", ("micro, small and medium-sized enterprise",)
    )
    assert found(small) == [("T416", "小微企业")]
    assert found(GlossaryTerm("市级平台", "platform")) == [("T416", "市级平台")]
    assert found(GlossaryTerm("小微企业", "small and micro enterprise")) == []
    leading, ahead = GlossaryTerm("龙头企业", "leading firm"), GlossaryTerm("领军企业", "leading firm")
    assert found(leading, ahead) == [("T417", "领军企业")]
    assert found(GlossaryTerm("封装测试", "packaging"), GlossaryTerm("封测", "Packaging")) == []
    defined = [
        GlossaryTerm(zh, "via", definition_zh="孔。", definition_en="A hole.") for zh in ("硅通孔", "TSV")
    ]
    assert found(*defined) == []
