"""Coming to the breathing, and the rounds that a file holds after it."""

from __future__ import annotations

from typing import Any

from tests.ui.hands import earlier
from tests.ui.night import Night

BEFORE = earlier(1)
"""An evening without breathing, so that no first page stands before tonight."""
GENTLE = {"kind": "pattern", "id": "gentle"}
"""The starter: 7 seconds a breath."""


async def settle_in(evening: Night, *tonight: str) -> None:
    """Arrive, say how tonight is, and come to the breathing."""
    await evening.at("arrive")
    await evening.press(*(tonight or ("down",)), "enter")
    await evening.at("breathing")


async def breathe(evening: Night, *tonight: str) -> None:
    """Come to the breathing and begin at once."""
    await settle_in(evening, *tonight)
    await evening.press("enter")


async def rounds(evening: Night) -> list[dict[str, Any]]:
    """Read tonight's rounds from the file."""
    kept: list[dict[str, Any]] = (await evening.kept()).get("breathing", [])
    return kept


def gentle(seconds: int, cycles: int) -> dict[str, Any]:
    """Give a round of the starter as the file holds it."""
    return GENTLE | {"seconds": seconds, "cycles": cycles}
