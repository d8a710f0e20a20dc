"""Looking back: evenings are read again, their notes put right, kept out, or taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from winddown.errors import WinddownError
from winddown.routine.archive import Archive, Removed
from winddown.routine.evening import Evening
from winddown.routine.looking_back import Noticed, noticed
from winddown.routine.occasion import Occasion
from winddown.screens.leaf import Leaf
from winddown.screens.leafing import Leafing
from winddown.widgets.asking import Asking
from winddown.widgets.keys import Key
from winddown.widgets.prose import Prose


class LookBack(Leafing):
    """Dismisses with the step to go to, or empty. Each change is written at once; u undoes it."""

    DEFAULT_CSS = """
    LookBack #noticed { padding: 0 2; margin: 0 0 1 0; }
    LookBack.-low #noticed { margin: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "note", "change the note", show=False),
        Binding("o", "keep_out", "keep out, let in", show=False),
        Binding("x,delete", "remove", "take away", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("t", "tiny", "something tiny", show=False),
        Binding("z", "dismiss_line", "never this line again", show=False),
    ]

    class Changed(Message):
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
        self._noticed: Noticed | None = None
        """What is noticed, while it stands there."""
        self._said_at: date | None = None
        """The evening under the cursor when something was said."""

    def above(self) -> Iterable[Widget]:
        """One sentence that was noticed, perhaps."""
        line = Asking(id="noticed")
        line.can_focus = False
        return (line,)

    def opened(self) -> None:
        """Say what was noticed, from the newest evenings."""
        found = noticed(self.shelf.evenings, self.occasion.today, self.archive.dismissed)
        if found is not None:
            self._noticed = found
            say = self.occasion.words("looking_back")
            tiny = Key("t", say["key-tiny"], "screen.tiny")
            away = Key("z", say["key-away"], "screen.dismiss_line")
            keys = (tiny, away) if found.reaches else (away,)
            self.query_one(Asking).ask(say[found.key], keys)

    def keys_of_page(self) -> tuple[Key, ...]:
        """What can be done with the page that is read."""
        more = super().keys_of_page()
        say = self.words
        if not self._is_open_to_change:
            return more
        change = (
            Key("n", say["key-note"], "screen.note"),
            Key("o", say["key-out" if not self._is_out else "key-in"], "screen.keep_out"),
            Key("x", say["key-remove"], "screen.remove"),
        )
        return (*more, *change)[:3]

    @property
    def _is_out(self) -> bool:
        return self.here is not None and self.here.keep_out

    @property
    def _is_open_to_change(self) -> bool:
        return self.here is not None and self.here.evening != self._under_way

    # Changes

    def _changing(self) -> Evening | None:
        """Give the evening that may be changed now, or say why there is none."""
        if self.here is None:
            return None
        if not self._is_open_to_change:
            self.say(self.words["under_way"])
            return None
        return self.here

    def action_note(self) -> None:
        """Write the line to keep anew."""
        if self._changing():
            self.leaf.open()
            self.leaf.pane.write()

    def settle(self) -> None:
        """Keep the line that is being written, if one is."""
        evening = self.here
        if evening is not None and self.leaf.pane.is_writing:
            note = self.leaf.pane.written()
            if note != evening.note:
                self._change(evening, replace(evening, note=note), "said-note")

    def action_keep_out(self) -> None:
        """Keep the evening out of looking back, or let it in again."""
        evening = self._changing()
        if evening:
            said = "said-in" if evening.keep_out else "said-out"
            self._change(evening, replace(evening, keep_out=not evening.keep_out), said)

    def action_remove(self) -> None:
        """Take the evening away; its copy stays among the backups for thirty days."""
        evening = self._changing()
        if evening is None:
            return
        day = evening.evening
        try:
            removed = self.archive.remove(day)
        except WinddownError as problem:
            self._tell(problem)
            return
        self._undo.append(lambda: self._put_back(removed))
        self._follow(day, None)
        self.say(self.words["said-removed"])

    def _change(self, before: Evening, after: Evening, said: str) -> None:
        try:
            kept = self.archive.keep(before, after)
        except WinddownError as problem:
            self._tell(problem)
            return
        self._undo.append(lambda: self._change_back(kept, before))
        self._follow(before.evening, kept)
        self.say(self.words[said])

    def _change_back(self, after: Evening, before: Evening) -> date:
        kept = self.archive.keep(after, replace(before, keep_out=before.keep_out))
        self._follow(before.evening, kept)
        return before.evening

    def _put_back(self, removed: Removed) -> date:
        self._follow(removed.day, self.archive.put_back(removed))
        return removed.day

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self._undo:
            self.say(self.words["nothing_to_undo"])
            return
        try:
            day = self._undo.pop()()
        except WinddownError as problem:
            self._tell(problem)
            return
        self.show(at=day)
        self.say(self.words["said-undone"])

    def _follow(self, day: date, evening: Evening | None) -> None:
        """Show an evening as it stands on disk now."""
        if evening is None:
            self.shelf.take(day)
        else:
            self.shelf.put(evening)
        self.post_message(self.Changed(day, evening))
        self.show(at=day)
        if self.leaf.day != day and self.leaf.is_open:
            self.leaf.close()

    # Saying

    def say(self, sentence: str) -> None:
        """Say something in the quiet line above the keys; the next move clears it."""
        self._said_at = self.leaf.day
        said = self.query_one("#said", Prose)
        said.say(sentence)
        said.display = bool(sentence)

    def _tell(self, problem: WinddownError) -> None:
        self.notify(str(problem), markup=False, severity="warning", timeout=12)

    @on(Leaf.Turned)
    def _fall_silent(self) -> None:
        """What was said belonged to another page."""
        if self._said_at != self.leaf.day:
            self.say("")

    # What was noticed

    def action_tiny(self) -> None:
        """Go to the outreach step, where that is what was noticed."""
        if self._noticed is not None and self._noticed.reaches:
            self.action_leave("outreach")

    def action_dismiss_line(self) -> None:
        """Send what was noticed away for good."""
        if self._noticed is None:
            return
        try:
            self.archive.dismiss(self._noticed.id)
        except WinddownError as problem:
            self._tell(problem)
            return
        self._noticed = None
        self.query_one(Asking).withdraw()
        self.say(self.words["said-dismissed"])
