"""What settings, values and states are called on the terminal, in the language of the command line."""

from collections.abc import Mapping
from gettext import gettext


def field_names() -> Mapping[str, str]:
    """What each table of policy.toml is called."""
    return {
        "title_zh": gettext("title"),
        "issuers": gettext("issued by"),
        "number": gettext("document number"),
        "made": gettext("dated"),
        "published": gettext("published"),
        "effective": gettext("in force from"),
        "expires": gettext("in force until"),
        "period": gettext("period"),
        "genre": gettext("document type"),
        "form": gettext("official form"),
        "status": gettext("status"),
        "jurisdiction": gettext("jurisdiction"),
        "source_url": gettext("address"),
    }


def kind_name(kind: str) -> str:
    """What a kind of clause is called. A note in a text is no note about one."""
    return gettext("drafting note") if kind == "note" else gettext(kind)


def bases() -> Mapping[str, str]:
    """What each basis of a value is called."""
    return {
        "printed": gettext("printed"),
        "inferred": gettext("inferred"),
        "external": gettext("external"),
    }


def confidences() -> Mapping[str, str]:
    """What each degree of confidence is called."""
    return {
        "high": gettext("high confidence"),
        "medium": gettext("medium confidence"),
        "low": gettext("low confidence"),
    }


def state_names() -> Mapping[str, str]:
    """What the states of a translation are called."""
    return {
        "reviewed": gettext("reviewed"),
        "machine": gettext("machine draft"),
        "stale": gettext("out of date"),
        "missing": gettext("missing"),
    }
