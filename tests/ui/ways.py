"""The ways an evening can go, and walking them with nothing but enter."""

from __future__ import annotations

from typing import Any

from tests.ui.night import Night

FULL = ("breathing", "comforts", "reflection", "outreach", "closing")
SHORT = ("breathing", "comforts", "outreach", "closing")
DOWNS = {"light": 1, "steady": 2, "tired": 3, "heavy": 4, "not-okay": 5}


async def say(evening: Night, tonight: str) -> None:
    """Arrive, and say how tonight is; an empty word says nothing."""
    await evening.at("arrive")
    await evening.press(*["down"] * DOWNS.get(tonight, 0))


async def walk(evening: Night, steps: tuple[str, ...]) -> None:
    """Go through these steps with nothing but enter, to good night and out."""
    for step in steps:
        await evening.at(step)
        if step == "breathing":
            await evening.press("enter", "enter", "enter")
            if "How settled now?" in evening.text():
                await evening.press("enter")
        else:
            await evening.press("enter")
    await evening.at("GoodNight")
    await evening.press("enter")


def answers_in(kept: dict[str, Any]) -> set[str]:
    """Name what a file holds besides what the program fills in by itself."""
    return set(kept) - {"schema", "evening", "started", "ended", "route"}
