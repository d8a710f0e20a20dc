"""`winddown about`: what this is and is not, what becomes of one's words, and the sources."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from winddown.asked import Asked
from winddown.commands.saying import room, say, warn
from winddown.data.locations import locations
from winddown.data.words_in_force import words_in_force
from winddown.routine.wrapping import wrapped

if TYPE_CHECKING:
    from winddown.routine.words import Words

TOLD = ("what", "what_not", "privacy")
"""Parts that are told in paragraphs."""

SOURCES = ("breathing", "comfort", "noticing", "reaching", "gaps", "left_out")
"""Parts that are lists, a line's end for each source."""

MARK, AFTER = "· ", "  "


def run(asked: Asked) -> int:
    """Print it. What is wrong with a file of words is said after it, and is no reason to fail."""
    words, problems = words_in_force(locations(os.environ))
    say(lines(words("about"), room()))
    warn(str(problem) for problem in problems)
    return 0


def lines(words: Words, width: int) -> Iterator[str]:
    """Give everything in lines of so many cells."""
    yield from wrapped(words["title"], width)
    for part in TOLD:
        yield from ("", *wrapped(words[f"{part}_title"], width))
        for paragraph in words.each(part):
            yield from ("", *wrapped(paragraph, width, first=AFTER, after=AFTER))
    yield from ("", *wrapped(words["sources_title"], width))
    yield from ("", *wrapped(words["sources"], width, first=AFTER, after=AFTER))
    for part in SOURCES:
        yield from ("", *wrapped(words[f"{part}_title"], width))
        for source in words.each(part):
            yield from wrapped(source, width, first=MARK, after=AFTER)
