"""What a command line asks for, as its parser fills it in."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from winddown.routine.evening import Outcome

Day: TypeAlias = date
Named: TypeAlias = Day | Literal["yesterday"]
Restore: TypeAlias = Named | Literal["config", ""]
"""An evening, the config, or whatever is the only thing that needs it."""
Format: TypeAlias = Literal["md", "csv", "json", "ics"]


class Asked:
    """What is asked for; as it stands, tonight's evening."""

    command: str | None = None
    """The name of a command; None for the evening itself."""
    version: bool = False
    theme: str | None = None

    # winddown, winddown breathe
    short: bool = False
    private: bool = False
    demo: bool = False
    """True for an invented year in the place of the person's own files."""
    date: Named | None = None
    pattern: str | None = None
    minutes: int | None = None

    # winddown config
    action: Literal["init", "edit", "check", "path"] | None = None

    # winddown today, winddown followup, winddown remind
    hint: bool = False
    outcome: Outcome
    felt: int | None = None
    note: str = ""
    at: time

    # winddown review
    day: Named | None = None
    plain: bool = False
    month: tuple[int, int] | None = None
    """A year and a month from 1."""
    md: bool = False
    last: int | None = None
    """So many of the newest evenings; None for all of them."""

    # winddown export, winddown import
    format: Format
    since: Day | None = None
    until: Day | None = None
    output: str | None = None
    """The path of the file to write; None, or "-", for standard output."""
    without_text: bool = False
    """True to leave out what the person wrote in their own words, besides the kept line."""
    file: str

    # winddown check, winddown forget
    restore: Restore | None = None
    everything: bool = False
    with_config: bool = False
    yes: bool = False
    """True to go without asking."""
