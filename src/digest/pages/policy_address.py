"""The address of a policy in no language, with which those of its clauses begin: it leads to the text in each."""

from collections.abc import Iterator
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.page import Page
from digest.pages.descriptions import described
from digest.pages.editions import Notices, notices
from digest.pages.frame import Frame, Link, PageLocation, Setting, links_for_readers, make_frame
from digest.pages.particulars import policy_title
from digest.pages.strings import TAGS, Runs, for_readers
from digest.pages.validity import Phases, phases
from digest.text import urls


class PolicyAddressPage(NamedTuple):
    """What address.html receives; ``texts`` lead to the text in each language and in both."""

    frame: Frame
    title: Runs
    validity: Phases
    editions: Notices
    texts: tuple[Link, ...]


def make_policy_addresses(setting: Setting) -> Iterator[Page]:
    """One page for each policy."""
    return (_page(setting, policy) for policy in setting.corpus.policies)


def _page(setting: Setting, policy: Policy) -> Page:
    words, both, slug = setting.words, setting.words["both"], policy.meta.slug
    here = urls.clauses(slug)
    title = for_readers({each: policy_title(policy, each) for each in urls.LANGUAGES})
    catalogues = {
        each: (words[each]["section.policies"], urls.section(each, "policies")) for each in urls.LANGUAGES
    }
    beside = {each: (words[each]["mode.both"], urls.policy_both(each, slug)) for each in urls.LANGUAGES}
    frame = make_frame(
        setting,
        PageLocation(
            "both", here, {each: (urls.policy(each, slug), "") for each in urls.LANGUAGES}, "policies"
        ),
        title,
        trail=links_for_readers(here, catalogues),
        description=described(both, policy_title(policy, "zh"), both["mode.switch"]),
    )
    value = PolicyAddressPage(
        frame=frame._replace(canonical=setting.absolute(urls.policy("zh", slug)), listed=False),
        title=title,
        validity=phases(setting, policy, "both"),
        editions=notices(setting, policy, urls.LANGUAGES, here),
        texts=(
            *(
                Link(both[f"mode.{each}"], urls.relative(here, urls.policy(each, slug)), TAGS[each])
                for each in urls.LANGUAGES
            ),
            *links_for_readers(here, beside),
        ),
    )
    return Page(here, "address.html", value)
