"""The program without its terminal: all it would send to one is caught, and no key has to wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, Paste

from winddown.app import WinddownApp
from winddown.opening import open_evening
from winddown.theme_files import worn

NAMES = {" ": "space", ",": "comma", "?": "question_mark", "/": "slash", "-": "minus"}
BREATH = 0.012
"""Seconds in which what follows from a key is drawn."""
PATIENCE = 1.0
"""Seconds to wait for what is lost with a screen that went."""


class Caught(HeadlessDriver):
    """Takes what is sent to a terminal."""

    sent: list[str]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Begin with nothing sent."""
        super().__init__(*arguments, **named)
        self.sent = []

    @property
    def is_headless(self) -> bool:
        """Say that there is a terminal, so that all of it is sent."""
        return False

    def write(self, data: str) -> None:
        """Take what is sent."""
        self.sent.append(data)


class Rendered:
    """One run of the program, with keys in and what a terminal would get out."""

    def __init__(self, app: WinddownApp) -> None:
        """Press keys at `app`."""
        self.app = app

    @property
    def sent(self) -> bytes:
        """Everything that was sent so far."""
        driver = self.app._driver
        assert isinstance(driver, Caught)
        return "".join(driver.sent).encode("utf-8", "surrogatepass")

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    async def press(self, *keys: str) -> None:
        """Press keys by name, each once the one before it is wholly answered."""
        for key in keys:
            character = key if len(key) == 1 else None
            await self._post(Key(NAMES.get(key, key), character))

    async def paste(self, text: str) -> None:
        """Paste a text where the cursor is."""
        await self._post(Paste(text))

    async def _post(self, event: Key | Paste) -> None:
        app, until = self.app, monotonic() + PATIENCE
        app.post_message(event)
        await asyncio.sleep(BREATH)
        while app._pressed or (app._laps_to_go and app._runner and app._runner.is_attached):
            if monotonic() > until:
                break  # the next key goes on all the same
            await asyncio.sleep(BREATH)


@asynccontextmanager
async def rendered(
    home: Path, *, columns: int = 100, rows: int = 40, **asked: Any
) -> AsyncIterator[Rendered]:
    """Open the program on a home, as it stands in a window of this size."""
    environ = {"WINDDOWN_HOME": str(home), "HOME": str(home), "LANG": "en_GB.UTF-8"}
    opening = open_evening(environ, **asked)
    palette, problems = worn(opening.theme_folders, opening.theme, opening.theme_place)
    opening = opening._replace(notices=(*opening.notices, *problems))
    app = WinddownApp(opening, palette)
    app.driver_class = Caught
    async with app.run_test(headless=False, size=(columns, rows), notifications=True) as pilot:
        await pilot.pause()
        yield Rendered(app)
