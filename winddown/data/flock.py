"""Locks what is open, without waiting; the system frees it with the program that did."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress


def try_lock(descriptor: int, how: int = fcntl.LOCK_EX) -> bool:
    """Lock what is open; False where another program has it otherwise.

    On a disk that knows no locks, nothing is ever another's.
    """
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def has_a_name(descriptor: int) -> bool:
    """Tell whether what is open can still be found by others, and was not deleted meanwhile."""
    with suppress(OSError):
        return os.fstat(descriptor).st_nlink > 0
    return True
