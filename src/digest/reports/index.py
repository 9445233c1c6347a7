"""The index of the clauses of a site, and what it says of one that a report cites."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from gettext import gettext
from pathlib import Path
from typing import Any, NamedTuple

from digest.text import urls
from digest.text.clause_names import ClauseName, read_name

FORMAT = 1
"""The form of the index that is read here."""


class Remark(NamedTuple):
    """What the writer of a report should know. ``kind``: unknown | unpublished (the clause never had the wording that is
    pinned) | moved | gone | changed | draft | ended | superseded; ``text`` says it in full."""

    kind: str
    text: str


class CitedClause(NamedTuple):
    """A clause as a report shows it: its permanent ``address`` with the wording that is pinned, else that of now; None for
    one that is not known. ``text`` is for a link without words of its own; ``title`` is the policy, with its standing."""

    address: str | None
    text: str
    title: str
    remarks: tuple[Remark, ...]


class UnreadableIndexError(ValueError):
    """A file that is no index of clauses."""


class ClausesIndex:
    """An index as a report in one language of the site reads it. Its texts are those of the site: they may hold anything."""

    def __init__(self, path: Path, language: str) -> None:
        """Raises UnreadableIndexError."""
        self._language, self._at = language, urls.LANGUAGES.index(language)
        try:
            found = path.stat()
            content = _content(path, found.st_mtime_ns, found.st_size)
            reason = "" if content["format"] == FORMAT else gettext("its format is not known")
            self._words, self._policies = content["words"][language], content["policies"]
        except (OSError, ValueError, LookupError, TypeError) as error:
            reason = str(error)
        if reason:
            said = gettext(
                "{path} is not an index of clauses: {reason}. Download data/clauses-index.json from the site."
            )
            raise UnreadableIndexError(said.format(path=path, reason=reason))

    def cited(self, reference: str, day: str) -> CitedClause:
        """What a report that is made on a day (ISO 8601) says of ``longhua-2024#art7@1db1ba27``."""
        name = read_name(reference)
        policy = self._policies.get(name.doc) if name else None
        if name is None or policy is None:
            return self._unknown(reference)
        clause = policy["moved"].get(name.clause, name.clause)
        if name.clause in policy["gone"]:
            stone = policy["gone"][name.clause]
            now, names = "", [stone["name"]] * len(urls.LANGUAGES)
            remarks = [self._gone(reference, [f"{name.doc}#{each}" for each in stone["by"]])]
        elif clause in policy["clauses"]:
            now, *names = policy["clauses"][clause]
            earlier = policy["earlier"].get(clause, ())
            remarks = [*self._changes(reference, name, f"{name.doc}#{clause}", now, earlier)]
        else:
            return self._unknown(reference)
        title, state = _printable(policy["title"][self._at]), _state(policy, day)
        if state:
            status = state[self._language]
            remarks.append(
                Remark(state["kind"], self._said("standing", ref=reference, title=title, status=status))
            )
            title += self._said("number", number=status)
        address = urls.pinned(f"{policy['address']}{clause}/", name.version or now or None)
        text = self._said("named", name=names[self._at], title=policy["short"][self._at])
        return CitedClause(
            address if address.startswith(("https://", "http://")) else None, text, title, tuple(remarks)
        )

    def _unknown(self, reference: str) -> CitedClause:
        return CitedClause(None, reference, "", (Remark("unknown", self._said("unknown", ref=reference)),))

    def _gone(self, reference: str, by: list[str]) -> Remark:
        return Remark("gone", self._said("replaced" if by else "gone", ref=reference, now=", ".join(by)))

    def _changes(
        self, reference: str, name: ClauseName, place: str, now: str, earlier: list[str]
    ) -> Iterator[Remark]:
        """What has become of the id and of the wording since a clause was cited."""
        if place != f"{name.doc}#{name.clause}":
            yield Remark("moved", self._said("moved", ref=reference, now=place))
        if name.version and name.version != now:
            kind = "changed" if name.version in earlier else "unpublished"
            yield Remark(kind, self._said(kind, ref=reference, now=now))

    def _said(self, key: str, **values: str) -> str:
        """Words of the site with values in the place of their names; names within values are left as they are."""
        return _printable(
            re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), self._words[key])
        )


def _printable(text: str) -> str:
    """A text without the signs that a terminal would obey, or Python-Markdown take for its own."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def _state(policy: Mapping[str, Any], day: str) -> Mapping[str, str] | None:
    """That a policy is a draft, ended or superseded on a day."""
    end = policy["ends"]
    found: Mapping[str, str] | None = policy["status"] or (end if end and day > end["last"] else None)
    return found


@lru_cache(maxsize=1)  # MkDocs asks again for each page
def _content(path: Path, _changed: int, _size: int) -> Any:
    """What the file holds that was changed at a time and has a size."""
    return json.loads(path.read_text("utf-8"))
