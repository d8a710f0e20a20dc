"""What stands around every screen: the looks, help, the curtain and the palette."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import ClassVar, TypeVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor
from textual.screen import Screen

from winddown.palette import DIMMEST, Palette
from winddown.routine.occasion import MOTIONS, Motion, Occasion
from winddown.routine.text import visible
from winddown.screens.step import StepScreen
from winddown.speaking import Speaking
from winddown.theme_files import load_all, shipped_folder, textual_theme

Answer = TypeVar("Answer")

_NO_COLOR = NoColor()


class Surroundings(Speaking):
    """The app without its evening: subclasses say which steps there are to go to."""

    TITLE = "winddown"
    # All at once: a screen that brought its own would have every rule read again.
    CSS_PATH = ["winddown.tcss", *sorted(Path(__file__).parent.glob("screens/*.tcss"))]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high"), (28, "-tall")]  # noqa: RUF012  Textual's own
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (56, "-wide")]  # noqa: RUF012  Textual's own

    ANYWHERE = frozenset({"ctrl+q", "ctrl+c", "ctrl+l", "f9", "f1", "ctrl+g", "ctrl+z"})

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l,f9", "curtain", "curtain", show=False, priority=True),
        Binding("f1,ctrl+g", "help", "help", show=False, priority=True),
        Binding("ctrl+z", "stop", "to the shell", show=False, priority=True),
    ]

    def __init__(self, occasion: Occasion, palette: Palette, theme_folders: Sequence[Path]) -> None:
        """Wear `palette`; the person's own themes are in `theme_folders`."""
        super().__init__(occasion)
        self._theme_folders = theme_folders
        self._dim = 0.0
        self._open_in(palette)

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the steps there are to go to."""
        return ()

    def fit(self, screen: Screen[Answer]) -> Screen[Answer]:
        """Give a screen the classes of the window's size before it opens, to be styled once."""
        for size, breakpoints in (
            (self.size.width, screen.HORIZONTAL_BREAKPOINTS or self.HORIZONTAL_BREAKPOINTS),
            (self.size.height, screen.VERTICAL_BREAKPOINTS or self.VERTICAL_BREAKPOINTS),
        ):
            fitting = [name for least, name in breakpoints if size >= least]
            screen.add_class(fitting[-1], update=False)
        return screen

    # The looks

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave the terminal's own colours as they are, or without colour leave them all out."""
        filters = super().get_line_filters()
        if not self.native_ansi_color:
            return filters
        # Textual chooses once, for the theme it begins with; and grey is no colour of theirs.
        return [
            _NO_COLOR if isinstance(each, Monochrome) else each
            for each in filters
            if not isinstance(each, ANSIToTruecolor)
        ]

    def dim(self, depth: float) -> None:
        """Blend the words towards the ground: 0 for not at all, 1 for as far as they may."""
        if self._dim != DIMMEST * depth:
            self._dim = DIMMEST * depth
            self._wear(self._palette)

    def _open_in(self, palette: Palette) -> None:
        """Wear a palette from the start: a change of theme would have every rule read twice."""
        self._chosen = self._palette = palette
        theme = textual_theme(palette)
        self.register_theme(theme)
        self.set_reactive(App.theme, theme.name)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

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
            about = getattr(self.screen, "HELP_OF", steps[-1].STEP if steps else "")
            self.push_screen(Help(self._occasion, about))

    def action_curtain(self) -> None:
        """Draw the curtain over everything, or open it again."""
        from winddown.screens.curtain import Curtain

        if isinstance(self.screen, Curtain):
            self.screen.dismiss()
        else:
            self.push_screen(Curtain())

    def action_command_palette(self) -> None:
        """Open the palette, but not over the curtain or the help."""
        from winddown.screens.offers import Offers
        from winddown.screens.preview import Preview

        if self._covered or isinstance(self.screen, Offers):
            return
        offers = Offers(
            [*self.get_system_commands(self.screen)],
            self._occasion.words("frame")["palette"],
            self._occasion.words("frame")["not_found"],
            {self._title("theme", palette.name): palette for palette in self._palettes},
            {self._title_of(motion): motion for motion in MOTIONS},
            self._palette,
            self._wear,
            Preview(self._occasion.clock, self._occasion.motion),
        )
        self.push_screen(self.fit(offers), self._take_offer)

    def _take_offer(self, chosen: SystemCommand | None) -> None:
        if chosen is not None:
            self.call_later(chosen.callback)

    def action_looks(self) -> None:
        """Open the looks, each to be seen before it is chosen."""
        from winddown.screens.looks import Looks

        if not self._covered and not isinstance(self.screen, Looks):
            looks = Looks(
                self._palettes,
                self._chosen.name,
                self._occasion.words("looks"),
                self._occasion.words("frame"),
                self._wear,
                self._occasion.motion,
                self._occasion.clock,
            )
            self.push_screen(self.fit(looks), self._leave_looks)

    @property
    def _covered(self) -> bool:
        return getattr(self.screen, "COVERS", False)

    # The palette

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer the steps, the looks and how much moves; nothing of Textual's own."""
        say = self._occasion.words("frame")
        if isinstance(screen, StepScreen) and not screen.frame.alone:
            for step_id in self.path:
                title = say.say("go_to", step=say.get(step_id, step_id))
                yield SystemCommand(title, "", partial(screen.turn, "go", step_id))
        for palette in self._palettes:
            title = self._title("theme", palette.name)
            yield SystemCommand(title, "", partial(self._keep_look, palette))
        for motion in MOTIONS:
            title = self._title_of(motion)
            yield SystemCommand(title, "", partial(self._choose_motion, motion))
        yield SystemCommand(say["looks"], "", self.action_looks)

    def _title(self, key: str, name: str) -> str:
        """Give the words under which the palette offers a look or a motion."""
        return self._occasion.words("frame").say(key, name=visible(name))

    def _title_of(self, motion: Motion) -> str:
        return self._title("motion", self._occasion.words("frame")["motion-" + motion])

    @cached_property
    def _palettes(self) -> tuple[Palette, ...]:
        """Every theme there is; which files cannot be one is said when they are first read."""
        palettes, problems = load_all((*self._theme_folders, shipped_folder()))
        for problem in problems:
            self.tell(problem)
        return tuple(palettes.values())

    # What is chosen for good

    def keep(self, key: tuple[str, ...], value: object) -> None:
        """Keep a setting that was chosen; here there is no config to keep it in."""

    def choose_look(self, palette: Palette) -> None:
        """Wear a look from now on, whatever is tried on."""
        self._chosen = palette
        self._wear(palette)

    def _keep_look(self, palette: Palette) -> None:
        self.choose_look(palette)
        self.keep(("theme",), palette.name)

    def _leave_looks(self, name: str | None) -> None:
        """Keep the look that was taken; where none was, wear the one chosen before."""
        taken = next((palette for palette in self._palettes if palette.name == name), None)
        if taken is None:
            self._wear(self._chosen)
        else:
            self._keep_look(taken)

    def _choose_motion(self, motion: Motion) -> None:
        self._occasion.motion = motion
        self.keep(("motion",), motion)
