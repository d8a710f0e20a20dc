"""Everything the program writes, each as one act on a home, and what may stand there after it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from winddown.commands import config as config_command
from winddown.data import calendar, config_writing, exporting, removal
from winddown.data.evening_file import days_kept
from winddown.data.evenings import load, save
from winddown.data.importing import Arrivals, Incoming, understood
from winddown.data.locations import Locations, locations
from winddown.data.lock import held
from winddown.data.toml_edit import edited
from winddown.errors import WinddownError
from winddown.routine.archive import Removed
from winddown.routine.evening import Evening, Plan

DAY = date(2026, 11, 22)
TODAY = date(2026, 12, 1)
NOW = datetime(2026, 11, 22, 21, 34, 10, tzinfo=timezone(timedelta(hours=1)))
PLAN = Plan(who="Sam", text="text Sam one line", on=date(2026, 11, 23))
BEGUN = Evening(evening=DAY, started=NOW, tonight="tired", outreach=PLAN)
ANSWERED = replace(BEGUN, note="Rain on the window.")
CONFIG = '# mine\ntheme = "dusk"\n'
ELSEWHERE = replace(BEGUN, note="Snow, as another window has it.")


ROLLING = {f"data/backups/{DAY}.toml", "data/backups/config.toml"}
"""Copies of how it stood before, without which what was answered is written all the same."""


class Act(NamedTuple):
    """One thing that is written: how the home is before, and what is then done."""

    prepare: Callable[[Locations], object]
    do: Callable[[Locations], object]


def _nothing(home: Locations) -> None:
    """Leave a home that does not even exist."""


def _begin(home: Locations) -> None:
    save(home, None, BEGUN)


def _answer(home: Locations) -> None:
    save(home, BEGUN, ANSWERED)


def _answered_elsewhere(home: Locations) -> None:
    save(home, None, ELSEWHERE)


def _set_country(home: Locations) -> None:
    config_writing.keep_country(home, "GB")


def _config(home: Locations) -> None:
    home.config.mkdir(parents=True)
    home.config_file.write_text(CONFIG)


def _removed(home: Locations) -> None:
    _begin(home)
    removal.remove(home, DAY, TODAY)


def _put_back(home: Locations) -> None:
    removal.put_back(home, Removed(DAY, f"{DAY}-removed-on-{TODAY}.toml"))


def _changed(home: Locations) -> None:
    _config(home)
    _set_country(home)


def _undo(home: Locations) -> None:
    after = edited(CONFIG, {"theme": "dusk", "support": {"country": "GB"}})
    config_writing.undo(home, config_writing.Change(CONFIG, after))


def _incoming() -> Incoming:
    return understood(
        {"schema": 1, "evening": "2026-11-22", "started": NOW.isoformat(), "tonight": "steady"}
    )


def _bring_in(home: Locations) -> None:
    Arrivals(home).take_in(_incoming())


def _to_calendar(home: Locations) -> None:
    calendar.keep(home, BEGUN, "{plan}", NOW)


def _calendar_of_before(home: Locations) -> None:
    calendar.keep(
        home, replace(BEGUN, outreach=replace(PLAN, text="text Ana one line")), "{plan}", NOW
    )


def _remove(home: Locations) -> None:
    removal.remove(home, DAY, TODAY)


def _write_out(home: Locations) -> None:
    folder = home.data.parent / "out"
    exporting.write_all(folder / "evenings.md", ["# One evening\n", "Rain.\n"])


def _folder_to_write_out_to(home: Locations) -> None:
    _begin(home)
    (home.data.parent / "out").mkdir()


ACTS = {
    "an answer in an evening that stands": Act(_begin, _answer),
    "the first answer of all": Act(_nothing, _begin),
    "an answer that was given otherwise elsewhere": Act(_answered_elsewhere, _answer),
    "a change in the settings": Act(_config, _set_country),
    "the first change in the settings": Act(_nothing, _set_country),
    "a change in the settings taken back": Act(_changed, _undo),
    "a config with every key": Act(_nothing, config_command.init),
    "an evening taken away": Act(_begin, _remove),
    "an evening put back": Act(_removed, _put_back),
    "an evening brought in": Act(_nothing, _bring_in),
    "an evening brought in beside another": Act(_begin, _bring_in),
    "a plan as a calendar file": Act(_begin, _to_calendar),
    "a plan as a calendar file once more": Act(_calendar_of_before, _to_calendar),
    "evenings written out": Act(_folder_to_write_out_to, _write_out),
}


def home_in(folder: Path) -> Locations:
    """Give a home that lies wholly in a folder."""
    return locations({"WINDDOWN_HOME": str(folder)})


def files_in(home: Locations) -> dict[str, bytes]:
    """Give every file of a home but the lock, by its path within."""
    root = home.data.parent
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path != home.lock
    }


class Reference(NamedTuple):
    """What stands in a home before an act, and after it."""

    before: dict[str, bytes]
    after: dict[str, bytes]

    def faults(self, now: dict[str, bytes]) -> list[str]:
        """Say which files are torn or lost once an act has failed or was killed."""
        wrong = [
            f"{name} is neither what it was nor what it should become"
            for name in self.before | self.after | now
            if not is_unfinished(name)
            and now.get(name) not in (self.before.get(name), self.after.get(name))
        ]
        stay = (content for name, content in self.after.items() if name not in ROLLING)
        moved = set(self.before.values()) & set(stay)
        return wrong + ["what was to be moved is gone"] * bool(moved - set(now.values()))


def is_unfinished(name: str) -> bool:
    """Tell whether a file has a name that is only given while it is written."""
    return Path(name).name.startswith(".winddown-")


def complete(home: Locations, act: Act, known: Reference) -> list[str]:
    """Do an act again, as a person would; say what is wrong after it, as nothing should be."""
    wrong = [] if is_free(home) else ["the lock is held"]
    if differing(files_in(home), known.after):
        try:
            act.do(home)
        except WinddownError as problem:
            wrong += [f"the next time it said: {problem}"]
    removal.purge(home, TODAY)
    now = files_in(home)
    wrong += [f"the next time left {name} as it was" for name in differing(now, known.after)]
    for day in days_kept(home):
        if isinstance(day, WinddownError) or load(home, day) is None:
            wrong.append("an evening cannot be read")
    return wrong


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the files that are not the same in two homes, but for what need not be copied."""
    names = (one | other).keys() - ROLLING
    return sorted(name for name in names if one.get(name) != other.get(name))


def is_free(home: Locations) -> bool:
    """Tell whether nobody holds the lock."""
    if not home.lock.exists():
        return True
    descriptor = held(home.lock)
    if descriptor is not None:
        os.close(descriptor)
    return descriptor is not None
