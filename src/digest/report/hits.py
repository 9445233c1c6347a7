"""What a search found, to read in a terminal or to hand on."""

import json
from collections.abc import Sequence
from gettext import gettext

from digest.model.corpus import Corpus
from digest.report.validity import state_name
from digest.report.visible import visible
from digest.search.find import Hit
from digest.search.records import Record
from digest.text.entries import labelled
from digest.text.urls import clause as clause_path

_SHOWN = 70  # code points of a clause's text

Found = Sequence[tuple[Record, Hit]]


def hits_as_text(found: Found, total: int, corpus: Corpus, day: str) -> str:
    """Two lines a clause: where it stands and whether its policy holds on that day, what it says; and how many there
    are in all."""
    lines = [gettext("{total} found").format(total=total)]
    for record, _ in found:
        if record.clause:
            name = labelled(record.clause.label, record.clause.heading or "")
            slug = record.policy.meta.slug
            place = f"{slug}#{record.clause.id}  {visible(name)}".rstrip()
            lines.append(f"{place}  [{state_name(corpus, slug, day)}]")
            text = record.clause.text.partition("\n")[0]
            lines += [f"    {visible(text[:_SHOWN])}{'…' if len(text) > _SHOWN else ''}"] if text else []
    return "\n".join(lines) + "\n"


def hits_as_json(found: Found, total: int, corpus: Corpus, day: str) -> str:
    """The clauses with their addresses; ``tier`` as in the ranking, ``status`` as it is on that day, ``until`` the last
    day of the policy."""
    hits = [
        {
            "doc": record.policy.meta.slug,
            "clause": record.clause.id,
            "path": clause_path(record.policy.meta.slug, record.clause.id),
            "tier": hit.tier,
            "score": hit.score,
            "status": corpus.validity_of(record.policy.meta.slug).on(day),
            "until": corpus.validity_of(record.policy.meta.slug).last,
        }
        for record, hit in found
        if record.clause
    ]
    return json.dumps({"total": total, "hits": hits}, ensure_ascii=False, indent=1) + "\n"
