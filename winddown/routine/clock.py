"""Reads a time of day as people write one."""

from __future__ import annotations

import re
from datetime import time

_WRITTEN = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d{1,2}))?\s?(?P<half>[ap]\.?m\.?)?", re.IGNORECASE
)


def time_of(text: str) -> time | None:
    """Give the time that is meant, as in 18:30, 9.15, 18h30, 6:30 pm or 7pm; None for no time.

    A number alone is none: it may be an hour, a day or how many cups of tea.
    """
    read = _WRITTEN.fullmatch(text.strip())
    if read is None or not (read["minute"] or read["half"]):
        return None
    hour, minute, half = int(read["hour"]), int(read["minute"] or 0), (read["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
