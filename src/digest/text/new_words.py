"""Words that no dictionary holds: single characters joined by a hidden Markov model, whose figures are jieba's.

A character begins a word (B), stands within (M), ends it (E) or is one by itself (S); the likeliest row of such
states says where words end. Only jieba's tables are read, not the program.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

_BEFORE = {"B": "ES", "M": "MB", "S": "SE", "E": "BM"}
_NEVER = -3.14e100


@dataclass(frozen=True, slots=True)
class NewWords:
    """The model: logarithms of the chances of a first state, of a state after another, of a character in a state."""

    first: Mapping[str, float]
    after: Mapping[str, Mapping[str, float]]
    said: Mapping[str, Mapping[str, float]]

    def cut(self, run: str) -> Iterator[str]:
        """The words of a run of Chinese characters."""
        begin = 0
        for at, state in enumerate(self._states(run)):
            if state in "ES":
                yield run[begin : at + 1]
                begin = at + 1
        if begin < len(run):
            yield run[begin:]

    def _states(self, run: str) -> str:
        """The likeliest states (Viterbi)."""
        rows = {state: (self.first[state] + self.said[state].get(run[0], _NEVER), state) for state in _BEFORE}
        for character in run[1:]:
            rows = {
                state: max(
                    (
                        rows[old][0]
                        + self.after[old].get(state, _NEVER)
                        + self.said[state].get(character, _NEVER),
                        rows[old][1] + state,
                    )
                    for old in before
                )
                for state, before in _BEFORE.items()
            }
        return max(rows[state] for state in "ES")[1]


def new_words() -> NewWords:
    """The model with jieba's figures."""
    return NewWords(_table("prob_start"), _table("prob_trans"), _table("prob_emit"))


def _table(name: str) -> Any:
    found = find_spec("jieba")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("jieba")  # a dependency; only a broken installation lacks it
    path = Path(found.submodule_search_locations[0]) / "finalseg" / f"{name}.py"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.P
