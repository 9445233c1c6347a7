"""The build, read aloud: content is read, parsed, enriched, joined into a corpus, made into pages,
rendered, and published. Every stage returns its Problems; nothing is written while one is an error,
so a site that stands stays as it is.

The stages that a run may do without are imported by the function that needs them: most commands make no pages, and after most
edits no text is parsed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.check.addresses import check_addresses
from digest.check.changes import check_log, continued
from digest.check.ledger import check_ledger, news, record
from digest.crossref.citations import TitleIndex, catalogue, needed, resolve_all
from digest.crossref.editions import find_editions
from digest.crossref.gist import PolicyActs
from digest.crossref.matches import CoupleBlock, Found, Means, judge
from digest.crossref.validity import find_validity
from digest.english import in_english
from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints
from digest.incremental.inputs import Inputs
from digest.incremental.judged import Judged
from digest.incremental.shared import SHARED
from digest.matching import Matched, MatchingSettings, compare_matched, match_acts
from digest.model.addresses import recorded as record_pages
from digest.model.built import Built, Counts, LedgerRecord
from digest.model.changes import Log
from digest.model.comparison import Comparisons
from digest.model.corpus import Content, Corpus, Policy
from digest.model.facts import ClauseFacts
from digest.model.problem import Problem, Severity, listed, problem
from digest.model.progress import Progress, silent
from digest.model.vocabulary import SearchWords
from digest.publish.addresses import addresses_toml
from digest.publish.changes import log_addition
from digest.publish.ledger import ledger_toml
from digest.publish.write import publish
from digest.read.addresses import FILE as ADDRESSES
from digest.read.changes import FILE as LOG
from digest.read.content import read_content
from digest.read.ledger import FILE as LEDGER
from digest.read.translations import FILE as ENGLISH
from digest.reading import PolicyReader, ReadingInput
from digest.render.markdown import check_pages
from digest.resources import has_own_templates, starter_content, template_folders
from digest.text.pairing import wordings
from digest.text.places import Gazetteer
from digest.workers import Jobs, Workers, WorkersFailed, open_workers

if TYPE_CHECKING:
    from digest.incremental.grounds import Grounds
    from digest.pages.frame import Setting
    from digest.pages.strings import Words

_Done = tuple[Policy, tuple[Problem, ...]]

_POLICIES = 4
"""So many policies keep another process at work, about."""

_FEW = 400
"""Parts of a site that are changed in place: what they hold is kept in memory."""


class Loaded(NamedTuple):
    """A content folder as a corpus (None when it cannot be one), and the Problems."""

    corpus: Corpus | None
    problems: tuple[Problem, ...]


def build(  # noqa: PLR0913 # what a caller may ask for, each of its own
    content: Path,
    output: Path,
    *,
    jobs: Jobs = 1,
    progress: Progress = silent,
    cache: Cache | None = None,
    drafts: bool = False,
    frozen: bool = False,
    day: str = "",
    shown: Callable[[], None] = lambda: None,
) -> Built:
    """Build the site of a content folder into ``output``. What the cache knows is not made again.

    Drafts are left out, unless ``drafts``. A ``frozen`` site has only what was published. One that is published on a
    ``day`` (ISO 8601) shows its changes of that day already. Who keeps the cache in
    memory builds again and again: a few files that differ are then changed in the site that stands, the texts that
    were edited before anything is compared; then ``shown`` is called. Problems: those of every stage; I105 a frozen
    site has clauses that were not published; B101-B103 when the output cannot be written; B311 a
    template of the project cannot be used.
    """
    kept = _Kept(content, cache or Cache())
    try:
        with _workers(content, kept, jobs) as workers:
            means = _Means(kept, workers, progress)
            return _build(content, output, means, drafts=drafts, frozen=frozen, day=day, shown=shown)
    except WorkersFailed as failed:
        return Built(0, 0, (failed.problem,))
    except Exception as error:  # whatever a template raises
        from digest.lint.rendering import template_fault

        found = template_fault(error, template_folders(content)) if has_own_templates(content) else None
        if found is None:
            raise
        return Built(0, 0, (found,))


def _build(
    content: Path,
    output: Path,
    means: "_Means",
    *,
    drafts: bool,
    frozen: bool,
    day: str,
    shown: Callable[[], None],
) -> Built:
    from digest.incremental.files import SiteFiles
    from digest.incremental.searched import Searched
    from digest.pages.make import make_parts, make_setting

    kept, workers, progress = means
    folders = template_folders(content)
    words, faulty = kept.inputs.words(folders), kept.inputs.project(folders)

    in_advance = 0

    def show(texts: Loaded) -> None:
        nonlocal in_advance
        if texts.corpus and kept.cache.resident and not _stops((*texts.problems, *faulty)):
            in_advance = _write_texts(texts.corpus, words, folders, output, kept)
            if in_advance:
                shown()

    loaded = _load(content, means, drafts=drafts, show=show)
    problems = (*loaded.problems, *faulty)
    corpus = loaded.corpus
    if corpus is None:
        return Built(0, 0, problems)
    known = corpus.changes
    if day and not _stops(problems):
        corpus = _logged(corpus, day)
    records = (*_log_record(known, corpus.changes, content), *_records(corpus, words, content))
    if frozen:
        problems = (*problems, *_unpublished(records))
    if _stops(problems):
        return Built(0, 0, problems)
    setting = make_setting(corpus, words)
    grounds = kept.grounds(setting)
    search = Searched(corpus, output, kept.cache, kept.naming, grounds, workers)
    setting = replace(setting, search=search.index)
    site = SiteFiles(setting, grounds, make_parts(setting), folders, output, kept.cache, kept.naming)
    in_place = site.missing is not None and site.missing < _FEW
    makers = Workers() if in_place else workers  # a few files take longer to be sent
    published, faults = publish(site.make(makers, progress), output, in_place=in_place)
    if not faults:
        site.keep()
        search.keep(site.files)
    kept.naming.tidy()
    written = in_advance + published.written
    return Built(len(site.files), written, (*problems, *faults), records, _counts(corpus))


def _write_texts(
    corpus: Corpus, words: Mapping[str, "Words"], folders: Sequence[Path], output: Path, kept: "_Kept"
) -> int:
    """Write the full texts that differ into the site that stands, and tell how many files that were."""
    from digest.incremental.files import SiteFiles
    from digest.pages.full_text import make_full_texts
    from digest.pages.make import make_setting

    setting = make_setting(corpus, words)
    parts = make_full_texts(setting)
    site = SiteFiles(setting, kept.grounds(setting), parts, folders, output, kept.cache, kept.naming)
    if not site.has_site or not 0 < (site.missing or 0) < _FEW:
        return 0
    done, faults = publish(site.make_missing(), output, in_place=True)
    if not faults:
        site.keep_missing()
    return done.written


def check(
    content: Path,
    *,
    jobs: Jobs = 1,
    progress: Progress = silent,
    cache: Cache | None = None,
) -> tuple[Problem, ...]:
    """Everything ``build`` would report about the content, and what else is wrong with it, with nothing written.

    Problems: those of ``build``, but for the output; those of ``checking.check_further``.
    """
    from digest.checking import check_further

    kept, folders = _Kept(content, cache or Cache()), template_folders(content)
    try:
        with _workers(content, kept, jobs) as workers:
            loaded = _load(content, _Means(kept, workers, progress), drafts=True)
    except WorkersFailed as failed:
        return (failed.problem,)
    faulty = kept.inputs.project(folders)
    known = (*loaded.problems, *faulty)
    further = check_further(content, loaded.corpus, kept.inputs.words(folders), known)
    return tuple(dict.fromkeys((*known, *further)))


def load(
    content: Path, *, drafts: bool = True, progress: Progress = silent, cache: Cache | None = None
) -> Loaded:
    """The corpus of a content folder, for commands that only look."""
    return _load(content, _Means(_Kept(content, cache or Cache()), Workers(), progress), drafts=drafts)


class _Kept:
    """What is kept for the next build of a content folder, by the fingerprints of what it was made from."""

    def __init__(self, content: Path, cache: Cache) -> None:
        self.cache = cache
        self.naming = cache.lasting("naming", lambda: Fingerprints(SHARED))
        self.inputs = Inputs(content, cache, self.naming)

    def grounds(self, setting: "Setting") -> "Grounds":
        """What pages are made from, by name."""
        from digest.incremental.grounds import Grounds
        from digest.pages.parts import Stock

        return Grounds(Stock(setting, self.cache.lasting("pieces", dict)), self.cache, self.naming)


class _Means(NamedTuple):
    """What stages are run with: what is kept of earlier builds, who does the work, and who is told how far it is."""

    kept: _Kept
    workers: Workers
    progress: Progress


def _workers(content: Path, kept: _Kept, jobs: Jobs) -> AbstractContextManager[Workers]:
    """The workers for a content folder: no more processes than it can use. Who keeps everything in memory has little work
    after most edits, and could make none at the beginning of each build that are small."""
    if isinstance(jobs, int):
        with suppress(OSError):
            jobs = min(jobs, 2 + sum(1 for _ in (content / "policies").iterdir()) // _POLICIES)
    return open_workers(jobs, at_once=not kept.cache.resident)


def _load(
    content: Path,
    means: _Means,
    *,
    drafts: bool,
    show: Callable[[Loaded], None] = lambda _: None,
) -> Loaded:
    """A content folder as a corpus; ``show`` is given it before anything is compared."""
    kept = means.kept
    read, problems = read_content(
        content, starter_content(), settings=kept.inputs.settings, policy=kept.inputs.policy
    )
    if read is None:
        return Loaded(None, problems)
    problems = (
        *problems,
        *check_addresses(read, content, problems),
        *check_log(read, (content / LOG).as_posix()),
    )
    titles = catalogue(text.meta for text in read.policies)  # those of drafts are translated beside them
    if not drafts:
        read = _without_drafts(read)
    found = list(problems)
    policies = []
    grounds = _grounds(read, kept)
    matching = kept.inputs.matching(read.vocabulary.glossary)
    places = Gazetteer(read.jurisdictions)
    reader = PolicyReader(means.workers, ReadingInput(read.vocabulary, places, matching.settings))
    for done, (policy, more) in enumerate(
        kept.cache.recall("policy", grounds, partial(reader.policies, read.policies))
    ):
        means.progress("parse", done, len(read.policies))
        policies.append(policy)
        found += more
    for at, (policy, more) in enumerate(_in_english(content / "policies", policies, titles, grounds, kept)):
        policies[at] = policy
        found += more
    found += check_pages(read.pages, (content / "pages").as_posix())
    named = (
        _grounds(
            read,
            kept,
            (
                matching.settings.words,
                matching.settings.themes,
                matching.settings.terms,
            ),
        )
        if matching.settings
        else ()
    )
    read = replace(read, policies=())  # their texts are in the documents: nobody else needs them
    resolutions = resolve_all(policies)
    metas, statuses = [policy.meta for policy in policies], read.vocabulary.documents.statuses
    place = (content / "policies").as_posix()
    endless = {policy.meta.slug for policy in policies if "end" in policy.silent}
    validity, more = find_validity(metas, statuses, place, endless)
    found += more
    editions, more = find_editions(policies, place)
    found += more
    corpus = Corpus(
        read.site,
        places,
        tuple(policies),
        read.terms,
        read.pages,
        resolutions=resolutions,
        quality=read.quality,
        glossary=read.vocabulary.glossary,
        agencies=read.vocabulary.agencies,
        search=read.vocabulary.search,
        estimate=read.vocabulary.estimate,
        validity=validity,
        editions=editions,
        addresses=read.addresses,
        changes=read.changes,
    )
    show(Loaded(corpus, tuple(found)))
    if matching.settings is None:
        return Loaded(corpus, (*found, *matching.problems))
    acts = kept.cache.recall("acts", named, partial(reader.acts, policies))
    matched, comparisons, more = _match(read, policies, acts, corpus, matching.settings, means)
    compared = replace(
        corpus,
        matches=matched.matches,
        themes=matched.themes,
        theme_members=matched.members,
        comparisons=comparisons,
        unused_themes=matched.unused,
        families=matched.families,
        copies=matched.copies,
    )
    return Loaded(compared, (*found, *matching.problems, *more))


def _without_drafts(content: Content) -> Content:
    shown = tuple(text for text in content.policies if not text.meta.draft)
    drafts = frozenset(text.meta.slug for text in content.policies if text.meta.draft)
    return replace(content, policies=shown, left_out=content.left_out | drafts)


def _match(
    content: Content,
    policies: Sequence[Policy],
    acts: Iterable[PolicyActs],
    corpus: Corpus,
    matching: MatchingSettings,
    means: _Means,
) -> tuple[Matched, Comparisons, tuple[Problem, ...]]:
    """The measures that correspond, beside each other. All that is compared of the ``acts`` is in memory until they are
    matched, and no longer."""
    heard = matching.without(content.left_out)

    def judged(blocks: Sequence[CoupleBlock]) -> Iterator[tuple[Found, ...]]:
        return means.workers.map(_judged, means.workers.share(None), blocks)

    matched, problems = match_acts(
        tuple(acts),
        policies,
        corpus.jurisdictions,
        corpus.resolutions,
        heard,
        corpus.editions,
        Means(means.progress, Judged(means.kept.cache) if means.kept.cache.keeps else None, judged),
    )
    comparisons, contradicting = compare_matched(
        matched, policies, matching, content.vocabulary, corpus.validity, means.progress
    )
    return matched, comparisons, (*problems, *contradicting)


def _judged(_: None, block: CoupleBlock) -> tuple[Found, ...]:
    return judge(block)


def _in_english(
    folder: Path, policies: Sequence[Policy], titles: TitleIndex, grounds: Sequence[bytes], kept: _Kept
) -> Iterator[_Done]:
    """Each policy with its translations, and what is wrong with these and with its ledger. ``titles`` are those of all
    policies, which need no translation elsewhere."""
    for policy, ground in zip(policies, grounds, strict=True):
        place = folder / policy.meta.slug
        if (place / ENGLISH).exists():  # a large site may have little English
            asked = needed(policy, titles)
            named = kept.naming.of((ground, asked.phrases))
        else:
            asked, named = policy, ground
        yield kept.inputs.english(named, place / ENGLISH, partial(_read_english, place, asked))


def _read_english(folder: Path, policy: Policy) -> _Done:
    problems = check_ledger(policy.document, policy.ledger, (folder / LEDGER).as_posix())
    spoken, more = in_english(folder, policy)
    return spoken, (*problems, *more)


def _grounds(content: Content, kept: _Kept, *further: object) -> Sequence[bytes]:
    """For each policy the fingerprint of all that is known before its text is parsed."""
    if not kept.cache.keeps:
        return [b""] * len(content.policies)
    naming = kept.naming
    words = content.vocabulary
    asked = replace(words.estimate, input=(), growth=())
    read_with = replace(words, search=SearchWords(), estimate=asked)  # without what no text is read by
    common = naming.of((read_with, content.jurisdictions, further))
    return [naming.of((common, text)) for text in content.policies]


def _logged(corpus: Corpus, day: str) -> Corpus:
    """A corpus whose log knows that it is published on a day."""
    from digest.pages.feeds import promised_places

    return replace(corpus, changes=replace(continued(corpus, day), places=promised_places(corpus)))


def _log_record(before: Log, now: Log, content: Path) -> tuple[LedgerRecord, ...]:
    """The log with what it did not know."""
    path = content / LOG
    added = log_addition(before, now).encode()
    return (
        (LedgerRecord(path.as_posix(), (path.read_bytes() if before.tag else b"") + added),) if added else ()
    )


def _records(corpus: Corpus, words: Mapping[str, "Words"], content: Path) -> tuple[LedgerRecord, ...]:
    """The ledgers that do not know what stands in the corpus."""
    from digest.pages.addresses import published_addresses
    from digest.pages.make import make_setting

    found = []
    for policy in corpus.policies:
        now, slug = wordings(policy.document), policy.meta.slug
        recorded = record(now, policy.ledger)
        if recorded != policy.ledger:
            new, reworded = ([f"{slug}#{name}" for name in names] for names in news(now, policy.ledger))
            path = (content / "policies" / slug / LEDGER).as_posix()
            found.append(LedgerRecord(path, ledger_toml(recorded).encode(), tuple(new), tuple(reworded)))
    pages = record_pages(corpus.addresses, published_addresses(make_setting(corpus, words)))
    if pages != corpus.addresses:
        path = (content / ADDRESSES).as_posix()
        new = [address for address in pages if address not in corpus.addresses]
        found.append(LedgerRecord(path, addresses_toml(pages).encode(), tuple(new)))
    return tuple(found)


def _counts(corpus: Corpus) -> Counts:
    """How much the site of a corpus holds."""
    found = [facts for policy in corpus.policies for facts in policy.facts.values()]
    shown = [match.shown for match in corpus.matches]
    return Counts(
        len(corpus.policies),
        sum(len(policy.document.clauses) for policy in corpus.policies),
        {kind.name: sum(len(getattr(each, kind.name)) for each in found) for kind in fields(ClauseFacts)},
        shown.count("likely"),
        shown.count("possible"),
    )


def _unpublished(records: Sequence[LedgerRecord]) -> list[Problem]:
    """I105 for each ledger that lacks something."""
    return [
        problem("I105", each.path, names=listed(names))
        for each in records
        if (names := (*each.new, *each.reworded))
    ]


def _stops(problems: Sequence[Problem]) -> bool:
    return any(found.severity is Severity.ERROR for found in problems)
