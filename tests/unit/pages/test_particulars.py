"""The particulars of a policy."""

from dataclasses import replace

import pytest

from digest.pages.make import make_setting
from digest.pages.particulars import DetailValue, Particular, first_particulars, particulars
from digest.pages.strings import plain, read_words
from digest.resources import templates
from small_corpus import corpus


@pytest.mark.parametrize(
    ("drafted", "language", "said"),
    [
        ("440311", "en", "Guangdong Province › Shenzhen › Guangming District, Shenzhen (machine draft)"),
        ("440311", "zh", "广东省 › 深圳市 › 深圳市光明区"),
        ("", "en", "Guangdong Province › Shenzhen › Guangming District, Shenzhen"),
    ],
)
def test_english_that_a_rule_made_is_marked(drafted, language, said):
    small = corpus()
    places = {code: replace(place, drafted=code == drafted) for code, place in small.jurisdictions.items()}
    words = read_words([templates()])
    setting = make_setting(replace(small, jurisdictions=places), words)
    (policy,) = (each for each in small.policies if each.meta.slug == "example-2022")
    (place,) = (each for each in particulars(setting, policy, language, "en/") if each.name == "jurisdiction")
    assert [plain(value.text) for value in place.values] == [said]


def test_who_and_when_come_first():
    issuers, made, published, place = (
        Particular(name, (), (DetailValue(()),)) for name in ("issuers", "made", "published", "jurisdiction")
    )
    assert first_particulars((place, issuers, published, made)) == (issuers, made)
    assert first_particulars((place, published)) == (place, published)
    assert first_particulars((Particular("issuers", (), ()), place)) == (place,)
