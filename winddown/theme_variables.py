"""The names that stylesheets use: our own, and each of Textual's that would show its own look."""

from __future__ import annotations

from winddown.colours import blend
from winddown.palette import Palette

_THUMB = 0.55
"""How far a scrollbar that nobody touches is blended into the ground."""


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
    ground, row, text = palette.ground, palette.row, palette.text
    thumb = blend(palette.marks, ground, _THUMB)
    parts = {
        "text": text,
        "text-muted": palette.quiet,
        "text-disabled": palette.marks,
        "foreground-muted": palette.quiet,
        "foreground-disabled": palette.marks,
        "background-muted": ground,
        "surface-active": ground,
        "border": ground,
        "border-blurred": ground,
        "block-cursor-foreground": palette.heading,
        "block-cursor-background": row,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-background": row,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": row,
        "input-cursor-background": palette.accent,
        "input-cursor-foreground": ground,
        "input-cursor-text-style": "none",
        "input-selection-background": row,
        "input-selection-foreground": palette.heading,
        "screen-selection-background": row,
        "screen-selection-foreground": palette.heading,
        "scrollbar": thumb,
        "scrollbar-hover": palette.marks,
        "scrollbar-active": palette.accent,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "link-color": palette.accent,
        "link-background": ground,
        "link-style": "underline",
        "link-color-hover": palette.heading,
        "link-background-hover": row,
        "link-style-hover": "underline",
        "footer-foreground": palette.quiet,
        "footer-background": ground,
        "footer-key-foreground": text,
        "footer-key-background": ground,
        "footer-description-foreground": palette.quiet,
        "footer-description-background": ground,
        "footer-item-background": ground,
        "button-foreground": text,
        "button-color-foreground": palette.heading,
        "button-focus-text-style": "bold",
    }
    headings = {
        f"markdown-h{level}-{part}": value
        for level in range(1, 7)
        for part, value in (
            ("color", palette.heading if level < 3 else text),
            ("background", ground),
            ("text-style", "bold"),
        )
    }
    return parts | headings
