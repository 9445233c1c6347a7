"""What a support is in a few words: all that its words grant, and what a share is of."""

import pytest

from digest.model.facts import Cap, Instrument, Tier
from digest.pages.compare.briefs import brief, gist
from digest.pages.strings import plain, read_words
from digest.resources import templates


@pytest.fixture(scope="module")
def words():
    return read_words([templates()])


def said(words, say, fact, language="zh"):
    return plain(say(words[language], {}, fact)).replace("\u00a0", " ").split("：", 1)[-1]


def steps(*, sums=(), rates=()):
    return Instrument(
        "reward",
        "",
        0,
        0,
        tiers=(
            *(Tier(None, None, each, None) for each in sums),
            *(Tier(None, None, None, each) for each in rates),
        ),
    )


@pytest.mark.parametrize(
    ("fact", "whole", "short"),
    [
        (steps(sums=(100_000, 200_000, 1_000_000)), "分别10万元、20万元、100万元", "10万元至100万元"),
        (steps(rates=(5, 6, 8)), "分别5%、6%、8%", "5%—8%"),
        (steps(sums=(50_000,)), "5万元", "5万元"),
        (Instrument("reward", "", 0, 0, rate_percent=80, rate_base_zh="地方经济贡献额"), "80%（地方经济贡献额）", "80%"),
        (
            Instrument(
                "grant",
                "",
                0,
                0,
                caps=(Cap(5_000_000, "<=", "product", "printed"), Cap(10_000_000, "<=", "enterprise", "printed")),
            ),
            "最高1000万元，每家企业，最高500万元，每种产品",
            "最高1000万元",
        ),
        (
            Instrument("equity", "", 0, 0, caps=(Cap(30_000_000, "<=", "enterprise", "printed"),)),
            "最高3000万元，每家企业",
            "最高3000万元",
        ),
    ],
)  # fmt: skip
def test_all_figures_are_said(words, fact, whole, short):
    assert (said(words, brief, fact), said(words, gist, fact)) == (whole, short)


def test_what_is_not_given_is_named_with_its_figure(words):
    fact = Instrument("equity", "", 0, 0, caps=(Cap(30_000_000, "<=", "enterprise", "printed"),))
    assert plain(gist(words["zh"], {}, fact)).endswith("：最高3000万元")
    assert plain(gist(words["zh"], {}, steps(sums=(50_000,)))) == "5万元"
