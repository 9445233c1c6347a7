"""What ``digest check`` looks at beyond what a build does: what is made without it, but not as its editor means it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from digest.english import read_english
from digest.lint.attributes import check_attributes
from digest.lint.files import check_files
from digest.lint.pages import check_page, make_site
from digest.lint.rendering import try_pages
from digest.lint.template_set import TemplateSet
from digest.lint.vocabulary import check_vocabulary
from digest.model.corpus import Corpus
from digest.model.page import Page
from digest.model.problem import Problem, Severity
from digest.pages.addresses import published_addresses
from digest.pages.make import make_parts, make_setting
from digest.pages.parts import Stock
from digest.pages.strings import Words
from digest.read.translations import FILE as ENGLISH
from digest.read.word_lists import AGENCIES, TRANSLATION, read_words
from digest.render.assets import read_assets
from digest.render.pages import environment, render
from digest.resources import has_own_templates, starter_content, template_folders
from digest.translate.gates.terminology import Terminology
from digest.translating import EnglishTask, check_work


def check_further(
    content: Path, corpus: Corpus | None, words: Mapping[str, Words], known: Sequence[Problem]
) -> tuple[Problem, ...]:
    """What is wrong with a content folder and the templates beside it, although each file can be read. Where one of the
    problems that are ``known`` already is an error, pages are not tried: they would lack what it is about.

    Problems: those of ``check_files``, ``check_vocabulary``, ``check_page`` and ``check_work``; B311 a template that fails when a
    page is made.
    """
    found: list[Problem] = [*check_files(content), *check_vocabulary(content, starter_content(), corpus)]
    sound = not any(each.severity is Severity.ERROR for each in known)
    if corpus and sound and has_own_templates(content):
        found += _tried(corpus, words, template_folders(content))
    if corpus and sound:
        found += _pages(content, corpus, words)
    if corpus:
        found += _english(content, corpus)
    return tuple(found)


def _pages(content: Path, corpus: Corpus, words: Mapping[str, Words]) -> Sequence[Problem]:
    """The editors' pages, beside all that they can link to."""
    if not corpus.pages:
        return ()
    addresses = frozenset(published_addresses(make_setting(corpus, words)))
    site = make_site(corpus, addresses, frozenset(read_assets(template_folders(content))))
    folder = (content / "pages").as_posix()
    return [
        found
        for page in corpus.pages
        for found in check_page(page, f"{folder}/{page.name}.{page.language}.md", site)
    ]


def _english(content: Path, corpus: Corpus) -> Sequence[Problem]:
    """What ``digest i18n check`` finds; what reading finds was found before."""
    words, _ = read_words(content, starter_content(), TRANSLATION)
    folders = {each.meta.slug: content / "policies" / each.meta.slug for each in corpus.policies}
    there = (each for each in corpus.policies if (folders[each.meta.slug] / ENGLISH).exists())
    read = (read_english(folders[each.meta.slug], each, each.ledger) for each in there)
    english = tuple(each for each, _ in read if each)
    agencies, _ = read_words(content, starter_content(), AGENCIES)
    terminology = Terminology(words, corpus.glossary, agencies) if words else None
    return check_work(EnglishTask(content, english, corpus.jurisdictions, terminology, ())).problems


def _tried(corpus: Corpus, words: Mapping[str, Words], folders: Sequence[Path]) -> Sequence[Problem]:
    """The pages that a project's templates take part in, made and thrown away; and what these templates ask of them."""
    templates = TemplateSet(*folders)
    if not templates.mine:
        return ()
    env, setting = environment(folders), make_setting(corpus, words)
    kinds: defaultdict[str, set[type]] = defaultdict(set)

    def shown(page: Page) -> bytes:
        for name in templates.used_by(page.template, as_page=True):
            kinds[name].add(type(page.value))
        return render(page, env)

    def concerned(template: str) -> bool:
        return not templates.mine.keys().isdisjoint(templates.used_by(template))

    stock = Stock(setting)
    parts = (part for each in make_parts(setting) for part in stock.parts(each) if part.templated)
    pages = (page for part in parts for page in stock.pages(part))
    failed = tuple(try_pages(pages, shown, concerned, folders))
    asked = [found for name, each in templates.mine.items() for found in check_attributes(each, kinds[name])]
    lines = {(found.path, found.line) for found in asked}
    return (*asked, *(found for found in failed if (found.path, found.line) not in lines))
