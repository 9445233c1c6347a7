"""What the log of changes learns when a site is published."""

from dataclasses import replace

import pytest

from digest.check.amendment import amend
from digest.check.changes import continued
from digest.check.ledger import named, record
from digest.model.changes import Change, ClauseChange, Log
from digest.model.corpus import Corpus, Policy
from digest.model.ledger import Ledger, Tombstone, Wording
from digest.model.validity import Validity
from digest.text.ids import short_hash
from digest.text.pairing import wordings
from parsing import parsed
from small_corpus import corpus as small_corpus
from small_corpus import meta

DAY, LATER, LAST = "2026-01-01", "2026-02-01", "2026-03-01"
TEXT = "第一条 按费用的30%给予资助。\n第二条 推进乙类项目尽快落地。\n第三条 本办法由丙局负责解释。\n"


def policy(text: str, ledger: Ledger | None = None, slug: str = "a-2024") -> Policy:
    ledger = ledger or Ledger()
    document = replace(named(parsed(text)[0], ledger.ids), slug=slug)
    return Policy(meta(slug), document, {}, {}, ledger=ledger)


def site(*policies: Policy, log: Log | None = None, validity: dict[str, Validity] | None = None) -> Corpus:
    return replace(small_corpus(), policies=policies, changes=log or Log(), validity=validity or {})


def published(corpus: Corpus, day: str) -> Corpus:
    """The corpus after a publication: the log and the ledgers know it."""
    return replace(recorded(corpus), changes=continued(corpus, day))


def recorded(corpus: Corpus) -> Corpus:
    known = tuple(
        replace(each, ledger=record(wordings(each.document), each.ledger)) for each in corpus.policies
    )
    return replace(corpus, policies=known)


def reads(corpus: Corpus, text: str) -> Corpus:
    """The same with another text of its policy."""
    (only,) = corpus.policies
    return replace(corpus, policies=(policy(text, only.ledger),))


def amended(corpus: Corpus, text: str, day: str) -> Corpus:
    """The same after `digest amend`."""
    (only,) = corpus.policies
    done = amend(parsed(text)[0], only.ledger, day, {}, frozenset())
    return replace(corpus, policies=(replace(only, document=done.document, ledger=done.ledger),))


def last(corpus: Corpus, day: str) -> tuple[Change, ...]:
    """The entries that a publication adds."""
    return continued(corpus, day).changes[len(corpus.changes.changes) :]


def version(text: str) -> str:
    return short_hash(text)


@pytest.fixture
def first() -> Corpus:
    return published(site(policy(TEXT)), DAY)


def test_a_new_policy_begins_the_log(first: Corpus) -> None:
    assert first.changes.changes == (Change(DAY, "a-2024", "new"),)
    assert first.changes.tag == f"tag:digest.example.org,{DAY}:"
    assert first.changes.begun == DAY


def test_nothing_new_adds_nothing(first: Corpus) -> None:
    assert continued(first, LATER) == first.changes


def test_what_was_published_before_the_log_gets_no_entry() -> None:
    old = recorded(site(policy(TEXT)))
    assert continued(old, DAY) == Log(f"tag:digest.example.org,{DAY}:")
    changed = reads(old, TEXT.replace("30%", "35%"))
    assert [each.kind for each in continued(changed, DAY).changes] == ["amended"]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://政策.example.org/a/", "xn--5bvr50c.example.org"),
        ("http://localhost:8000/", "localhost"),
        ("http://[::1]/", "--1"),
        ("https://a..b/", "a..b"),
    ],
)
def test_a_log_is_named_after_the_host(address: str, host: str) -> None:
    corpus = site(policy(TEXT))
    there = replace(corpus, site=replace(corpus.site, base_url=address))
    assert continued(there, DAY).tag == f"tag:{host},{DAY}:"


def test_a_changed_clause_has_its_versions(first: Corpus) -> None:
    changed = reads(first, TEXT.replace("30%", "35%"))
    before, after = version("按费用的30%给予资助。"), version("按费用的35%给予资助。")
    expected = ClauseChange("changed", "art1", before=before, after=after)
    assert last(changed, LATER) == (Change(LATER, "a-2024", "amended", (expected,)),)


def test_a_clause_may_change_back_and_forth(first: Corpus) -> None:
    corpus = first
    seen: list[Change] = []
    for text in (TEXT.replace("30%", "35%"), TEXT, TEXT.replace("30%", "35%")):
        corpus = reads(corpus, text)
        seen += last(corpus, LATER)
        corpus = published(corpus, LATER)
    assert len({each.clauses for each in seen}) == 2
    assert len(seen) == 3


def test_two_publications_on_a_day_are_two_entries(first: Corpus) -> None:
    corpus = published(reads(first, TEXT.replace("30%", "35%")), DAY)
    corpus = published(reads(corpus, TEXT.replace("30%", "40%")), DAY)
    assert [each.kind for each in corpus.changes.changes] == ["new", "amended", "amended"]


def test_another_heading_is_a_change() -> None:
    text = "一、甲\n做好甲的各项准备工作。\n"
    corpus = published(site(policy(text)), DAY)
    (change,) = last(reads(corpus, text.replace("一、甲", "一、甲类")), LATER)
    (clause,) = change.clauses
    assert clause.before != clause.after


def test_an_amendment_adds_moves_and_takes_away(first: Corpus) -> None:
    text = "第一条 按费用的30%给予资助。\n第二条 新建丁类平台。\n第三条 推进乙类项目尽快落地。\n"
    corpus = amended(first, text, LATER)
    (change,) = last(corpus, LATER)
    found = {(each.how, each.clause, each.to) for each in change.clauses}
    assert found == {("moved", "art2", "art3-2"), ("added", "art2-2", ""), ("gone", "art3", "")}
    corpus = published(corpus, LATER)
    assert last(corpus, LAST) == ()


def test_a_clause_that_comes_back_is_added(first: Corpus) -> None:
    short = "".join(TEXT.splitlines(keepends=True)[:2])
    corpus = published(amended(first, short, LATER), LATER)
    assert [each.how for each in corpus.changes.changes[-1].clauses] == ["gone"]
    (change,) = last(amended(corpus, TEXT, LAST), LAST)
    assert [(each.how, each.clause) for each in change.clauses] == [("added", "art3")]
    corpus = published(amended(corpus, TEXT, LAST), LAST)
    assert last(corpus, LAST) == ()


def test_clauses_that_were_gone_before_the_log_are_no_news() -> None:
    (only,) = recorded(site(policy(TEXT))).policies
    ledger = replace(
        only.ledger,
        clauses={**only.ledger.clauses, "art9": (Wording("第九条", "", "旧文。"),)},
        tombstones={"art9": Tombstone("2020-01-01")},
    )
    corpus = published(site(replace(only, ledger=ledger)), DAY)
    assert corpus.changes.changes == ()
    assert corpus.changes.earlier[0].gone == ("art9",)
    assert last(corpus, LATER) == ()


def test_a_ledger_that_was_not_written_is_no_second_entry(first: Corpus) -> None:
    """The log comes first. What it has already is not written again; what comes after is."""
    changed = reads(first, TEXT.replace("30%", "35%"))
    lagging = replace(changed, changes=continued(changed, LATER))
    assert last(lagging, LAST) == ()
    again = reads(lagging, TEXT.replace("30%", "40%"))
    assert len(last(again, LAST)) == 1
    new = site(policy(TEXT))
    assert last(replace(new, changes=continued(new, DAY)), LATER) == ()


def test_a_policy_that_supersedes_another_is_an_edition(first: Corpus) -> None:
    both = replace(
        first,
        policies=(*first.policies, policy(TEXT, slug="b-2025")),
        validity={"a-2024": Validity("superseded", "ended", by=("b-2025",))},
    )
    assert last(both, LATER) == (Change(LATER, "b-2025", "edition", replaces=("a-2024",)),)
    both = published(both, LATER)
    assert last(both, LAST) == ()


def test_an_older_text_that_is_added_later_was_superseded_all_along(first: Corpus) -> None:
    both = replace(
        first,
        policies=(*first.policies, policy(TEXT, slug="o-2020")),
        validity={"o-2020": Validity("superseded", "ended", by=("a-2024",))},
    )
    assert last(both, LATER) == (Change(LATER, "o-2020", "new"),)
    both = published(both, LATER)
    assert last(both, LAST) == ()


def test_a_relation_that_is_stated_later_is_news(first: Corpus) -> None:
    both = published(replace(first, policies=(*first.policies, policy(TEXT, slug="b-2025"))), LATER)
    both = replace(both, validity={"a-2024": Validity("superseded", "ended", by=("b-2025",))})
    assert last(both, LAST) == (Change(LAST, "b-2025", "edition", replaces=("a-2024",)),)


def test_a_policy_ends_and_is_restored(first: Corpus) -> None:
    ended = replace(first, validity={"a-2024": Validity("repealed", "ended")})
    assert last(ended, LATER) == (Change(LATER, "a-2024", "ended"),)
    ended = published(ended, LATER)
    assert last(ended, LAST) == ()
    restored = replace(ended, validity={"a-2024": Validity("issued", "issued")})
    assert last(restored, LAST) == (Change(LAST, "a-2024", "restored"),)
    assert last(published(restored, LAST), LAST) == ()


def test_a_policy_that_had_ended_when_it_came_does_not_end() -> None:
    corpus = published(site(policy(TEXT), validity={"a-2024": Validity("repealed", "ended")}), DAY)
    assert [each.kind for each in corpus.changes.changes] == ["new"]
    assert last(corpus, LATER) == ()


def test_english_is_no_change(first: Corpus) -> None:
    (only,) = first.policies
    assert continued(replace(first, policies=(replace(only, translations={}),)), LATER) == first.changes


def test_days_of_last_changes(first: Corpus) -> None:
    days = published(reads(first, TEXT.replace("30%", "35%")), LATER).changes.days()
    assert (days.of("a-2024"), days.of("a-2024", "art1"), days.of("a-2024", "art2")) == (LATER, LATER, DAY)
    assert days.of("other") == ""
