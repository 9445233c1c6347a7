"""What a firm would get: the reader's script computes the formulas of supports
(assets/estimate.js; ``amount_of`` in model/formulas.py is its reference)."""

from digest.pages.estimate.page import make_estimate

__all__ = ["make_estimate"]
