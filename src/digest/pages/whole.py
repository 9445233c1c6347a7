"""What the pages of all clauses of a policy have in common, made once for all of them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from digest.model.reference import Reference
from digest.pages.terms import Terms
from digest.pages.validity import Phases


class Whole(NamedTuple):
    """The terms that the pages explain, how the policy is cited, what is ``linked`` of it, and whether it holds."""

    slug: str
    terms: Mapping[str, Terms]
    reference: Reference
    linked: Mapping[str, Any]
    validity: Phases
