"""The colours of one theme, and how far they may grow dim."""

from __future__ import annotations

from typing import NamedTuple

from winddown.colours import blend, contrast, furthest_blend, is_colour

DIMMEST = 0.25
"""The most that anything blends towards the ground."""
TEXT_FLOOR = 7.0
"""Contrast of text, heading and accent, on the ground and on the row under the cursor."""
QUIET_FLOOR = 4.5
"""Contrast of quiet text and marks there."""
HIGH, HIGH_FLOOR = 15.0, 12.0
"""Text that begins with a contrast of `HIGH` is meant to be strong, and stays at `HIGH_FLOOR`."""


class Palette(NamedTuple):
    """The colours of a theme: each as "#rrggbb", or each by its name in the terminal."""

    name: str
    """The name of the theme's file."""
    dark: bool
    ground: str
    row: str
    """Behind the row under the cursor."""
    text: str
    heading: str
    accent: str
    quiet: str
    marks: str
    orb: tuple[str, str, str]
    """Centre, middle and edge of the pacer's light."""

    @property
    def is_terminals(self) -> bool:
        """True where all colours are the terminal's own: nobody here knows how they look."""
        return not is_colour(self.ground)

    @property
    def behind(self) -> tuple[str, str]:
        """What words may stand on."""
        return self.ground, self.row


def dimmed(palette: Palette, amount: float) -> Palette:
    """Give the palette with its lights turned down towards the ground.

    Text, heading and accent go as far as they can still be read; the orb goes
    all the way; what is quiet already stays as it is, and so do the terminal's own
    colours, which have no light that could be turned down.

    Args:
        palette: the theme at its brightest.
        amount: 0 for none of it to 0.25; what lies outside counts as the nearer end.
    """
    if palette.is_terminals:
        return palette
    amount = min(DIMMEST, max(0.0, amount))
    text_floor = HIGH_FLOOR if contrast(palette.text, palette.ground) >= HIGH else TEXT_FLOOR

    def dim(colour: str, floor: float) -> str:
        most = furthest_blend(
            colour, palette.ground, behind=palette.behind, floor=floor, most=DIMMEST
        )
        return blend(colour, palette.ground, min(amount, most))

    centre, middle, edge = (blend(colour, palette.ground, amount) for colour in palette.orb)
    return palette._replace(
        text=dim(palette.text, text_floor),
        heading=dim(palette.heading, TEXT_FLOOR),
        accent=dim(palette.accent, TEXT_FLOOR),
        orb=(centre, middle, edge),
    )
