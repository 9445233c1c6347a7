"""The published addresses as the text of addresses.toml: one line a page, so that a diff shows what came."""

from digest.model.addresses import Addresses, PublishedPage
from digest.publish.toml import quoted

_HEAD = """\
# All pages that were ever published and depend on the content: policies, comparisons, editors' pages. Each is listed by the
# part of its address after the language, with its last titles. If a page is no longer made, its address says so.
# Written by `digest publish`; no line is ever removed. Edit only `ended`: the reason why an editors' page was withdrawn.
"""


def addresses_toml(addresses: Addresses) -> str:
    """The file."""
    lines = [_HEAD, "[pages]"]
    lines += [f"{quoted(address)} = {_entry(page)}" for address, page in sorted(addresses.items())]
    return "\n".join(lines) + "\n"


def _entry(page: PublishedPage) -> str:
    values = {**page.titles, **({"ended": page.ended} if page.ended else {})}
    return "{ " + ", ".join(f"{key} = {quoted(value)}" for key, value in values.items()) + " }"
