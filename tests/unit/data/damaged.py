"""Configs with one mistake each, with the line it is on and what a person needs to read of it."""

from __future__ import annotations

from typing import NamedTuple

KEPT = "remember = false\n"
"""Stands above every mistake, and counts wherever the file is TOML."""


class Damaged(NamedTuple):
    """A config with one mistake in it."""

    line: int
    """The line that is named, KEPT being the first."""
    said: str
    """What stands in the sentence about it."""
    text: str
    """What stands below KEPT."""
    caret: int = 0
    """For what is not TOML: the column, from 1, under which the caret stands; else 0."""


NOT_TOML = {
    "a text without its last quote": Damaged(2, "a quote is missing", 'theme = "dusk\n', 14),
    "a text without any quotes": Damaged(2, "a text needs quotes", "theme = dusk\n", 9),
    "a text in typographic quotes": Damaged(2, "a text needs quotes", "theme = “dusk”\n", 9),
    "a capital True": Damaged(3, "true and false are small", "[breathing]\nbell = True\n", 8),
    "a key without a value": Damaged(3, "a value", "[breathing]\npattern =\n", 10),
    "a key without =": Damaged(2, "no = behind it", 'theme "dusk"\n', 7),
    "a colon for =": Damaged(2, "no = behind it", 'theme: "dusk"\n', 6),
    "two values": Damaged(2, "something stands behind", 'theme = "dusk" "paper"\n', 16),
    "a comma behind a value": Damaged(2, "something stands behind", 'theme = "dusk",\n', 15),
    "a list without its end": Damaged(
        3, "a ] is missing", 'steps = ["outreach"\nclosing = ""\n', 1
    ),
    "a list without its end, last": Damaged(2, "a ] is missing", 'steps = ["outreach",\n', 21),
    "an entry without its end": Damaged(
        4,
        "a } is missing",
        '[[breathing.patterns]]\nid = "mine"\nphases = [{cue = "in", s = 4]\n',
        29,
    ),
    "a table's name without its end": Damaged(2, "a ] is missing", "[breathing\nbell = true\n", 11),
    "a list's name with one ] only": Damaged(2, "a ] is missing", '[[comforts]\nid = "tea"\n', 11),
    "a key twice": Damaged(3, "a name stands twice", 'theme = "dusk"\ntheme = "moss"\n', 15),
    "a table twice": Damaged(
        5, "a name stands twice", "[breathing]\nbell = true\n\n[breathing]\nminutes = 3\n", 11
    ),
    "a list that was a table": Damaged(
        3, "a name stands twice", '[comforts]\n[[comforts]]\nid = "tea"\n', 11
    ),
    "a backslash": Damaged(
        2, "a \\ in a text means something", 'closing = "good\\night\\place"\n', 24
    ),
    "a time without seconds": Damaged(2, "such as 05:00:00", "day_ends = 05:00\n", 13),
    "a time of one digit": Damaged(2, "such as 05:00:00", "day_ends = 5:00:00\n", 13),
    "a time that is none": Damaged(2, "such as 05:00:00", "day_ends = 25:00:00\n", 14),
    "a day that is none": Damaged(2, "no such date or time", "day_ends = 2026-02-31\n", 12),
    "three quotes without an end": Damaged(
        3,
        "three quotes",
        'motion = "still"\nclosing = """Good night.\n\n[breathing]\nminutes = 3\n',
        11,
    ),
    "a bell in a text": Damaged(2, "an invisible character", 'closing = "Good \a night"\n', 17),
    "another language": Damaged(2, "no = behind it", "theme: dusk\nsteps:\n  - breathing\n", 6),
}
"""Left aside whole: the line is shown with a caret, and nothing of the file counts."""
