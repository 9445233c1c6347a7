"""A log of changes of the small corpus, with the wordings that it names."""

from dataclasses import replace

from digest.model.changes import Change, ClauseChange, Log, PromisedPlace
from digest.model.corpus import Corpus
from digest.model.ledger import Ledger, Wording
from digest.text.ids import short_hash
from digest.text.pairing import wordings
from small_corpus import LEDGER, SCRIPT, corpus

TAG = "tag:old.example.org,2024-01-31:"
BEFORE = Wording("（一）", "支持研发", "对首轮流片，按不超过费用的30%给予资助，最高不超过300万元。")
ODD = Wording("1.", "", f"支持企业建设𠮷字平台\x0b\x00&<b>，每年最高800万元。{SCRIPT}")


GONE = Wording("四、", "保障措施", f"加强组织领导。{SCRIPT}")


def version(wording: Wording) -> str:
    """How the log names a wording."""
    return short_hash(wording.words)


def logged(base_url: str = "https://digest.example.org/") -> Corpus:
    """The small corpus, published in 2024: its first policy was amended twice, and other-2021 was ended by it."""
    small = corpus(base_url)
    first, second = small.policies
    now = wordings(first.document)
    ledger = Ledger(
        {**LEDGER.clauses, "2.1": (BEFORE,), "2.1.1": (ODD,), "3.1": (BEFORE,)},
        LEDGER.aliases,
        LEDGER.tombstones,
    )
    amended = Change(
        "2024-05-01",
        "example-2022",
        "amended",
        (
            ClauseChange("changed", "box1.1", before="0" * 8, after=version(now["box1.1"])),
            ClauseChange("changed", "2.1", before=version(BEFORE), after=version(now["2.1"])),
            ClauseChange("added", "art7", after=version(now["art7"])),
            ClauseChange("moved", "3.1", "2.1", version(BEFORE), version(now["2.1"])),
            ClauseChange("gone", "4", before=version(GONE)),
        ),
    )
    odd = ClauseChange("changed", "2.1.1", before=version(ODD), after=version(now["2.1.1"]))
    log = Log(
        TAG,
        places=(PromisedPlace("440311", {"zh": "光明区", "en": "Guangming"}),),
        changes=(
            Change("2024-01-31", "example-2022", "new"),
            amended,
            Change("2024-05-01", "example-2022", "amended", (odd,)),
            Change("2024-06-01", "example-2022", "edition", replaces=("other-2021",)),
            Change("2024-06-02", "lost-2020", "new"),
            Change("2024-05-02", "example-2022", "amended", (ClauseChange("gone", "art99"),)),
        ),
    )
    return replace(small, policies=(replace(first, ledger=ledger), second), changes=log)
