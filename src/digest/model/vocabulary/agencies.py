"""content/agencies.toml: bodies, and what they do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from digest.model.vocabulary.patterns import any_of
from digest.regex import regex


@dataclass(frozen=True, slots=True)
class AgencyField:
    """What a body is in charge of: ``zh`` in full (发展和改革), ``short`` as lists print it (发改). ``bureau`` is the English
    of its 局 with ``{place}``, where it does not follow from field and organ."""

    zh: str
    en: str
    short: tuple[str, ...] = ()
    bureau: str = ""


@dataclass(frozen=True, slots=True)
class Organ:
    """What a body is called after its field: 局, 委员会 (short: 委), 厅.

    ``en`` is a template with ``{place}`` and ``{field}``; ``nation_zh`` goes before the field when
    the body is the nation's (国家发展和改革委员会, but 财政部).
    """

    zh: str
    en: str
    short: tuple[str, ...] = ()
    nation_zh: str = ""
    nation_en: str = ""


@dataclass(frozen=True, slots=True)
class NamedAgency:
    """A body whose full name does not follow from field and organ.

    ``zh`` and ``en`` are templates: ``{place}`` is 深圳市, ``{short}`` 深圳. ``nation_zh`` and
    ``nation_en`` name the nation's own one.
    """

    names: tuple[str, ...]
    zh: str
    en: str
    nation_zh: str = ""
    nation_en: str = ""


class PlaceWords(NamedTuple):
    """Names that say of which place a policy is and are none of a place: kinds of ``zones``, and bodies of the ``nation``."""

    zones: tuple[str, ...]
    nation: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgencyWords:
    """content/agencies.toml. The mappings are made from the lists, keyed by every printed form. ``duties`` make
    a body behind 由 responsible, ``subject_duties`` one that begins a sentence; a name with one of
    ``not_bodies`` is nobody in particular. ``zones`` are kinds of zones. ``any_duty`` and ``any_subject_duty`` are patterns of the
    lists."""

    fields: tuple[AgencyField, ...]
    organs: tuple[Organ, ...]
    named: tuple[NamedAgency, ...]
    duties: tuple[str, ...] = ("负责", "牵头", "承担")
    subject_duties: tuple[str, ...] = ("负责", "牵头", "承担")
    not_bodies: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    field_of: Mapping[str, AgencyField] = field(init=False, repr=False, compare=False)
    organ_of: Mapping[str, Organ] = field(init=False, repr=False, compare=False)
    named_of: Mapping[str, NamedAgency] = field(init=False, repr=False, compare=False)
    any_duty: str = field(init=False, repr=False, compare=False)
    any_subject_duty: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        fields = {name: entry for entry in self.fields for name in (entry.zh, *entry.short)}
        organs = {name: entry for entry in self.organs for name in (entry.zh, *entry.short)}
        named = {name: entry for entry in self.named for name in entry.names}
        object.__setattr__(self, "field_of", fields)
        object.__setattr__(self, "organ_of", organs)
        object.__setattr__(self, "named_of", named)
        object.__setattr__(self, "any_duty", any_of(self.duties))
        object.__setattr__(self, "any_subject_duty", any_of(self.subject_duties))

    @property
    def place_words(self) -> PlaceWords:
        """What of these words says of which place a policy is."""
        names = (name for each in self.named for name in (each.zh, each.nation_zh, *each.names))
        return PlaceWords(self.zones, tuple(sorted({name for name in names if _OF_NATION.match(name)})))

    def short_forms(self, name: str) -> Iterator[str]:
        """What a body with a full name is called for short, without its place: 深圳市发展和改革委员会 -> 发展改革委,
        发改委. Nothing for a name that does not follow from field and organ."""
        organ = max((each for each in self.organs if name.endswith(each.zh)), key=_length, default=None)
        if organ is None:
            return
        before = name.removesuffix(organ.zh)
        named = max((each for each in self.fields if before.endswith(each.zh)), key=_length, default=None)
        ends = organ.short or (organ.zh,)
        yield from (f"{short}{end}" for short in (named.short if named else ()) for end in ends)


_OF_NATION = regex("(?:中国|国家|中央)(?!.*[{])")


def _length(entry: AgencyField | Organ) -> int:
    return len(entry.zh)
