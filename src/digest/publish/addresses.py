"""The published addresses as the text of addresses.toml: one line a page, so that a diff shows what came."""

from digest.model.addresses import Addresses, PublishedPage
from digest.publish.toml import quoted

_HEAD = """\
# The pages that were ever published and depend on the content: policies, comparisons, editors' pages. Each is listed by
# what follows the language in its address, with its last titles. A page that is no longer made leaves one that says so.
# Written by `digest publish`; no line is ever removed. Only `ended` is for people: why an editors' page has ended.
"""


def addresses_toml(addresses: Addresses) -> str:
    """The file."""
    lines = [_HEAD, "[pages]"]
    lines += [f"{quoted(address)} = {_entry(page)}" for address, page in sorted(addresses.items())]
    return "\n".join(lines) + "\n"


def _entry(page: PublishedPage) -> str:
    values = {**page.titles, **({"ended": page.ended} if page.ended else {})}
    return "{ " + ", ".join(f"{key} = {quoted(value)}" for key, value in values.items()) + " }"
