"""What the program says in passing, over whatever screen there is."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.notifications import Notification, Notify

from winddown.errors import WinddownError
from winddown.in_order import InOrder
from winddown.routine.occasion import Occasion
from winddown.routine.text import harmless

if TYPE_CHECKING:  # loaded where there is something to write on
    from textual.notifications import SeverityLevel

    from winddown.widgets.line import Line


@dataclass
class Said(Notification):
    """A notification that lasts as long as it says, whatever becomes of the clock on the wall.

    Textual shows one for the seconds that are left of it, and one that has run out in that very
    moment for fewer than none, which its timer never comes to the end of.
    """

    LEAST: ClassVar[float] = 0.05
    """Seconds that are left at the least."""

    def __post_init__(self) -> None:
        """Count from now on."""
        self._until = monotonic() + self.timeout

    @property
    def time_left(self) -> float:
        """The seconds for which it is still to be seen, never none."""
        return max(self.LEAST, self._until - monotonic())

    @property
    def has_expired(self) -> bool:
        """True once its time is over."""
        return monotonic() >= self._until

    def end(self) -> None:
        """Have its time be over."""
        self._until = monotonic()


class Speaking(InOrder):
    """The app as far as it speaks; nothing that it says is ever read as markup, or acts."""

    def __init__(self, occasion: Occasion) -> None:
        """Speak in the words of `occasion`."""
        super().__init__()
        self._occasion = occasion
        self._said_here: Said | None = None

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something for a while; a path in it may hold whatever a path can."""
        lasts = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.post_message(Notify(Said(harmless(message), title, severity, lasts)))

    def tell(self, problem: WinddownError) -> None:
        """Say what went wrong, in its own sentence, for as long as it takes to read it."""
        self.notify(str(problem), severity="warning", timeout=12)

    def say_here(self, message: str, timeout: float) -> None:
        """Say something that means the screen that stands, and goes with it."""
        self._said_here = Said(harmless(message), timeout=timeout)
        self.post_message(Notify(self._said_here))

    def hush(self) -> None:
        """Let go of what meant the screen before."""
        if self._said_here is not None:
            self._said_here.end()

    def on_line_full(self, event: Line.Full) -> None:
        """Say that not all of what was pasted is on the line."""
        said = self._occasion.words("frame").say("line_full", most=f"{event.most:,}")
        self.clear_notifications()
        self.notify(said, timeout=12)
