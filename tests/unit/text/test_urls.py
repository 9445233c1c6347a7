"""Addresses: printed and read back, and links that work from anywhere."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text import urls

SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[0-9]{4})?", fullmatch=True)
IDS = st.from_regex(r"(art|box|ch)?[1-9][0-9]?(\.[1-9](-2)?){0,3}(\.note)?", fullmatch=True)
PATHS = st.one_of(
    st.just(urls.ROOT),
    st.sampled_from(urls.LANGUAGES).map(urls.home),
    st.builds(urls.section, st.sampled_from(urls.LANGUAGES), st.sampled_from(["policies", "about"])),
    st.builds(urls.policy, st.sampled_from(urls.LANGUAGES), SLUGS),
    st.builds(urls.clause, SLUGS, IDS),
    st.sampled_from([urls.asset("site.css"), urls.SITEMAP]),
)


@given(here=PATHS, there=PATHS)
def test_a_relative_link_leads_to_the_file_of_the_other_page(here, there):
    folder = posixpath.dirname(urls.file_of(here))
    reached = posixpath.normpath(posixpath.join(folder, urls.relative(here, there)))
    assert reached == urls.file_of(there)


@given(doc=SLUGS, clause=IDS, language=st.sampled_from(urls.LANGUAGES), here=PATHS)
def test_addresses_of_clauses_are_read_back(doc, clause, language, here):
    base = "https://example.org/digest/"
    text = urls.policy(language, doc)
    for address in (
        urls.absolute(base, urls.clause(doc, clause)),
        urls.rooted(base, urls.clause(doc, clause)),
        urls.clause(doc, clause),
        urls.absolute(base, text, clause),
    ):
        assert urls.find_clause(address) == (doc, clause)
    if here != text:
        assert urls.find_clause("/zh/" + urls.relative("zh/", text, clause)) == (doc, clause)


@pytest.mark.parametrize("address", ["", "zh/", "zh/policies/x-1/", "https://example.org/p/", "p/x-1/"])
def test_other_addresses_name_no_clause(address):
    assert urls.find_clause(address) is None


@pytest.mark.parametrize("language", urls.LANGUAGES)
def test_a_clause_is_known_where_both_languages_stand(language):
    address = urls.absolute("https://a.b/", urls.policy_both(language, "x-1"), "art7.2")
    assert urls.find_clause(address) == ("x-1", "art7.2")


def test_text_fragments_are_left_out():
    assert urls.find_clause("https://a.b/zh/policies/x-1/#3.2:~:text=产业") == ("x-1", "3.2")


def test_an_anchor_on_the_same_page_is_short():
    assert urls.relative("zh/policies/x/", "zh/policies/x/", "1.3-2") == "#1.3-2"


def test_the_base_path_is_kept():
    assert urls.rooted("https://example.org/digest/", "zh/") == "/digest/zh/"
    assert urls.absolute("https://example.org/digest/", "") == "https://example.org/digest/"


@pytest.mark.parametrize(
    ("contact", "leads"),
    [
        ("editors@example.org", "mailto:editors@example.org?subject=a%231%20b"),
        ("a+b@example.org", "mailto:a+b@example.org?subject=a%231%20b"),
        ("https://example.org/@editors", "https://example.org/@editors"),
    ],
)
def test_a_contact_is_a_page_or_a_letter(contact, leads):
    assert urls.contact(contact, "a#1 b") == leads
    assert urls.contact(contact) == leads.partition("?")[0]


def test_an_address_pins_a_wording_and_still_leads_to_its_clause():
    address = urls.pinned("https://example.org/base/p/city-2024/3.2/", "9f86d081")
    assert address == "https://example.org/base/p/city-2024/3.2/?at=9f86d081"
    assert urls.find_pin(address) == "9f86d081"
    assert urls.find_clause(address) == ("city-2024", "3.2")
    assert urls.find_clause(f"{address}#zh:~:text=%E5%AF%B9,-%E5%85%83") == ("city-2024", "3.2")
    assert urls.find_pin(f"{address}#zh:~:text=x") == "9f86d081"
    assert urls.find_pin(f"p/city-2024/3.2/?x=1&at={'9f86d081' * 8}") == "9f86d081"
    assert urls.pinned("p/city-2024/3/", None) == "p/city-2024/3/"


@pytest.mark.parametrize(
    "query", ["", "?at=", "?at=12", "?at=12345678z", "?bat=12345678", "#?at=12345678", "?at=XYZ45678"]
)
def test_what_pins_nothing(query):
    assert urls.find_pin(f"https://example.org/p/city-2024/3.2/{query}") is None
