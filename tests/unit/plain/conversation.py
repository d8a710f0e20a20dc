"""An evening in lines for the tests: typed ahead, on clocks that move only as it waits."""

from __future__ import annotations

import tomllib
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from tests.ui.night import FRIDAY, Clock, at_home
from winddown.data.locations import locations
from winddown.opening import open_evening
from winddown.plain.evening import PlainEvening
from winddown.plain.talk import Talk
from winddown.routine.evening import Evening


class Pass(NamedTuple):
    """Time that passes before the next line is typed."""

    seconds: float


Typed: TypeAlias = str | Pass


class Typing:
    """Gives lines one after another, each as soon as it is wanted, unless time passes first."""

    def __init__(self, typed: Iterable[Typed], clock: Clock) -> None:
        self.left = deque(typed)
        self._clock = clock

    def next(self, within: float | None = None) -> str | None:
        """Give the next line, or let time pass."""
        while self.left and isinstance(waits := self.left[0], Pass):
            if within is not None and within < waits.seconds:
                self._clock.seconds += within
                self.left[0] = Pass(waits.seconds - within)
                return None
            self._clock.seconds += waits.seconds
            self.left.popleft()
            within = None if within is None else within - waits.seconds
        if not self.left:
            raise EOFError
        line = self.left.popleft()
        assert isinstance(line, str)
        return line

    def at_once(self) -> list[str]:
        """Give nothing: whoever types here types one line at a time."""
        return []

    def rest(self, seconds: float) -> None:
        """Let time pass."""
        self._clock.seconds += seconds

    def put_back(self, line: str) -> None:
        """Have a line be the next one again."""
        self.left.appendleft(line)


@dataclass
class Heard:
    """What was said, and what it left."""

    home: Path
    said: str
    code: int
    untyped: int
    """How many lines nobody asked for."""

    def kept(self, day: date = FRIDAY) -> dict[str, Any]:
        """Read the file of an evening; empty when there is none."""
        path = locations({"WINDDOWN_HOME": str(self.home)}).evening(day)
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    @property
    def words(self) -> str:
        """Everything that was said, as one line."""
        return " ".join(self.said.split())


def converse(
    home: Path,
    *typed: Typed,
    past: Iterable[Evening] = (),
    config: str = "",
    width: int = 72,
    echoes: bool = True,
    **arguments: Any,
) -> Heard:
    """Answer an evening in lines on a Friday, after these past evenings."""
    clock, said = Clock(), []
    opening = open_evening(at_home(home, past, config), now=clock.now, clock=clock, **arguments)
    typing = Typing(typed, clock)
    words = opening.occasion.words("plain")
    talk = Talk(typing, said.append, words, width=width, echoes=echoes)
    code = PlainEvening(opening, talk).run()
    return Heard(home, "".join(said), code, len(typing.left))
