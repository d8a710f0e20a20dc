"""The names that stylesheets use: our own, and each of Textual's that would show its own look."""

from __future__ import annotations

from typing import Literal, TypeAlias

from winddown.colours import blend
from winddown.palette import Palette

_THUMB = 0.55
"""How far a scrollbar that nobody touches is blended into the ground."""

_Colour: TypeAlias = Literal[
    "ground", "row", "text", "heading", "accent", "quiet", "marks", "thumb"
]
"""A colour of the palette, or the thumb's."""

_COLOURS: dict[str, _Colour] = {
    "text": "text",
    "text-muted": "quiet",
    "text-disabled": "marks",
    "foreground-muted": "quiet",
    "foreground-disabled": "marks",
    "background-muted": "ground",
    "surface-active": "ground",
    "border": "ground",
    "border-blurred": "ground",
    "block-cursor-foreground": "heading",
    "block-cursor-background": "row",
    "block-cursor-blurred-foreground": "text",
    "block-cursor-blurred-background": "row",
    "block-hover-background": "row",
    "input-cursor-background": "accent",
    "input-cursor-foreground": "ground",
    "input-selection-background": "row",
    "input-selection-foreground": "heading",
    "screen-selection-background": "row",
    "screen-selection-foreground": "heading",
    "scrollbar": "thumb",
    "scrollbar-hover": "marks",
    "scrollbar-active": "accent",
    "scrollbar-background": "ground",
    "scrollbar-background-hover": "ground",
    "scrollbar-background-active": "ground",
    "scrollbar-corner-color": "ground",
    "link-color": "accent",
    "link-background": "ground",
    "link-color-hover": "heading",
    "link-background-hover": "row",
    "footer-foreground": "quiet",
    "footer-background": "ground",
    "footer-key-foreground": "text",
    "footer-key-background": "ground",
    "footer-description-foreground": "quiet",
    "footer-description-background": "ground",
    "footer-item-background": "ground",
    "button-foreground": "text",
    "button-color-foreground": "heading",
    **{f"markdown-h{level}-color": "heading" for level in (1, 2)},
    **{f"markdown-h{level}-color": "text" for level in range(3, 7)},
    **{f"markdown-h{level}-background": "ground" for level in range(1, 7)},
}
"""What Textual's widgets ask for by part, and which of our colours it is."""

_STYLES = {
    "block-cursor-text-style": "none",
    "block-cursor-blurred-text-style": "none",
    "input-cursor-text-style": "none",
    "link-style": "underline",
    "link-style-hover": "underline",
    "button-focus-text-style": "bold",
    **{f"markdown-h{level}-text-style": "bold" for level in range(1, 7)},
}
"""How Textual's widgets write what they mark."""


def variables(palette: Palette) -> dict[str, str]:
    """Give every CSS variable of a theme.

    Text is called `body`, because `$text` is a name of Textual's own.
    """
    centre, middle, edge = palette.orb
    ours = {
        "ground": palette.ground,
        "row": palette.row,
        "body": palette.text,
        "heading": palette.heading,
        "accent": palette.accent,
        "quiet": palette.quiet,
        "marks": palette.marks,
        "orb-centre": centre,
        "orb-middle": middle,
        "orb-edge": edge,
    }
    return _shades(palette) | _textual(palette) | ours


def _shades(palette: Palette) -> dict[str, str]:
    """Keep Textual from shading our colours: every lighter or darker one is the colour itself."""
    flat = {
        "primary": palette.accent,
        "secondary": palette.heading,
        "accent": palette.accent,
        "warning": palette.accent,
        "error": palette.accent,
        "success": palette.accent,
        "foreground": palette.text,
        "background": palette.ground,
        "surface": palette.ground,
        "panel": palette.ground,
        "boost": palette.ground,
        "primary-background": palette.ground,
        "secondary-background": palette.ground,
    }
    hues = ("primary", "secondary", "accent", "warning", "error", "success")
    return (
        flat
        | {
            f"{name}-{way}-{step}": colour
            for name, colour in flat.items()
            for way in ("lighten", "darken")
            for step in (1, 2, 3)
        }
        | {f"text-{hue}": flat[hue] for hue in hues}
        | {f"{hue}-muted": palette.row for hue in hues}
    )


def _textual(palette: Palette) -> dict[str, str]:
    """Name what Textual's widgets ask for by part."""
    colours: dict[_Colour, str] = {
        "ground": palette.ground,
        "row": palette.row,
        "text": palette.text,
        "heading": palette.heading,
        "accent": palette.accent,
        "quiet": palette.quiet,
        "marks": palette.marks,
        "thumb": blend(palette.marks, palette.ground, _THUMB),
    }
    return {part: colours[name] for part, name in _COLOURS.items()} | _STYLES
