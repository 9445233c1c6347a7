"""On which basis a support is compared."""

import pytest

from digest.model.facts import Instrument, Stage, Tier
from digest.pages.bases import Basis, basis_of


def support(**figures):
    return Instrument("subsidy", "", 0, 0, **figures)


@pytest.mark.parametrize(
    ("fact", "basis"),
    [
        (support(), Basis("none")),
        (support(rate_percent=5.0, rate_high=8.0), Basis("rate", 8.0, "percent")),
        (support(tiers=(Tier("甲", None, None, 0.08), Tier("乙", None, None, 0.05))), Basis("rate", 0.08, "percent")),
        (support(stages=(Stage("第一年", rate_percent=30.0),)), Basis("rate", 30.0, "percent")),
        (support(rate_percent=50.0, tiers=(Tier("首店", None, 5_000_000, None, "<="),)), Basis("total", 5_000_000)),
    ],
)  # fmt: skip
def test_the_basis_of_a_support(fact, basis):
    assert basis_of(fact) == basis
