"""Walks through an evening and pictures every screen: `python -m screenshots.capture`.

The clock stands still, the home is a temporary one and nothing is random, so a
second run gives the same bytes.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from screenshots.evenings import CONFIG, ELSEWHERE, OWN, PAST
from screenshots.picture import as_gif, as_png, as_svg
from tests.ui.looking_back import added_up, all_read
from tests.ui.night import FRIDAY, Night, night
from tests.ui.versions_beside import write as write_beside
from tests.years import believable_year, write
from winddown.data.locations import locations
from winddown.routine.evening import Settled
from winddown.screens.breathing import Breathing

HERE = Path(__file__).parent
SIZE = (100, 30)
KEPT = date(2026, 11, 2)
"""An evening with a plan that came to something."""
ALMOST_FULL = 3.95
"""Seconds into a breath of four in and six out."""
BREATH, FRAMES = 10, 125
"""Seconds of such a breath, and how many pictures of it are taken, one each 0.08 seconds."""


class Album:
    """The pictures of one theme, each as SVG and PNG."""

    def __init__(self, theme: str) -> None:
        """Begin with no picture."""
        self.config = CONFIG.format(theme=theme)
        self._folder = HERE / theme
        self._folder.mkdir(exist_ok=True)

    def keep(self, name: str, evening: Night) -> None:
        """Keep the screen as it stands, under a name."""
        svg = drawn(evening)
        (self._folder / f"{name}.svg").write_text(svg, encoding="utf-8")
        png = as_png(svg)
        if png is not None:
            (self._folder / f"{name}.png").write_bytes(png)

    def keep_moving(self, name: str, svgs: Sequence[str], each: float) -> None:
        """Keep screens that follow each other, each seen for so many seconds, under a name."""
        gif = as_gif(svgs, each)
        if gif is not None:
            (self._folder / f"{name}.gif").write_bytes(gif)


def drawn(evening: Night) -> str:
    """Draw the screen as it stands."""
    return as_svg(evening.app.screen._compositor.render_strips(), SIZE[0])


async def whole_evening(home: Path, album: Album) -> None:
    """Answer every step as someone would on a steady Friday."""
    async with night(home, *PAST, size=SIZE, config=album.config) as evening:
        await evening.press("down", "down", "tab", "4")
        album.keep("arrive", evening)
        await evening.press("question_mark")
        album.keep("help", evening)
        await evening.press("escape", "enter")
        await evening.at("followup")
        await evening.press("down", "tab", "8")
        album.keep("follow-up", evening)
        await evening.press("enter")
        await evening.at("breathing")
        await breathe_in(evening)
        album.keep("breathing", evening)
        await evening.pass_time(300)
        await evening.press("7")
        album.keep("settled", evening)
        await evening.press("enter")
        await evening.at("comforts")
        await evening.press("down", "space", "down", "down", "space")
        album.keep("comforts", evening)
        await evening.press("enter")
        await evening.at("reflection")
        await evening.press("down", "tab", "down")
        album.keep("notice", evening)
        await evening.press("enter")
        await evening.at("outreach")
        await evening.press("space", "tab", "6")
        album.keep("reach", evening)
        await evening.press("enter")
        await evening.at("closing")
        await evening.press("tab")
        await evening.write("Rain on the window.")
        album.keep("closing", evening)
        await evening.press("enter")
        await evening.at("GoodNight")
        album.keep("good-night", evening)
    async with night(home, size=SIZE) as evening:
        album.keep("card", evening)


async def breathe_in(evening: Night) -> None:
    """Begin, and stop the clock on full lungs."""
    await evening.press("enter")
    await evening.pass_time(ALMOST_FULL)
    await evening.pilot.pause(0.3)


async def one_breath(home: Path, album: Album) -> None:
    """Breathe the second breath, all of it in one light, so that it can follow on itself."""
    async with night(home, *PAST, size=SIZE, config=album.config, errand="breathe") as evening:
        await evening.press("enter")
        begun, screen, svgs = evening.clock.seconds, cast(Breathing, evening.app.screen), []
        for frame in range(FRAMES):
            evening.clock.seconds = begun + BREATH + BREATH * frame / FRAMES
            screen._tick()
            await evening.pilot.pause()
            svgs.append(drawn(evening))
    album.keep_moving("breath", svgs, BREATH / FRAMES)


async def first_page(home: Path, album: Album) -> None:
    """Open for the first time."""
    async with night(home, size=SIZE) as evening:
        album.keep("first-page", evening)


async def hard_night(home: Path, album: Album) -> None:
    """Say that tonight is not okay."""
    async with night(home, *PAST, size=SIZE, config=album.config) as evening:
        await evening.press("up", "up", "down", "down", "down", "down", "enter")
        await evening.at("support")
        album.keep("support", evening)


async def own_lists(home: Path, album: Album) -> None:
    """Look at what can be shaped: a list, a pattern and the looks."""
    async with night(home, size=SIZE, config=album.config + OWN, errand="settings") as evening:
        await evening.press("enter", "down")
        album.keep("settings-comforts", evening)
        await evening.press("escape", *["down"] * 6, "enter", "enter")
        await evening.pass_time(ALMOST_FULL)
        await evening.pilot.pause(0.3)
        album.keep("settings-pattern", evening)
        await evening.press("escape", "escape", "down", "down", "enter")
        await evening.pass_time(ALMOST_FULL)
        await evening.pilot.pause(0.3)
        album.keep("looks", evening)


async def looking_back(home: Path, album: Album) -> None:
    """Look back on a year: an evening with its plan, a month, and over time."""
    write(locations({"WINDDOWN_HOME": str(home)}), believable_year(FRIDAY, seed=50))
    quiet = '\n[looking_back]\ndismissed = ["lighter-than-guessed", "rest-too", "settles"]\n'
    config = album.config + quiet
    async with night(home, size=SIZE, config=config, errand="review", day=KEPT) as evening:
        await all_read(evening)
        album.keep("look-back", evening)
        await evening.press("tab")
        album.keep("look-back-month", evening)
    async with night(home, size=SIZE, errand="review") as evening:
        await all_read(evening)
        await evening.press("3")
        await added_up(evening)
        album.keep("over-time", evening)
        await evening.press("end")
        album.keep("over-time-plans", evening)


async def two_versions(home: Path, album: Album) -> None:
    """Look back on an evening that was also written elsewhere, and see both side by side."""
    year = believable_year(FRIDAY, seed=50)
    write(locations({"WINDDOWN_HOME": str(home)}), year)
    here = next(evening for evening in year if evening.evening == KEPT)
    there = replace(here, note=ELSEWHERE, settled=Settled(before=7, after=9), in_touch=("Sam",))
    write_beside(home, there, "{day}.sync-conflict-20261103-071112-ABCDEFG.toml")
    async with night(home, size=SIZE, config=album.config, errand="review", day=KEPT) as evening:
        await all_read(evening)
        await evening.press("v")
        await evening.at("Versions")
        album.keep("versions", evening)


async def three_screens(home: Path, album: Album) -> None:
    """See how arriving, breathing and reaching out look."""
    async with night(home, *PAST, size=SIZE, config=album.config) as evening:
        await evening.press("down", "down", "tab", "4")
        album.keep("arrive", evening)
        await evening.press("enter")
        await evening.at("followup")
        await evening.press("down", "enter")
        await evening.at("breathing")
        await breathe_in(evening)
        album.keep("breathing", evening)
        for step in ("comforts", "reflection", "outreach"):
            await evening.press("s")
            await evening.at(step)
        await evening.press("space", "tab", "6")
        album.keep("reach", evening)


async def capture() -> None:
    """Take every picture, each walk in a home of its own."""
    dusk = Album("dusk")
    others = ("ember", "moss", "moonless", "paper")  # the sixth is as the terminal is
    for walk, album in (
        (one_breath, dusk),
        (first_page, dusk),
        (whole_evening, dusk),
        (hard_night, dusk),
        (own_lists, dusk),
        (looking_back, dusk),
        (two_versions, dusk),
        *((three_screens, Album(name)) for name in others),
    ):
        with tempfile.TemporaryDirectory() as home:
            await walk(Path(home), album)


def main() -> int:
    """Take the pictures, and say what is missing for them."""
    asyncio.run(capture())
    if as_png("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>") is None:
        print(
            "The SVGs are done; for the PNGs, install the fonts first: "
            "apt install fonts-firacode fonts-jetbrains-mono fonts-dejavu-core.",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
