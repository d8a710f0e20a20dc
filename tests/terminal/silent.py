"""Runs the program where nothing may speak to another machine."""

from __future__ import annotations

import os
import socket
import sys

ALLOWED = {"socket.__new__"}
"""The loop that waits for keys wakes itself by a pair of its own, which leads nowhere."""


def forbid(event: str, arguments: tuple[object, ...]) -> None:
    """End at once, with a code of its own, where a socket is asked for that leads anywhere."""
    if not event.startswith("socket."):
        return
    if event not in ALLOWED or arguments[1] != socket.AF_UNIX:
        sys.stderr.write(f"forbidden: {event}\n")
        sys.stderr.flush()
        os._exit(97)  # no exception: whoever asked might swallow that


if __name__ == "__main__":
    sys.addaudithook(forbid)
    from winddown.cli import main

    sys.exit(main())
