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


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ('icp = "粤ICP备12345678号"', True),
        ('icp = "京ICP备2021012345号-12"', True),
        ('icp = "沪ICP证010101号"', True),
        ('public_security = "粤公网安备 44030902001234号"', True),
        ('public_security = "京公网安备11010202000001号"', True),
        ('icp = "ICP备12345678号"', False),
        ('icp = "粤ICP备１２３４５６７８号"', False),
        ('icp = "粤ICP备12345678"', False),
        ('icp = "粤ICP备…号"', False),
        ('icp = "粤公网安备 44030902001234号"', False),
        ('public_security = "粤公网安备 …号"', False),
        ('public_security = "粤ICP备12345678号"', False),
    ],
)
def test_record_numbers_are_those_that_were_given(tmp_path, line, taken):
    (tmp_path / "site.toml").write_text(f"{GOOD.read_text('utf-8')}\n{line}\n", "utf-8")
    site, problems = read_site(tmp_path)
    assert [found.code for found in problems] == ([] if taken else ["R106"])
    if taken:
        assert site is not None
        assert f'"{site.icp or site.public_security}"' in line
