"""How the tests come to look back, and know that all of it stands."""

from __future__ import annotations

from tests.ui.night import Night
from winddown.screens.look_back import LookBack


async def all_read(tonight: Night) -> None:
    """Wait until look back stands, and every evening is read."""
    await tonight.at("LookBack")
    screen = tonight.app.screen
    assert isinstance(screen, LookBack)
    while not screen.is_read:
        await tonight.pilot.pause(0.02)


async def added_up(tonight: Night) -> None:
    """Wait until the view over time shows what evenings add up to."""
    while any(each.group == "adding up" for each in tonight.app.workers):
        await tonight.pilot.pause(0.02)
    await tonight.pilot.pause()
