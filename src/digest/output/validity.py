"""Whether a policy holds today, for the terminal: unlike a page, what is printed here is read at once."""

from gettext import gettext

from digest.model.corpus import Corpus, Term


def validity_on(corpus: Corpus, slug: str, day: str) -> str:
    """The state of a policy on a day (ISO 8601), and what it follows from where that depends on the day.

    ``consultation draft``, or ``period ended as of 2026-11-26 (2021/2023)``.
    """
    validity, name = corpus.validity_of(slug), state_name(corpus, slug, day)
    time = validity.time or ""
    begins, ends = gettext("from {day}"), gettext("until {day}")
    days = (
        validity.start and begins.format(day=validity.start),
        time if "/" in time else time and ends.format(day=time),
    )
    known = gettext(", ").join(filter(None, days))
    return (
        gettext("{state} as of {day} ({known})").format(state=name, day=day, known=known) if known else name
    )


def state_name(corpus: Corpus, slug: str, day: str) -> str:
    """The name of the state of a policy on a day, in the language of the command line."""
    state = corpus.validity_of(slug).on(day)
    term = corpus.terms.get(("status", state), Term(state, state))
    return term.name_zh if gettext("en") == "zh" else term.name_en
