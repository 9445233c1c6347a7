"""The gates of ``digest i18n check``: each compares one thing in the Chinese and English of an entry."""

from collections.abc import Callable, Iterable

from digest.translate.gates.bodies import bodies
from digest.translate.gates.figures import figures
from digest.translate.gates.form import form
from digest.translate.gates.scopes import scopes
from digest.translate.gates.terminology import Terminology
from digest.translate.gates.terms import terms
from digest.translate.gates.titles import titles
from digest.translate.pairs import EntryPair, GateFinding

Gate = Callable[[EntryPair, Terminology], Iterable[GateFinding]]

GATES: tuple[Gate, ...] = (form, figures, titles, terms, scopes, bodies)
"""In the order in which their findings are reported for an entry."""
