"""The arithmetic of a soft light: which colour each pixel of the orb has."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

Cell: TypeAlias = tuple[Colour, Colour]
"""The upper and the lower pixel of one cell."""

FINE = 16
"""Steps in one pixel, for distances and radii: so fine that no step is seen."""

_HALO = 0.36
"""How far the glow reaches beyond the orb, as a share of the largest radius."""
_GLOW = 0.32
"""Strength of the glow where it leaves the orb, as a share of the orb's own light."""
_FADE = 2.2
"""How steeply the glow fades on its way out."""
_CORE = 1.4
"""How wide the brightest part spreads around the centre; 1 would leave a point."""


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
        (red, green, blue), (r, g, b) = colour, self.ground
        return (
            round(r + (red - r) * shown),
            round(g + (green - g) * shown),
            round(b + (blue - b) * shown),
        )


class Orb:
    """A field of light that stands still, and an edge that opens and closes over it.

    Pixels are as wide as a cell and half as high, so they are about square. Only
    a ring around the edge differs from one radius to the next.
    """

    def __init__(self, columns: int, rows: int, palette: Palette) -> None:
        """Lay the field over so many cells, brightest in the middle."""
        self.columns, self.rows, self.palette = columns, rows, palette
        room = max(1, min(columns, rows * 2)) / 2
        self.largest = room / (1 + _HALO)
        """Radius in pixels of the largest orb that fits with its glow."""
        self._distances = [
            [
                round(math.hypot(columns / 2 - column - 0.5, rows - line - 0.5) * FINE)
                for column in range((columns + 1) // 2)
            ]
            for line in range(rows + 1)
        ]
        farthest = math.ceil(math.hypot(columns / 2, rows) * FINE)
        self._field = [palette.at(step / FINE / room) for step in range(farthest + 1)]
        self._dimmed = (1.0, self._field)
        self._soft = round(max(0.7, 0.35 * math.sqrt(self.largest)) * FINE)
        self._halo = round(self.largest * _HALO * FINE)
        self._shown = [self._share(beyond) for beyond in range(-self._soft, self._halo)]

    def radius(self, fill: float, smallest: float) -> int:
        """Give the radius in fine steps for lungs this full, 0 to 1.

        `smallest` is the radius on empty lungs as a share of the largest.
        """
        return round((smallest + (1 - smallest) * fill) * self.largest * FINE)

    def profile(self, radius: int, light: float) -> list[Colour]:
        """Give the colour at each distance from the centre, in fine steps like the radius.

        `light` is 1 for all of the light and 0 for none.
        """
        if self._dimmed[0] != light:
            self._dimmed = light, [self.palette.lit(colour, light) for colour in self._field]
        inner = max(0, radius - self._soft)
        outer = min(len(self._field), radius + self._halo)
        lit, first = self.palette.lit, inner - radius + self._soft
        ring = [
            lit(colour, light * shown)
            for colour, shown in zip(self._field[inner:outer], self._shown[first:], strict=False)
        ]
        dark = [self.palette.ground] * (len(self._field) - outer)
        return self._dimmed[1][:inner] + ring + dark

    def _share(self, beyond: int) -> float:
        """Tell how much of the field shows so many fine steps beyond the edge, 1 to 0.

        Over `_soft` steps to either side of the edge the orb gives way to its glow.
        """
        across = min(1.0, max(0.0, (1 - beyond / self._soft) / 2))
        disc = across * across * (3 - 2 * across)
        way_out = min(1.0, max(0.0, beyond / self._halo))
        glow: float = _GLOW * (1 - way_out) ** _FADE
        return disc + (1 - disc) * glow

    def half_row(self, row: int, profile: list[Colour]) -> list[Cell]:
        """Colour the cells of a row in the upper half, from the left edge to the middle one.

        The right half mirrors them; the lower half mirrors the upper one upside down.
        """
        upper, lower = self._distances[row * 2], self._distances[row * 2 + 1]
        return [(profile[up], profile[down]) for up, down in zip(upper, lower, strict=True)]
