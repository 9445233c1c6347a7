"""The Chinese that a policy needs English for."""

from collections.abc import Mapping

from digest.model.corpus import Policy
from digest.model.translation import TITLE
from digest.text.entries import joined
from digest.translate.phrases import contexts_of


def chinese(policy: Policy) -> Mapping[str, str]:
    """The Chinese of every entry a policy needs, by context and in order: its title, its clauses with words, behind each the
    phrases that are printed there."""
    words = {TITLE: policy.meta.title_zh.value or ""}
    words |= {clause.id: joined(clause.heading, clause.text) for clause in policy.document.clauses}
    phrases: dict[str, dict[str, str]] = {}
    for context, phrase in contexts_of(policy.phrases).items():
        phrases.setdefault(phrase.place, {})[context] = phrase.zh
    ordered: dict[str, str] = {}
    for context, text in words.items():
        ordered |= {context: text, **phrases.get(context, {})}
    return {context: text for context, text in ordered.items() if text}
