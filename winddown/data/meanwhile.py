"""Tells whether another program wrote to a file since it was read; no lock binds an editor."""

from __future__ import annotations

import os
from pathlib import Path

ATTEMPTS = 5
"""So often a change is made anew when another program wrote to the file at the same moment."""

KEEPS_WRITING = "another program keeps writing to it; close that and try again"


def still_holds(path: Path, text: str | None) -> bool:
    """Tell whether a file holds this text to the byte or, where it is None, that nothing stands."""
    if text is None:
        return not os.path.lexists(path)
    try:
        # A pipe could keep us waiting for ever.
        return path.is_file() and path.read_bytes() == text.encode()
    except OSError:
        return False
