"""The published clause ids of a content folder beside the texts as they are now, for ``digest ids``."""

import io
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from digest.check.ledger import check_ledger, named, news, published
from digest.model.corpus import Content, PolicyText
from digest.model.document import Document
from digest.model.ledger import Ledger, Wording
from digest.model.problem import Problem, problem
from digest.model.vocabulary import DocumentWords
from digest.parse import parse
from digest.publish.ledger import ledger_toml
from digest.publish.write import write_file
from digest.read.content import read_content
from digest.read.ledger import FILE
from digest.resources import starter_content
from digest.text.ids import text_hash
from digest.text.pairing import pair, wordings


class IdChanges(NamedTuple):
    """How the clauses of a text differ from those of an earlier one: ids that are ``new``, that read otherwise
    (``reworded``), whose clause has another id now (``moved``, with it), and that have no clause (``gone``)."""

    new: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()


class ComparedIds(NamedTuple):
    """The changes of each policy by slug, and what was found on the way."""

    changes: Mapping[str, IdChanges]
    problems: tuple[Problem, ...]


class Texts(NamedTuple):
    """The policies that could be read, by slug, the words to parse them with, and the ``content`` they are part of; None
    where it cannot be read."""

    policies: Mapping[str, PolicyText]
    words: DocumentWords
    problems: tuple[Problem, ...]
    content: Content | None = None

    def parsed(self, slug: str) -> Document:
        """The text of a policy, under the ids that its numbers give. KeyError for one that could not be read."""
        text = self.policies[slug]
        # What is odd in the text is for `digest check`.
        return parse(text.source, self.words, slug, text.meta.lines)[0]

    def document(self, slug: str) -> Document:
        """The same, under the ids that its clauses are published with."""
        return named(self.parsed(slug), self.policies[slug].ledger.ids)


def read_texts(content: Path) -> Texts:
    """The policies of a content folder. Problems: those of the content."""
    read, problems = read_content(content, starter_content())
    if read is None:
        return Texts({}, DocumentWords((), (), (), ()), problems)
    policies = {text.meta.slug: text for text in read.policies}
    return Texts(policies, read.vocabulary.documents, problems, read)


def compare_ids(content: Path, earlier: Path | None = None) -> ComparedIds:
    """What has become of clause ids: since they were published, or since another content folder was as it is.

    Problems: those of the content; I101-I104.
    """
    texts = read_texts(content)
    found = list(texts.problems)
    before = read_texts(earlier) if earlier else None
    found += before.problems if before else ()
    changes = {}
    for slug, text in texts.policies.items():
        document = texts.document(slug)
        found += check_ledger(document, text.ledger, (content / "policies" / slug / FILE).as_posix())
        now = wordings(document)
        if before is None:
            changes[slug] = _since_published(now, text.ledger)
        elif slug in before.policies:
            changes[slug] = _since(wordings(before.document(slug)), now, text.ledger)
        else:
            changes[slug] = IdChanges(new=tuple(now))
    return ComparedIds(changes, tuple(found))


def at_revision(content: Path, revision: str, folder: Path) -> Path:
    """The content folder as git has it at a revision, below an empty ``folder``. Raises OSError where git does not
    know the revision, or is not there."""
    done = subprocess.run(  # noqa: S603
        ["git", "-C", str(content), "archive", "--format=tar", "--end-of-options", revision, "."],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise OSError(done.returncode, done.stderr.decode(errors="replace").strip())
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def adopt(content: Path, slug: str, names: tuple[str, ...]) -> tuple[Problem, ...]:
    """Confirm that clauses are those that were published under some ids, however they read now. The id of a clause
    that moved means the clause where it is now.

    Problems: those of the content; I106 no such clause; B104.
    """
    texts = read_texts(content)
    if slug not in texts.policies:
        return texts.problems or (problem("I106", content.as_posix(), name=slug),)
    ledger, now = texts.policies[slug].ledger, wordings(texts.document(slug))
    for name in names:
        if ledger.end(name) not in now or name not in ledger.clauses:
            return (problem("I106", content.as_posix(), name=f"{slug}#{name}"),)
    confirmed = {(end := ledger.end(name)): text_hash(now[end].words) for name in names}
    return write_ledger(content, slug, replace(ledger, confirmed={**ledger.confirmed, **confirmed}))


def redirect(content: Path, slug: str, old: str, new: str) -> tuple[Problem, ...]:
    """Let the address of a clause that is gone lead to another.

    Problems: those of the content; I103 the old id is that of a clause, I106 no such clause; B104.
    """
    texts = read_texts(content)
    if slug not in texts.policies:
        return texts.problems or (problem("I106", content.as_posix(), name=slug),)
    ledger, now = texts.policies[slug].ledger, wordings(texts.document(slug))
    path = (content / "policies" / slug / FILE).as_posix()
    if old in now:
        return (problem("I103", path, id=old, doc=slug),)
    if old not in ledger.clauses or new not in now:
        return (problem("I106", path, name=f"{slug}#{new if old in ledger.clauses else old}"),)
    stones = {name: stone for name, stone in ledger.tombstones.items() if name != old}
    # What was published under the new id is not confirmed with it: that is for `adopt`.
    confirmed = {} if new in ledger.clauses else {new: text_hash(now[new].words)}
    redirected = replace(
        ledger,
        aliases={**ledger.aliases, old: new},
        tombstones=stones,
        confirmed={**ledger.confirmed, **confirmed},
    )
    return write_ledger(content, slug, redirected)


def write_ledger(content: Path, slug: str, ledger: Ledger) -> tuple[Problem, ...]:
    """Write the ledger of a policy. Problems: B104."""
    path = content / "policies" / slug / FILE
    try:
        write_file(path, ledger_toml(ledger).encode())
    except OSError as error:
        return (problem("B104", path.as_posix(), reason=error.strerror or error),)
    return ()


def _since_published(now: Mapping[str, Wording], ledger: Ledger) -> IdChanges:
    settled = {**ledger.aliases, **ledger.tombstones}
    live = {name: each for name, each in published(ledger, now).items() if name not in settled}
    found = _since(live, now, ledger)
    ends = set(ledger.aliases.values())
    return found._replace(
        new=tuple(name for name in found.new if name not in ledger.clauses or name not in ends),
        reworded=tuple(name for name in found.reworded if name in news(now, ledger).reworded),
    )


def _since(before: Mapping[str, Wording], now: Mapping[str, Wording], ledger: Ledger) -> IdChanges:
    """The changes from one text to the next; aliases of the ledger hold, whatever the words."""
    found = pair(before, now, {old: new for old, new in ledger.aliases.items() if old not in now})
    moved = [*((each.old, each.new) for each in found.pairs if each.old != each.new), *found.merged]
    return IdChanges(
        new=tuple(sorted({*found.new, *(new for _, new in found.split)}, key=list(now).index)),
        reworded=tuple(each.new for each in found.pairs if each.old == each.new and each.likeness < 1),
        moved=tuple(moved),
        gone=found.gone,
    )
