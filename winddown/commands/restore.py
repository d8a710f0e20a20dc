"""`winddown check --restore`: puts one evening, or the config, back from its copy."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from winddown.asked import Restore
from winddown.commands.asking import agrees, has_terminal
from winddown.commands.named_day import day_meant
from winddown.data.beside import allowing, closed_in
from winddown.data.copies import CONFIG, rolling_days
from winddown.data.holding import refuse_held
from winddown.data.locations import Locations
from winddown.data.restoring import (
    copy_of,
    is_understood,
    place_of,
    put_back,
    restorable,
    stands_as,
)
from winddown.errors import WinddownError


def restored(where: Locations, what: Restore, *, agreed: bool) -> tuple[list[str], bool]:
    """Put back what was named or, where nothing was, the only thing that needs it.

    Args:
        where: the person's folders.
        what: a day, the config, or empty.
        agreed: True to put it in the place of an evening that is fine, without asking.

    Returns:
        What to say, and whether everything is well now.

    Raises:
        WinddownError: there is no copy, or nobody may look whether there is; the evening is
            fine and nobody can be asked; or it could not be put back.
    """
    for closed in closed_in(where):
        if closed != where.calendar:
            allow = allowing(closed, "rwx")
            raise WinddownError(
                f"{closed} may not be looked into, so nothing was put back; {allow}."
            )
    if what == "":
        broken = restorable(where)
        if len(broken) != 1:
            return _listed(where, list(broken))
        return _done(where, *broken.popitem())
    now = datetime.now()  # noqa: DTZ005  the clock on the wall
    name = CONFIG if what == "config" else str(day_meant(where, what, now))
    copy, place = copy_of(where, name), place_of(where, name)
    if copy is None:
        raise WinddownError(f"There is no copy of {_what(name)} to put back.")
    if stands_as(place, copy):
        return [f"{_begun(name)} stands as its copy has it; nothing was changed."], True
    if is_understood(place, name) and not (agreed or _wanted(name, copy)):
        return ["Nothing was changed."], True
    return _done(where, name, copy)


def _wanted(name: str, copy: Path) -> bool:
    """Ask whether an older copy should take the place of a file that is fine."""
    if not has_terminal():
        raise WinddownError(
            f"{_begun(name)} is fine as it stands, so nothing was changed; "
            "--yes puts the copy in its place all the same."
        )
    made = datetime.fromtimestamp(copy.stat().st_mtime)  # noqa: DTZ006  the clock on the wall
    question = f"{_begun(name)} is fine as it stands. Put the copy of {made:%Y-%m-%d %H:%M} there?"
    return agrees(f"{question} Type yes, or enter to leave it:", {"yes", "y"})


def _done(where: Locations, name: str, copy: Path) -> tuple[list[str], bool]:
    if name != CONFIG:
        refuse_held(where, date.fromisoformat(name))
    aside = put_back(where, name, copy)
    said = [f"{_begun(name)} is back as {copy} has it."]
    if aside:
        said.append(f"What stood there is kept whole as {aside}.")
    return said, True


def _listed(where: Locations, broken: list[str]) -> tuple[list[str], bool]:
    """Say what could be put back, and how."""
    if broken:
        return [
            f"{_begun(name)}: `winddown check --restore {name}` puts its copy back."
            for name in broken
        ], False
    said = ["No evening that is broken or missing has a copy here; `winddown check` names them."]
    if days := rolling_days(where):
        kept = ", ".join(map(str, reversed(days)))
        said += [f"There are copies of {kept}.", "`winddown check --restore DATE` puts one back."]
    return said, True


def _what(name: str) -> str:
    return "your config" if name == CONFIG else f"the evening of {name}"


def _begun(name: str) -> str:
    """Name it at the beginning of a sentence."""
    what = _what(name)
    return what[0].upper() + what[1:]
