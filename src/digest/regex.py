"""Regular expressions that are compiled when they are first used. The house has hundreds, a text meets half of them, and to compile one
takes up to three thousandths of a second: all Chinese characters in a class are entered one by one."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, AnyStr, cast


def regex(pattern: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, but for the time."""
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


@dataclass(frozen=True)
class _Regex:
    pattern: str | bytes
    flags: re.RegexFlag

    def __getattr__(self, name: str) -> Any:
        self.__dict__[name] = found = getattr(self._compiled, name)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return regex, (self.pattern, self.flags)

    @cached_property
    def _compiled(self) -> re.Pattern[Any]:
        return re.compile(self.pattern, self.flags)  # noqa: TID251 # the one place
