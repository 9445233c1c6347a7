"""The addresses of a site whose pages exist only while the content gives rise to them, without making the pages."""

from collections.abc import Iterator

from digest.model.addresses import Addresses, PublishedPage
from digest.model.measures import Measures
from digest.pages.catalogue import in_place_order
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.limits import by_choice
from digest.pages.compare.naming import name_of_pair, name_of_table
from digest.pages.compare.own_page import own_title
from digest.pages.editions import name_of_editions
from digest.pages.editorial import own_pages
from digest.pages.frame import Setting
from digest.pages.jurisdictions.places import place_tree
from digest.pages.particulars import place_name, policy_title
from digest.pages.strings import plain
from digest.text import urls


def published_addresses(setting: Setting) -> Addresses:
    """All of them, sorted, with their titles in each language. A site has no other pages but those of clauses, which
    have ledgers of their own, the one of each policy with which these begin, the home pages and ``urls.ALWAYS``."""
    titles: dict[str, dict[str, str]] = {}
    for language in urls.LANGUAGES:
        for path, title in _pages(setting, language):
            titles.setdefault(urls.shared(path), {})[language] = title
    return {address: PublishedPage(titles[address]) for address in sorted(titles)}


def _pages(setting: Setting, language: str) -> Iterator[tuple[str, str]]:
    """The path and the title of each in one language."""
    corpus, measures = setting.corpus, Measures.of(setting.corpus.policies)
    policies = {policy.meta.slug: policy for policy in in_place_order(corpus)}
    rank = {slug: at for at, slug in enumerate(policies)}
    for slug, policy in policies.items():
        yield urls.policy(language, slug), plain(policy_title(policy, language))
        if by_choice(corpus):
            yield urls.compared(language, slug), plain(own_title(setting.words[language], policy, language))
    for code, node in place_tree(corpus).items():
        yield urls.place(language, code), plain(place_name(node.place, language))
    context = ComparisonContext(setting, language, urls.section(language, "compare"))
    for found in (*corpus.comparisons.themes.values(), *corpus.comparisons.groups.values()):
        yield urls.theme(language, found.theme), plain(name_of_table(context, measures, found))
    for slugs in corpus.comparisons.pairs:
        first, second = (policies[slug] for slug in sorted(slugs, key=rank.__getitem__))
        yield urls.pair(language, *slugs), plain(name_of_pair(context, first, second))
    for old, new in corpus.editions.beside:
        yield urls.pair(language, old, new), plain(name_of_editions(setting, policies[new], language))
    for page in own_pages(corpus):
        if page.language == language and page.name not in urls.ALWAYS:
            yield urls.section(language, page.name), page.title
