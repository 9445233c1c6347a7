"""The published addresses of policies and editors' pages never die silently; those of comparisons come and go with the
measures, and keep a page that says so.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from gettext import gettext
from pathlib import Path

from digest.model.corpus import Content
from digest.model.problem import MOST_NAMED, Problem, Severity, listed, problem
from digest.text import urls


def check_addresses(content: Content, folder: Path, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """What a content folder no longer has though its address was published; drafts are among its policies. ``found`` are
    the problems met in reading it: what they concern may well be there.

    Problems: I121 a policy without its folder, I128 many of them, I122 one that became a draft, I126 one without its
    ledger, I123 an editors' page without its file.
    """
    faulty = {Path(each.path) for each in found if each.severity is Severity.ERROR}
    policies = {text.meta.slug: text for text in content.policies}
    files = {f"{page.name}.{page.language}.md" for page in content.pages}
    fresh = [slug for slug in policies if urls.shared(urls.policy("", slug)) not in content.addresses]
    problems, gone = [], []
    for address, published in content.addresses.items():
        kind, (name, *_) = urls.find_page(address) or urls.PageAddress("", ("",))
        if kind == "policy":
            path = folder / "policies" / name
            if name in policies and policies[name].meta.draft:
                problems.append(problem("I122", (path / "policy.toml").as_posix(), doc=name))
            elif name in policies and not policies[name].ledger.clauses:
                problems.append(problem("I126", (path / "ids.toml").as_posix(), doc=name))
            elif name not in policies and not _explained(path, faulty):
                gone.append(name)
        elif kind == "page" and not published.ended:
            for language in published.titles:
                path = folder / "pages" / f"{name}.{language}.md"
                if path.name not in files and not _explained(path, faulty):
                    problems.append(problem("I123", path.as_posix(), address=urls.section(language, name)))
    return (*_gone(gone, fresh, folder / "policies"), *problems)


def _gone(names: Sequence[str], fresh: Sequence[str], folder: Path) -> Iterator[Problem]:
    """I121 for each policy without its folder, or I128 for very many; ``fresh`` are policies without a published address."""
    if len(names) > MOST_NAMED:
        yield problem("I128", folder.as_posix(), number=len(names), names=listed(names))
        return
    for name in names:
        at, advice = (folder / name).as_posix(), _advice(name, fresh)
        yield problem("I121", at, doc=name, folder=at, advice=advice)


def _explained(path: Path, faulty: Collection[Path]) -> bool:
    """Whether something at a path, in it or above it was found faulty, so that it may well be there."""
    return any(each == path or each in path.parents or path in each.parents for each in faulty)


def _advice(doc: str, fresh: Sequence[str]) -> str:
    """That a folder without a published address may be the lost one under another name."""
    if not fresh:
        return ""
    said = gettext("If {names} is the same policy, rename its folder to {doc} again. ")
    return said.format(names=listed(fresh), doc=doc)
