"""What the English of other clauses gives to those without."""

import time
from dataclasses import replace

import pytest

from digest.model.translation import MACHINE_DRAFT, TITLE, Catalogue, Entry
from digest.text.po import parse_po, print_po
from digest.translate.memory import Memory
from digest.translate.sync import sync

RENT = "对入驻园区的企业，按实际租金的30%给予补贴，单个企业每年最高不超过100万元。"
RENT_EN = "Enterprises in the park receive a subsidy of 30% of the rent, up to RMB 1 million a year each."


def catalogue(*entries: Entry) -> Catalogue:
    return Catalogue(entries=entries)


def fill(target: Entry, *sources: Entry, kinds=None, doc: str = "b"):
    """The entry of policy b after a look at the policies a1, a2 …, and what was done."""
    all_ = {f"a{number}": catalogue(source) for number, source in enumerate(sources, 1)}
    all_[doc] = catalogue(target)
    made, done = Memory(all_, kinds or {}).fill(doc, all_[doc])
    again, more = Memory(all_ | {doc: made}, kinds or {}).fill(doc, made)
    assert again == made
    assert (more.filled, more.offered) == ((), ())
    assert parse_po(print_po(made)).entries == made.entries
    return made.entries[0], done


def test_the_same_chinese_gets_the_reviewed_english() -> None:
    entry, done = fill(Entry("art9", RENT.replace("，", "， "), ""), Entry("art3", RENT, RENT_EN))
    assert (entry.en, entry.state) == (RENT_EN, "reviewed")
    assert entry.notes == ("digest: from a1#art3",)
    assert done.filled == ("art9",)


def test_what_nobody_has_read_stays_a_draft() -> None:
    source = Entry("art3", RENT, RENT_EN, notes=(MACHINE_DRAFT,))
    entry, _ = fill(Entry("art9", RENT, ""), source)
    assert (entry.en, entry.state) == (RENT_EN, "machine")
    assert entry.notes == (MACHINE_DRAFT, "digest: from a1#art3")


def test_a_clause_of_another_kind_gets_a_draft() -> None:
    kinds = {"a1": {"art3": "article"}, "b": {"2.1": "item"}}
    assert fill(Entry("2.1", RENT, ""), Entry("art3", RENT, RENT_EN), kinds=kinds)[0].state == "machine"


@pytest.mark.parametrize(
    ("zh", "state"),
    [
        ("我市企业可以申报。", "machine"),
        ("本办法自发布之日起施行。", "machine"),
        ("符合《若干措施》的企业可以申报。", "machine"),
        ("某某政策（以下简称“政策”）继续执行。", "machine"),
        ("降低企业的资本成本，基本满足我国企业的需要。", "reviewed"),
        ("企业应有本科以上学历的员工。", "reviewed"),
        ("依照《中华人民共和国中小企业促进法》申报。", "reviewed"),
    ],
)
def test_words_that_mean_another_thing_elsewhere_are_for_a_reader(zh: str, state: str) -> None:
    assert fill(Entry("art9", zh, ""), Entry("art3", zh, "English."))[0].state == state


def test_different_english_for_the_same_chinese_is_listed_and_none_is_filled_in() -> None:
    entry, done = fill(Entry("art9", RENT, ""), Entry("art3", RENT, RENT_EN), Entry("1.2", RENT, "Other."))
    assert (entry.en, entry.fuzzy, entry.notes) == ("", False, ())
    assert done.differing == (("art9", ("a1#art3", "a2#1.2")),)


def test_a_draft_does_not_speak_against_what_was_reviewed() -> None:
    draft = Entry("1.2", RENT, "Draft.", notes=(MACHINE_DRAFT,))
    entry, _ = fill(Entry("art9", RENT, ""), draft, Entry("art3", RENT, RENT_EN))
    assert (entry.en, entry.state, entry.notes) == (RENT_EN, "reviewed", ("digest: from a2#art3",))


def test_what_was_filled_in_and_not_read_is_no_source() -> None:
    filled = Entry("art3", RENT, RENT_EN, notes=(MACHINE_DRAFT, "digest: from c#1"))
    assert fill(Entry("art9", RENT, ""), filled)[0].en == ""


def test_heading_and_text_are_not_one_text() -> None:
    assert (
        fill(Entry("art9", "租金补贴按年发放", ""), Entry("art3", "租金补贴\n\n按年发放", "Rent\n\nYearly"))[
            0
        ].en
        == ""
    )


def test_a_title_is_for_titles() -> None:
    assert fill(Entry(TITLE, RENT, ""), Entry("front.2", RENT, RENT_EN))[0].en == ""
    assert fill(Entry(TITLE, RENT, ""), Entry(TITLE, RENT, "Rent"))[0].en == "Rent"


def test_the_old_chinese_of_a_changed_clause_and_of_one_that_is_gone_is_remembered() -> None:
    stale = Entry("art3", "对企业给予奖励。", RENT_EN, was_zh=RENT, fuzzy=True)
    assert fill(Entry("art9", RENT, ""), stale)[0].en == RENT_EN
    assert fill(Entry("art9", RENT, ""), Entry("art3", RENT, RENT_EN, obsolete=True))[0].en == RENT_EN


def test_english_of_unknown_chinese_is_not() -> None:
    assert fill(Entry("art9", RENT, ""), Entry("art3", RENT, RENT_EN, fuzzy=True))[0].en == ""


def test_an_exemption_goes_with_the_english() -> None:
    allowed = "digest: allow T303 because the Chinese means the whole sum"
    entry, _ = fill(Entry("art9", RENT, ""), Entry("art3", RENT, RENT_EN, notes=(allowed, "by Li")))
    assert entry.notes == ("digest: from a1#art3", allowed)


@pytest.mark.parametrize(
    "zh",
    [
        RENT.replace("30%", "50%").replace("100万", "200万"),
        RENT.replace("租金", "房租"),
        RENT.replace("园区", "产业园区"),
        "对入驻园区的企业，按实际租金的30%给予补贴。",
        RENT.replace("100万元", "一百五十万元"),
    ],
)
def test_close_chinese_is_offered_with_the_difference_and_counts_as_missing(zh: str) -> None:
    entry, done = fill(Entry("art9", zh, ""), Entry("art3", RENT, RENT_EN))
    close = zh != "对入驻园区的企业，按实际租金的30%给予补贴。"
    assert (entry.en, entry.fuzzy) == ((RENT_EN, True) if close else ("", False))
    assert (entry.state, entry.was_zh) == ("missing", RENT if close else None)
    assert done.offered == (("art9",) if close else ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("支持人才发展，给予一次性奖励50万元。", "支持标准制定，给予一次性奖励100万元。"),
        ("对首轮流片的企业，给予不超过500万元的补贴。", "对设备采购的企业，给予不超过300万元的补贴。"),
        ("市财政局负责组织实施。", "市科技局负责组织申报。"),
        ("第三章 附则", "第二章 措施"),
    ],
)
def test_what_only_shares_a_formula_is_not_offered(one: str, other: str) -> None:
    assert fill(Entry("art9", other, ""), Entry("art3", one, "English."))[0].en == ""


def test_the_closest_is_offered() -> None:
    nearer = RENT.replace("园区", "产业园")
    target = nearer.replace("30%", "35%")
    entry, _ = fill(Entry("art9", target, ""), Entry("art3", RENT, RENT_EN), Entry("2.1", nearer, "Nearer."))
    assert entry.en == "Nearer."


def test_an_untouched_offer_gives_way_to_the_same_chinese_and_a_touched_one_stays() -> None:
    target = RENT.replace("30%", "50%")
    offer, _ = fill(Entry("art9", target, ""), Entry("art3", RENT, RENT_EN))
    exact = Entry("2.1", target, "Exact.")
    assert fill(offer, Entry("art3", RENT, RENT_EN), exact)[0].en == "Exact."
    touched = replace(offer, en=RENT_EN.replace("30%", "50%"))
    assert fill(touched, Entry("art3", RENT, RENT_EN), exact)[0] == touched


def test_an_offer_that_was_accepted_is_english_of_its_clause() -> None:
    target = RENT.replace("30%", "50%")
    offer, _ = fill(Entry("art9", target, ""), Entry("art3", RENT, RENT_EN))
    accepted = replace(offer, en=RENT_EN.replace("30%", "50%"), fuzzy=False, was_zh=None)
    assert accepted.state == "reviewed"
    later, _ = sync(catalogue(accepted), {"art9": target.replace("50%", "60%")}, {}, "b")
    assert (later.entries[0].state, later.entries[0].was_zh) == ("stale", target)


def test_an_offer_follows_its_clause_and_vanishes_with_it() -> None:
    target = RENT.replace("30%", "50%")
    offer, _ = fill(Entry("art9", target, ""), Entry("art3", RENT, RENT_EN))
    changed, _ = sync(catalogue(offer), {"art9": target.replace("50%", "60%")}, {}, "b")
    assert (changed.entries[0].state, changed.entries[0].en) == ("missing", RENT_EN)
    same, _ = sync(catalogue(offer), {"art9": RENT}, {}, "b")
    assert (same.entries[0].state, same.entries[0].en, same.entries[0].fuzzy) == ("machine", RENT_EN, False)
    gone, changes = sync(catalogue(offer), {}, {}, "b")
    assert gone.entries == ()
    assert changes.gone == ()


def test_what_is_there_is_never_replaced() -> None:
    mine = Entry("art9", RENT, "Mine.", notes=(MACHINE_DRAFT,))
    assert fill(mine, Entry("art3", RENT, RENT_EN))[0] == mine


def many(number: int) -> float:
    """Seconds for a site of so many policies of which each second one has no English."""
    kinds = ("研发", "制造", "检测", "服务", "中试", "孵化", "培训")
    all_ = {
        f"p{policy}": catalogue(
            *(
                Entry(
                    f"art{at}",
                    f"支持企业建设{kinds[at % 7]}平台{at}个，按投入的{at % 50}%给予{chr(0x4E00 + policy)}类补贴。",
                    "English." if policy % 2 else "",
                )
                for at in range(40)
            )
        )
        for policy in range(number)
    }
    start = time.process_time()
    memory = Memory(all_, {})
    for doc, each in all_.items():
        memory.fill(doc, each)
    return time.process_time() - start


def test_time_grows_with_the_site_and_no_faster() -> None:
    many(10)
    assert min(many(100) for _ in range(2)) < 4 * min(many(50) for _ in range(2))
