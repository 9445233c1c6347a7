"""Links to clauses in Markdown: ``[[longhua-2024#art7]]``, ``[[longhua-2024#art7@1db1ba27]]`` with the wording that was read,
``[[longhua-2024#art7|own words]]``.

An extension of Python-Markdown, of which MkDocs knows it as ``digest``::

    markdown_extensions:
      - digest:
          index: clauses-index.json   # from the site, data/clauses-index.json
          language: en                # zh unless it is said
          accept: [draft]             # remarks that are no warnings
"""

import logging
from collections.abc import Collection
from datetime import datetime
from gettext import gettext
from pathlib import Path
from re import Match
from typing import Any, ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, INLINE_PLACEHOLDER_RE, STX, AtomicString

from digest.reports.index import ClausesIndex
from digest.text import urls

LOGGER = logging.getLogger("mkdocs.plugins.digest")
"""``mkdocs build --strict`` fails for warnings below this name; elsewhere it is a name like any other."""


class DigestExtension(Extension):
    """Takes ``index``, the path of the file; ``language``, zh or en; ``accept``, the kinds of remarks (see
    ``index.Remark``) that are no warnings."""

    def __init__(self, **settings: Any) -> None:
        self.config = {
            "index": ["", "Path of clauses-index.json"],
            "language": [urls.LANGUAGES[0], "Language of the names: zh or en"],
            "accept": [[], "Remarks that are no warnings, such as draft"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 # its name in Python-Markdown
        """Raises UnreadableIndexError, and ValueError for a language that sites do not have."""
        language = self.getConfig("language")
        if language not in urls.LANGUAGES:
            said = gettext("The language of the links is {language}. It can be: {languages}.")
            raise ValueError(said.format(language=language, languages=", ".join(urls.LANGUAGES)))
        index = ClausesIndex(Path(self.getConfig("index")), language)
        # After code, escapes and other links have been found, before emphasis is.
        md.inlinePatterns.register(_ClauseLinks(index, self.getConfig("accept"), md), "digest", 75)


def makeExtension(**settings: Any) -> DigestExtension:  # noqa: N802 # its name in Python-Markdown
    """The extension, by the name of the module."""
    return DigestExtension(**settings)


class _ClauseLinks(InlineProcessor):
    """Makes the links."""

    ANCESTOR_EXCLUDES: ClassVar[Collection[str]] = ("a",)

    def __init__(self, index: ClausesIndex, accept: Collection[str], md: Markdown) -> None:
        super().__init__(
            rf"\[\[([a-z0-9-]+#[^\[\]|\s{STX}]+)(?:(\||{INLINE_PLACEHOLDER_RE.pattern})([^\[\]]+))?\]\]", md
        )
        self._index, self._accept = index, accept
        self._day = datetime.now().astimezone().date().isoformat()

    def handleMatch(  # type: ignore[override] # noqa: N802 # its name in Python-Markdown
        self,
        m: Match[str],
        data: str,  # noqa: ARG002 # what Python-Markdown hands over
    ) -> tuple[Element | None, int | None, int | None]:
        """The link, or where the clause is not known its words."""
        bar, own = m[2], m[4]
        if bar and self.unescape(bar) not in ("|", _ESCAPED_BAR):
            return None, None, None
        cited = self._index.cited(m[1], self._day)
        for remark in cited.remarks:
            if remark.kind not in self._accept:
                LOGGER.warning("%s", remark.text)
        made = Element("a" if cited.address else "span")
        if cited.address:
            made.set("href", cited.address)
        if cited.title:
            made.set("title", cited.title)
        # Own words are Markdown; those of the site are text, whatever they hold.
        made.text = own.strip() if own else AtomicString(cited.text)
        return made, m.start(0), m.end(0)


_ESCAPED_BAR = f"{STX}{ord('|')}{ETX}"
"""What Python-Markdown makes of ``\\|``, which a bar in a cell of a table must be."""
