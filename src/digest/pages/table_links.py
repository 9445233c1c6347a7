"""The ways from a page to a table of the bulk data: its files, and what its fields are."""

from digest.pages.frame import Link
from digest.pages.strings import Words, run
from digest.text import urls

FORM_NAMES = {"csv": "CSV", "xlsx": "Excel", "jsonl": "JSON Lines"}
"""The forms of a table as readers know them, those for spreadsheets first."""


def table_links(words: Words, language: str, here: str, table: str) -> tuple[Link, ...]:
    """The table in every form, and its place on the page of all downloads."""
    files = (
        Link(run(name, "en"), urls.relative(here, urls.data(f"{table}.{form}")))
        for form, name in FORM_NAMES.items()
    )
    there = urls.relative(here, urls.section(language, urls.DOWNLOADS), urls.fields_of(table))
    return (*files, Link(words["data.fields"], there))
