"""The least that an evening brought in has to say."""

from __future__ import annotations

from typing import Any

ENTRY: dict[str, Any] = {
    "schema": 1,
    "evening": "2026-11-22",
    "started": "2026-11-22T21:34:10+01:00",
}
