"""The policies that ship with the program, read once."""

import pytest

from digest.build import load


@pytest.fixture(scope="session")
def shipped(project):
    corpus = load(project / "content").corpus
    assert corpus
    return corpus
