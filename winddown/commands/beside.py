"""Says of an evening, in lines, which other versions stand beside it and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from winddown.data import versions
from winddown.data.locations import Locations
from winddown.routine.evening import Evening
from winddown.routine.page_lines import INDENT
from winddown.routine.text import visible
from winddown.routine.versions import told
from winddown.routine.words import Words
from winddown.routine.wrapping import wrapped


def beside(
    where: Locations, day: date, say: Words, of_plan: Words, width: int, *, is_told: bool
) -> Iterator[str]:
    """Give a sentence and a path for each version besides the evening's own.

    Args:
        where: the person's folders.
        day: the evening.
        say: the words of versions.
        of_plan: the names of months.
        width: cells of a line; a path stays in one, to be copied.
        is_told: true where the evening itself was told above.
    """
    others = [each for each in versions.versions(Evening, where, day) if not each.is_own]
    for number, version in enumerate(others):
        if number or is_told:
            yield ""
        line = say.say("beside" if is_told else "alone", name=told(version, say, of_plan))
        yield from wrapped(line, width)
        yield INDENT + visible(str(where.evening(day).with_name(version.file)))
