"""The one clock: commands ask it that only print, and those that write down on which day something was done. A build never
does.
"""

import os
from datetime import UTC, datetime


def today() -> str:
    """The day it is where the program runs, in ISO 8601; that of ``SOURCE_DATE_EPOCH`` (seconds, in UTC) where it is set,
    so that what is written can be made again."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return datetime.now().astimezone().date().isoformat()
