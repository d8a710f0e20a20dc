"""Says plainly what keeps a text from being TOML, in place of the parser's own words.

Those quote the text, and what a person wrote stays out of every message.
"""

from __future__ import annotations

import re
from typing import NamedTuple

PLAINLY: tuple[tuple[str, str], ...] = (
    (r"Cannot|Duplicate", "a name stands twice"),
    (r"Unclosed array|Expected '\]", "a ] is missing"),
    (r"Unclosed inline table", "a } is missing"),
    (r"Unterminated string|Expected [\"']{2,}|character '\\n'", "a quote is missing"),
    (r"Expected '='", "a name has no = behind it"),
    (r"Expected newline", "something stands behind a value that ended"),
    (r"Unescaped|Invalid hex|Escaped", "a \\ in a text means something; in '…' it does not"),
    (r"Invalid date", "there is no such date or time"),
    (r"Invalid value", "a value cannot be read; a text needs quotes, true and false are small"),
    (r"Invalid initial|Invalid statement", "a name, = and a value are needed here"),
    (r"Illegal|invalid character", "an invisible character stands here"),
)
"""What the parser's words begin with or hold, and what is said instead; the first that fits."""

ELSE = "a quote or a bracket is missing, or a name stands twice"


class Mistake(NamedTuple):
    """Where a text stops being TOML, and why; line and column from 1, None where unknown."""

    reason: str
    line: int | None
    column: int | None


def mistake_in(text: str, said: str) -> Mistake:
    """Put what tomllib said of a text plainly."""
    plainly = next((plain for words, plain in PLAINLY if re.search(words, said)), ELSE)
    reason = f"this is not TOML ({plainly})"
    if found := re.search(r"at line (\d+), column (\d+)", said):
        return Mistake(reason, int(found[1]), int(found[2]))
    if "at end of document" in said:
        lines = text.rstrip().split("\n")
        return Mistake(reason, len(lines), len(lines[-1]) + 1)
    return Mistake(reason, None, None)
