"""How a fact about a document is known: the codes of `how` in policy.toml, with their words."""

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "title": "title",
    "title_place": "place named in the title",
    "first_line": "first line of the text",
    "notice": "notice that issues the text",
    "signature": "signature",
    "imprint": "imprint at the end",
    "number_line": "line with the document number",
    "page_head": "head of the page",
    "site_name": "name of the site before the title",
    "issuer": "name of the agency that issued it",
    "text": "wording of the text",
    "counted": "counted from what the text states",
    "cites": "documents that the text cites",
    "cited_by": "other documents that cite the text",
    "meta_tag": "meta tag of the source page",
    "index_table": "index table of the source page",
    "source_page": "source page",
    "press": "press report",
    "file_name": "name of the file",
    "file_properties": "properties of the file",
    "editor": "entered by an editor",
    "not_printed": "not printed in the text",
    "not_official_form": "none of the official forms of document",
    "differs": "differs from the text",
}
"""The codes, each with its English. Its Chinese on the command line is in locale/; pages take both languages from
``[how]`` in templates/words.*.toml, so that a project can word them its own way."""
