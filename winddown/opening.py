"""What an evening opens with, read from the person's files; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Literal, NamedTuple, TypeAlias

from winddown.data import config as config_file
from winddown.data import evenings
from winddown.data.country import guessed_country
from winddown.data.holding import Hold
from winddown.data.locations import Locations, locations
from winddown.data.occasion import OccasionFromFiles
from winddown.data.words_in_force import words_in_force
from winddown.data.writable import hindrance
from winddown.errors import WinddownError
from winddown.knowing import Knows, known
from winddown.routine.evening import Evening, evening_of
from winddown.routine.occasion import Motion
from winddown.steps import between
from winddown.writing import Standing, Writing

Errand: TypeAlias = Literal["evening", "breathe", "reach", "review", "settings"]


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
    occasion: OccasionFromFiles
    steps: tuple[str, ...]
    """The steps between arriving and closing, in the person's order."""
    theme: str
    """The theme's name in config."""
    theme_place: Callable[[], str]
    """Gives where the config names the theme, as "config.toml line 3"."""
    theme_folders: tuple[Path, ...]
    """Where themes are found besides the shipped ones; the person's own win."""
    knows: Knows
    """How many colours the terminal has, and which letters."""
    standing: Standing
    """What becomes of tonight's answers."""
    hindrance: str
    """Why nothing can be written, as a sentence; empty where it can."""
    writing: Writing
    """What the evening has written while it runs."""
    privately: Callable[[], Opening]
    """Opens the same evening, with nothing written from here on."""
    again: Callable[[], Opening]
    """Opens the same evening anew, as it stands on disk by now."""
    notices: tuple[str, ...] = ()
    """A sentence for each file that could not be read as it should."""


def local_now() -> datetime:
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
    private: bool = False,
    demo: bool = False,
    now: Callable[[], datetime] = local_now,
    clock: Callable[[], float] = monotonic,
    kind: type[Evening] = Evening,
) -> Opening:
    """Read what tonight needs; every evening is a `kind`, and of a private one nothing is kept.

    Raises:
        WinddownError: the day asked for is still ahead, or a pattern does not exist.
    """
    where = locations(environ)._replace(is_private=private, is_demo=demo)
    config, problems = config_file.load(where.config_file, between())
    words, of_words = words_in_force(where)
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
    home = environ.get("HOME", "")
    terminal = known(environ)
    return _opened(errand, named, started, home, occasion, config, notices, terminal, where)


def _opened(
    errand: Errand,
    named: date | None,
    started: datetime,
    home: str,
    occasion: OccasionFromFiles,
    config: config_file.Config,
    notices: tuple[str, ...],
    knows: Knows,
    where: Locations,
) -> Opening:
    """Put tonight's evening, as it stands on disk, beside what the config says."""
    occasion.is_private = where.is_private
    hold = Hold(where, occasion.today)
    kept, unread = _kept(where, occasion)
    standing, hindrance = _standing(where, errand, hold, unread)
    anew = partial(_opened, errand, named, started, home, occasion, config, notices, knows)
    return Opening(
        errand=errand,
        day=named,
        evening=kept or occasion.kind(evening=occasion.today, started=started),
        kept=kept is not None,
        first=not (kept or unread) and not evenings.any_kept(where),
        occasion=occasion,
        steps=config.steps,
        theme=config.theme,
        theme_place=partial(config_file.place_of, where.config_file, ("theme",)),
        theme_folders=(where.themes,),
        knows=knows,
        standing="demo" if where.is_demo and standing == "kept" else standing,
        hindrance=hindrance,
        writing=Writing(where, occasion, hold, standing, home, holds=errand != "breathe"),
        privately=partial(anew, where._replace(is_private=True)),
        again=partial(anew, where),
        notices=notices if not unread or _is_asked(errand, hindrance) else (*notices, unread),
    )


def _is_asked(errand: Errand, hindrance: str) -> bool:
    """Tell whether what is in the way has a page of its own, where the evening opens."""
    return bool(hindrance) and errand in ("evening", "reach")


def _kept(where: Locations, occasion: OccasionFromFiles) -> tuple[Evening | None, str]:
    """Read tonight as far as it stands on disk, and say why it cannot be read or written."""
    kept, problem = evenings.load_to_write(occasion.kind, where, occasion.today)
    return kept, str(problem or "")


def _standing(where: Locations, errand: Errand, hold: Hold, unread: str) -> tuple[Standing, str]:
    """Tell what becomes of tonight's answers, and what is in the way of them."""
    if where.is_private:
        return "private", ""
    is_tonight = errand in ("evening", "reach")
    if is_tonight and hold.is_elsewhere:
        return "elsewhere", ""
    if is_tonight and (reason := hindrance(where, hold.day)):
        return "unwritable", reason
    return ("left-aside", unread) if unread else ("kept", "")


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
