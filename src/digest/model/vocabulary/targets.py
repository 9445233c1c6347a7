"""content/targets.toml: the words of goals and statistics."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from digest.model.vocabulary.patterns import any_of
from digest.regex import regex


@dataclass(frozen=True, slots=True)
class TargetWords:
    """content/targets.toml: the words around a figure that tell a goal from a statistic.

    ``comparators`` maps a printed word to one of ``>= > <= < ~``, ``after`` the words that follow the
    figure; ``joining_words`` of them set no bound (达到). ``periods`` gives the last year of a planning
    period (十四五 -> 2025); ``articles`` are the counters with which 一 is no count (一个). ``counters_en``
    has the counters that English prints, too. ``driving_verbs`` and ``object_verbs`` have an object that is counted where
    goals are stated; ``actors`` do what ``acting_verbs`` say (100家企业实施…), ``ending_verbs`` without an object
    (50家企业上市). ``openers`` begin another clause in a list of nouns, ``predicates`` end the noun of a share.
    ``wholes`` say only where something is counted (国外), ``enabling_words`` leave it to others to reach a
    figure. ``metric_nouns`` hold a verb of building and
    ``bare_measures`` keep one before them. The patterns are made from the lists.
    """

    goal_headings: tuple[str, ...]
    goal_words: tuple[str, ...]
    statistic_words: tuple[str, ...]
    weak_statistic_words: tuple[str, ...]
    grant_words: tuple[str, ...]
    condition_words: tuple[str, ...]
    build_verbs: tuple[str, ...]
    fund_words: tuple[str, ...]
    vague_amounts: tuple[str, ...]
    counters: tuple[str, ...]
    articles: tuple[str, ...]
    comparators: Mapping[str, str]
    after: Mapping[str, str]
    periods: Mapping[str, int]
    metrics_en: Mapping[str, str]
    counters_en: Mapping[str, str] = field(default_factory=dict)
    demand_words: tuple[str, ...] = ()
    standing_words: tuple[str, ...] = ()
    joining_words: tuple[str, ...] = ()
    hedging_words: tuple[str, ...] = ()
    enabling_words: tuple[str, ...] = ()
    driving_verbs: tuple[str, ...] = ()
    object_verbs: tuple[str, ...] = ()
    acting_verbs: tuple[str, ...] = ()
    ending_verbs: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    metric_nouns: tuple[str, ...] = ()
    bare_measures: tuple[str, ...] = ()
    longest_comparators: tuple[str, ...] = field(init=False, repr=False, compare=False)
    aiming: re.Pattern[str] = field(init=False, repr=False, compare=False)
    granting: re.Pattern[str] = field(init=False, repr=False, compare=False)
    reporting: re.Pattern[str] = field(init=False, repr=False, compare=False)
    weakly_reporting: re.Pattern[str] = field(init=False, repr=False, compare=False)
    counter: re.Pattern[str] = field(init=False, repr=False, compare=False)
    after_figure: re.Pattern[str] = field(init=False, repr=False, compare=False)
    hedged: re.Pattern[str] = field(init=False, repr=False, compare=False)
    driving: re.Pattern[str] = field(init=False, repr=False, compare=False)
    leading_driver: re.Pattern[str] = field(init=False, repr=False, compare=False)
    leading_builder: re.Pattern[str] = field(init=False, repr=False, compare=False)
    only_verbs: re.Pattern[str] = field(init=False, repr=False, compare=False)
    acting: re.Pattern[str] = field(init=False, repr=False, compare=False)
    opening: re.Pattern[str] = field(init=False, repr=False, compare=False)
    predicate: re.Pattern[str] = field(init=False, repr=False, compare=False)
    vague: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        drivers, builders = any_of(self.driving_verbs), any_of(self.build_verbs)
        verbs = any_of((*self.build_verbs, *self.driving_verbs, *self.object_verbs, *self.openers))
        acts = rf"(?:{any_of(self.acting_verbs)}).+|(?:{any_of(self.ending_verbs)})$"
        vague = any_of(self.vague_amounts)
        patterns = {
            "aiming": rf"(?=({any_of(self.goal_words)}))",
            "granting": rf"(?=({any_of(self.grant_words)}))",
            "reporting": rf"(?<!以)(?=({any_of(self.statistic_words)}))",  # 10家以上年收入超亿元的企业 is of no 上年
            "weakly_reporting": rf"(?=({any_of(self.weak_statistic_words)}))",
            "counter": any_of(self.counters),
            "after_figure": any_of(self.after),
            "hedged": rf"(?:{any_of(self.hedging_words)})(?![到至在\d二])",
            "driving": rf"(?:{any_of((*self.driving_verbs, *self.object_verbs))})[^，、]{{0,14}}$",
            "leading_driver": rf"^(?:{drivers})++",
            "leading_builder": rf"^(?:{builders})(?:[、和及与或]?(?:{builders}))*+",
            "only_verbs": rf"(?:{verbs})++",
            "acting": rf"(?P<who>.{{0,30}}?(?:{any_of(self.actors)}))(?:全面|率先|成功|首次|顺利)?(?P<what>{acts})",
            "opening": rf"\s*(?:{verbs}|{vague})",
            "predicate": any_of(self.predicates),
            "vague": rf"(?:{builders})了?(?:{vague})的?(?P<noun>[^，；。]{{2,40}})",
        }
        for name, pattern in patterns.items():
            object.__setattr__(self, name, regex(pattern))
        object.__setattr__(
            self, "longest_comparators", tuple(sorted(self.comparators, key=len, reverse=True))
        )
