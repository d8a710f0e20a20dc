"""What a terminal knows: how many colours, and which letters, as far as its environment says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

SIXTEEN, EIGHT_BITS, TRUE = 16, 1 << 8, 1 << 24
"""How many colours there are: the terminal's own, a fixed palette besides, or any at all."""

Letters: TypeAlias = Literal["all", "no-marks", "ascii"]
"""Every letter there is; those that words are made of; or ASCII alone."""

_SYSTEMS = {"standard": SIXTEEN, "256": EIGHT_BITS, "truecolor": TRUE}
"""What Textual calls them."""

_TRUE_BY_NAME = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
"""Terminals that know every colour, and whose word for it ssh does not carry over."""


class Knows(NamedTuple):
    """What can be shown; by itself, everything."""

    colours: int = TRUE
    """`SIXTEEN`, `EIGHT_BITS` or `TRUE`."""
    letters: Letters = "all"

    @property
    def system(self) -> str:
        """What Textual calls so many colours."""
        return next(name for name, colours in _SYSTEMS.items() if colours == self.colours)


def known(environ: Mapping[str, str]) -> Knows:
    """Tell what the terminal knows that has this environment; where nothing is said, everything."""
    return Knows(_colours(environ), _letters(environ))


def _colours(environ: Mapping[str, str]) -> int:
    forced = _SYSTEMS.get(environ.get("TEXTUAL_COLOR_SYSTEM", "").lower())
    if forced is not None:
        return forced
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return TRUE
    term = environ.get("TERM", "").strip().lower()
    if not term or term.endswith("-direct") or term.startswith(_TRUE_BY_NAME):
        return TRUE
    return EIGHT_BITS if term.endswith("256color") else SIXTEEN


def _letters(environ: Mapping[str, str]) -> Letters:
    if not knows_all(environ):
        return "ascii"
    # The console of Linux has room for the letters of a language or two, and few marks.
    return "no-marks" if environ.get("TERM") == "linux" else "all"


def knows_all(environ: Mapping[str, str]) -> bool:
    """Tell whether the locale of the terminal has letters beyond ASCII, which UTF-8 has.

    Where nothing is said, it does: a terminal without UTF-8 is one that says so.
    """
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        said = environ.get(name, "")
        if name == "LC_CTYPE" and said in ("C.UTF-8", "C.utf8", "UTF-8") and _is_bare(environ):
            continue  # Python has put that there itself, for its own sake
        if said:
            return "utf8" in said.lower().replace("-", "")
    return True


def _is_bare(environ: Mapping[str, str]) -> bool:
    return environ.get("LANG", "") in ("C", "POSIX")
