"""The English of each clause with its state, as the pages show it, and how much of a policy there is."""

from collections import Counter
from collections.abc import Iterable, Mapping

from digest.model.corpus import Translation
from digest.model.document import Document
from digest.model.ledger import Ledger
from digest.model.phrases import is_phrase
from digest.model.problem import Problem, listed, problem
from digest.model.translation import TITLE, Catalogue, Entry
from digest.text.changes import figures_changed
from digest.text.entries import apart, joined
from digest.text.ids import text_hash
from digest.translate.phrases import shown

STATES = ("reviewed", "machine", "stale", "missing")


def translations_of(document: Document, catalogue: Catalogue, ledger: Ledger) -> Mapping[str, Translation]:
    """The translations by clause id; a clause without English has none. The catalogue is up to date. Of a clause that is
    gone there is the English, too, where it belongs to how it read last."""
    clauses = {clause.id: clause for clause in document.clauses}
    found = {}
    for entry in _live(catalogue):
        if entry.context in clauses and entry.state != "missing":
            heading, text = apart(clauses[entry.context], entry.en)
            found[entry.context] = Translation(heading, text, entry.state, entry.was_zh)
    gone = (entry for entry in catalogue.entries if entry.obsolete and not is_phrase(entry.context))
    former = {text_hash(entry.zh): entry for entry in gone}
    for name in ledger.tombstones:
        last = ledger.last(name)
        if last is None or name in found:
            continue
        if kept := former.get(text_hash(joined(last.heading, last.text))):
            found[name] = Translation(*apart(last, kept.en), kept.state, None)
    return found


def title_of(catalogue: Catalogue) -> str | None:
    """The English title of a policy, where it is reviewed."""
    entry = next((each for each in _live(catalogue) if each.context == TITLE), None)
    return entry.en if entry and entry.state == "reviewed" else None


def coverage(catalogue: Catalogue) -> Mapping[str, int]:
    """How many clauses are in each state; the title and phrases are none."""
    live = (entry for entry in _live(catalogue) if not is_phrase(entry.context))
    return _counted(entry for entry in live if entry.context != TITLE)


def phrase_coverage(catalogue: Catalogue) -> Mapping[str, int]:
    """How many phrases are in each state."""
    return _counted(entry for entry in _live(catalogue) if is_phrase(entry.context))


def share(states: Mapping[str, int]) -> float:
    """The share of what is in some states, in percent, that has English up to date; 100 where there is nothing."""
    total = sum(states.values())
    return 100 * (states["reviewed"] + states["machine"]) / total if total else 100.0


def state_problems(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Problems: T101 stale translations (warning), T102 missing ones (note), each named once for the policy."""
    stale = [entry for entry in _live(catalogue) if entry.state == "stale"]
    missing = [entry for entry in _live(catalogue) if entry.state == "missing"]
    problems = []
    if stale:
        problems.append(
            problem(
                "T101",
                catalogue.path,
                line=stale[0].line,
                number=len(stale),
                clauses=listed([_described(entry) for entry in stale]),
            )
        )
    if missing and len(missing) < len(list(_live(catalogue))):
        problems.append(
            problem(
                "T102",
                catalogue.path,
                number=len(missing),
                clauses=listed([shown(entry.context) for entry in missing]),
            )
        )
    return tuple(problems)


def _counted(entries: Iterable[Entry]) -> Mapping[str, int]:
    count = Counter(entry.state for entry in entries)
    return {state: count[state] for state in STATES}


def _live(catalogue: Catalogue) -> list[Entry]:
    return [entry for entry in catalogue.entries if not entry.obsolete]


def _described(entry: Entry) -> str:
    """The clause, and the figures that changed in it: ``3.2 (30% → 35%)``."""
    figures = figures_changed(entry.was_zh, entry.zh) if entry.was_zh else ()
    turned = ", ".join(f"{old or '–'} → {new or '–'}" for old, new in figures[:2])
    name = shown(entry.context)
    return f"{name} ({turned})" if turned else name
