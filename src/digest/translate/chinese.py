"""The Chinese that a policy needs English for."""

from collections.abc import Mapping

from digest.model.corpus import PolicyMeta
from digest.model.document import Document
from digest.model.translation import TITLE
from digest.text.entries import joined


def chinese(meta: PolicyMeta, document: Document) -> Mapping[str, str]:
    """The Chinese of every entry a policy needs, by context and in order: its title, its clauses with words."""
    words = {TITLE: meta.title_zh.value or ""}
    words |= {clause.id: joined(clause.heading, clause.text) for clause in document.clauses}
    return {context: text for context, text in words.items() if text}
