"""Instruments: every support a clause grants, with rate, ceiling, tiers and evidence.

``segments`` cuts the text, ``grammar`` is the table of patterns that the word lists fill, ``leads`` finds the words above
that make bare sums support, ``roles`` says what each figure is (by the tables of rules in ``sums`` and ``shares``, which
look at a ``spots.Spot``) and ``ended`` which are of a support that ends, ``rows`` puts the figures of one support together,
with ``tiers``, ``stages``, ``details``, ``durations`` and ``recipients``; ``payouts`` says how it is paid, ``unquantified``
adds what has no figure, ``tables`` reads rows.
"""

from digest.enrich.instruments.grammar import Grammar, grammar
from digest.enrich.instruments.leads import lead_of
from digest.enrich.instruments.rows import find_instruments
from digest.enrich.instruments.tables import find_in_tables

__all__ = ["Grammar", "find_in_tables", "find_instruments", "grammar", "lead_of"]
