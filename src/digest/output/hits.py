"""What a search found, to read in a terminal or to hand on."""

import json
from gettext import gettext

from digest.model.corpus import Corpus
from digest.output.validity import state_name
from digest.output.visible import visible
from digest.search.find import Found
from digest.text.entries import labelled
from digest.text.urls import clause as clause_path

_SHOWN = 70  # code points of a clause's text


def hits_as_text(found: Found, limit: int, corpus: Corpus, day: str) -> str:
    """Two lines for each of the first clauses: where it stands and whether its policy holds on that day, what it says; and
    how many there are in all, and which words of the query none of them has."""
    lines = [gettext("{total} found").format(total=len(found.clauses))]
    if found.missing:
        words = gettext(", ").join(map(visible, found.missing))
        without = gettext("No clause contains: {words}. The search went on without them.")
        message = without if found.clauses else gettext("No clause contains: {words}.")
        lines.append(message.format(words=words))
    for record, _ in found.clauses[:limit]:
        if record.clause:
            name = labelled(record.clause.label, record.clause.heading or "")
            slug = record.policy.meta.slug
            place = f"{slug}#{record.clause.id}  {visible(name)}".rstrip()
            lines.append(f"{place}  [{state_name(corpus, slug, day)}]")
            text = record.clause.text.partition("\n")[0]
            lines += [f"    {visible(_begin(text))}"] if text else []
    return "\n".join(lines) + "\n"


def _begin(text: str) -> str:
    """The begin of a text, up to the last mark in it, or a space, where that leaves most of it."""
    if len(text) <= _SHOWN:
        return text
    end = max(text.rfind(mark, 0, _SHOWN) for mark in "，。；：、 ")
    return f"{text[: end if end > _SHOWN // 2 else _SHOWN]}…"


def hits_as_json(found: Found, limit: int, corpus: Corpus, day: str) -> str:
    """The first clauses with their addresses; ``tier`` as in the ranking, ``status`` as it is on that day, ``until`` the
    last day of the policy; ``missing`` are the words of the query that none of them has."""
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
        for record, hit in found.clauses[:limit]
        if record.clause
    ]
    answer = {"total": len(found.clauses), "missing": found.missing, "hits": hits}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
