"""Clauses that only describe a part which is not reproduced: 本部分明确了…的出台背景…。"""

from digest.text.rules import Rule, any_of

PLACEHOLDERS = (
    Rule("what is left out", "[（(]?(?:略|此处略|内容略|从略|空)[）)]?。?", "（略）"),
    Rule("dots", "[…⋯.]{2,}", "……"),
    Rule("crosses", "[xXＸ×]{2,}", "×××"),
    Rule(
        "what a part is about",
        r"(?:本(?:部分|章|节|条)\s*(?:主要)?(?:是|为)?|主要(?:是|为)?)?\s*(?:明确|阐述|说明|介绍|规定|概述)了?[^。]{2,60}"
        "(?:等|等内容|等事项|等方面|等方面内容|事项|范围|情况|内容|要求)。?",
        "本部分明确了若干措施的出台背景、政策依据等。",
    ),
)
"""What stands for the text of a clause."""

_PLACEHOLDER = any_of(PLACEHOLDERS, whole=True)


def is_placeholder(text: str) -> bool:
    """Whether a clause's whole text stands for another one that is left out."""
    return 0 < len(text) <= 80 and _PLACEHOLDER.match(text) is not None
