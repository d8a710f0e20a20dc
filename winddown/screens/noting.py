"""Looking back, as far as the line to keep is written anew: what stands on it is soon on disk."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer

from winddown.errors import WinddownError
from winddown.routine.evening import Evening
from winddown.screens.comparing import Comparing
from winddown.widgets.line import Line

SOON = 0.5
"""Seconds after which a letter is on disk, however long one goes on writing."""


class Noting(Comparing):
    """Writes an evening's line while it is written on; `u` undoes all of that at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "note", "change the note", show=False),
    ]

    _began: Evening | None = None
    """The evening whose line is written, as it was before."""
    _stands: Evening | None = None
    """The same evening as it stands on disk."""
    _waits: Timer | None = None
    """Counts until the line is kept."""
    _refused: str | None = None
    """A line that could not be written, while it stands to be tried again."""

    def action_note(self) -> None:
        """Write the line to keep anew."""
        evening = self.changing()
        if evening:
            self._began = self._stands = evening
            self.leaf.open()
            self.leaf.pane.write()

    @on(Line.Changed, "#note")
    def _keep_soon(self) -> None:
        if self._waits is None and self.leaf.pane.is_writing:
            self._waits = self.set_timer(SOON, self._keep_line)

    def _keep_line(self) -> None:
        """Keep what stands on the line; if that cannot be, it is told when one is done with it."""
        self._waits = None
        stands = self._stands
        if stands is not None and self.leaf.pane.is_writing:
            with suppress(WinddownError):
                note = self.leaf.pane.line
                self._stands = self.archive.keep(stands, replace(stands, note=note))

    def settle(self) -> None:
        """Keep the line that is being written, if one is."""
        began, stands = self._began, self._stands
        if began is None or stands is None or not self.leaf.pane.is_writing:
            return
        note = self.leaf.pane.written()
        if note == stands.note == began.note or self.change(
            stands, replace(stands, note=note), "said-note", began
        ):
            self._began = self._stands = self._refused = None
        elif note != self._refused:
            # What could not be written stays on its line; the second time, it is let go of.
            self._refused = note
            self.leaf.pane.write(note)
