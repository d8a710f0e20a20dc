"""What an evening opens with, read from the person's files; nothing is written here."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from winddown.data import config as config_file
from winddown.data import content, evenings
from winddown.data.country import guessed_country
from winddown.data.locations import Locations, locations
from winddown.data.occasion import OccasionFromFiles
from winddown.errors import WinddownError
from winddown.routine.evening import Evening, evening_of
from winddown.routine.occasion import Motion, Occasion
from winddown.steps import between

if TYPE_CHECKING:  # loaded when there is something to be told, or to be shaped
    from winddown.data.lenient import Problem
    from winddown.routine.archive import Archive
    from winddown.routine.settings import Settings
    from winddown.routine.words import Words

Errand: TypeAlias = Literal["evening", "breathe", "reach", "review", "settings"]
Save: TypeAlias = Callable[[Evening | None, Evening], object]
"""Writes the second evening where the first is what this program last knew to be kept."""


class Reread(NamedTuple):
    """What the config says now, besides what tonight is chosen from."""

    steps: tuple[str, ...]
    theme: str


class Opening(NamedTuple):
    """Everything the evening needs from outside, whichever face it shows."""

    errand: Errand
    day: date | None
    """The day that was asked for; None for tonight."""
    evening: Evening
    kept: bool
    """True when the evening was read from disk."""
    first: bool
    """True when no evening stands on disk yet."""
    occasion: Occasion
    steps: tuple[str, ...]
    """The steps between arriving and closing, in the person's order."""
    theme: str
    """The theme's name in config."""
    theme_place: Callable[[], str]
    """Gives where the config names the theme, as "config.toml line 3"."""
    theme_folders: tuple[Path, ...]
    """Where themes are found besides the shipped ones; the person's own win."""
    save: Save
    keep_country: Callable[[str], None]
    """Writes the country chosen on the first page to the config."""
    leave_out: Callable[[str, bool], None]
    """Writes to the config whether someone may be suggested."""
    dismiss: Callable[[str], None]
    """Writes to the config that a rule's line is never shown again."""
    in_calendar: Callable[[Evening], str]
    """Writes an evening's plan as a calendar file, and gives where it stands, for the eye."""
    settings: Callable[[], Settings]
    """Opens the config, to be shaped inside the program."""
    archive: Callable[[], Archive]
    """Opens every evening there is, to look back on."""
    reread: Callable[[], Reread]
    """Reads the config anew; what tonight is chosen from follows it."""
    is_kept: bool = True
    """False when tonight's file is not understood, so that nothing is written over it."""
    notices: tuple[str, ...] = ()
    """A sentence for each file that could not be read as it should."""


def _now() -> datetime:
    """Give the local time with its offset, in whole seconds."""
    try:
        return datetime.now().astimezone().replace(microsecond=0)
    except ValueError:
        raise WinddownError("TZ names a time zone more than a day away. Unset it.") from None


def open_evening(
    environ: Mapping[str, str],
    *,
    errand: Errand = "evening",
    day: date | Literal["yesterday"] | None = None,
    short: bool = False,
    pattern: str | None = None,
    minutes: int | None = None,
    now: Callable[[], datetime] = _now,
    clock: Callable[[], float] = monotonic,
    kind: type[Evening] = Evening,
) -> Opening:
    """Read what tonight needs; every evening is a `kind`.

    Raises:
        WinddownError: the day asked for is still ahead, or a pattern does not exist.
    """
    where = locations(environ)
    config, problems = config_file.load(where.config_file, between())
    words, of_words = _words(where)
    started = now()
    tonight = evening_of(started, config.day_ends)
    if errand == "review":
        # Who looks back on a day is still in tonight.
        named, today = _day_of_past(day, tonight), tonight
    else:
        named = _day(day, tonight) if day else None
        today = named or tonight
    occasion = OccasionFromFiles(
        where,
        config,
        today=today,
        now=now,
        clock=clock,
        motion=_motion(config.motion, environ),
        country=guessed_country(environ),
        short=short,
        pattern=pattern,
        minutes=minutes,
        words=words,
        kind=kind,
    )
    if pattern is not None:
        _ = occasion.pattern  # one that does not exist is said before the screen opens
    notices = tuple(str(problem) for problem in (*problems, *of_words))
    in_calendar = partial(_in_calendar, where, occasion, environ.get("HOME", ""))
    return _opening(errand, named, started, occasion, where, config, notices, in_calendar)


def _opening(
    errand: Errand,
    named: date | None,
    started: datetime,
    occasion: OccasionFromFiles,
    where: Locations,
    config: config_file.Config,
    notices: tuple[str, ...],
    in_calendar: Callable[[Evening], str],
) -> Opening:
    """Put tonight's evening, as it stands on disk, beside what the config says."""
    kept: Evening | None = None
    save: Save = partial(evenings.save, where)
    try:
        kept = evenings.load_as(occasion.kind, where, occasion.today)
    except WinddownError as problem:
        notices = (*notices, str(problem))
        save = _keep_nothing
    return Opening(
        errand=errand,
        day=named,
        evening=kept or occasion.kind(evening=occasion.today, started=started),
        kept=kept is not None,
        first=kept is None and not evenings.any_kept(where),
        occasion=occasion,
        steps=config.steps,
        theme=config.theme,
        theme_place=partial(config_file.place_of, where.config_file, ("theme",)),
        theme_folders=(where.themes,),
        save=save,
        is_kept=save is not _keep_nothing,
        keep_country=partial(_keep_country, where),
        leave_out=partial(_leave_out, where),
        dismiss=partial(_dismiss, where),
        in_calendar=in_calendar,
        settings=partial(_settings, where),
        archive=partial(_archive, where, occasion),
        reread=partial(_reread, where, occasion),
        notices=notices,
    )


def _words(where: Locations) -> tuple[Callable[[str], Words], tuple[Problem, ...]]:
    """Find the words of every screen, the person's own first, and what is wrong with those."""
    if not os.path.isdir(where.content):  # noqa: PTH112  a folder that is closed is no reason to stop
        return content.words, ()
    from winddown.data import overrides  # only where there are any

    own = overrides.read(where)
    return own.words, own.problems


def _keep_nothing(known: Evening | None, evening: Evening) -> None:
    """Leave a file that is not understood as it is."""


def _keep_country(where: Locations, code: str) -> None:
    from winddown.data import config_writing  # only when something is written

    config_writing.keep_country(where, code)


def _leave_out(where: Locations, name: str, suggest: bool) -> None:
    from winddown.data import config_writing

    config_writing.leave_out(where, name, suggest)


def _dismiss(where: Locations, rule: str) -> None:
    from winddown.data import config_writing

    config_writing.dismiss(where, rule)


def _in_calendar(where: Locations, occasion: Occasion, home: str, evening: Evening) -> str:
    from winddown.data import calendar  # as slow to load as all that reads evenings

    path = calendar.keep(where, evening, occasion.calendar_title, occasion.now())
    is_at_home = bool(home) and path.is_relative_to(home)
    return f"~/{path.relative_to(home)}" if is_at_home else str(path)


def _settings(where: Locations) -> Settings:
    from winddown.data.settings import SettingsInFile

    steps = between()
    return SettingsInFile(where, lambda: config_file.load(where.config_file, steps)[0], steps)


def _archive(where: Locations, occasion: OccasionFromFiles) -> Archive:
    from winddown.data.archive import ArchiveInFiles  # only for looking back

    config, _ = config_file.load(where.config_file, between())
    return ArchiveInFiles(
        where,
        lambda: occasion.now().date(),
        occasion.kind,
        dismissed=config.looking_back.dismissed,
    )


def _reread(where: Locations, occasion: OccasionFromFiles) -> Reread:
    config, _ = config_file.load(where.config_file, between())
    occasion.follow(config)
    return Reread(config.steps, config.theme)


def _day(asked: date | Literal["yesterday"], today: date) -> date:
    if asked == "yesterday":
        return today - timedelta(days=1)
    if asked > today:
        raise WinddownError(f"{asked} is still ahead. Give tonight's date or an earlier one.")
    return asked


def _day_of_past(asked: date | Literal["yesterday"] | None, today: date) -> date | None:
    """Give the day to look back on; for one that is still ahead, today."""
    if asked is None:
        return None
    return _day(asked, today) if asked == "yesterday" else min(asked, today)


def _motion(wanted: Motion, environ: Mapping[str, str]) -> Motion:
    """Let TEXTUAL_ANIMATIONS calm the motion, never liven it."""
    calmed: dict[str, Motion] = {"none": "still", "basic": "gentle"}
    asked = calmed.get(environ.get("TEXTUAL_ANIMATIONS", "").lower(), wanted)
    return "still" if "still" in (asked, wanted) else asked
