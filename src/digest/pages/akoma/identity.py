"""What a document is, in the terms of FRBR: the work, its Chinese text (expression), this file
(manifestation)."""

from urllib.parse import quote

from digest.model.corpus import PolicyMeta, Site
from digest.model.page import XmlElement
from digest.text import urls

_PROGRAM = "#digest"
_UNKNOWN_DATE = "0001-01-01"
"""The schema demands a date; this one is named ``unknown``."""


def work_address(meta: PolicyMeta, document_type: str) -> str:
    """The IRI of the work by the naming convention: country, type, genre, year, our slug as its name;
    ``nn`` stands for what is not known."""
    genre = (meta.genre.value or "nn").replace("_", "-")
    return f"/akn/cn/{document_type}/{genre}/{_date_of(meta)[:4] or 'nn'}/{meta.slug}"


def identify(site: Site, meta: PolicyMeta, work: str) -> XmlElement:
    """The block ``meta``."""
    text = f"{work}/zho@"
    issuers = meta.issuers.value or ()
    authors = [f"#issuer-{n}" for n in range(1, len(issuers) + 1)] or [_PROGRAM]
    details = [
        _value("FRBRcountry", "cn"),
        *([_value("FRBRsubtype", meta.genre.value)] if meta.genre.value else []),
        *([_value("FRBRnumber", meta.number.value)] if meta.number.value else []),
        *([_value("FRBRname", meta.title_zh.value)] if meta.title_zh.value else []),
    ]
    levels = (
        XmlElement("FRBRWork", (), (*_core(site, meta, work, f"{work}/!main", authors), *details)),
        XmlElement(
            "FRBRExpression",
            (),
            (*_core(site, meta, text, f"{text}/!main", authors), _with("FRBRlanguage", language="zho")),
        ),
        XmlElement(
            "FRBRManifestation",
            (),
            (*_core(site, meta, f"{text}.xml", f"{text}/!main.xml", [_PROGRAM]), _value("FRBRformat", "xml")),
        ),
    )
    organizations = [
        _organization(f"issuer-{n}", quote(name, safe=""), name) for n, name in enumerate(issuers, 1)
    ]
    return XmlElement(
        "meta",
        (),
        (
            XmlElement("identification", (("source", _PROGRAM),), levels),
            XmlElement(
                "references",
                (("source", _PROGRAM),),
                (*organizations, _organization("digest", "digest", site.title_en)),
            ),
        ),
    )


def _core(site: Site, meta: PolicyMeta, address: str, this: str, authors: list[str]) -> list[XmlElement]:
    """What every level says; a date known to the month or year is that of its first day."""
    date = _date_of(meta)
    standing = "made" if len(date) == len(_UNKNOWN_DATE) else "approximate" if date else "unknown"
    permanent = urls.absolute(site.base_url, urls.policy("zh", meta.slug))
    return [
        _value("FRBRthis", this),
        _value("FRBRuri", address),
        _with("FRBRalias", value=permanent, name="url"),
        _with("FRBRdate", date=date + _UNKNOWN_DATE[len(date) :], name=standing),
        *(_with("FRBRauthor", href=author) for author in authors),
    ]


def _date_of(meta: PolicyMeta) -> str:
    """The best date that is known, perhaps only a month or year; "" where none is."""
    return meta.made.value or meta.published.value or meta.effective.value or ""


def _organization(eid: str, name: str, shown: str) -> XmlElement:
    return _with("TLCOrganization", eId=eid, href=f"/akn/ontology/organization/cn/{name}", showAs=shown)


def _value(name: str, value: str) -> XmlElement:
    return _with(name, value=value)


def _with(element: str, /, **attributes: str) -> XmlElement:
    return XmlElement(element, tuple(attributes.items()))
