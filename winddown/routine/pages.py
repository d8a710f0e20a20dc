"""An evening's page: what was answered, told in prose, with what is more private folded away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from winddown.routine.evening import Evening
from winddown.routine.words import Words


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Folded:
    """Free text that stays closed until it is opened."""

    label: str
    """What it is: "From what", "First words", "A note on how it went"."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Page:
    """One evening, to be shown, printed or written out; every string is finished prose."""

    title: str
    """Its day: "Friday 20 November 2026"."""
    paragraphs: tuple[str, ...]
    """The evening read back, how settled it was before and after, and what became of the plan."""
    note: str
    """The line that was kept; empty for none."""
    folded: tuple[Folded, ...]
    """What was written besides, in the order of the evening."""


def page_of(
    evening: Evening,
    today: date,
    say: Words,
    of_closing: Words,
    of_plan: Words,
    names: Mapping[str, str],
) -> Page:
    """Tell an evening as a page.

    Args:
        evening: what was answered; of what was not, nothing is said.
        today: the date of tonight's evening, from which days are named.
        say: the words of looking back.
        of_closing: the words of the closing.
        of_plan: the words of the plan.
        names: the names of breathing patterns and anchors by id.
    """
    raise NotImplementedError


def short_title(day: date, today: date, say: Words, of_plan: Words) -> str:
    """Name an evening in a list: "Fri 20 Nov", with its year where that is another one."""
    raise NotImplementedError
