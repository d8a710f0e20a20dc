"""Says plainly what keeps a text from being TOML, in place of the parser's own words.

Those quote the text, and what a person wrote stays out of every message.
"""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

PLAINLY: tuple[tuple[str, str], ...] = (
    (r"Cannot|Duplicate", "a name stands twice"),
    (r"Unclosed array", "a comma or a ] is missing"),
    (r"Expected '\]", "a ] is missing"),
    (r"Unclosed inline table", "a comma or a } is missing"),
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

TIME = "a time has hours, minutes and seconds, such as 05:00:00"
THREE_QUOTES = "a text in three quotes begins here and has no end"
TOO_DEEP = "brackets stand too deep in brackets"
IN_TWO = (
    "both sides of a merge stand in it, between <<<<<<< and >>>>>>>; "
    "keep of them what you want, and take out the lines with <<<<<<<, ======= and >>>>>>>"
)
_MARKER = re.compile(r"^(?:<<<<<<<|=======|>>>>>>>)(?= |\r?$)", re.MULTILINE)
_TOO_LONG = re.compile(r"[0-9][0-9_]{4300,}")
DEEPEST = 100
"""So many brackets in brackets no file needs; the parser gives up at some hundreds."""


class Mistake(NamedTuple):
    """Where a text stops being TOML, and why; line and column from 1, None where unknown."""

    reason: str
    line: int | None
    column: int | None


def mistake_in(text: str, problem: ValueError | RecursionError) -> Mistake:
    """Put what tomllib said of a text plainly."""
    if line := _merged_from(text):
        return Mistake(IN_TWO, line, 1)
    if isinstance(problem, RecursionError):
        return _mistake(text, TOO_DEEP, _too_deep(text))
    said = str(problem)
    if "Exceeds the limit" in said and (number := _TOO_LONG.search(text)):
        return _mistake(text, "a number is longer than any can be", number.start())
    plainly = next((plain for words, plain in PLAINLY if re.search(words, said)), ELSE)
    if found := re.search(r"at line (\d+), column (\d+)", said):
        line, column = int(found[1]), int(found[2])
        if "Expected newline" in said and re.match(r"\d?:\d", _rest(text, line, column)):
            plainly = TIME
        return Mistake(_reason(plainly), line, column)
    if "at end of document" not in said:
        return Mistake(_reason(plainly), None, None)
    # The parser noticed only when nothing was left; the mistake is further up.
    ending = text.rstrip()
    if plainly == "a quote is missing" and (start := _open_quotes(text)) is not None:
        return _mistake(text, THREE_QUOTES, start)
    if "Invalid value" in said and not ending.endswith("="):
        plainly = "a ] is missing"
    return _mistake(text, plainly, len(ending))


def _merged_from(text: str) -> int | None:
    """Give the line on which the first side of a merge begins, from 1; None without both."""
    markers = list(_MARKER.finditer(text))
    for first, middle, last in zip(markers, markers[1:], markers[2:], strict=False):
        if f"{first[0][0]}{middle[0][0]}{last[0][0]}" == "<=>":
            return text.count("\n", 0, first.start()) + 1
    return None


def _mistake(text: str, plainly: str, place: int) -> Mistake:
    """Give the line and column of a place in the text."""
    before = text[:place].split("\n")
    return Mistake(_reason(plainly), len(before), len(before[-1]) + 1)


def _reason(plainly: str) -> str:
    return f"this is not TOML ({plainly})"


def _rest(text: str, line: int, column: int) -> str:
    """Give what stands on a line from a column on."""
    return text.split("\n")[line - 1][column - 1 :]


def _open_quotes(text: str) -> int | None:
    """Find the three quotes that begin a text without an end; None where one is missing else."""
    start = max(text.rfind('"""'), text.rfind("'''"))
    if start < 0:
        return None
    try:
        # With a short text in its place the rest reads, so these are no closing quotes.
        tomllib.loads(f"{text[:start]}''")
    except RecursionError:
        return None
    except ValueError as problem:
        return start if "Unclosed array" in str(problem) else None
    return start


def _too_deep(text: str) -> int:
    """Find the bracket at which it becomes too deep, as if none stood in a text."""
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > DEEPEST:
            return bracket.start()
    return 0
