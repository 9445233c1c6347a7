"""Instruments: every support a clause grants, with rate, ceiling, tiers and evidence.

Four steps, one file each: ``segments`` cuts the text, ``grammar`` holds the patterns made from the
word lists, ``roles`` says what each figure is, ``rows`` puts figures together into instruments.
"""

from digest.enrich.instruments.rows import find_instruments

__all__ = ["find_instruments"]
