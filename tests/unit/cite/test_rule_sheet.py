"""docs/citations.md: each of its examples is what the program prints."""

import re
from datetime import date

import pytest

from citable import cited
from digest.cite import STYLES, clause_reference, printed_in

EXAMPLE = re.compile(r"<!-- (\w+): ([\w ]+) -->\n```text\n(.*?)\n```", re.DOTALL)
DAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def examples(project):
    return EXAMPLE.findall((project / "docs/citations.md").read_text("utf-8"))


@pytest.fixture(scope="module")
def references(shipped):
    policies = {policy.meta.slug: policy for policy in shipped.policies}

    def clause(slug, name):
        return clause_reference(shipped, policies[slug], policies[slug].document.clause(name))

    return {
        **cited(),
        "shipped": clause("longhua-2024", "art7"),
        "shipped box": clause("shandong-2021", "box1.5"),
    }


def test_every_style_has_three_examples(examples):
    for style in STYLES:
        named = {name for found, name, _ in examples if found == style.id}
        assert named >= {"in force", "draft", "superseded"}, style.id


def test_the_examples_are_what_is_printed(examples, references):
    styles = {style.id: style for style in STYLES}
    for name, example, text in examples:
        found = printed_in(styles[name], references[example], DAY)
        said = found.text.rstrip("\n") + (f"\nIn the text: {found.in_text}" if found.in_text else "")
        assert text == said, (name, example)
