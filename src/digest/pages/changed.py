"""What changed in the Chinese of a clause since its English was written."""

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.text.changes import Difference, what_changed
from digest.text.entries import joined


def changed_since(policy: Policy, clause: Clause) -> Difference | None:
    """The change that put a translation out of date; None where it is up to date, or the old Chinese is not known."""
    translation = policy.translations.get(clause.id)
    if translation is None or translation.state != "stale" or translation.was_zh is None:
        return None
    return what_changed(translation.was_zh, joined(clause.heading, clause.text))
