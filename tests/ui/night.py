"""An evening for the tests: the whole app over a home of its own, with clocks that stand still."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input

from winddown.app import WinddownApp
from winddown.data import evenings
from winddown.data.locations import locations
from winddown.opening import open_evening
from winddown.routine.evening import Evening
from winddown.theme_files import worn

Input.cursor_blink = False
FRIDAY = date(2026, 11, 20)


@dataclass
class Clock:
    """A clock that moves only when a test says so; the wall goes with it."""

    seconds: float = 0.0
    wall: datetime = datetime(2026, 11, 20, 21, 34, 10, tzinfo=timezone(timedelta(hours=1)))

    def __call__(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.wall + timedelta(seconds=int(self.seconds))


@dataclass
class Night:
    """One run of the app, the keys into it and the file it leaves."""

    home: Path
    pilot: Pilot[None]
    clock: Clock = field(default_factory=Clock)
    day: date = FRIDAY

    @property
    def app(self) -> WinddownApp:
        """The app that is running."""
        app = self.pilot.app
        assert isinstance(app, WinddownApp)
        return app

    async def press(self, *keys: str) -> None:
        """Press keys, and let whatever follows from each come to rest."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Type a text, and wait until it is kept."""
        await self.pilot.press(*(NAMES.get(character, character) for character in text))
        await self.pilot.pause(0.6)

    async def pass_time(self, seconds: float) -> None:
        """Let the clock go on, and the program notice."""
        self.clock.seconds += seconds
        await self.pilot.pause(0.1)

    async def at(self, step: str) -> None:
        """Wait until a step is on the screen."""
        for _ in range(100):
            if getattr(self.app.screen, "STEP", type(self.app.screen).__name__) == step:
                await self.pilot.pause()
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"not at {step}, but at {self.app.screen!r}")

    async def kept(self, day: date | None = None) -> dict[str, Any]:
        """Read the file of an evening, once everything is on disk; empty when there is none."""
        await self.pilot.pause()
        await self.app.flush()
        path = locations({"WINDDOWN_HOME": str(self.home)}).evening(day or self.day)
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def text(self) -> str:
        """The screen as lines of text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


NAMES = {" ": "space", ",": "comma", ".": "full_stop", "'": "apostrophe", "?": "question_mark"}


def at_home(home: Path, past: Iterable[Evening], config: str) -> dict[str, str]:
    """Keep past evenings and a config in a home, and give the environment that leads there."""
    environ = {"WINDDOWN_HOME": str(home), "HOME": str(home), "LANG": "en_GB.UTF-8"}
    where = locations(environ)
    if config:
        where.config_file.parent.mkdir(parents=True, exist_ok=True)
        where.config_file.write_text(config, encoding="utf-8")
    for evening in past:
        evenings.save(where, None, evening)
    return environ


@asynccontextmanager
async def night(
    home: Path,
    *past: Evening,
    size: tuple[int, int] = (80, 24),
    config: str = "",
    prepare: Callable[[Clock], None] = lambda clock: None,
    terminal: Mapping[str, str] | None = None,
    **arguments: Any,
) -> AsyncIterator[Night]:
    """Open the app on a Friday evening, after these past evenings.

    A `terminal` is what its environment says of it; where that says nothing, it knows everything.
    """
    clock = Clock()
    environ = at_home(home, past, config) | (terminal or {})
    prepare(clock)
    opening = open_evening(environ, now=clock.now, clock=clock, **arguments)
    palette, _ = worn(opening.theme_folders, opening.theme)
    app = WinddownApp(opening, palette)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Night(home, pilot, clock)
