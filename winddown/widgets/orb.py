"""The arithmetic of a soft light: which colour each pixel of the orb has."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

Cell: TypeAlias = tuple[Colour, Colour]
"""The upper and the lower pixel of one cell."""

FINE = 16
"""Steps in one pixel, for distances and radii: so fine that no step is seen."""

_HALO = 0.36
"""How much room is left around the largest orb, as a share of its radius."""
_MOST = 20
"""Pixels in the largest radius, however much room there is: what a breath writes grows with it."""
_CORE = 1.4
"""How wide the brightest part spreads around the centre; 1 would leave a point."""
_GLOW = 0.42
"""Strength of the glow around the centre, as a share of the edge's colour."""
_FADE = 1.5
"""How steeply the glow fades on its way out."""
_SOFT = 0.3
"""How soft the edge is, in pixels; a larger orb has a softer one."""
_SOFTEST = 0.09
"""How soft it is at most, as a share of the largest radius, so that it ends within its room."""
_EDGE = ((-1.2, 0.9), (-0.6, 0.68), (-0.05, 0.44), (0.5, 0.24), (1.15, 0.09), (2.3, 0.0))
"""How far beyond the radius each step of the edge lies, and how much of the orb shows from there.

Each step writes as much as the others; the last ones are wide, so that the orb seems to shine.
"""
_ALIKE = 4
"""Fine steps that pixels of a cell may be apart and still count as one: a quarter of a pixel."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours an orb is mixed from; it never shows one that lies outside them."""

    ground: Colour
    centre: Colour
    middle: Colour
    edge: Colour

    def at(self, distance: float) -> Colour:
        """Give the light at a distance from the centre, as a share of the way to its last glow.

        The three colours meet in one curve, so that no ring shows where they join.
        """
        out = min(1.0, distance) ** _CORE
        shares = ((1 - out) ** 2, 2 * out * (1 - out), out**2)
        red, green, blue = (
            sum(share * part for share, part in zip(shares, channel, strict=True))
            for channel in zip(self.centre, self.middle, self.edge, strict=True)
        )
        return round(red), round(green), round(blue)

    def lit(self, colour: Colour, shown: float) -> Colour:
        """Let a colour stand out of the ground by a share from 0 to 1."""
        return _between(self.ground, colour, shown)


class Orb:
    """A field of light and its glow that stand still, and an edge that opens and closes over them.

    Pixels are as wide as a cell and half as high, so they are about square. Only
    those that a step of the edge goes over differ from one radius to the next.
    """

    def __init__(self, columns: int, rows: int, palette: Palette) -> None:
        """Lay the field over so many cells, brightest in the middle."""
        self.columns, self.rows, self.palette = columns, rows, palette
        room = max(1, min(columns, rows * 2)) / 2
        self.largest = min(_MOST, room / (1 + _HALO))
        """Radius in pixels of the largest orb that fits with its glow."""
        self._distances = {(row, column): self._apart(row, column) for row, column in self.cells()}
        self._outward = sorted(
            (distance, cell)
            for cell, distances in self._distances.items()
            for distance in set(distances)
        )
        farthest = math.ceil(math.hypot(columns / 2, rows) * FINE)
        shares = [step // _ALIKE * _ALIKE / FINE / room for step in range(farthest + 1)]
        self._field = [palette.at(share) for share in shares]
        self._glow = [
            palette.lit(palette.edge, _GLOW * max(0.0, 1 - share**2) ** _FADE) for share in shares
        ]
        soft = min(_SOFT * math.sqrt(self.largest), _SOFTEST * self.largest) * FINE
        self._edge = [math.floor(soft * beyond) for beyond, _ in _EDGE]
        """How far beyond the radius each step of the edge lies, in fine steps."""
        self._lit: tuple[float, list[list[Colour]]] = (-1.0, [])

    def radius(self, fill: float, smallest: float) -> int:
        """Give the radius in fine steps for lungs this full, 0 to 1.

        `smallest` is the radius on empty lungs as a share of the largest.
        """
        return round((smallest + (1 - smallest) * fill) * self.largest * FINE)

    def profile(self, radius: int, light: float) -> list[Colour]:
        """Give the colour at each distance from the centre, in fine steps like the radius.

        `light` is 1 for all of the light and 0 for none.
        """
        if self._lit[0] != light:
            shares = (1.0, *(shown for _, shown in _EDGE))
            self._lit = light, [self._lit_by(light, disc) for disc in shares]
        farthest = len(self._field)
        ends = [min(farthest, max(0, radius + beyond + 1)) for beyond in self._edge]
        begun = zip(self._lit[1], [0, *ends], [*ends, farthest], strict=True)
        return [*chain.from_iterable(lit[begin:end] for lit, begin, end in begun)]

    def _lit_by(self, light: float, disc: float) -> list[Colour]:
        """Give the colour at each distance where so much of the orb shows; a few are alike."""
        lit = self.palette.lit
        return [
            alike
            for colour, glow in zip(self._field[::_ALIKE], self._glow[::_ALIKE], strict=True)
            for alike in [lit(_between(glow, colour, disc), light)] * _ALIKE
        ][: len(self._field)]

    def cells(self) -> Iterator[tuple[int, int]]:
        """Give row and column of each cell in the upper left quarter.

        The right half mirrors the left; the lower half mirrors the upper one upside down.
        """
        return (
            (row, column)
            for row in range((self.rows + 1) // 2)
            for column in range((self.columns + 1) // 2)
        )

    def _apart(self, row: int, column: int) -> tuple[int, int]:
        """Give how far from the centre the two pixels of a cell are, in fine steps."""
        across = self.columns / 2 - column - 0.5
        upper, lower = (
            round(math.hypot(across, self.rows - line - 0.5) * FINE)
            for line in (row * 2, row * 2 + 1)
        )
        # Beside the centre the edge runs down along a cell: there its pixels change as one.
        return (upper, lower) if abs(upper - lower) > _ALIKE else ((upper + lower) // 2,) * 2

    def crossed(self, before: int, after: int) -> set[tuple[int, int]]:
        """Give row and column of each cell in that quarter that differs between two radii."""
        inner, outer = sorted((before, after))
        return {
            cell
            for beyond in self._edge
            for _, cell in self._outward[
                bisect_right(self._outward, inner + beyond, key=itemgetter(0)) :
                bisect_right(self._outward, outer + beyond, key=itemgetter(0))
            ]
        }  # fmt: skip

    def cell(self, row: int, column: int, profile: list[Colour]) -> Cell:
        """Colour one cell of that quarter."""
        upper, lower = self._distances[row, column]
        return profile[upper], profile[lower]


def _between(one: Colour, other: Colour, share: float) -> Colour:
    """Go a share of the way from one colour to another."""
    (red, green, blue), (r, g, b) = one, other
    return (
        round(red + (r - red) * share),
        round(green + (g - green) * share),
        round(blue + (b - blue) * share),
    )
