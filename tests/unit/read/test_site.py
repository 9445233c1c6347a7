"""site.toml: what counts as a contact."""

from pathlib import Path

import pytest

from digest.read.site import read_site

GOOD = Path(__file__).parents[2] / "sites/good/site.toml"


@pytest.mark.parametrize(
    ("contact", "taken"),
    [
        ("editors@policies.example.org", True),
        ("a.b+digest@example.org", True),
        ("编辑部@例子.中国", True),
        ("https://example.org/contact?of=digest#form", True),
        ("http://example.org", True),
        ("https://example.org/@editors", True),
        ("javascript:alert(1)", False),
        ("javascript:alert(1)//a@example.org", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,x@example.org", False),
        ("mailto:editors@example.org", False),
        ("//example.org/contact", False),
        ("https:///contact", False),
        ("https://example.org/a b", False),
        ("editors@example.org?bcc=others@example.org", False),
        ("editors@example.org, others@example.org", False),
        ("editors", False),
        ("ftp://example.org/", False),
    ],
)
def test_a_contact_is_a_mail_address_or_an_address_of_the_web(tmp_path, contact, taken):
    text = GOOD.read_text("utf-8").replace("editors@policies.example.org", contact)
    (tmp_path / "site.toml").write_text(text, "utf-8")
    site, problems = read_site(tmp_path)
    assert [found.code for found in problems] == ([] if taken else ["R106"])
    assert (site.contact if site else None) == (contact if taken else None)
