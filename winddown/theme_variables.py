"""The names that stylesheets use: our own, and each of Textual's that would show its own look."""

from __future__ import annotations

from typing import Literal, TypeAlias

from winddown.colours import blend, is_terminals_own
from winddown.palette import Palette

_THUMB = 0.55
"""How far a scrollbar that nobody touches is blended into the ground."""

_Colour: TypeAlias = Literal[
    "ground", "row", "text", "heading", "accent", "quiet", "marks", "thumb"
]
"""A colour of the palette, or the thumb's."""

_COLOURS: dict[str, _Colour] = {
    "ansi-background": "ground",
    "ansi-foreground": "text",
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

_OF_THE_TERMINAL = {
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
    "input-selection-foreground": "ansi_black",
    "screen-selection-foreground": "ansi_black",
}
"""What has to be marked otherwise where nobody knows how two colours look together."""


def in_css(palette: Palette) -> Palette:
    """Give a palette as stylesheets write it; they have names of their own for the terminal's."""

    def written(colour: str) -> str:
        return f"ansi_{colour.replace('-', '_')}" if is_terminals_own(colour) else colour

    centre, middle, edge = map(written, palette.orb)
    return palette._replace(
        ground=written(palette.ground),
        row=written(palette.row),
        text=written(palette.text),
        heading=written(palette.heading),
        accent=written(palette.accent),
        quiet=written(palette.quiet),
        marks=written(palette.marks),
        orb=(centre, middle, edge),
    )


def variables(palette: Palette) -> dict[str, str]:
    """Give every CSS variable of a theme whose colours are written as `in_css` gives them.

    Text is called `body`, because `$text` is a name of Textual's own.
    """
    marked = _OF_THE_TERMINAL | _selection(palette) if palette.is_terminals else {}
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
    return _shades(palette) | _textual(palette) | ours | marked


def _selection(palette: Palette) -> dict[str, str]:
    """Mark what is selected, where the row is no more than the ground."""
    return {
        "input-selection-background": palette.quiet,
        "screen-selection-background": palette.quiet,
    }


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
    is_known = not palette.is_terminals
    colours: dict[_Colour, str] = {
        "ground": palette.ground,
        "row": palette.row,
        "text": palette.text,
        "heading": palette.heading,
        "accent": palette.accent,
        "quiet": palette.quiet,
        "marks": palette.marks,
        "thumb": blend(palette.marks, palette.ground, _THUMB) if is_known else palette.marks,
    }
    return {part: colours[name] for part, name in _COLOURS.items()} | _STYLES
