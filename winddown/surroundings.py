"""What stands around every screen: the looks, help, the curtain and the palette."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from winddown.palette import DIMMEST, Palette
from winddown.routine.occasion import MOTIONS, Motion, Occasion
from winddown.screens.step import StepScreen
from winddown.theme_files import textual_theme

Answer = TypeVar("Answer")


class Surroundings(App[None]):
    """The app without its evening: subclasses say which steps there are to go to."""

    TITLE = "winddown"
    # All at once: a screen that brought its own would have every rule read again.
    CSS_PATH = ["winddown.tcss", *sorted(Path(__file__).parent.glob("screens/*.tcss"))]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high"), (28, "-tall")]  # noqa: RUF012  Textual's own
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (56, "-wide")]  # noqa: RUF012  Textual's own

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l,f9", "curtain", "curtain", show=False, priority=True),
        Binding("f1,ctrl+g", "help", "help", show=False, priority=True),
    ]

    def __init__(self, occasion: Occasion, palettes: Sequence[Palette]) -> None:
        """Wear the first of `palettes`; the others are on offer."""
        super().__init__()
        self._occasion = occasion
        self._palettes = tuple(palettes)
        self._dim = 0.0
        self._wear(palettes[0])

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the steps there are to go to."""
        return ()

    def fit(self, screen: Screen[Answer]) -> Screen[Answer]:
        """Give a screen the classes of the window's size before it opens, to be styled once."""
        for size, breakpoints in (
            (self.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.size.height, self.VERTICAL_BREAKPOINTS),
        ):
            fitting = [name for least, name in breakpoints if size >= least]
            screen.add_class(fitting[-1], update=False)
        return screen

    # The looks

    def dim(self, depth: float) -> None:
        """Blend the words towards the ground: 0 for not at all, 1 for as far as they may."""
        self._dim = DIMMEST * depth
        self._wear(self._palette)

    def _wear(self, palette: Palette) -> None:
        self._palette = palette
        theme = textual_theme(palette, self._dim)
        # Registered each time: a person's theme may bear the name of one of Textual's.
        self.register_theme(theme)
        self.theme = theme.name

    # What opens over a screen

    def action_help(self) -> None:
        """Show where to turn, this screen's keys, and why this step; or close it again."""
        from winddown.screens.help import Help

        if isinstance(self.screen, Help):
            self.screen.dismiss()
        elif not self._covered:
            steps = [screen for screen in self.screen_stack if isinstance(screen, StepScreen)]
            self.push_screen(Help(self._occasion, steps[-1].STEP if steps else ""))

    def action_curtain(self) -> None:
        """Draw the curtain over everything, or open it again."""
        from winddown.screens.curtain import Curtain

        if isinstance(self.screen, Curtain):
            self.screen.dismiss()
        else:
            self.push_screen(Curtain())

    def action_command_palette(self) -> None:
        """Open the palette, but not over the curtain or the help."""
        if not self._covered:
            super().action_command_palette()

    @property
    def _covered(self) -> bool:
        return getattr(self.screen, "COVERS", False)

    # The palette

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer the steps, the looks and how much moves; nothing of Textual's own."""
        say = self._occasion.words("frame")
        if isinstance(screen, StepScreen) and not screen.frame.alone:
            for step_id in self.path:
                yield SystemCommand(
                    say.say("go_to", step=say[step_id]), "", partial(screen.turn, "go", step_id)
                )
        for palette in self._palettes:
            yield SystemCommand(
                say.say("theme", name=palette.name),
                say["tonight_only"],
                partial(self._wear, palette),
            )
        for motion in MOTIONS:
            yield SystemCommand(
                say.say("motion", name=motion),
                say["tonight_only"],
                partial(self._change_motion, motion),
            )

    def _change_motion(self, motion: Motion) -> None:
        self._occasion.motion = motion
