"""The small corpus after some publications: clauses that read otherwise before, moved, and gone ones."""

from dataclasses import replace

from digest.model.corpus import Corpus, Translation
from digest.model.ledger import Ledger, Tombstone, Wording
from digest.text.ids import short_hash, text_hash
from small_corpus import ROWS, corpus

NOW = {row[0]: Wording(row[3] or "", row[4] or "", row[5]) for row in ROWS}
FIRST = "对首轮流片，按不超过费用的30%给予资助，最高不超过300万元。"
SECOND = "对首轮流片，按不超过费用的30%给予资助，最高不超过500万元。"
MOVED = "对流片给予资助。"
STALE = "本措施自发布之日起施行，有效期1年。"
LOST = text_hash("这一版本没有留下文字。")

LEDGER = Ledger(
    clauses={
        "2.1": (
            LOST,
            Wording("（一）", "支持研发", FIRST),
            Wording("（一）", "支持研发", SECOND),
            NOW["2.1"],
        ),
        "1.1": (NOW["1.1"],),
        "1.2": (Wording("（二）", "前景", NOW["1.2"].text), NOW["1.2"]),
        "art7": (Wording("第六条", "", STALE),),
        "3.1": (Wording("（一）", "支持流片", MOVED),),
        "4": (Wording("四、", "保障", "加强领导3年。"), Wording("四、", "保障措施", "加强组织领导5年。")),
    },
    aliases={"3.1": "2.1"},
    tombstones={"4": Tombstone("2023-05-01", "", ("2.1",))},
)


def pin(text: str) -> str:
    """What an address that cites a text asks for."""
    return f"?at={short_hash(text)}"


def reworded_corpus(base_url: str = "https://example.org/") -> Corpus:
    """The small corpus with these wordings."""
    small = corpus(base_url)
    policy = next(each for each in small.policies if each.meta.slug == "example-2022")
    english = Translation(None, "These Measures are valid for 1 year.", "stale", was_zh=STALE)
    reworded = replace(policy, ledger=LEDGER, translations={**policy.translations, "art7": english})
    return replace(small, policies=tuple(reworded if each is policy else each for each in small.policies))
