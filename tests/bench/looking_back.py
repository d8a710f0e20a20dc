"""Looking back on very many evenings: `python -m tests.bench.looking_back`.

Three things are measured. How fast a lifetime of evenings is read, and for how long an event
loop waits at most while a thread reads them. How long looking back takes to stand in a real
pseudo-terminal with ten years of evenings, beside one with none, in turns. For how long the
app itself stands still at most while a lifetime of evenings comes in and keys are pressed.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import date, datetime
from datetime import time as time_of_day
from importlib.util import find_spec
from pathlib import Path

from tests.bench.startup import seconds_to
from tests.years import evenings, write
from winddown.data import content
from winddown.data.archive import ArchiveInFiles
from winddown.data.locations import locations
from winddown.routine.evening import Evening
from winddown.routine.weekdays import WEEKDAYS

ROUNDS = 11
TEN_YEARS, LIFETIME = 3_650, 36_500
BEAT = 0.002
"""Seconds between two beats of an event loop that nothing holds up."""
PATIENCE = 120
"""Seconds that the app is given to read a lifetime of evenings."""
COMMAND = (sys.executable, "-m", "winddown", "review")


def kept(folder: Path, count: int, today: date) -> Path:
    """Make a home with so many evenings up to yesterday."""
    home = folder / str(count)
    write(locations({"WINDDOWN_HOME": str(home)}), evenings(count, today))
    return home


def archive(home: Path, today: date) -> ArchiveInFiles:
    """Open the evenings of a home."""
    return ArchiveInFiles(locations({"WINDDOWN_HOME": str(home)}), lambda: today)


async def longest_wait(until: Callable[[], Awaitable[object]]) -> tuple[float, float]:
    """Give how long an event loop stood still at most, and how long all took, in seconds."""
    began = last = time.perf_counter()
    longest = 0.0
    work = asyncio.ensure_future(until())
    while not work.done():
        await asyncio.sleep(BEAT)
        now = time.perf_counter()
        longest, last = max(longest, now - last - BEAT), now
    await work
    return longest, last - began


def read_beside_a_loop(home: Path, today: date) -> None:
    """Read in a thread, as looking back does."""
    came: list[Evening] = []

    async def read() -> None:
        await asyncio.to_thread(lambda: came.extend(archive(home, today).evenings()))

    longest, took = asyncio.run(longest_wait(read))
    print(
        f"reading {len(came):6,}   {took:5.1f} s, {len(came) / took:5.0f} a second; "
        f"a loop beside it waits {1000 * longest:.0f} ms at most"
    )


def first_paint(full: Path, empty: Path, today: date) -> None:
    """Time both starts in turns."""
    newest = next(archive(full, today).evenings()).evening
    say = content.words("leafing")
    weekday = content.words("plan")["weekday_short-" + WEEKDAYS[newest.weekday()]]
    newest_line = say.say("row", weekday=weekday, day=f"{newest.day:>2}")
    waits_for = {full: newest_line, empty: say["nothing_yet"][:24]}
    times: dict[Path, list[float]] = {home: [] for home in waits_for}
    for number in range(ROUNDS + 1):
        for home, words in waits_for.items():
            taken = seconds_to(words, home, COMMAND)
            if number:  # the first warms up, and compiles
                times[home].append(taken)
    medians = [statistics.median(times[home]) for home in (full, empty)]
    for name, seconds in zip((f"{TEN_YEARS:,} evenings", "none"), medians, strict=True):
        print(f"from the start, {name:14} {1000 * seconds:4.0f} ms")
    print(f"ratio {medians[0] / medians[1]:28.2f}")


async def stall(home: Path, today: date) -> None:
    """Open the app on a lifetime of evenings, and press keys until all have come."""
    from tests.ui.night import Clock, night

    all_read = asyncio.Event()
    loop, reading = asyncio.get_running_loop(), ArchiveInFiles.evenings

    def evenings_told(self: ArchiveInFiles) -> Iterator[Evening]:
        yield from reading(self)
        loop.call_soon_threadsafe(all_read.set)

    ArchiveInFiles.evenings = evenings_told  # type: ignore[method-assign]

    def tell_the_time(clock: Clock) -> None:
        clock.wall = datetime.combine(today, time_of_day(21, 30)).astimezone()

    async with night(home, errand="review", prepare=tell_the_time) as open_now:
        began = time.perf_counter()

        async def use() -> None:
            while not all_read.is_set() and time.perf_counter() - began < PATIENCE:
                await open_now.pilot.press("j")
                await asyncio.sleep(0.05)
            await asyncio.sleep(0.5)  # the last of them are shown

        longest, took = await longest_wait(use)
    if not all_read.is_set():
        print(f"the app has not asked for all {LIFETIME:,} in {PATIENCE} s")
    print(f"the app with {LIFETIME:,}: {took:.1f} s, stalls {1000 * longest:.0f} ms at most")


def main() -> None:
    """Measure, and print what was found."""
    today = date.today()  # noqa: DTZ011  an evening goes by the wall clock
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ten_years, lifetime = (kept(folder, count, today) for count in (TEN_YEARS, LIFETIME))
        for home in (ten_years, lifetime):
            read_beside_a_loop(home, today)
        if find_spec("winddown.screens.look_back") is None:
            print("there is no screen to look back on yet")
            return
        (empty := folder / "empty").mkdir()
        first_paint(ten_years, empty, today)
        asyncio.run(stall(lifetime, today))


if __name__ == "__main__":
    main()
