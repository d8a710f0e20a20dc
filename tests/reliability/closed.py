"""Homes of which some part is closed to the account that uses them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from pathlib import Path

from tests.reliability.saves import CONFIG, home_in
from tests.reliability.unprivileged import IS_ROOT, give_to_them
from winddown.data.evenings import save
from winddown.data.locations import Locations
from winddown.routine.evening import Evening, Plan, evening_of

Close = Callable[[Locations], None]

NOW = datetime.now().astimezone().replace(microsecond=0)
TONIGHT = evening_of(NOW, time(5))
BEFORE = TONIGHT - timedelta(days=2)
"""The evening of a plan whose day has come."""


def _everything_read_only(home: Locations) -> None:
    for each in sorted(home.data.parent.rglob("*"), reverse=True):
        each.chmod(0o500 if each.is_dir() else 0o400)
    home.data.parent.chmod(0o500)


def _with_mode(mode: int, place: Callable[[Locations], Path]) -> Close:
    return lambda home: place(home).chmod(mode)


def _of_another(place: Callable[[Locations], Path]) -> Close:
    def close(home: Locations) -> None:
        for each in (place(home), *place(home).rglob("*")):
            os.chown(each, 0, 0)

    return close


def _year(home: Locations) -> Path:
    return home.evening(TONIGHT).parent


def _past(home: Locations) -> Path:
    return home.evening(BEFORE)


CLOSED: dict[str, Close] = {
    "a home that is open": lambda home: None,
    "a home that can only be read": _everything_read_only,
    "a folder of evenings that can only be read": _with_mode(0o500, _year),
    "a folder of evenings that cannot be listed": _with_mode(0o300, _year),
    "a folder of evenings that cannot be entered": _with_mode(0o600, _year),
    "a folder of evenings that is closed": _with_mode(0o000, lambda home: home.evenings),
    "an evening that can only be read": _with_mode(0o400, _past),
    "an evening that cannot be read": _with_mode(0o000, _past),
    "tonight that can only be read": _with_mode(0o400, lambda home: home.evening(TONIGHT)),
    "tonight that cannot be read": _with_mode(0o000, lambda home: home.evening(TONIGHT)),
    "settings that can only be read": _with_mode(0o400, lambda home: home.config_file),
    "settings that cannot be read": _with_mode(0o000, lambda home: home.config_file),
    "a folder of settings that can only be read": _with_mode(0o500, lambda home: home.config),
    "a folder of settings that is closed": _with_mode(0o000, lambda home: home.config),
    "copies that can only be read": _with_mode(0o500, lambda home: home.backups),
    "copies that are closed": _with_mode(0o000, lambda home: home.backups),
    "a folder of the lock that can only be read": _with_mode(0o500, lambda home: home.state),
    "a folder of the lock that is closed": _with_mode(0o000, lambda home: home.state),
    "a lock that cannot be opened": _with_mode(0o000, lambda home: home.lock),
    "a closed folder of all that is kept": _with_mode(0o000, lambda home: home.data),
    "a closed home": _with_mode(0o000, lambda home: home.data.parent),
}
"""What is closed, and how."""

if IS_ROOT:  # nobody else may give anything away
    CLOSED |= {
        "evenings of another account": _of_another(lambda home: home.data),
        "settings of another account": _of_another(lambda home: home.config),
        "a lock of another account": _of_another(lambda home: home.lock),
        "a folder of the lock of another account": _of_another(lambda home: home.state),
        "a home of another account": _of_another(lambda home: home.data.parent),
    }


@contextmanager
def closed_home(name: str) -> Iterator[Locations]:
    """Give a home with a plan and tonight begun, part of which is closed."""
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o711)
        home = home_in(folder / "home")
        _fill(home)
        give_to_them(home.data.parent)
        CLOSED[name](home)
        yield home
    finally:
        _open(folder)
        shutil.rmtree(folder)


def _fill(home: Locations) -> None:
    """Keep a plan that is open and an evening that has begun, and have every folder stand."""
    plan = Plan(who="Sam", text="text Sam one line", on=TONIGHT - timedelta(days=1))
    began = NOW - timedelta(days=2)
    save(home, None, Evening(evening=BEFORE, started=began, ended=began, outreach=plan))
    save(home, None, Evening(evening=TONIGHT, started=NOW, tonight="steady"))
    home.config.mkdir()
    home.config_file.write_text(CONFIG)
    home.backups.mkdir(exist_ok=True)


def _open(folder: Path) -> None:
    """Open every folder again, so that all of it can be taken away."""
    folder.chmod(0o700)
    for each in folder.iterdir():
        if each.is_dir() and not each.is_symlink():
            _open(each)
