"""Themes as files: found by name, and turned into what Textual wears."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from winddown.errors import WinddownError
from winddown.palette import Palette
from winddown.routine.text import visible
from winddown.theme_reading import UnreadableTheme, load

if TYPE_CHECKING:
    from textual.theme import Theme

__all__ = [
    "Palette", "UnknownTheme", "UnreadableTheme",
    "find", "load", "load_all", "shipped_folder", "textual_theme", "worn",
]  # fmt: skip

DEFAULT = "dusk"
"""The theme worn where another cannot be had."""
_LONGEST = 40
"""Characters that are shown of a name which no theme has."""


class UnknownTheme(WinddownError):
    """No folder has a theme of this name."""

    def __init__(self, name: str, known: Sequence[str], place: str = "") -> None:
        """Name what was asked for, where that is known to stand, and what there is instead."""
        begin = f"{place}: there is" if place else "There is"
        near = difflib.get_close_matches(name, known, n=1)
        hint = f" Did you mean '{visible(near[0])}'?" if near else ""
        super().__init__(
            f"{begin} no theme called '{visible(name[:_LONGEST])}'. "
            f"There are {visible(', '.join(known))}.{hint}"
        )
        self.name, self.known = name, known


def shipped_folder() -> Path:
    """Give the folder of the shipped themes: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent
    packaged = package / "themes"
    return packaged if packaged.is_dir() else package.parent / "themes"


def find(name: str, folders: Sequence[Path]) -> Palette:
    """Read the theme called `name`, and no other, from the first of `folders` that has it.

    Raises:
        UnknownTheme: no folder has it.
        UnreadableTheme: its file cannot be read or understood.
    """
    files = _files(folders)
    if name not in files:
        raise UnknownTheme(name, sorted(files))
    return load(files[name][0])


def load_all(folders: Sequence[Path]) -> tuple[dict[str, Palette], tuple[UnreadableTheme, ...]]:
    """Read every theme of `folders` by name, and say what could not be read.

    An earlier folder wins; where its file is broken, the next one's theme stands.
    """
    palettes: dict[str, Palette] = {}
    problems: list[UnreadableTheme] = []
    for name, paths in sorted(_files(folders).items()):
        for path in paths:
            try:
                palettes[name] = load(path)
                break
            except UnreadableTheme as problem:
                problems.append(problem)
    return palettes, tuple(problems)


def worn(
    folders: Sequence[Path], name: str, place: Callable[[], str] = str
) -> tuple[Palette, tuple[str, ...]]:
    """Read the theme called `name`, and say in a sentence why another one stands in for it.

    Only that one is read: the others can wait until someone looks for another.

    Args:
        folders: where the person's own themes are, which win over the shipped ones.
        name: the theme to wear; the shipped one of that name, or the default one, stands in
            where it cannot be had.
        place: gives where that name stands, as "config.toml line 3", once nothing has it;
            empty for nowhere.
    """
    said: list[str] = []
    for places in ((*folders, shipped_folder()), (shipped_folder(),)):
        try:
            return find(name, places), tuple(said)
        except UnknownTheme as problem:
            if not said:
                said.append(str(UnknownTheme(problem.name, problem.known, place())))
        except UnreadableTheme as problem:
            if not said:
                said.append(str(problem))
    return find(DEFAULT, (shipped_folder(),)), tuple(said)


def _files(folders: Sequence[Path]) -> dict[str, list[Path]]:
    """List the theme files by name, those of earlier folders first; reads none of them."""
    files: dict[str, list[Path]] = {}
    for folder in folders:
        for name in _names(folder):
            if name.endswith(".toml") and not name.startswith("."):
                files.setdefault(name.removesuffix(".toml"), []).append(folder / name)
    return files


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  names are all it takes
    except OSError:
        return []  # there is none, or it is closed; either way it offers no theme


def textual_theme(palette: Palette) -> Theme:
    """Make Textual's theme of a palette."""
    from textual.theme import Theme

    from winddown.theme_variables import in_css, variables

    shown = in_css(palette)
    return Theme(
        name=palette.name,
        dark=palette.dark,
        primary=shown.accent,
        secondary=shown.heading,
        accent=shown.accent,
        # Nothing here is good or bad news, so nothing has a colour for it.
        warning=shown.accent,
        error=shown.accent,
        success=shown.accent,
        foreground=shown.text,
        background=shown.ground,
        surface=shown.ground,
        panel=shown.ground,
        boost=shown.ground,
        variables=variables(shown),
        ansi=palette.is_terminals,
    )
