"""`winddown followup`: says by day what became of the plan, as the follow-up step would ask."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import datetime

from winddown.asked import Asked
from winddown.commands.saying import say, warn
from winddown.data import backups, evenings
from winddown.data.by_day import at_hand, words
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.refused import plainly
from winddown.routine.following import Answer, followed_up, followed_up_told
from winddown.routine.text import clean, visible

MOST = 20_000
"""Characters of a note, as on a line of the screens."""


def run(asked: Asked) -> int:
    """Keep the answer in the evening on which the plan was made, and say what stands now.

    A feeling that the outcome has no place for is said not to be kept; the answer is.

    Raises:
        WinddownError: nothing is open, or the answer could not be written.
    """
    where = locations(os.environ)
    note = _read() if asked.note == "-" else asked.note
    answer = Answer(asked.outcome, asked.felt, clean(note))
    line, problems = answer_kept(where, answer, datetime.now())  # noqa: DTZ005  the clock on the wall
    say([line])
    if answer.has_lost_feeling:
        warn([visible(words(where, "by_day")["no_feeling"])])
    warn(problems)
    if not_copied := backups.untold(where):
        warn([not_copied])
    return 0


def _read() -> str:
    """Read a note from standard input, where no list of running programs shows it."""
    try:
        text = sys.stdin.buffer.read(4 * MOST + 1).decode("utf-8", "replace").strip()
    except OSError as problem:
        raise WinddownError(f"The note cannot be read: {plainly(problem)}.") from None
    if len(text) > MOST:
        raise WinddownError(f"A note holds {MOST:,} characters, and this one has more.")
    return " ".join(text.splitlines())


def answer_kept(
    where: Locations, answer: Answer, now: datetime
) -> tuple[str, tuple[WinddownError, ...]]:
    """Keep an answer; give what stands then, in a line, and what could not be read on the way.

    Raises:
        WinddownError: nothing is open, or the answer could not be written.
    """
    today, evening, problems = at_hand(where, now)
    if evening is None or evening.outreach is None:
        warn(problems)
        say_of = words(where, "by_day")
        raise WinddownError(visible(say_of["unread" if problems else "nothing_open"]))
    plan = followed_up(evening.outreach, answer, today)
    kept = evenings.save(where, evening, replace(evening, outreach=plan)).outreach
    told = followed_up_told(kept or plan, today, words(where, "by_day"), words(where, "plan"))
    return visible(told), problems
