"""Instruments: every support a clause grants, with rate, ceiling, tiers and evidence.

``segments`` cuts the text, ``grammar`` holds the patterns made from the word lists, ``roles`` says what
each figure is (by the rules of ``sums`` and ``shares``, which look at a ``spots.Spot``), ``rows`` puts the
figures of one support together, with ``tiers`` and ``details``; ``unquantified`` adds what has no figure.
"""

from digest.enrich.instruments.rows import find_instruments

__all__ = ["find_instruments"]
