"""The looks: each is worn as the cursor comes to it, and kept when it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from winddown.palette import Palette
from winddown.routine.occasion import Motion
from winddown.routine.words import Words
from winddown.screens.fresh import FreshScreen
from winddown.screens.preview import Preview, TryingOn
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys
from winddown.widgets.look_rows import LookRows
from winddown.widgets.prose import Prose


class Looks(FreshScreen[str]):
    """Every theme beside a breathing light. Dismisses with the name of the one taken, or empty."""

    HELP_OF: ClassVar[str] = "looks"
    """Which keys the help shows."""

    DEFAULT_CSS = """
    Looks Column { padding: 1 0; }
    Looks Column > Vertical { min-height: 85%; }
    Looks Horizontal { height: 12; margin-top: 1; }
    Looks Horizontal > VerticalScroll { width: 30; scrollbar-size-vertical: 1; }
    Looks.-tall Column > Vertical { min-height: 60%; }
    Looks.-tall Horizontal { height: 15; }
    Looks.-low Column { padding: 0; }
    Looks.-low Column > Vertical { min-height: 0; }
    Looks.-low Horizontal { height: 7; }
    Looks.-low .quiet { display: none; }
    Looks.-narrow Horizontal > VerticalScroll { width: 26; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take", show=False, priority=True),
        Binding("escape,backspace", "back", "back", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("q", "app.leave(0)", "leave", show=False),
    ]

    def __init__(
        self,
        looks: Sequence[Palette],
        worn: str,
        words: Words,
        intro: str,
        frame: Words,
        try_on: Callable[[Palette], None],
        motion: Motion,
        clock: Callable[[], float],
    ) -> None:
        """Offer `looks`.

        Args:
            looks: every theme there is, at least one.
            worn: the name of the one that is chosen now.
            words: this screen's; `word-NAME` is what is said of a look, else `own`.
            intro: what is said under its title.
            frame: those of the footer.
            try_on: wears a look.
            motion: how much of the light may move.
            clock: gives seconds, for the light to breathe by.
        """
        super().__init__()
        self._looks = {look.name: look for look in looks}
        self._worn = worn
        self._words = words
        self._intro = intro
        self._frame_words = frame
        self._trying = TryingOn(self, try_on, self._looks.get(worn))
        self._motion = motion
        self._clock = clock

    def compose(self) -> ComposeResult:
        """The list, and the light beside it."""
        say, frame = self._words, self._frame_words
        said = {name: say.get(f"word-{name}", say["own"]) for name in self._looks}
        yield Keys(
            (Key("enter", say["take"], "screen.take"), Key("↑↓", say["look"])),
            (Key("esc", frame["back"], "screen.back"), Key("?", frame["help"], "app.help")),
            frame,
        )
        yield Column(
            Prose(say["title"], classes="heading"),
            Prose(self._intro, classes="quiet"),
            Horizontal(
                VerticalScroll(LookRows([*self._looks], said, self._worn), can_focus=False),
                Preview(self._clock, self._motion),
            ),
        )

    def on_mount(self) -> None:
        """Begin at the look that is worn."""
        rows = self.query_one(LookRows)
        rows.focus(scroll_visible=False)
        self.call_after_refresh(rows.reveal_cursor)

    @on(LookRows.Shown)
    def _show(self, event: LookRows.Shown) -> None:
        self._trying.soon(self._looks[event.name])

    @on(LookRows.Taken)
    def action_take(self) -> None:
        """Keep the look under the cursor on."""
        self._trying.stop()
        self.dismiss(self.query_one(LookRows).value)

    def action_back(self) -> None:
        """Take none; which was chosen before is known to whoever asked."""
        self._trying.stop()
        self.dismiss("")
