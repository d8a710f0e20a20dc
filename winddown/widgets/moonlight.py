"""The arithmetic of a small moon: how much light, disc and glow each pixel shows."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from winddown.routine import moon

_POINTS, _INNER_POINTS = 4, 2
"""Points looked at along each side of a pixel, which softens every edge; fewer off the rim."""
_AIR = 1.2
"""Pixels left around the disc, for its glow to fade in."""
_TILT = math.radians(20)
_UPRIGHT, _LEAN = math.cos(_TILT), math.sin(_TILT)
"""The lit side leans down a little, as it does towards a sun below the horizon."""
_FLATNESS = 0.38
"""The moon's dust sends light straight back, so its face is far flatter than a ball's."""
_SEA = 0.22
"""How much darker the plains are than the highlands."""

_SEAS = (
    (-0.36, -0.40, 0.30),
    (0.24, -0.34, 0.22),
    (0.42, 0.00, 0.24),
    (-0.56, 0.10, 0.28),
    (-0.22, 0.44, 0.20),
)
"""The dark plains one sees with the naked eye: across, down and breadth, in radii."""


_Shine: TypeAlias = Callable[[float, float], float]
"""How much light falls on a point of the face, 0 to 1."""


class Pixel(NamedTuple):
    """What one pixel shows, each from 0 to 1."""

    sunlight: float
    """How brightly the disc is lit, where there is disc."""
    disc: float
    """How much of the pixel lies on the disc."""
    glow: float
    """How much of the glow reaches it."""


def face(phase: float, columns: int, lines: int) -> tuple[tuple[Pixel, ...], ...]:
    """Give the pixels of the moon at `phase`, line by line, as large as fits.

    Args:
        phase: as `routine.moon.phase` gives it.
        columns: pixels across.
        lines: pixels down; a pixel is about square.
    """
    radius = max(1.0, min(columns, lines) / 2 - _AIR)
    left, top = -columns / 2 / radius, -lines / 2 / radius
    side = 1 / radius
    shine = _sunlight(phase)
    fullness = (1 - math.cos(math.tau * phase)) / 2
    return tuple(
        tuple(
            _pixel(shine, fullness, left + column * side, top + line * side, side)
            for column in range(columns)
        )
        for line in range(lines)
    )


def _pixel(shine: _Shine, fullness: float, left: float, top: float, side: float) -> Pixel:
    """Sum up a pixel from the points in it; lengths are in radii of the disc."""
    x, y = left + side / 2, top + side / 2
    away = (math.hypot(x, y) - 1) / side
    glow = fullness * min(1.0, max(0.0, 1 - away / (_AIR + 0.6))) ** 2
    if away > 1:
        return Pixel(0.0, 0.0, glow)
    points = _POINTS if away > -1 else _INNER_POINTS
    steps = [(step + 0.5) / points * side for step in range(points)]
    inside = [
        shine(left + across, top + down)
        for down in steps
        for across in steps
        if (left + across) ** 2 + (top + down) ** 2 <= 1
    ]
    if not inside:
        return Pixel(0.0, 0.0, glow)
    sunlight = sum(inside) / len(inside)
    return Pixel(sunlight * (1 - _SEA * _sea(x, y)), len(inside) / points**2, glow)


def _sunlight(phase: float) -> _Shine:
    """Give the light at each point of a face that is tilted and flat as the moon's."""
    lit = moon.light(phase)
    lean = _LEAN if phase < 0.5 else -_LEAN

    def shine(x: float, y: float) -> float:
        return math.pow(lit(x * _UPRIGHT + y * lean, y * _UPRIGHT - x * lean), _FLATNESS)

    return shine


def _sea(x: float, y: float) -> float:
    """Tell how deep in the plains a point lies, 0 to 1."""
    depth = 0.0
    for across, down, breadth in _SEAS:
        depth += math.exp(-((x - across) ** 2 + (y - down) ** 2) / breadth**2)
    return min(1.0, depth)
