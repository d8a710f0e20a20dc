"""What the program says in passing, over whatever screen there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winddown.errors import WinddownError
from winddown.in_order import InOrder
from winddown.routine.occasion import Occasion
from winddown.routine.text import harmless

if TYPE_CHECKING:  # loaded where there is something to write on
    from textual.notifications import SeverityLevel

    from winddown.widgets.line import Line


class Speaking(InOrder):
    """The app as far as it speaks; nothing that it says is ever read as markup, or acts."""

    def __init__(self, occasion: Occasion) -> None:
        """Speak in the words of `occasion`."""
        super().__init__()
        self._occasion = occasion

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
        super().notify(
            harmless(message), title=title, severity=severity, timeout=timeout, markup=False
        )

    def tell(self, problem: WinddownError) -> None:
        """Say what went wrong, in its own sentence, for as long as it takes to read it."""
        self.notify(str(problem), severity="warning", timeout=12)

    def on_line_full(self, event: Line.Full) -> None:
        """Say that not all of what was pasted is on the line."""
        said = self._occasion.words("frame").say("line_full", most=f"{event.most:,}")
        self.clear_notifications()
        self.notify(said, timeout=12)
