"""What a page holds in a sentence, for lists of search engines, shared links and programs that cite; each page's its own."""

from collections.abc import Sequence

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.pages.particulars import Particular, policy_title
from digest.pages.prose import shortened
from digest.pages.strings import Runs, Words, alone, plain
from digest.regex import regex


def described(words: Words, title: Runs, lead: Runs) -> str:
    """A page by its title and its first sentence, which may be there in both languages."""
    said = " · ".join(run.text for run in lead)
    return words.fill("describe.page", title=plain(title), lead=said)[0].text


def of_policy(words: Words, policy: Policy, title: Runs, facts: Sequence[Particular], *, both: bool) -> str:
    """The full text of a policy: how long it is, and who issued it when."""
    said = {
        fact.term: list(filter(None, (alone(each.text) for each in fact.values)))
        for fact in facts
        if fact.name in _TELLING
    }
    known = [
        words.plain("describe.fact", name=plain(term), value=words.plain("describe.comma").join(values))
        for term, values in said.items()
        if values
    ]
    text = words.plain(
        "describe.both" if both else "describe.policy",
        title=plain(title),
        number=len(policy.document.clauses),
        clauses=words.count("clauses", len(policy.document.clauses))[0].text,
    )
    return text + "".join(known)


def of_clause(policy: Policy, clause: Clause, title: Runs, locator: str | None) -> str:
    """A clause: how it begins and where it stands; its title where it has no text."""
    document = plain(policy_title(policy, "zh"))
    if not clause.text:
        return f"{title[0].text}——{document}"
    return f"{shortened(clause.text, _BEGINNING)}——{'：'.join(filter(None, (document, locator)))}"


def of_table(words: Words, name: str, places: Sequence[Runs]) -> str:
    """A comparison of the measures of some places, whose name no other has."""
    names = list(dict.fromkeys(map(plain, places)))
    said = words.plain("describe.comma").join(names[:_NAMED])
    if len(names) > _NAMED:
        said = words.plain("describe.others", places=said)
    return words.plain("describe.table", title=name, places=said)


def of_markdown(text: str, length: int) -> str:
    """The first paragraph of an editors' page, without its marks; empty where there is none."""
    for block in text.split("\n\n"):
        line = " ".join(_MARKS.sub(r"\1", block).split())
        if line and not _NO_PROSE.match(block):
            return shortened(line, length)
    return ""


_TELLING = ("issuers", "number", "made")
_BEGINNING = 110
_NAMED = 4
_MARKS = regex(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)|<[^<>\n]*>|[`*]+")
_NO_PROSE = regex(r"\s*(?:#|[-*+] |\d+\. |\||>|```|~~~|<|\[[^\]]*\]:)")
