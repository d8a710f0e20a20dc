"""The colours of a terminal that knows 256: for each the nearest one, in which words stay readable.

Rich would turn what is dark and warm into a bright purple, since it rounds each channel by itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from winddown.colours import contrast
from winddown.palette import QUIET_FLOOR, TEXT_FLOOR

_LEVELS = (0, 95, 135, 175, 215, 255)
"""What a channel of the cube can have; 16 is its first colour."""
_GREYS = range(8, 248, 10)
"""What all channels of a grey have; 232 is the first grey."""
_HUES_COUNT = 8
"""Times as much as how light a colour is: else rings of other hues would run through the light."""
_ALL = range(16, 256)
"""The colours that look the same in every terminal: the first sixteen are its own."""


class In256Colours(LineFilter):
    """Shows each colour as the nearest of 256."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the segments of a line in colours that the terminal has."""
        return [
            Segment(text, style and _style(style), control) for text, style, control in segments
        ]


@lru_cache(maxsize=8192)
def _style(usual: Style) -> Style:
    ink, behind = usual.color, usual.bgcolor
    ground = None if behind is None or behind.triplet is None else behind.triplet.hex
    if ink is None or ink.triplet is None:
        letters = ink
    elif ground is None:
        letters = RichColor.from_ansi(nearest(ink.triplet.hex))
    else:
        letters = RichColor.from_ansi(readable(ink.triplet.hex, ground))
    if ground is not None:
        behind = RichColor.from_ansi(nearest(ground))
    return usual + Style(color=letters, bgcolor=behind)


@lru_cache(maxsize=8192)
def nearest(colour: str) -> int:
    """Give the number of the colour that looks most like this one."""
    wanted = _seen(colour)
    return min(_around(colour), key=lambda number: _apart(wanted, _seen(shown(number))))


def _around(colour: str) -> Iterator[int]:
    """Give the corners of the cube around a colour, and the greys that are about as light."""
    steps = []
    for channel in bytes.fromhex(colour[1:]):
        above = bisect_left(_LEVELS, channel)
        steps.append({max(0, above - 1), above})
    for red, green, blue in product(*steps):
        yield 16 + 36 * red + 6 * green + blue
    light = bisect_left(_GREYS, _seen(colour)[0], key=lambda grey: _seen(_grey(grey))[0])
    yield from {232 + min(max(0, light + by), len(_GREYS) - 1) for by in (-1, 0)}


@lru_cache(maxsize=8192)
def readable(ink: str, ground: str) -> int:
    """Give the nearest colour to write in that can be read on the nearest ground.

    Where words were readable before, they are so afterwards; of light beside light
    nothing is asked.
    """
    usual, behind = contrast(ink, ground), shown(nearest(ground))
    floor = next((floor for floor in (TEXT_FLOOR, QUIET_FLOOR) if usual >= floor), 0.0)
    chosen = nearest(ink)
    if contrast(shown(chosen), behind) >= floor:
        return chosen
    wanted = _seen(ink)
    clear = [number for number in _ALL if contrast(shown(number), behind) >= floor]
    if not clear:  # on a ground between light and dark nothing is; then what comes nearest to it
        return max(_ALL, key=lambda number: contrast(shown(number), behind))
    return min(clear, key=lambda number: _apart(wanted, _seen(shown(number))))


@cache
def shown(number: int) -> str:
    """Give what a terminal shows for a number from 16."""
    if number >= 232:
        return _grey(_GREYS[number - 232])
    red, rest = divmod(number - 16, 36)
    green, blue = divmod(rest, 6)
    return f"#{bytes([_LEVELS[red], _LEVELS[green], _LEVELS[blue]]).hex()}"


def _grey(channel: int) -> str:
    return f"#{bytes([channel] * 3).hex()}"


@lru_cache(maxsize=8192)
def _seen(colour: str) -> tuple[float, float, float]:
    """Give a colour as it is seen: how light it is, and its two hues.

    Source: Björn Ottosson, Oklab, https://bottosson.github.io/posts/oklab/
    """
    red, green, blue = (
        share / 12.92 if (share := channel / 255) <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for channel in bytes.fromhex(colour[1:])
    )
    long, middle, short = (
        (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3),
        (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3),
        (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3),
    )
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Tell how unlike two colours are: a hue that is off is worse than a light that is."""
    light, *hues = (mine - yours for mine, yours in zip(one, other, strict=True))
    return light**2 + _HUES_COUNT * sum(off**2 for off in hues)
