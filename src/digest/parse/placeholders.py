"""Clauses that only describe a part which is not reproduced: 本部分明确了…的出台背景…。"""

import re

_DESCRIBES = re.compile(
    r"(?:本(?:部分|章|节|条)\s*(?:主要)?(?:是|为)?|主要(?:是|为)?)?\s*(?:明确|阐述|说明|介绍|规定|概述)了?[^。]{2,60}"
    r"(?:等|等内容|等事项|等方面|等方面内容|事项|范围|情况|内容|要求)。?$"
)
_OMITTED = re.compile(r"[（(]?(?:略|此处略|内容略|从略|空)[）)]?。?$|[…⋯.]{2,}$|[XxＸ×]{2,}$")


def is_placeholder(text: str) -> bool:
    """Whether a clause's whole text stands for another one that is left out."""
    return 0 < len(text) <= 80 and (_OMITTED.match(text) is not None or _DESCRIBES.match(text) is not None)
