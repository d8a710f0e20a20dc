"""What a person shapes while the program runs: written to the config, and followed at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import SystemCommand
from textual.screen import Screen

from winddown.opening import Opening
from winddown.palette import Palette
from winddown.screens.step import StepScreen
from winddown.surroundings import Surroundings
from winddown.theme_files import worn

if TYPE_CHECKING:  # loaded when something is to be shaped
    from winddown.routine.settings import Settings
    from winddown.screens.closing import Closing
    from winddown.screens.keeping import KeepingScreen


class Shaping(Surroundings):
    """The app as far as it writes the config: subclasses say how a step opens anew."""

    def __init__(self, opening: Opening, palette: Palette) -> None:
        """Get ready to open, wearing `palette`."""
        super().__init__(opening.occasion, palette, opening.theme_folders, opening.knows)
        self._opening = opening
        self._is_reshaped = False
        """True once something changed while the settings stand open."""

    @cached_property
    def settings(self) -> Settings:
        """The person's config; one for as long as the program runs, so that undo knows all."""
        return self._opening.writing.settings()

    def action_settings(self) -> None:
        """Open what can be made one's own; tonight follows it afterwards."""
        from winddown.screens.settings import SettingsIndex
        from winddown.screens.settings_page import SettingsPage

        if not self._covered and not self._has(SettingsPage):
            self._is_reshaped = False
            index = SettingsIndex(self.settings, self._occasion)
            self.open(index, partial(self._leave_settings, self.path))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer the settings besides what stands around every screen."""
        yield from super().get_system_commands(screen)
        yield SystemCommand(self._occasion.words("frame")["settings"], "", self.action_settings)

    def keep(self, key: tuple[str, ...], value: object) -> None:
        """Write a single setting that was chosen for good."""
        self._configure(partial(self.settings.set, key, value))
        # What undo brings back is told apart from what stands there now.
        self._opening = self._opening._replace(theme=self._opening.writing.reread().theme)

    def settle(self) -> None:
        """Write what still waits for a pause, before the program is left."""
        from winddown.screens.settings_page import SettingsPage

        for screen in self.screen_stack:
            if isinstance(screen, SettingsPage) and screen.is_mounted:
                screen.settle()

    def open_anew(self, before: tuple[str, ...]) -> None:
        """Show the step on the screen as the config has it now; `before` were tonight's steps."""

    def _has(self, kind: type[Screen[None]]) -> bool:
        return any(isinstance(screen, kind) for screen in self.screen_stack)

    def _leave_settings(self, before: tuple[str, ...], _: None) -> None:
        # Only once the page has gone can the step beneath it take its turn.
        if self._is_reshaped:
            self.call_after_refresh(self.open_anew, before)

    def on_settings_page_changed(self) -> None:
        """Offer and wear what the config says now."""
        self._is_reshaped = True
        before, now = self._opening, self._opening.writing.reread()
        self._opening = before._replace(steps=now.steps, theme=now.theme)
        self.keep_calm()
        if now.theme != before.theme:
            palette, _ = worn(before.theme_folders, now.theme)
            self.choose_look(palette)

    @on(StepScreen.LeftOut)
    def _leave_out(self, event: StepScreen.LeftOut) -> None:
        self._occasion.leave_out(event.name, suggest=event.suggest)
        self._configure(partial(self._opening.writing.leave_out, event.name, event.suggest))

    def on_closing_dismissed(self, event: Closing.Dismissed) -> None:
        """Never show what was noticed by this rule again."""
        self._occasion.dismiss(event.rule)
        self._configure(partial(self._opening.writing.dismiss, event.rule))

    def on_keeping_screen_kept(self, event: KeepingScreen.Kept) -> None:
        """Put what was added tonight into its list, and offer it from now on."""
        if self._configure(partial(self.settings.add, event.name, event.fields)):
            # Tonight's steps and looks stay, whatever else the file may have come to say.
            self._opening.writing.reread()
            if event.step in self.screen_stack:
                event.step.follow_lists()

    def _keep_country(self, code: str) -> None:
        self._occasion.choose_country(code)
        self._configure(partial(self._opening.writing.keep_country, code))

    def _configure(self, change: Callable[[], object]) -> bool:
        return self._opening.writing.shape(change, self.tell)
