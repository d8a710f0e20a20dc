"""Colours as arithmetic: how far two stand apart, and what lies between them.

A colour is its hex text, "#141014", here and in every theme file. The terminal's own
colours have names there instead, since what they look like is known to the terminal alone.
"""

from __future__ import annotations

import re

_FINE = 1 / 512
"""Shares closer than this give the same colour."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")

_HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")

DEFAULT = "default"
"""What the terminal writes with, or on, where nothing else is asked for."""
TERMINALS_OWN = (*_HUES, *(f"bright-{hue}" for hue in _HUES))
"""The sixteen colours of every terminal, in its order."""


def is_colour(text: object) -> bool:
    """Tell whether this is a colour as theme files write it: a # and six hex digits."""
    return isinstance(text, str) and _HEX.fullmatch(text) is not None


def is_terminals_own(text: object) -> bool:
    """Tell whether this names one of the terminal's colours, or the one it uses by itself."""
    return isinstance(text, str) and text in (DEFAULT, *TERMINALS_OWN)


def channels(colour: str) -> tuple[int, int, int]:
    """Give red, green and blue, each 0 to 255."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def luminance(colour: str) -> float:
    """Give the relative luminance, 0 for black to 1 for white.

    Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    red, green, blue = (
        share / 12.92 if (share := channel / 255) <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for channel in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio, 1 for the same colour to 21 for black on white.

    Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def blend(colour: str, towards: str, share: float) -> str:
    """Give the colour that lies `share` (0 to 1) of the way from one to the other."""
    mixed = (
        round(start + (end - start) * share)
        for start, end in zip(channels(colour), channels(towards), strict=True)
    )
    return f"#{bytes(mixed).hex()}"


def furthest_blend(
    colour: str, towards: str, *, behind: tuple[str, ...], floor: float, most: float
) -> float:
    """Give the largest share, up to `most`, that `colour` may blend and still be read.

    Args:
        colour: the text's colour.
        towards: what it blends towards; contrast only falls on the way there.
        behind: the colours it stands on.
        floor: the contrast ratio it keeps on each of them.
        most: the largest share that is wanted, 0 to 1.

    A colour that stands under the floor to begin with may not blend at all.
    """

    def is_readable(share: float) -> bool:
        mixed = blend(colour, towards, share)
        return all(contrast(mixed, ground) >= floor for ground in behind)

    if is_readable(most):
        return most
    held, lost = 0.0, most
    while lost - held > _FINE:
        middle = (held + lost) / 2
        held, lost = (middle, lost) if is_readable(middle) else (held, middle)
    return held
