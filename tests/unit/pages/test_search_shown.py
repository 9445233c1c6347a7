"""What stands beside a hit."""

import pytest

from digest.pages.make import make_setting
from digest.pages.search.shown import HitFiles
from digest.pages.strings import read_words
from digest.resources import templates
from digest.search.records import make_records
from small_corpus import corpus

WORDS = read_words([templates()])


@pytest.mark.parametrize(
    ("clause", "said"), [("1", []), ("1.1", ["Machine draft"]), ("art7", ["Out of date"]), ("box1", [])]
)
def test_a_hit_tells_the_state_of_its_english(clause, said):
    made = corpus()
    wanted = ("example-2022", clause)
    record = next(
        each
        for each in make_records(made)
        if each.clause and (each.policy.meta.slug, each.clause.id) == wanted
    )
    shown = HitFiles(make_setting(made, WORDS))
    for language, told in (("en", said), ("zh", [])):
        [row] = shown.file([record], language).rows
        assert row[5:] == ([told] if told else [])
