"""Tells all evenings in lines: what is noticed, what they add up to, and each in one line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from winddown.commands.saying import room
from winddown.commands.telling import Teller
from winddown.opening import Opening
from winddown.routine.adding_up import over_time
from winddown.routine.evening import Evening
from winddown.routine.looking_back import noticed
from winddown.routine.over_time import OverTime
from winddown.routine.over_time_told import over_time_told
from winddown.routine.page_lines import INDENT
from winddown.routine.wrapping import wrapped


def looking_back(found: Sequence[Evening], opening: Opening, tell: Teller) -> Iterator[str]:
    """Tell of every evening there is but those kept out, the newest first, as they are given."""
    seen = noticed(found, tell.today, tuple(opening.writing.archive().dismissed))
    line = opening.occasion.words("looking_back")[seen.key] if seen else ""
    evenings = [evening for evening in found if not evening.keep_out]
    return overview(evenings, over_time(evenings, tell.today), tell, line)


def overview(
    evenings: Sequence[Evening], over: OverTime, tell: Teller, seen: str = ""
) -> Iterator[str]:
    """Tell what is noticed, what evenings add up to, and each in a line, in the order given."""
    say, width = tell.say, room()
    yield from wrapped(say["plain"], width)
    if not evenings:
        yield from ("", *wrapped(say["no_evenings"], width))
        return
    if seen:
        yield from ("", *wrapped(seen, width))
    yield from ("", *wrapped(say["over_time"], width))
    for told in over_time_told(over, tell.today, say, tell.of_closing, tell.of_plan):
        yield from ("", *wrapped(told, width, after=INDENT if "\n" in told else ""))
    latest = evenings[0].evening.isoformat()
    yield from ("", *wrapped(say["plain_evenings"], width))
    yield from (*wrapped(say.say("plain_one", day=latest), width), "")
    for evening in evenings:
        # Elsewhere than on a terminal a line is an evening, which other programs count on.
        line_room = width if sys.stdout.isatty() else sys.maxsize
        yield from wrapped(tell.row(evening), line_room, after=INDENT)
