"""What ``digest amend`` does: a new text takes the place of a policy's, and every published id follows its clause."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from digest.check.amendment import Amendment, amend
from digest.check.ledger import learnt
from digest.crossref.citations import catalogue, needed
from digest.english import read_english
from digest.enrich.document_facts import check_facts, propose_facts
from digest.ledgers import read_texts
from digest.model.corpus import Content, Policy
from digest.model.ledger import Ledger, Wording
from digest.model.problem import Problem, problem
from digest.parse import parse
from digest.policies import with_facts
from digest.publish.ledger import ledger_toml
from digest.publish.write import write_file
from digest.read.ledger import FILE
from digest.read.source import Decoded
from digest.received import receive_file
from digest.text.pairing import wordings
from digest.text.places import Gazetteer
from digest.text.po import print_po


class Plan(NamedTuple):
    """What an amendment would do: ``now`` is how each clause of the new text reads, ``files`` what is written, in this
    order. ``problems`` are what policy.toml says and the new text says otherwise."""

    amendment: Amendment
    now: Mapping[str, Wording]
    files: Mapping[Path, bytes]
    problems: tuple[Problem, ...]

    @property
    def unpublished(self) -> bool:
        """Whether no clause was published yet, so that nothing binds."""
        return not self.amendment.before


def plan_amendment(
    content: Path,
    slug: str,
    file: Path | None,
    same: Sequence[tuple[str, str]],
    gone: Sequence[str],
    day: str,
) -> tuple[Plan | None, tuple[Problem, ...]]:
    """The new text of a policy, from a file, or as it stands in the policy's folder, beside what was published.

    ``same`` (published id, id in the new text) and ``gone`` are decisions of the editor. ``day`` is from when clauses
    without a successor are gone. Problems: those of the content and of the text; I106 no such policy or clause.
    """
    texts = read_texts(content)
    folder = content / "policies" / slug
    if texts.content is None or slug not in texts.policies:
        inside = tuple(each for each in texts.problems if each.path.startswith(folder.as_posix()))
        return None, inside or (() if texts.policies else texts.problems) or (
            problem("I106", content.as_posix(), name=slug),
        )
    text = texts.policies[slug]
    received, problems = receive_file(file, texts.words) if file else (None, ())
    read = received.decoded() if received else Decoded(None if file else text.source, ())
    problems = (*problems, *read.problems)
    if read.source is None:
        return None, problems
    document, _ = parse(read.source, texts.words, slug, text.meta.lines)
    ledger = learnt(text.ledger, wordings(texts.document(slug)))
    first = amend(document, ledger, day, {}, frozenset())
    numbers = [clause.id for clause in document.clauses]
    minted = dict(zip(numbers, numbers, strict=True))
    minted |= zip((clause.id for clause in first.document.clauses), numbers, strict=True)
    unknown = [name for name in (*(old for old, _ in same), *gone) if name not in first.before]
    if unknown := unknown + [new for _, new in same if new not in minted]:
        return None, (problem("I106", folder.as_posix(), name=f"{slug}#{unknown[0]}"),)
    decided = {old: minted[new] for old, new in same}
    amendment = amend(document, ledger, day, decided, frozenset(gone))
    policy = _with_facts(Policy(text.meta, amendment.document, {}, {}), texts.content)
    aliases = _moved(text.ledger, amendment.ledger)
    english, more = read_english(folder, policy, replace(amendment.ledger, aliases=aliases))
    if english is None:
        return None, more
    settings = folder / "policy.toml"
    old, new = text.meta.source_sha256.encode(), read.source.sha256.encode()
    files = {
        **({folder / received.kept: received.data} if received and not received.plain else {}),
        **({folder / text.meta.source_file: received.text} if received else {}),
        settings: settings.read_bytes().replace(old, new, 1),
        **({Path(english.stored.path): print_po(english.synced).encode()} if english.stored.entries else {}),
        folder / FILE: ledger_toml(amendment.ledger).encode(),
    }
    differs = check_facts(propose_facts(document, texts.words), text.meta, settings.as_posix())
    return Plan(amendment, wordings(amendment.document), files, (*problems, *differs)), ()


def carry_out(plan: Plan) -> tuple[Problem, ...]:
    """Write the files of a plan, the ledger last: where one fails, `digest amend` can be called again.

    Problems: B101 a file cannot be written.
    """
    for path, content in plan.files.items():
        try:
            write_file(path, content)
        except OSError as error:
            return (problem("B101", path.as_posix(), reason=error.strerror or error),)
    return ()


def _with_facts(policy: Policy, content: Content) -> Policy:
    """A policy with the phrases that en.po has entries for."""
    titles = catalogue(text.meta for text in content.policies)
    return needed(with_facts(policy, content.vocabulary, Gazetteer(content.jurisdictions)), titles)


def _moved(before: Ledger, after: Ledger) -> Mapping[str, str]:
    """The aliases from the ids of en.po, which are those of the last amendment, although that may never have been
    published."""
    unseen = {end: after.end(old) for old in before.aliases if (end := before.end(old)) not in before.clauses}
    return {**after.aliases, **unseen}
