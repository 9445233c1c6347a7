"""The clauses of a policy as the parts of an Akoma Ntoso document: what stands before the first
numbered clause is preface and preamble, what stands after the last one conclusions, the rest the body.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile

from digest.model.corpus import Policy
from digest.model.document import Clause, Kind
from digest.model.facts import ClauseFacts, Resolution
from digest.model.page import XmlElement
from digest.pages.akoma.names import ElementIds, name_of
from digest.pages.akoma.text import WorkLink, paragraphs

_LEADING = (Kind.FRONT, Kind.PREAMBLE)
_NO_FACTS = ClauseFacts()


class Structure:
    """Writes the parts of one policy. ``addresses`` are those of the works, by slug; citations that lead
    to one become references."""

    def __init__(
        self, policy: Policy, resolutions: Mapping[str, Sequence[Resolution]], addresses: Mapping[str, str]
    ) -> None:
        self._policy, self._resolutions, self._addresses = policy, resolutions, addresses
        self._eids = ElementIds()
        self._below: defaultdict[str | None, list[Clause]] = defaultdict(list)
        for clause in policy.document.clauses:
            self._below[clause.parent].append(clause)

    def parts(self, body_name: str) -> tuple[XmlElement, ...]:
        """The parts in the order of the standard; those without clauses are left out, but for the body."""
        top = self._below[None]
        lead = list(takewhile(lambda clause: clause.kind in _LEADING, top))
        preface = list(takewhile(lambda clause: clause.kind is Kind.FRONT, lead))
        rest = top[len(lead) :]
        end = list(takewhile(lambda clause: clause.kind is Kind.FRONT, reversed(rest)))[::-1]
        fronts = {"preface": preface, "preamble": lead[len(preface) :], "conclusions": end}
        written = {
            name: XmlElement(name, (), tuple(self._container(clause, name) for clause in clauses))
            for name, clauses in fronts.items()
            if clauses
        }
        body = self._body(body_name, rest[: len(rest) - len(end)])
        parts = (written.get("preface"), written.get("preamble"), body, written.get("conclusions"))
        return tuple(part for part in parts if part)

    def _body(self, name: str, clauses: Sequence[Clause]) -> XmlElement:
        """The body. The standard wants something in it, even where a text has no clause of its own."""
        if clauses:
            return XmlElement(name, (), tuple(self._clause(clause, "") for clause in clauses))
        attributes = (("eId", self._eids.give("", "hcontainer")), ("name", "empty"))
        return XmlElement(name, (), (XmlElement("hcontainer", attributes),))

    def _clause(self, clause: Clause, around: str) -> XmlElement:
        """A clause of the body with those below it. Articles are counted through the whole text."""
        name = name_of(clause)
        eid = self._eids.give("" if clause.kind is Kind.ARTICLE else around, name.short, name.number)
        notes, below = self._notes_and_others(clause)
        text = self._text(clause, eid, notes)
        part = "intro" if below else "content"
        inside = (
            *([XmlElement("num", (), (clause.label,))] if clause.label else ()),
            *_heading(clause, eid),
            *([XmlElement(part, (("eId", f"{eid}__{part}"),), text)] if text else ()),
            *(self._clause(each, eid) for each in below),
        )
        role = (("name", name.role),) if name.role else ()
        return XmlElement(name.element, (("eId", eid), ("wId", clause.id), *role), inside)

    def _container(self, clause: Clause, around: str) -> XmlElement:
        """A clause before or after the body, where the standard has no hierarchy."""
        eid = self._eids.give(around, "container")
        notes, below = self._notes_and_others(clause)
        inside = (
            *([self._paragraph(eid, (clause.label,))] if clause.label else ()),
            *([self._paragraph(eid, (_title(clause, clause.heading),))] if clause.heading else ()),
            *self._text(clause, eid, notes),
            *(self._container(each, eid) for each in below),
        )
        attributes = (("eId", eid), ("wId", clause.id), ("name", clause.kind.value))
        return XmlElement("container", attributes, inside or (XmlElement("p"),))

    def _note(self, clause: Clause, around: str) -> XmlElement:
        """A footnote; it stands in the paragraph it belongs to."""
        eid = self._eids.give(around, "authorialNote")
        marker = (("marker", clause.label),) if clause.label else ()
        attributes = (("eId", eid), ("wId", clause.id), *marker, ("placement", "bottom"))
        inside = (*_heading(clause, eid), *self._text(clause, eid, ()))
        return XmlElement("authorialNote", attributes, inside or (XmlElement("p"),))

    def _notes_and_others(self, clause: Clause) -> tuple[list[Clause], list[Clause]]:
        """The clauses below one: footnotes that fit into its text, and the others."""
        notes: list[Clause] = []
        others: list[Clause] = []
        for each in self._below[clause.id]:
            fits = each.kind is Kind.FOOTNOTE and clause.text.strip() and not self._below[each.id]
            (notes if fits else others).append(each)
        return notes, others

    def _text(self, clause: Clause, eid: str, notes: Sequence[Clause]) -> tuple[XmlElement, ...]:
        """The paragraphs of a clause's own text, the footnotes in the last one."""
        written = [
            self._paragraph(eid, tuple(self._words(*piece, eid) for piece in pieces))
            for pieces in paragraphs(clause.text, self._links(clause))
        ]
        if notes:
            last = written.pop()
            added = (self._note(note, eid) for note in notes)
            written.append(XmlElement(last.name, last.attributes, (*last.inside, *added)))
        return tuple(written)

    def _links(self, clause: Clause) -> list[WorkLink]:
        facts = self._policy.facts.get(clause.id, _NO_FACTS)
        resolved = zip(facts.citations, self._resolutions.get(clause.id, ()), strict=False)
        return [
            WorkLink(citation.start, citation.end, self._addresses[to.resolves_to])
            for citation, to in resolved
            if to.resolves_to is not None
            and to.resolves_to in self._addresses
            and citation.end
            and to.reason != "clause"
        ]

    def _words(self, words: str, address: str | None, eid: str) -> XmlElement | str:
        if address is None:
            return words
        return XmlElement("ref", (("eId", self._eids.give(eid, "ref")), ("href", address)), (words,))

    def _paragraph(self, eid: str, inside: tuple[XmlElement | str, ...]) -> XmlElement:
        return XmlElement("p", (("eId", self._eids.give(eid, "p")),), inside)


def _title(clause: Clause, heading: str) -> XmlElement | str:
    """The heading of a clause before the body: that of the front matter is a title of the document."""
    return XmlElement("docTitle", (), (heading,)) if clause.kind is Kind.FRONT else heading


def _heading(clause: Clause, eid: str) -> tuple[XmlElement, ...]:
    if not clause.heading:
        return ()
    return (XmlElement("heading", (("eId", f"{eid}__heading"),), (clause.heading,)),)
