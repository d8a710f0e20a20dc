"""A window as a process: the program runs, is told what happens to it, and says how it stands."""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from datetime import datetime
from mmap import mmap
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from tests.reliability.machine.inside import Inside
from tests.reliability.machine.standing import Standing
from tests.ui.night import Clock
from winddown.app import WinddownApp
from winddown.opening import open_evening
from winddown.theme_files import worn

BEAT = 0.02
"""Seconds between two beats of a program that is neither stopped nor starved."""


def live(pipe: Connection, beats: mmap, home: Path, now: datetime) -> NoReturn:
    """Be the program until it is left; call this only in a process of its own."""
    # On a full disk Python would leave half of what it compiles, and trip over it ever after.
    sys.dont_write_bytecode = True
    try:
        asyncio.run(_live(pipe, beats, home, now))
    except BaseException:  # whatever it is, the machine has to hear of it
        trouble = traceback.format_exc()
        pipe.send(Standing("gone", False, {}, (), now.date(), now, False, trouble=trouble))
    finally:
        os._exit(0)


async def _live(pipe: Connection, beats: mmap, home: Path, now: datetime) -> None:
    environ = {"WINDDOWN_HOME": str(home), "HOME": str(home), "LANG": "en_GB.UTF-8"}
    clock = Clock(wall=now)
    opening = open_evening(environ, now=clock.now, clock=clock)
    palette, _ = worn(opening.theme_folders, opening.theme)
    app = WinddownApp(opening, palette)
    async with app.run_test(size=(80, 24)) as pilot:
        inside = Inside(app, pilot, clock)
        beating = asyncio.create_task(_beat(beats))
        await inside.rest()
        pipe.send(inside.standing())
        while not inside.is_gone:
            if await _is_told(pipe):
                pipe.send(await inside.obey(*pipe.recv()))
        # It may have left a moment after it last said how it stands.
        pipe.send(inside.standing(done=False))
        beating.cancel()


async def _beat(beats: mmap) -> None:
    """Count the time in which this program was able to do something."""
    while True:
        await asyncio.sleep(BEAT)
        beats[:8] = (int.from_bytes(beats[:8], "little") + 1).to_bytes(8, "little")


async def _is_told(pipe: Connection) -> bool:
    """Wait for something to be told, but not for long."""
    loop, readable = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(pipe.fileno(), readable.set)
    try:
        await asyncio.wait_for(readable.wait(), 0.2)
    except TimeoutError:
        return False
    finally:
        loop.remove_reader(pipe.fileno())
    return True
