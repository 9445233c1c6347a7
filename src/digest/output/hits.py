"""What a search found, to read in a terminal or to hand on."""

import json
from gettext import gettext

from digest.model.corpus import Corpus, Policy
from digest.model.document import Clause
from digest.output.validity import state_name
from digest.output.visible import visible
from digest.search.find import Found
from digest.search.passages import Sought, find_places, passage
from digest.text.entries import labelled
from digest.text.units import stemmer
from digest.text.urls import clause as clause_path

_SHOWN = {"zh": 70, "en": 140}
"""Code points of a text that are shown."""


def hits_as_text(found: Found, limit: int, corpus: Corpus, day: str) -> str:
    """Two lines for each of the first clauses: where it stands and whether its policy holds on that day, the passage that
    answers; and how many there are in all, and which words of the query none of them has."""
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
            shown = _passage(record.policy, record.clause, found.sought)
            lines += [f"    {visible(shown)}"] if shown else []
    return "\n".join(lines) + "\n"


def _passage(policy: Policy, clause: Clause, sought: Sought) -> str:
    """The passage of a clause that answers: in the English where the Chinese has none of what was asked for."""
    english = policy.translations.get(clause.id)
    texts = (("zh", clause.text), *((("en", english.text),) if english else ()))
    found = [(text, find_places(text, sought, stemmer()), _SHOWN[language]) for language, text in texts]
    return passage(*next((each for each in found if each[1]), found[0]))


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
