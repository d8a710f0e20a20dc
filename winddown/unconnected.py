"""Loads asyncio without TLS: a sixth of it serves connections, and winddown opens none."""

from __future__ import annotations

import sys


def load_asyncio() -> None:
    """Load it as it is where Python was built without ssl, unless somebody has that already."""
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # importing it fails, as there
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
