"""What can be in the way of keeping tonight, as another window or the disk would bring it about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ui.night import FRIDAY
from winddown.data.holding import Hold
from winddown.data.locations import locations

HELD: dict[Path, Hold] = {}
"""What other windows hold, by their home, until the tests are over."""


def nothing(home: Path) -> None:
    """Have nothing in the way."""


def open_elsewhere(home: Path, day: date = FRIDAY) -> None:
    """Have another window in the middle of the evening."""
    HELD[home] = Hold(locations({"WINDDOWN_HOME": str(home)}), day)
    assert HELD[home].take()


def closed_elsewhere(home: Path) -> None:
    """Have the other window closed."""
    HELD.pop(home).let_go()


def unwritable(home: Path) -> None:
    """Have a file where the folder of all evenings should be; not even root writes into one."""
    data = locations({"WINDDOWN_HOME": str(home)}).data
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("", encoding="utf-8")


def in_the_way(home: Path) -> None:
    """Have the folder of this year's evenings become a file, while the program runs."""
    year = locations({"WINDDOWN_HOME": str(home)}).evening(FRIDAY).parent
    year.rename(year.with_name("aside"))
    year.write_text("", encoding="utf-8")


def out_of_the_way(home: Path) -> None:
    """Have it be a folder again."""
    year = locations({"WINDDOWN_HOME": str(home)}).evening(FRIDAY).parent
    year.unlink()
    year.with_name("aside").rename(year)
