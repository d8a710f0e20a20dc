"""What a process that runs has used so far, as Linux tells it."""

from __future__ import annotations

import os
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")


def worked(pid: int) -> float:
    """Give the seconds of processor time that a process has had, with all its threads."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    spent = sum(int((task / "schedstat").read_text("ascii").split()[0]) for task in tasks)
    return spent / 1e9


def resident(pid: int) -> float:
    """Give the megabytes of memory that a process holds, shared ones included."""
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * PAGE / 1e6
