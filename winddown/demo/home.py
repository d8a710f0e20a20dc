"""A home for the demo: made when it begins, with an invented year in it, and deleted at its end."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from tempfile import gettempdir

from winddown.data import content
from winddown.data.config import Config
from winddown.data.locations import locations
from winddown.demo.files import write
from winddown.demo.year import evenings_before
from winddown.errors import WinddownError
from winddown.opening import local_now
from winddown.refused import plainly
from winddown.routine.evening import evening_of
from winddown.signals import ignore, on_ending, on_leaving_at_once

ATTEMPTS = 3
"""So often it is cleared away: something may still be written to it the first time."""


@contextmanager
def demo_home(environ: MutableMapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Have everything lie in the demo's home for a while, and give the sentences that say so.

    Raises:
        WinddownError: there is no room for it.
    """
    before = environ.get("WINDDOWN_HOME")
    home = _place()
    # It has its name before it stands, so that no signal comes too early to clear it away.
    on_leaving_at_once.append(partial(_clear, home))
    try:
        environ["WINDDOWN_HOME"] = str(home)
        _fill(home)
        yield content.words("demo").each("said")
    finally:
        on_ending(ignore)  # it is at its end already
        _clear(home)
        on_leaving_at_once.pop()
        del environ["WINDDOWN_HOME"]
        if before is not None:
            environ["WINDDOWN_HOME"] = before


def _place() -> Path:
    """Name a folder that is not there yet, among those that do not last."""
    try:
        return Path(gettempdir()) / f"winddown-demo-{token_hex(8)}"
    except FileNotFoundError:
        raise WinddownError("The demo finds no folder to write to, such as /tmp.") from None


def _fill(home: Path) -> None:
    tonight = evening_of(local_now(), Config().day_ends)
    try:
        home.mkdir(mode=0o700)
        write(locations({"WINDDOWN_HOME": str(home)}), evenings_before(tonight))
    except OSError as problem:
        raise WinddownError(f"The demo could not be written: {plainly(problem)}.") from None


def _clear(home: Path) -> None:
    for _ in range(ATTEMPTS):
        rmtree(home, ignore_errors=True)
