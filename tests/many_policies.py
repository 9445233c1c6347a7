"""A corpus of many small policies, each of a place of its own: lists that grow with the policies grow with this one."""

from dataclasses import replace

from digest.model.corpus import Corpus, Jurisdiction, Stated
from small_corpus import corpus


def many_policies(count: int, base_url: str = "https://digest.example.org/") -> Corpus:
    """So many copies of the policy of the small corpus, in the counties of one province."""
    small = corpus(base_url)
    model = small.policies[0]
    policies, places = [], dict(small.jurisdictions)
    for number in range(count):
        slug, code = f"county-{number:04}", f"45{number:04}"
        places[code] = Jurisdiction(code, f"第{number}县", f"County {number}", "county", "440000")
        meta = replace(
            model.meta,
            slug=slug,
            title_zh=Stated(f"第{number}县行动计划", "printed"),
            title_en=f"Action Plan of County {number}",
            jurisdiction=Stated(code, "printed"),
            relations=(),
        )
        policies.append(replace(model, meta=meta, document=replace(model.document, slug=slug)))
    slugs = [policy.meta.slug for policy in policies]
    return replace(
        small,
        jurisdictions=places,
        policies=tuple(policies),
        resolutions={},
        validity=dict.fromkeys(slugs, small.validity["example-2022"]),
    )
