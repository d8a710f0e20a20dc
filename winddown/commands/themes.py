"""`winddown themes`: lists every look there is, each line in its own colours."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TextIO

from winddown.asked import Asked
from winddown.colours import blend, is_colour
from winddown.commands.saying import say, warn
from winddown.data import config as config_file
from winddown.data import overrides
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.knowing import known
from winddown.palette import Palette
from winddown.routine.text import visible
from winddown.steps import between
from winddown.theme_files import DEFAULT, UnknownTheme, load_all, shipped_folder

if TYPE_CHECKING:
    from rich.text import Text

WIDEST = 24
"""Cells for a name or a word; a longer one moves what follows."""

LIGHT = 8
"""Cells of the light at the end of a line."""


class Look(NamedTuple):
    """One theme, and what is said of it."""

    palette: Palette
    word: str
    """What it is like, or whose."""
    is_worn: str
    """Says that it is in use; empty where another is."""

    @property
    def mark(self) -> str:
        """A ring, filled for the one in use."""
        return "◉" if self.is_worn else "○"


def run(asked: Asked) -> int:
    """List the looks, and give 1 where a file of one is broken."""
    looks, problems = listed(locations(os.environ))
    if is_coloured(os.environ, sys.stdout):
        show(looks)
    else:
        say(in_words(looks))
    warn(problems)
    return 1 if problems else 0


def listed(where: Locations) -> tuple[list[Look], list[WinddownError]]:
    """Give every theme by name, the person's own before shipped ones, and what is wrong."""
    own, broken = load_all((where.themes,))
    shipped, _ = load_all((shipped_folder(),))
    palettes = shipped | own
    config, _ = config_file.load(where.config_file, between())
    problems: list[WinddownError] = [*broken]
    worn = config.theme
    if worn not in palettes:
        if worn not in {problem.path.stem for problem in broken}:
            place = config_file.place_of(where.config_file, ("theme",))
            problems.append(UnknownTheme(worn, sorted(palettes), place))
        worn = DEFAULT
    say = overrides.read(where).words("looks")
    looks = [
        Look(
            palette,
            say["own"] if name in own else say.get(f"word-{name}", ""),
            say["worn"] if name == worn else "",
        )
        for name, palette in sorted(palettes.items())
    ]
    return looks, problems


def is_coloured(environ: Mapping[str, str], output: TextIO) -> bool:
    """Tell whether colours, and marks that are no letters, can be seen where this is written."""
    is_plain = environ.get("NO_COLOR") or environ.get("TERM", "dumb") == "dumb"
    has_letters = known(environ).letters == "all" and output.encoding.lower().startswith("utf")
    return output.isatty() and not is_plain and has_letters


def in_words(looks: Sequence[Look]) -> Iterator[str]:
    """Give a line of plain text for each."""
    names, words = _widths(looks)
    for look in looks:
        name, word = visible(look.palette.name), visible(look.word)
        yield f"{name:<{names}}  {word:<{words}}  {visible(look.is_worn)}".rstrip()


def show(looks: Sequence[Look]) -> None:
    """Print each in its colours, as many of them as the terminal has."""
    from rich.console import Console

    Console(highlight=False).print(*_in_colours(looks), sep="\n")


def _in_colours(looks: Sequence[Look]) -> Iterator[Text]:
    """Give a line for each, written on its ground in its colours, with its light at the end."""
    from rich.text import Text

    names, words = _widths(looks)
    worn = max(len(visible(look.is_worn)) for look in looks)
    for look in looks:
        palette = look.palette
        written = {
            "accent": f" {look.mark} ",
            "heading": f"{visible(palette.name):<{names}}  ",
            "text": f"{visible(look.word):<{words}}  ",
            "quiet": f"{visible(look.is_worn):<{worn}}  ",
        }
        line = Text(no_wrap=True, overflow="crop")
        for colour, text in written.items():
            line.append(text, _style(palette, getattr(palette, colour)))
        for colour in _light(palette):
            line.append("█" if is_colour(colour) else "▓", _style(palette, colour))
        yield line.append("  ", _style(palette, palette.text))


def _light(palette: Palette) -> Iterator[str]:
    """Give the colours of the orb from its edge to its centre and out again."""
    centre, middle, edge = palette.orb
    if palette.is_terminals:
        inward = [edge, middle, centre, centre]
    else:
        inward = [edge, blend(edge, middle, 0.6), blend(middle, centre, 0.3), centre]
    yield from inward
    yield from reversed(inward)


def _style(palette: Palette, colour: str) -> str:
    """Write a colour on the ground as rich does, which has names for the terminal's own."""
    return f"{colour.replace('-', '_')} on {palette.ground.replace('-', '_')}"


def _widths(looks: Sequence[Look]) -> tuple[int, int]:
    """Give the cells that the names and the words take."""
    names = max(len(visible(look.palette.name)) for look in looks)
    words = max(len(visible(look.word)) for look in looks)
    return min(WIDEST, names), min(WIDEST, words)
