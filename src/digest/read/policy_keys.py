"""What policy.toml may say: its keys, and the words of its closed lists."""

from collections.abc import Mapping
from typing import Any

from digest.read.schema import Key, Shape, TextRule
from digest.regex import regex
from digest.text.dates import stated_date

BASES = ("printed", "inferred", "external", "unknown")
SURE = ("high", "medium", "low")
RELATIONS = ("explains", "implements", "supersedes", "amends", "cites")
_BASES = (
    *(
        ("原文", "printed"),
        ("载明", "printed"),
        ("text", "printed"),
        ("推断", "inferred"),
        ("guess", "inferred"),
    ),
    *(
        ("外部资料", "external"),
        ("web", "external"),
        ("press", "external"),
        ("未知", "unknown"),
        ("不详", "unknown"),
    ),
    *(("none", "unknown"), ("not_printed", "unknown")),
)
_SURE = (
    ("高", "high"),
    ("中", "medium"),
    ("低", "low"),
    ("certain", "high"),
    ("sure", "high"),
    ("unsure", "low"),
)
_RELATIONS = (
    *(("replaces", "supersedes"), ("repeals", "supersedes"), ("取代", "supersedes"), ("代替", "supersedes")),
    *(("废止", "supersedes"), ("解读", "explains"), ("说明", "explains"), ("interprets", "explains")),
    *(
        ("based_on", "implements"),
        ("carries_out", "implements"),
        ("落实", "implements"),
        ("贯彻", "implements"),
    ),
    *(("changes", "amends"), ("revises", "amends"), ("修改", "amends"), ("修订", "amends")),
    *(("refers_to", "cites"), ("mentions", "cites"), ("引用", "cites"), ("依据", "implements")),
)
"""Words that people write for those of the closed lists."""

_DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
DATE = TextRule(regex(_DAY), "a year, a month or a day", '"2024", "2024-07", "2024-07-09"', stated_date)
PERIOD = TextRule(
    regex(rf"{_DAY}(?:/{_DAY})?"),
    "a period: one year, month or day, or two with / between them",
    '"2021/2023", "2024-07/2027-06", "2024"',
)
_SUM = TextRule(regex(r"[0-9a-f]{64}"), "a SHA-256 sum, 64 digits 0-9 a-f", '"57a38d95cce0982c..."')
FILE = TextRule(
    regex(r"[^/\\\x00-\x1f]*[^/\\.\x00-\x1f][^/\\\x00-\x1f]*"),
    "the name of a file in this folder",
    '"source.txt"',
)
_WEB = TextRule(regex(r"https?://[^\s\"<>]+"), "an address with http:// or https://", '"https://..."')


def _stated(
    name: str, shape: Shape = Shape.TEXT, rule: TextRule | None = None, *, required: bool = True
) -> Key:
    """A table that holds a value and its standing; how they go together is checked apart."""
    inside = (
        Key("value", shape, required=False, rule=rule),
        Key("basis", choices=BASES, meant=_BASES),
        Key("how", required=False),
        Key("how_zh", required=False),
        Key("how_en", required=False),
        Key("sure", required=False, choices=SURE, meant=_SURE),
    )
    return Key(name, Shape.TABLE, required, inside=inside, sample='{ basis = "unknown" }')


NOTHING: Mapping[str, Any] = {"basis": "unknown"}
"""What is stated in a table that is not there."""

STATED = (
    _stated("title_zh"),
    _stated("issuers", Shape.TEXTS),
    _stated("number"),
    _stated("made", rule=DATE),
    _stated("published", rule=DATE),
    _stated("effective", rule=DATE),
    _stated("expires", rule=DATE),
    _stated("period", rule=PERIOD, required=False),
    _stated("genre"),
    _stated("form"),
    _stated("status"),
    _stated("jurisdiction"),
)
POLICY = (
    Key("title_en", required=False),
    Key("short_titles", Shape.TEXTS, required=False),
    Key("review_zh", required=False),
    Key("review_en", required=False),
    Key("draft", Shape.FLAG, required=False),
    Key("source_file", rule=FILE),
    Key("source_sha256", rule=_SUM),
    Key("source_url", required=False, rule=_WEB),
    *STATED,
    Key(
        "relations",
        Shape.TABLES,
        required=False,
        inside=(Key("kind", choices=RELATIONS, meant=_RELATIONS), Key("target")),
    ),
    Key(
        "lines",
        Shape.TABLES,
        required=False,
        inside=(
            Key("text", required=False),
            Key("number", Shape.WHOLE, required=False),
            Key("rule", choices=("keep", "cut")),
            Key("why", required=False),
        ),
    ),
)
