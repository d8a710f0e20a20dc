"""What opens over every screen: help, the curtain, the palette and the looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, TypeVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen, ScreenResultCallbackType
from textual.widget import AwaitMount

from winddown.knowing import SIXTEEN
from winddown.routine.occasion import MOTIONS, Motion
from winddown.routine.text import visible
from winddown.screens.step import StepScreen
from winddown.wearing import Wearing

Answer = TypeVar("Answer")


class Surroundings(Wearing):
    """The app without its evening: subclasses say which steps there are to go to."""

    ANYWHERE = frozenset(
        {"ctrl+q", "ctrl+c", "ctrl+l", "f9", "f1", "ctrl+g", "ctrl+z", "ctrl+p", "comma"}
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l,f9", "curtain", "curtain", show=False, priority=True),
        Binding("f1,ctrl+g", "help", "help", show=False, priority=True),
        Binding("ctrl+z", "stop", "to the shell", show=False, priority=True),
    ]

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the steps there are to go to."""
        return ()

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

    def open(
        self,
        screen: Screen[Answer],
        callback: ScreenResultCallbackType[Answer] | None = None,
        *,
        between: bool = False,
    ) -> AwaitMount:
        """Show a screen beneath the curtain, if that was drawn while it was made ready.

        Help comes back over it only where it was opened `between` two screens: over one
        that stands, the next one is the answer to a key.
        """
        self.hush()
        covers: list[Callable[[], None]] = []
        while self._covered and (between or self._is_hidden):
            covers.insert(0, self.action_curtain if self._is_hidden else self.action_help)
            self.pop_screen()
        mounted = self.push_screen(self.fit(screen), callback)
        for cover_again in covers:
            cover_again()
        return mounted

    @property
    def _is_hidden(self) -> bool:
        return getattr(self.screen, "HIDES", False)

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
        self.open(offers, self._take_offer)

    def _take_offer(self, chosen: SystemCommand | None) -> None:
        if chosen is not None:
            self.call_later(chosen.callback)

    def action_looks(self) -> None:
        """Open the looks, each to be seen before it is chosen."""
        from winddown.screens.looks import Looks

        if not self._covered and not isinstance(self.screen, Looks):
            say = self._occasion.words("looks")
            looks = Looks(
                self._palettes,
                self._chosen.name,
                say,
                say["sixteen" if self._knows.colours == SIXTEEN else "intro"],
                self._occasion.words("frame"),
                self._wear,
                self._occasion.motion,
                self._occasion.clock,
            )
            self.open(looks, self._leave_looks)

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

    def _leave_looks(self, name: str | None) -> None:
        """Keep the look that was taken; where none was, wear the one chosen before."""
        taken = next((palette for palette in self._palettes if palette.name == name), None)
        if taken is None:
            self._wear(self._chosen)
        else:
            self._keep_look(taken)
