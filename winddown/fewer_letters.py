"""What is drawn, for a terminal that knows fewer letters: one cell for one cell, and no more words.

Marks become the signs of ASCII that are most like them, half blocks become whole ones in
the colour between, and letters lose what stands above them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from winddown.letters import in_ascii

_MARKS = str.maketrans({
    "◉": "@", "○": "o", "●": "*", "✓": "x", "·": ".", "•": "*", "▸": ">", "━": "=", "─": "-",
    "›": ">", "‹": "<", "→": ">", "←": "<", "↑": "^", "↓": "v",  # noqa: RUF001
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‘": "'", "’": "'", "‚": "'", "´": "'",  # noqa: RUF001
    "–": "-", "—": "-", "−": "-", "…": ".",  # noqa: RUF001
    "⠉": "'", "⠒": "-", "⠤": ".", "⣀": "_",
})  # fmt: skip
"""Signs that no word is spelt with, each as one that every terminal has."""

_SHADES = str.maketrans({"░": ".", "▒": ":", "▓": "*"})
"""Light in the terminal's own colours."""

_EIGHTHS = {block: eighths / 8 for eighths, block in enumerate("▁▂▃▄▅▆▇█", 1)} | {"▀": 0.5}
"""How much of a cell each block fills."""

_OF_THE_CONSOLE = frozenset("▀▄█")
"""Blocks that the console of Linux has."""


class InFewerLetters(LineFilter):
    """Draws with the letters that the terminal has."""

    def __init__(self, *, only_marks: bool) -> None:
        """Replace marks alone, or with them every letter beyond ASCII."""
        super().__init__()
        self._only_marks = only_marks

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the segments of a line in such letters, each as wide as it was."""
        return [
            each
            for segment in segments
            for each in ((segment,) if segment.text.isascii() else self._replaced(segment))
        ]

    def _replaced(self, segment: Segment) -> list[Segment]:
        text, style, control = segment
        if control or not _EIGHTHS.keys() & set(text):
            return [Segment(self._said(text), style, control)]
        return [
            self._block(block, len(list(like)), style)
            if block in _EIGHTHS
            else Segment(self._said("".join(like)), style)
            for block, like in groupby(text, lambda each: each if each in _EIGHTHS else "")
        ]

    def _said(self, text: str) -> str:
        return _without_marks(text) if self._only_marks else _letter_for_letter(text)

    def _block(self, block: str, length: int, style: Style | None) -> Segment:
        if self._only_marks and block in _OF_THE_CONSOLE:
            return Segment(block * length, style)
        return Segment(" " * length, _filled(style or Style(), _EIGHTHS[block]))


@lru_cache(maxsize=1024)
def _without_marks(text: str) -> str:
    return text.translate(_MARKS)


@lru_cache(maxsize=1024)
def _letter_for_letter(text: str) -> str:
    """Write in ASCII what takes as many cells; a letter that is like none of it becomes a ?."""
    plain = text.translate(_MARKS).translate(_SHADES)
    if not plain.isascii():
        plain = "".join(map(_letter, plain))
    return set_cell_size(plain, cell_len(text))


def _letter(letter: str) -> str:
    return (
        letter if letter.isascii() else in_ascii(letter)[: cell_len(letter)].ljust(cell_len(letter))
    )


@lru_cache(maxsize=8192)
def _filled(style: Style, share: float) -> Style:
    """Fill a cell with what a block shows of two colours: mixed, or with the larger part."""
    ink, behind = style.color, style.bgcolor
    if ink is not None and behind is not None and ink.triplet and behind.triplet:
        one, other = Color.from_rich_color(ink), Color.from_rich_color(behind)
        if style.reverse:
            one, other = other, one
        return style + Style(bgcolor=other.blend(one, share).rich_color, reverse=False)
    return style + Style(reverse=bool(style.reverse) != (share >= 0.5))
