"""content/places.toml: what names of places say besides where they are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from digest.model.vocabulary.patterns import any_of
from digest.regex import regex


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """content/places.toml, where the keys are explained. ``other_name`` is the pattern of what stands behind the name of a place
    where that is the name of something else."""

    nation: tuple[str, ...] = ()
    nation_numbers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    signs: Mapping[str, str] = field(default_factory=dict)
    other_name: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pattern = rf"市?(?:{any_of(self.others)})|[\u4e00-\u9fff]{{0,4}}(?:{any_of(self.institutions)})"
        object.__setattr__(self, "other_name", regex(pattern))
