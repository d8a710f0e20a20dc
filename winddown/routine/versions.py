"""Versions of one evening that stand beside each other: where each is from, and what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias

from winddown.routine.evening import Evening
from winddown.routine.pages import Page
from winddown.routine.words import Words

Maker: TypeAlias = Literal[
    "here",
    "syncthing",
    "dropbox",
    "nextcloud",
    "onedrive",
    "google-drive",
    "icloud",
    "git-ours",
    "git-theirs",
    "git-base",
    "git",
    "other",
]
"""What put a version there, as far as its name tells; "here" is the evening's own file."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Origin:
    """Where a version is from."""

    maker: Maker = "here"
    at: datetime | date | None = None
    """When it was put aside, by the clock of the computer that did; a date where that is all."""
    name: str = ""
    """What its name says besides the day."""
    is_certain: bool = True
    """False where a file of another kind could have such a name as well."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Version:
    """One version of an evening, as it stood on disk when it was read."""

    day: date
    file: str
    """The name of its file, in the folder of the evening."""
    half: Literal[0, 1, 2] = 0
    """Which half of a file that git left in two; 0 for a whole file."""
    origin: Origin
    evening: Evening | None
    """What it says; None where it is not understood."""
    problem: str = ""
    """Why it is not understood, with its line where that is known."""
    seal: str = ""
    """Another one for every other content of the file; empty where that cannot be read."""

    @property
    def is_own(self) -> bool:
        """Tell whether it is in the evening's own file."""
        return self.origin.maker == "here"


class Pair(NamedTuple):
    """Two versions to choose from, the one that stands first; alone where there is but one."""

    first: Version
    second: Version | None


def pairs(versions: Sequence[Version]) -> Iterator[Pair]:
    """Put each version beside the one that stands, which is the first."""
    if not versions:
        return
    first, *others = versions
    yield from (Pair(first, other) for other in others)
    if not others:
        yield Pair(first, None)


def has_more_of(other: Version | None, rest: Sequence[Pair]) -> bool:
    """Tell whether another half of a file beside the evening's own is among the rest."""
    if other is None or other.is_own or not other.half:
        return False
    return any(pair.second is not None and pair.second.file == other.file for pair in rest)


def told(version: Version, say: Words, of_plan: Words) -> str:
    """Say where a version is from: "kept here", "from Syncthing, 23 November 10:11"."""
    origin = version.origin
    if version.is_own and version.half:
        return say[f"half-{version.half}"]
    timed = f"from-{origin.maker}-at"
    if origin.at is not None and timed in say:
        line = say.say(timed, time=_moment(origin.at, version.day, say, of_plan))
    else:
        line = say.say(f"from-{origin.maker}", name=origin.name)
    return say.say(f"half-{version.half}-of", name=line) if version.half else line


def _moment(at: datetime | date, day: date, say: Words, of_plan: Words) -> str:
    month = of_plan[f"month-{at.month}"]
    if at.year == day.year:
        when = say.say("when", day=at.day, month=month)
    else:
        when = say.say("when_year", day=at.day, month=month, year=at.year)
    return f"{when} {at:%H:%M}" if isinstance(at, datetime) else when


class Piece(NamedTuple):
    """Some words of a page, and whether the other page has them, too."""

    text: str
    is_shared: bool


_SENTENCES = re.compile(r"\s*\S.*?(?:[.!?]['\"”\u2019)]*(?=\s)|\Z)\s*|\s+", re.DOTALL)


def pieces(text: str, other: str) -> list[Piece]:
    """Split a paragraph after its sentences, each with whether it stands in the other text."""
    theirs = {found[0].strip() for found in _SENTENCES.finditer(other)}
    return [Piece(found[0], found[0].strip() in theirs) for found in _SENTENCES.finditer(text)]


def all_of(page: Page | None) -> str:
    """Give every paragraph of a page as one text, to look sentences up in."""
    return "\n\n".join((*page.paragraphs, page.note)) if page else ""


def differs_folded(page: Page, other: Page) -> bool:
    """Tell whether what stands folded on two pages differs."""
    return [(each.label, each.text) for each in page.folded] != [
        (each.label, each.text) for each in other.folded
    ]


def reads_alike(page: Page, other: Page) -> bool:
    """Tell whether all that two pages say is the same."""
    is_same = (page.paragraphs, page.note) == (other.paragraphs, other.note)
    return is_same and not differs_folded(page, other)
