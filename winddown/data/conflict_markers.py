"""Takes a file apart that git left in two halves, since both sides had changed the same lines.

Between `<<<<<<<` and `=======` stands what one side has, up to `>>>>>>>` what the
other has; with git's diff3 style, `|||||||` begins what both began with, which is
neither's. All other lines are both's.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MARKER = re.compile(r"([<|=>])\1{6}(?: [^\n]*)?\r?\n?")

_NEXT: dict[str, dict[str, str]] = {
    "": {"<": "<"},
    "<": {"|": "|", "=": "="},
    "|": {"=": "="},
    "=": {">": ""},
}
"""What may follow on what. Elsewhere a marker is a line like any other, or a mistake."""


class Halves(NamedTuple):
    """What each side has of a file."""

    first: str
    second: str


def halves_of(text: str) -> Halves | None:
    """Give both sides of a text, byte for byte; None where no marker stands, or not in order."""
    first: list[str] = []
    second: list[str] = []
    inside, has_any = "", False
    for line in _LINE.findall(text):
        marker = _marker_in(line)
        if marker and marker in _NEXT[inside]:
            inside, has_any = _NEXT[inside][marker], True
            continue
        if marker in ("<", ">") or (marker and inside == "="):
            return None
        if inside in ("", "<"):
            first.append(line)
        if inside in ("", "="):
            second.append(line)
    if inside or not has_any:
        return None
    return Halves("".join(first), "".join(second))


def _marker_in(line: str) -> str:
    found = _MARKER.fullmatch(line)
    return found[1] if found else ""
