"""Looking back, as far as evenings are changed: each change is written at once, and undone by u."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

from winddown.errors import WinddownError
from winddown.routine.archive import Archive
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.screens.leaf import Leaf
from winddown.screens.leafing import Leafing
from winddown.widgets.prose import Prose


class Changing(Leafing):
    """Keeps what takes each change back, and says what was done in a quiet line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "undo", show=False),
    ]

    class Changed(Message, namespace="look_back"):
        """Posted when an evening on disk is another one now, or gone."""

        def __init__(self, day: date, evening: Evening | None) -> None:
            """Say which, and how it stands; None for one that was taken away."""
            super().__init__()
            self.day = day
            self.evening = evening

    def __init__(
        self,
        archive: Archive,
        occasion: Occasion,
        at: date | None = None,
        under_way: date | None = None,
    ) -> None:
        """Open on `at`, as `Leafing` does; the evening that is `under_way` is only read."""
        super().__init__(archive, occasion, at)
        self._under_way = under_way
        self._undo: list[Callable[[], date]] = []
        """What takes each change back, and gives the day it was of."""
        self._said_at: date | None = None
        """The evening under the cursor when something was said."""

    def can_be_undone(self, back: Callable[[], date]) -> None:
        """Have `u` call this next; it gives the day whose evening it changed."""
        self._undo.append(back)

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self._undo:
            self.say(self.words["nothing_to_undo"])
            return
        try:
            day = self._undo.pop()()
        except WinddownError as problem:
            self.tell(problem)
            return
        self.show(at=day)
        self.say(self.words["said-undone"])

    def follow(self, day: date, evening: Evening | None) -> None:
        """Show an evening as it stands on disk now."""
        if evening is None:
            self.shelf.take(day)
        else:
            self.shelf.put(evening)
        self.post_message(self.Changed(day, evening))
        self.show(at=day)
        if self.leaf.day != day and self.leaf.is_open:
            self.leaf.close()

    @property
    def is_open_to_change(self) -> bool:
        """True where the evening under the cursor may be changed."""
        return self.here is not None and self.here.evening != self._under_way

    def changing(self) -> Evening | None:
        """Give the evening that may be changed now, or say why there is none."""
        if self.here is None:
            return None
        if not self.is_open_to_change:
            self.say(self.words["under_way"])
            return None
        return self.here

    def change(
        self, before: Evening, after: Evening, said: str, back: Evening | None = None
    ) -> bool:
        """Write what changed between two states of an evening, and say so.

        Args:
            before: how it stands.
            after: how it should stand.
            said: the key of what is said then.
            back: how `u` has it stand again; None for `before`.

        Returns:
            False where it could not be written, which has been told.
        """
        try:
            kept = self.archive.keep(before, after)
        except WinddownError as problem:
            self.tell(problem)
            return False
        self.can_be_undone(lambda: self._change_back(kept, back or before))
        self.follow(before.evening, kept)
        self.say(self.words[said])
        return True

    def _change_back(self, after: Evening, before: Evening) -> date:
        kept = self.archive.keep(after, before)
        self.follow(before.evening, kept)
        return before.evening

    # Saying

    def say(self, sentence: str) -> None:
        """Say something in the quiet line above the keys; the next move clears it."""
        self._said_at = self.leaf.day
        said = self.query_one("#said", Prose)
        said.say(sentence)
        said.display = bool(sentence)

    def tell(self, problem: WinddownError) -> None:
        """Say what went wrong, in its own sentence."""
        self.notify(str(problem), markup=False, severity="warning", timeout=12)

    @on(Leaf.Turned)
    def _fall_silent(self) -> None:
        """What was said belonged to another page."""
        if self._said_at != self.leaf.day:
            self.say("")
