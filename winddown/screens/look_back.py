"""Looking back: evenings are kept out, let in again, or taken away, and one line is noticed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from winddown.errors import WinddownError
from winddown.routine.archive import Removed
from winddown.routine.looking_back import Noticed, noticed
from winddown.screens.noting import Noting
from winddown.widgets.asking import Asking
from winddown.widgets.keys import Key


class LookBack(Noting):
    """Dismisses with the step to go to, or empty. Each change is written at once; u undoes it."""

    DEFAULT_CSS = """
    LookBack #noticed { padding: 0 2; margin: 0 0 1 0; }
    LookBack.-low #noticed { margin: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "keep_out", "keep out, let in", show=False),
        Binding("x,delete", "remove", "take away", show=False),
        Binding("t", "tiny", "something tiny", show=False),
        Binding("z", "dismiss_line", "never this line again", show=False),
    ]

    _noticed: Noticed | None = None
    """What is noticed, while it stands there."""

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
        if not self.is_open_to_change:
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

    # Changes

    def action_keep_out(self) -> None:
        """Keep the evening out of looking back, or let it in again."""
        evening = self.changing()
        if evening:
            said = "said-in" if evening.keep_out else "said-out"
            self.change(evening, replace(evening, keep_out=not evening.keep_out), said)

    def action_remove(self) -> None:
        """Take the evening away; its copy stays among the backups for thirty days."""
        evening = self.changing()
        if evening is None:
            return
        day = evening.evening
        try:
            removed = self.archive.remove(day)
        except WinddownError as problem:
            self.tell(problem)
            return
        self.can_be_undone(lambda: self._put_back(removed))
        self.follow(day, None)
        self.say(self.words["said-removed"])

    def _put_back(self, removed: Removed) -> date:
        self.follow(removed.day, self.archive.put_back(removed))
        return removed.day

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
            self.tell(problem)
            return
        self._noticed = None
        self.query_one(Asking).withdraw()
        self.say(self.words["said-dismissed"])
