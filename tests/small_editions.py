"""A chain of three editions of one policy, and a policy of another place (tests/sites/editions)."""

from dataclasses import replace
from pathlib import Path

from digest.build import load
from digest.model.corpus import Corpus

CONTENT = Path(__file__).parent / "sites/editions"
FIRST, OLD, NEW, OTHER = "coldchain-2019", "coldchain-2022", "coldchain-2025", "neighbour-2024"


def editions_corpus(base_url: str = "https://policies.example.org/digest/") -> Corpus:
    """The whole corpus."""
    made = load(CONTENT).corpus
    assert made
    return replace(made, site=replace(made.site, base_url=base_url))
