"""The meta tags by which the search engines of Chinese government sites list an article: 《政府网站发展指引》, annex 2.

Only what is known is said; a site that is none of a government has no harm from them.
"""

from typing import TypeVar

from digest.model.corpus import Policy, Stated
from digest.pages.frame import Setting, titles
from digest.pages.particulars import policy_title
from digest.pages.strings import Runs, plain
from digest.regex import regex

T = TypeVar("T")

Tags = tuple[tuple[str, str], ...]
"""Names and contents of meta tags, in order."""


def tags_of_policy(setting: Setting, policy: Policy, language: str) -> Tags:
    """Those of the text of a policy. ``PubDate`` is the day on which it was published, where nobody knows that the day
    printed on it; ``ContentSource`` are its issuers. What was only concluded is left out."""
    meta = policy.meta
    days = [each for each in map(_known, (meta.published, meta.made)) if each and _DAY.fullmatch(each)]
    issuers = _known(meta.issuers)
    return (
        *tags_of_page(setting, policy_title(policy, language), language),
        ("ColumnName", setting.words[language].plain("section.policies")),
        *[("PubDate", day) for day in days[:1]],
        *([("ContentSource", "、".join(issuers))] if issuers else []),
    )


def tags_of_page(setting: Setting, title: Runs, language: str) -> Tags:
    """Those of an editors' page."""
    return ("SiteName", plain(titles(setting.site, language))), ("ArticleTitle", plain(title))


def _known(value: Stated[T]) -> T | None:
    return value.value if value.basis in {"printed", "external"} else None


_DAY = regex(r"\d{4}-\d\d-\d\d")
