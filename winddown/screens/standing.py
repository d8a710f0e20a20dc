"""How tonight stands, where it cannot be kept as usual: said plainly, with a way to go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from winddown.routine.breathing import names_by_id
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.pages import page_of
from winddown.routine.text import visible
from winddown.screens.fresh import FreshScreen
from winddown.screens.telling import told
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys
from winddown.widgets.page import PageText
from winddown.widgets.prose import Prose

Answer: TypeAlias = Literal["on", "leave", "back"]
"""To go on in the way that is offered, to leave, or to go back to what stands beneath."""


class Standing(FreshScreen[Answer]):
    """Says how tonight stands, and asks what is to be done."""

    DEFAULT_CSS = "Standing PageText { margin-top: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer('on')", "go on", show=False, priority=True),
        Binding("q", "answer('leave')", "leave", show=False),
        Binding("escape,backspace", "back", "back", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("down,j,space,pagedown", "scroll(4)", "down", show=False),
        Binding("up,k,pageup", "scroll(-4)", "up", show=False),
    ]

    def __init__(
        self,
        title: str,
        *said: Prose | PageText,
        on: str,
        leave: str,
        occasion: Occasion,
        leads_back: bool = False,
    ) -> None:
        """Say `said` under a title.

        Args:
            title: how tonight stands.
            said: what there is to know, from the top.
            on: what enter does, in a word or two.
            leave: what q does.
            occasion: whose words stand around it.
            leads_back: True where there is something beneath to go back to.
        """
        super().__init__()
        self._said = Prose(title, classes="heading"), *said
        self._on, self._leave, self._leads_back = on, leave, leads_back
        self._frame_words = occasion.words("frame")

    def compose(self) -> ComposeResult:
        """The keys below, the words in the middle."""
        frame = self._frame_words
        yield Keys(
            (
                Key("enter", self._on, "screen.answer('on')"),
                Key("q", self._leave, "screen.answer('leave')"),
            ),
            (
                *([Key("esc", frame["back"], "screen.back")] if self._leads_back else []),
                Key("?", frame["help"], "app.help"),
            ),
            frame,
        )
        yield Column(*self._said)

    def action_scroll(self, lines: int) -> None:
        """Read on, or back, where the window is small."""
        self.query_one(Column).scroll_relative(y=lines, animate=False, immediate=True)

    def action_answer(self, answer: Answer) -> None:
        """Go on, or leave."""
        self.dismiss(answer)

    def action_back(self) -> None:
        """Go back, where there is something to go back to."""
        if self._leads_back:
            self.dismiss("back")


def elsewhere(evening: Evening, occasion: Occasion, *, again: bool) -> Standing:
    """Read an evening that another window has; to go on looks whether it still does.

    Args:
        evening: tonight as it stands on disk.
        occasion: what tonight is chosen from.
        again: true where that was looked at before.
    """
    say = occasion.words("standing")
    return Standing(
        say["elsewhere_title"],
        Prose(say["still_elsewhere" if again else "elsewhere"], classes="quiet"),
        *_read_back(evening, occasion),
        Prose(say["fg"], classes="gap quiet"),
        on=say["key-elsewhere"],
        leave=occasion.words("frame")["leave"],
        occasion=occasion,
    )


def unwritable(hindrance: str, occasion: Occasion) -> Standing:
    """Say what is in the way of keeping tonight; to go on keeps nothing."""
    say = occasion.words("standing")
    return Standing(
        say["unwritable_title"],
        Prose(visible(hindrance), classes="gap"),
        Prose(say["unwritable"], classes="gap quiet"),
        on=say["key-unwritable"],
        leave=occasion.words("frame")["leave"],
        occasion=occasion,
    )


def unkept(evenings: Sequence[Evening], occasion: Occasion, problem: str) -> Standing:
    """Show what would be lost by leaving now; to go on tries again.

    Args:
        evenings: what could not be written.
        occasion: what tonight is chosen from.
        problem: what is in the way, a sentence.
    """
    say = occasion.words("standing")
    return Standing(
        say["unkept_title"],
        Prose(visible(problem), classes="gap"),
        Prose(say["unkept"], classes="gap quiet"),
        *(_whole(evening, occasion) for evening in evenings),
        on=say["key-again"],
        leave=say["key-unkept"],
        occasion=occasion,
        leads_back=True,
    )


def _whole(evening: Evening, occasion: Occasion) -> PageText:
    """Show everything that was answered, with nothing folded."""
    say = occasion.words
    names = names_by_id(occasion.patterns, occasion.anchors)
    text = PageText("")
    text.page = page_of(
        evening, occasion.today, say("look_back"), say("closing"), say("plan"), names
    )
    text.is_open = True
    return text


def _read_back(evening: Evening, occasion: Occasion) -> tuple[Prose, ...]:
    note = (Prose(evening.note, classes="gap quiet"),) if evening.note else ()
    return (told(evening, occasion), *note)
