"""No page shows the id of a clause as if it were a number of its text."""

from collections.abc import Callable
from functools import partial

import pytest

from digest.model.corpus import Corpus
from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.render.pages import environment, render
from digest.resources import templates
from many_compared import many_corpus
from shown_ids import Finder
from small_corpus import corpus
from small_editions import editions_corpus
from small_matches import MORE, compared_corpus

SITES = (corpus, editions_corpus, partial(compared_corpus, matches=MORE), many_corpus)


def ids(known: Corpus) -> set[str]:
    """The ids of clauses that are there, that moved, and that are gone."""
    every = ((clause.id for clause in policy.document.clauses) for policy in known.policies)
    former = ((*policy.ledger.aliases, *policy.ledger.tombstones) for policy in known.policies)
    return {name for names in (*every, *former) for name in names}


@pytest.mark.parametrize("made", SITES, ids=("small", "editions", "compared", "many"))
def test_no_page_shows_an_id_as_a_number(made: Callable[[], Corpus]) -> None:
    known, env = made(), environment([templates()])
    finder = Finder(ids(known))
    shown: dict[str, list[str]] = {}
    for page in make_pages(known, read_words([templates()])):
        if page.template and not page.path.startswith("akn/"):
            found = finder.in_page(render(page, env).decode("utf-8"))
            shown |= {page.path: found} if found else {}
    assert shown == {}


def test_an_id_that_is_shown_is_found() -> None:
    finder = Finder({"2.2.u1", "1.3-2.1", "box1.5", "3"})
    for text in ("see 2.2.u1.", "（1.3-2.1）", "box1.5 重点工程"):
        assert len(finder.in_words(text)) == 1
        assert len(finder.in_page(f"<p>{text}</p>")) == 1
        assert len(finder.in_page(f'<a aria-label="{text}" href="x">x</a>')) == 1
    assert finder.in_page('<a id="2.2.u1" href="../2.2.u1/"><code>2.2.u1</code></a>') == []
    assert finder.in_words("longhua-2024#2.2.u1 /p/x/2.2.u1/ 12.2.u1 2.2.u1-3 3") == []
    assert Finder({"2.6"}).in_words("2.6万种 2.6 million") == []
