"""The one clock: commands that only print may ask it. A build never does."""

from datetime import datetime


def today() -> str:
    """The day it is where the program runs, in ISO 8601."""
    return datetime.now().astimezone().date().isoformat()
