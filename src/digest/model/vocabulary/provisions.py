"""content/provisions.toml: what texts say of their own use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProvisionKind:
    """What a text can say of its own use: a ``[[provision]]`` of content/provisions.toml. A sentence is of the kind that has one
    of ``words`` and none that is ``excluded``; a text where no sentence has one of ``silent`` says nothing of it."""

    id: str
    zh: str
    en: str
    words: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProvisionWords:
    """content/provisions.toml, where the keys are explained."""

    provision: tuple[ProvisionKind, ...] = ()
    texts: tuple[str, ...] = ()
    making: tuple[str, ...] = ()
