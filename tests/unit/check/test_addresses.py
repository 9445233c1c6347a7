"""Policies and editors' pages that were published do not vanish silently."""

from dataclasses import replace
from shutil import copytree, rmtree

import pytest

from digest.check.addresses import check_addresses
from digest.model.addresses import PublishedPage
from digest.model.problem import MOST_NAMED
from digest.read.content import read_content
from digest.resources import starter_content
from site_cases import good_site

BOTH = {"zh": "题", "en": "Title"}
PUBLISHED = {
    "/about/": PublishedPage(BOTH),
    "/compare/gone/": PublishedPage(BOTH),
    "/policies/city-2024/": PublishedPage(BOTH),
    "/policies/district-2023/": PublishedPage(BOTH),
}


@pytest.fixture
def content(tmp_path):
    good_site(tmp_path / "content")
    for language in ("zh", "en"):
        path = tmp_path / f"content/pages/about.{language}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("# About", "utf-8")
    for policy in ("city-2024", "district-2023"):
        ledger = tmp_path / f"content/policies/{policy}/ids.toml"
        ledger.write_text('[clauses]\n"1" = [{ text = "甲" }]\n', "utf-8")
    return tmp_path / "content"


def found(content, addresses=PUBLISHED, draft=""):
    read, problems = read_content(content, starter_content())
    assert read
    policies = tuple(
        replace(text, meta=replace(text.meta, draft=text.meta.slug == draft)) for text in read.policies
    )
    read = replace(read, addresses=addresses, policies=policies)
    return [
        (each.code, each.path.removeprefix(f"{content.as_posix()}/"))
        for each in check_addresses(read, content, problems)
    ]


def test_all_is_there(content):
    assert found(content) == []


def test_a_ledger_is_gone(content):
    (content / "policies/city-2024/ids.toml").unlink()
    assert found(content) == [("I126", "policies/city-2024/ids.toml")]


def test_a_folder_is_gone(content):
    rmtree(content / "policies/city-2024")
    assert found(content) == [("I121", "policies/city-2024")]


def test_a_folder_was_renamed(content):
    (content / "policies/city-2024").rename(content / "policies/city-2025")
    read, problems = read_content(content, starter_content())
    assert read
    (one,) = check_addresses(replace(read, addresses=PUBLISHED), content, problems)
    assert one.code == "I121"
    assert one.hint.startswith("If city-2025 is the same policy, rename its folder to city-2024 again. ")


def test_a_message_names_few_of_many_new_folders(content):
    city = content / "policies/city-2024"
    for number in range(2030, 2045):
        copytree(city, content / f"policies/city-{number}")
    rmtree(city)
    read, problems = read_content(content, starter_content())
    assert read
    (one,) = check_addresses(replace(read, addresses=PUBLISHED), content, problems)
    assert "city-2037 and 7 more" in one.hint
    assert "city-2038" not in one.hint


def test_many_folders_that_are_gone_are_told_once(content):
    other = {f"/policies/other-{number}/": PublishedPage(BOTH) for number in range(MOST_NAMED + 1)}
    assert found(content, {**PUBLISHED, **other}) == [("I128", "policies")]
    del other["/policies/other-0/"]
    assert found(content, {**PUBLISHED, **other}) == [("I121", f"policies/other-{at}") for at in range(1, 9)]


def test_a_folder_with_a_fault_is_not_gone(content):
    (content / "policies/city-2024/source.txt").unlink()
    assert found(content) == []


def test_a_policy_became_a_draft(content):
    assert found(content, draft="city-2024") == [("I122", "policies/city-2024/policy.toml")]
    rest = {address: page for address, page in PUBLISHED.items() if "city" not in address}
    assert found(content, rest, draft="city-2024") == []


def test_an_editors_page_is_gone(content):
    (content / "pages/about.en.md").unlink()
    assert found(content) == [("I123", "pages/about.en.md")]
    ended = {**PUBLISHED, "/about/": PublishedPage(BOTH, "Nobody asked.")}
    assert found(content, ended) == []
    chinese = {**PUBLISHED, "/about/": PublishedPage({"zh": "题"})}
    assert found(content, chinese) == []


def test_a_page_with_a_fault_is_not_gone(content):
    (content / "pages/about.en.md").write_bytes(b"\xff\xff\xff")
    assert found(content) == []
