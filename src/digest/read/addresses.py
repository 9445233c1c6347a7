"""addresses.toml, the ledger of the pages that were published. `digest publish` writes it; editors say there why a page
of theirs has ended."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from digest.model.addresses import Addresses, PublishedPage
from digest.model.problem import Problem
from digest.read.locate import KeyPath
from digest.read.schema import ANY, Key, Shape, check, place_in
from digest.read.site import LANGUAGES
from digest.read.toml import TomlFile, read_toml, suggestion
from digest.text.urls import ALWAYS, PageAddress, clause_of_group, find_page

FILE = "addresses.toml"

ADDRESSES = (
    Key(
        "pages",
        Shape.TABLE,
        inside=(
            Key(
                ANY,
                Shape.TABLE,
                inside=(*(Key(each, required=False) for each in LANGUAGES), Key("ended", required=False)),
                sample='{ zh = "流片", en = "Tape-out" }',
            ),
        ),
    ),
)


_ALWAYS = frozenset(f"/{name}/" for name in ALWAYS)


class ReadAddresses(NamedTuple):
    """The ledger (an empty one where there is no file yet), or None with the reasons."""

    addresses: Addresses | None
    problems: tuple[Problem, ...]


def read_addresses(content: Path) -> ReadAddresses:
    """The ledger of a content folder.

    Problems: those of ``read_toml`` and ``check``; I124 what is no address of a page that rests on content, I125 one
    that names a policy whose own address is not in the ledger.
    """
    path = content / FILE
    if not path.exists() and not path.is_symlink():
        return ReadAddresses({}, ())
    file, problems = read_toml(path)
    if file is None:
        return ReadAddresses(None, problems)
    if problems := check(file, ADDRESSES) or tuple(_entry_problems(file)):
        return ReadAddresses(None, problems)
    pages = {
        address: PublishedPage(
            {language: entry[language] for language in LANGUAGES if language in entry}, entry.get("ended", "")
        )
        for address, entry in file.data["pages"].items()
    }
    return ReadAddresses(pages, ())


def _entry_problems(file: TomlFile) -> Iterator[Problem]:
    """What is wrong with an entry in itself, and beside the others."""
    entries = file.data["pages"]
    listed = [found.names[0] for each in entries if (found := find_page(each)) and found.kind == "policy"]
    for address, entry in entries.items():
        at, page = ("pages", address), find_page(address)
        if address in _ALWAYS:
            continue  # a page of editors whose name one of the program has had since
        if page is None:
            known = [_laid_out(address), *entries]
            meant = suggestion(known[0], filter(find_page, known))
            yield file.at_key("I124", at, found=address, suggestion=meant)
            continue
        yield from _key_problems(file, at, page, entry)
        for name, meant in _lost_policies(page, listed):
            yield file.at_key("I125", at, name=name, suggestion=suggestion(meant, listed))


def _laid_out(address: str) -> str:
    """An address without its language, between slashes, the policies of a pair in order."""
    names = [name for name in address.split("/") if name]
    if names and names[0] in LANGUAGES:
        del names[0]
    return "/".join(["", *names[:1], *sorted(names[1:]), ""])


def _key_problems(
    file: TomlFile, at: KeyPath, page: PageAddress, entry: Mapping[str, str]
) -> Iterator[Problem]:
    """Titles that lack: only an editors' page may be there in one language; and only it can be ended."""
    where = gettext(" in [{table}]").format(table=f'pages."{at[-1]}"')
    needed = LANGUAGES if page.kind != "page" else LANGUAGES[: not entry.keys() & {*LANGUAGES}]
    for language in needed:
        if language not in entry:
            place = place_in(file, at)
            yield file.at_key("R102", at, key=language, where=where, place=place, example='"..."')
    if "ended" in entry and page.kind != "page":
        known = ", ".join(f"`{each}`" for each in LANGUAGES)
        yield file.at_key("R103", (*at, "ended"), key="ended", where=where, suggestion="", known=known)


def _lost_policies(page: PageAddress, listed: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What an address names in place of a policy, and the policy that may be meant. A theme may be called g-20, so
    that a group is known only by a name that is nearly that of a policy."""
    if page.kind == "pair":
        yield from ((name, name) for name in page.names if name not in listed)
    elif page.kind == "comparison" and not clause_of_group(page.names[0], listed):
        name = page.names[0].removeprefix("g-")
        near = [slug for slug in listed if get_close_matches(name[: len(slug)], [slug], cutoff=0.8)]
        if near and name != page.names[0]:
            yield page.names[0], near[0]
