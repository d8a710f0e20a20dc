"""How the program looks: the palette it wears, how far it is dimmed, and what fits the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from winddown.dimming import dimming
from winddown.knowing import EIGHT_BITS, SIXTEEN, Knows
from winddown.palette import DIMMEST, Palette
from winddown.routine.occasion import Motion, Occasion
from winddown.speaking import Speaking
from winddown.theme_files import find, load_all, shipped_folder, textual_theme
from winddown.widgets.bar_lines import BarLines

if TYPE_CHECKING:
    from textual.types import AnimationLevel

Answer = TypeVar("Answer")

_NO_COLOR = NoColor()
_MOVES: dict[Motion, AnimationLevel] = {"full": "full", "gentle": "basic", "still": "none"}
"""What Textual calls as much motion."""


class Wearing(Speaking):
    """The app as far as it wears a look; subclasses say how one that is chosen is kept."""

    TITLE = "winddown"
    # All at once: a screen that brought its own would have every rule read again.
    CSS_PATH = ["winddown.tcss", *sorted(Path(__file__).parent.glob("screens/*.tcss"))]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high"), (28, "-tall")]  # noqa: RUF012  Textual's own
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (56, "-wide")]  # noqa: RUF012  Textual's own

    def __init__(
        self,
        occasion: Occasion,
        palette: Palette,
        theme_folders: Sequence[Path],
        knows: Knows,
    ) -> None:
        """Wear `palette`, as far as the terminal knows its colours and the letters of the words.

        The person's own themes are in `theme_folders`.
        """
        super().__init__(occasion)
        self._theme_folders = theme_folders
        self._knows = knows
        self._fewer = _fewer(knows)
        """What stands in for colours and letters that the terminal does not know."""
        self._dim = 0.0
        ScrollBar.renderer = BarLines
        self.keep_calm()
        self._open_in(palette)

    def fit(self, screen: Screen[Answer]) -> Screen[Answer]:
        """Give a screen the classes of the window's size before it opens, to be styled once."""
        for size, breakpoints in (
            (self.size.width, screen.HORIZONTAL_BREAKPOINTS or self.HORIZONTAL_BREAKPOINTS),
            (self.size.height, screen.VERTICAL_BREAKPOINTS or self.VERTICAL_BREAKPOINTS),
        ):
            fitting = [name for least, name in breakpoints if size >= least]
            screen.add_class(fitting[-1], update=False)
        return screen

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Dim what is drawn, but not the terminal's own colours; without colour leave those out."""
        # Of Textual's own, none that makes true colours is needed: they are true, or to stay.
        filters = [
            each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)
        ]
        if not self._palette.is_terminals:
            dims = dimming(self._palette, round(100 * self._dim))
            return [*([] if dims is None else [dims]), *filters, *self._fewer]
        # Textual chooses once, for the theme it begins with; and grey is no colour of theirs.
        bare = [_NO_COLOR if isinstance(each, Monochrome) else each for each in filters]
        return [*bare, *self._fewer]

    def dim(self, depth: float) -> None:
        """Blend the words towards the ground: 0 for not at all, 1 for as far as they may.

        It is seen in whatever is drawn from here on.
        """
        self._dim = DIMMEST * depth

    def _open_in(self, palette: Palette) -> None:
        """Wear a palette from the start: a change of theme would have every rule read twice."""
        self._chosen, self._palette = palette, self._as_known(palette)
        theme = textual_theme(self._palette)
        self.register_theme(theme)
        self.set_reactive(App.theme, theme.name)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def _as_known(self, palette: Palette) -> Palette:
        """Give what is worn for a palette: of sixteen colours, those that the terminal has."""
        if self._knows.colours > SIXTEEN or palette.is_terminals:
            return palette
        return find("terminal", (shipped_folder(),))

    def _wear(self, palette: Palette) -> None:
        self._palette = self._as_known(palette)
        theme = textual_theme(self._palette)
        # Registered each time: a person's theme may bear the name of one of Textual's.
        self.register_theme(theme)
        self.theme = theme.name

    @cached_property
    def _palettes(self) -> tuple[Palette, ...]:
        """Every theme there is; which files cannot be one is said when they are first read."""
        palettes, problems = load_all((*self._theme_folders, shipped_folder()))
        for problem in problems:
            self.tell(problem)
        return tuple(palettes.values())

    def keep(self, key: tuple[str, ...], value: object) -> None:
        """Keep a setting that was chosen; here there is no config to keep it in."""

    def choose_look(self, palette: Palette) -> None:
        """Wear a look from now on, whatever is tried on."""
        self._chosen = palette
        self._wear(palette)

    def _keep_look(self, palette: Palette) -> None:
        self.choose_look(palette)
        self.keep(("theme",), palette.name)

    def _choose_motion(self, motion: Motion) -> None:
        self._occasion.motion = motion
        self.keep_calm()
        self.keep(("motion",), motion)

    def keep_calm(self) -> None:
        """Have what Textual moves by itself, as a page that scrolls, move like the light."""
        self.animation_level = _MOVES[self._occasion.motion]


def _fewer(knows: Knows) -> tuple[LineFilter, ...]:
    """Give the filters for what a terminal does not know; there are none for most."""
    filters: list[LineFilter] = []
    if knows.letters != "all":
        from winddown.fewer_letters import InFewerLetters

        filters.append(InFewerLetters(only_marks=knows.letters == "no-marks"))
    if knows.colours == EIGHT_BITS:
        from winddown.fewer_colours import In256Colours

        filters.append(In256Colours())
    return tuple(filters)
