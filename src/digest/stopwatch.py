"""How long each stage of a build takes, told from the same calls as how far it is."""

import time
from collections.abc import Callable, Mapping

from digest.model.progress import Progress, Stage


class Stopwatch:
    """A ``Progress`` that passes on what it is told. The time before the first call is that of ``read``."""

    def __init__(self, progress: Progress, clock: Callable[[], float] = time.monotonic) -> None:
        self._progress, self._clock = progress, clock
        self._began = clock()
        self._stage: str = "read"
        self._seconds: dict[str, float] = {}

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        if stage != self._stage:
            self._turn_to(stage)
        self._progress(stage, done, total)

    def seconds(self) -> Mapping[str, float]:
        """The seconds of each stage so far, by the clock, in the order in which they began."""
        self._turn_to(self._stage)
        return dict(self._seconds)

    def _turn_to(self, stage: str) -> None:
        now = self._clock()
        self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + now - self._began
        self._began, self._stage = now, stage
