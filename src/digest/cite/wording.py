"""What several styles word in the same way: addresses, authors, days, titles within titles, the standing of a text."""

import re

from digest.model.reference import LegalStanding, Reference
from digest.text import urls
from digest.text.dates import MONTHS


def address_of(reference: Reference) -> str:
    """The permanent address, which pins the wording that is cited."""
    return urls.pinned(reference.address, reference.version)


def authors_zh(reference: Reference) -> tuple[str, ...]:
    """Who answers for what is cited: its issuers; for a comparison the site that makes it."""
    return (reference.site_zh,) if reference.kind == "comparison" else reference.issuers


def issuers_en(reference: Reference) -> tuple[str, ...]:
    """The issuers for a style in English: in Chinese those that have no English name."""
    return reference.issuers_en or reference.issuers


def issuers_in(reference: Reference) -> tuple[str, ...]:
    """The issuers in the language in which a text is cited."""
    return issuers_en(reference) if reference.language == "en" else reference.issuers


def day_zh(day: str) -> str:
    """A day, month or year in Chinese: 2022-06 -> 2022年6月."""
    return "".join(f"{int(number)}{unit}" for number, unit in zip(day.split("-"), "年月日", strict=False))


def day_en(day: str) -> str:
    """The same as American styles print it: June 6, 2022; June 2022; 2022."""
    year, *rest = day.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    return f"{month} {int(rest[1])}, {year}" if rest[1:] else f"{month} {year}".lstrip()


def punctuated(text: str, sign: str) -> str:
    """A comma or full stop behind a text; before a closing quotation mark, as American styles place it (CMOS 6.9, APA 6.7)."""
    return f"{text[:-1]}{sign}”" if text.endswith("”") else text + sign


def entitled(title: str) -> str:
    """A title between 《 and 》; titles within it between 〈 and 〉, and so on in turn (GB/T 15834—2011, 4.15)."""
    return f"《{title.translate(_TURNED)}》"


_TURNED = str.maketrans("《》〈〉", "〈〉《》")


def title_zh(reference: Reference) -> str:
    """The title in Chinese; what stands for one that nobody knows is in brackets, as all styles have it."""
    return reference.title_zh or f"[{reference.genre_zh or '无标题文件'}]"


def standing_zh(reference: Reference) -> str:
    """The standing in Chinese, empty where there is none to state, or where the title states it."""
    known = reference.standing
    if known is None or (known.name_zh and known.name_zh in (reference.title_zh or "")):
        return ""
    match known.kind:
        case "superseded" if known.day:
            return f"自{day_zh(known.day)}起被{entitled(known.by_zh) if known.by_zh else '其他文件'}取代"
        case "superseded":
            return f"已被{entitled(known.by_zh)}取代" if known.by_zh else "已被取代"
        case "until":
            return f"期限至{day_zh(known.day or '')}"
    return known.name_zh


def standing_en(reference: Reference) -> str:
    """The same in English."""
    known = reference.standing
    if known is None or _states(reference.title_en or "", known):
        return ""
    match known.kind:
        case "superseded":
            later = known.by_en or known.by_zh
            by = f" by {later}" if later else ""
            return f"superseded{by}" + (f" from {day_en(known.day)}" if known.day else "")
        case "until":
            return f"period until {day_en(known.day or '')}"
    return known.name_en


def _states(title: str, known: LegalStanding) -> bool:
    """Whether a title states the standing itself."""
    return (
        bool(known.name_en)
        and re.search(rf"\b{re.escape(known.name_en)}\b", title, re.IGNORECASE) is not None
    )


def remarks(reference: Reference) -> str:
    """What has no field of its own in a file for reference managers: the clause, the standing, what was inferred."""
    dated = reference.dated
    doubtful = (
        ("标题", reference.title_inferred and reference.title_zh),
        ("发文机关", reference.issuers_inferred and reference.issuers),
        ("日期", dated and dated.inferred),
    )
    inferred = "、".join(name for name, is_so in doubtful if is_so)
    parts = (reference.locator_zh, standing_zh(reference), f"{inferred}为推定" if inferred else "")
    return "；".join(filter(None, parts))


def remarks_en(reference: Reference) -> str:
    """The clause and the standing in English."""
    return "; ".join(filter(None, (reference.locator_en, standing_en(reference))))
