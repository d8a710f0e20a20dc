"""A step whose answer is one sentence, any blank of which can be written in one's own words."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from winddown.routine.drafting import as_listed, filled, in_own_words
from winddown.routine.evening import Evening
from winddown.routine.keeping import LIST_OF
from winddown.routine.outreach import Suggestion
from winddown.screens.draft import DraftScreen
from winddown.screens.keeping import KeepingScreen
from winddown.screens.own_words import OwnWords


class OwnDraftScreen(KeepingScreen, DraftScreen):
    """Opens a line for the blank that has the keys, and fills it with what is written there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", "own words", show=False),
    ]

    _writing = False
    """True while the line is open."""

    def action_write(self) -> None:
        """Write the blank in own words."""
        if self.offers:
            self._ask(self._sentence.blank)

    def _ask(self, blank: str) -> None:
        self._writing, self._hint = True, ""
        self.follow()
        self.query_one(OwnWords).ask(blank)

    def action_on(self) -> None:
        """Go on; from a blank being written, fill it; from an unread time, at the second press."""
        own = self.query_one(OwnWords)
        if not own.has_keys:
            if not self._details.holds_back():
                super().action_on()
            return
        text = self._fill_blank()
        self._close_line()
        if text and own.blank in LIST_OF:
            size = self._draft.chosen if self._draft and own.blank == "act" else None
            self.ask_to_keep(LIST_OF[own.blank], text, size=size)

    def action_back(self) -> None:
        """Go back; from a blank being written, leave it as it was."""
        own = self.query_one(OwnWords)
        if not own.has_keys:
            super().action_back()
            return
        own.take()
        self._close_line()

    def _close_line(self) -> None:
        self._writing = False
        self.follow()
        self.set_focus(self._sentence if self.offers else None)

    def settle(self) -> Evening:
        """Count in a blank that is written but not yet filled."""
        # Whoever leaves before the step stands on the screen has written nothing.
        if self.is_mounted:
            self._fill_blank()
        return super().settle()

    def _fill_blank(self) -> str:
        """Fill the blank, and give what was written there; empty for nothing."""
        own = self.query_one(OwnWords)
        if not (text := own.take()):
            return ""
        standing, occasion = self._draft, self.occasion
        draft = filled(standing, own.blank, text, occasion) if standing else None
        if standing is not None and draft is None:
            self._hint = "day_unread"
            return ""
        # Whoever wrote part of the sentence has made it their own: it is taken with it.
        self._sentence.taken = True
        self._draft = as_listed(draft or in_own_words(text, occasion), occasion.acts)
        self._keep_plan()
        self._redraft(self._draft)
        return text

    def follow_lists(self) -> None:
        """Plan what was added as the list has it."""
        if self._draft is not None:
            self._redraft(as_listed(self._draft, self.occasion.acts))
        super().follow_lists()

    def _redraft(self, draft: Suggestion | None, *, otherwise: str = "", saying: str = "") -> None:
        # What was asked about another sentence is not meant any more.
        self._asking.withdraw()
        super()._redraft(draft, otherwise=otherwise, saying=saying)
