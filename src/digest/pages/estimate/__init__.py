"""What a firm would get: each support whose figures are whole becomes a formula, and the reader's script computes it
(assets/estimate.js; ``formula.amount_of`` is its reference)."""

from digest.pages.estimate.page import make_estimate

__all__ = ["make_estimate"]
