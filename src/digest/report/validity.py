"""Whether a policy holds today, for the terminal: unlike a page, what is printed here is read at once."""

from digest.model.corpus import Corpus, Term


def validity_on(corpus: Corpus, slug: str, day: str) -> str:
    """The state of a policy on a day (ISO 8601), and what it follows from where that depends on the day.

    ``consultation draft``, or ``period over as of 2026-11-26 (2021/2023)``.
    """
    validity, name = corpus.validity_of(slug), state_name(corpus, slug, day)
    time = validity.time or ""
    days = (validity.start and f"from {validity.start}", time if "/" in time else time and f"until {time}")
    known = ", ".join(filter(None, days))
    return f"{name} as of {day} ({known})" if known else name


def state_name(corpus: Corpus, slug: str, day: str) -> str:
    """The name of the state of a policy on a day."""
    state = corpus.validity_of(slug).on(day)
    return corpus.terms.get(("status", state), Term(state, state)).name_en
