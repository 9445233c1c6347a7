"""The English of the bodies that issued a policy, by the rules for those that it names."""

from collections.abc import Iterable, Mapping

from digest.enrich.agency_names import name_agency
from digest.enrich.places import Places
from digest.model.corpus import Name
from digest.model.vocabulary import AgencyWords


def issuer_names(issuers: Iterable[str], places: Places, words: AgencyWords) -> Mapping[str, Name]:
    """The English names of some issuers, by the Chinese; those that the word lists and rules do not explain are left out."""
    found = ((issuer, name_agency(issuer, "", places, words)) for issuer in issuers)
    return {issuer: Name(name.en, "reviewed") for issuer, name in found if name and name.known and name.en}
