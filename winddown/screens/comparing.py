"""Looking back, as far as an evening stands in more than one version, until one is chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from winddown.routine.archive import Chosen
from winddown.routine.evening import Evening
from winddown.routine.pages import Page, long_title, month_title
from winddown.screens.changing import Changing
from winddown.widgets.keys import Key

if TYPE_CHECKING:  # loaded when there is something to compare
    from winddown.screens.versions import Settled


class Comparing(Changing):
    """Says quietly on its page that there are several, and shows them side by side."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "versions", "versions", show=False),
    ]

    @property
    def _number_here(self) -> int:
        """How many versions stand of the evening under the cursor; 0 where that needs no word."""
        day = self.leaf.day if self.view != "over_time" else None
        return self.shelf.several.get(day, 0) if day else 0

    def page_of(self, day: date) -> Page | None:
        """Tell of an evening, and of its versions where there are several."""
        page, number = super().page_of(day), self.shelf.several.get(day, 0)
        say, of_plan = self.occasion.words, self.occasion.words("plan")
        of_versions, of_pages = say("versions"), say("look_back")
        if page is not None and number:
            key = f"page-{number}" if f"page-{number}" in of_versions else "page"
            return replace(page, aside=of_versions.say(key, number=number))
        if page is None and self.shelf.shows_lone(day):
            return Page(
                title=long_title(day, of_pages, of_plan),
                month=month_title(day, of_pages, of_plan),
                paragraphs=(),
                note="",
                folded=(),
                aside=of_versions["page_none"],
            )
        return page

    def keys(self) -> tuple[Key, ...]:
        """Offer the versions also where there is no evening of its own."""
        more = super().keys()
        is_lone = self._number_here and self.here is None
        return (self._key, *more) if is_lone else more

    def keys_of_page(self) -> tuple[Key, ...]:
        """Offer the versions, where there are several."""
        more = super().keys_of_page()
        return (self._key, *more) if self._number_here else more

    @property
    def _key(self) -> Key:
        return Key("v", self.occasion.words("versions")["key-look"], "screen.versions")

    def action_versions(self) -> None:
        """Show the versions of the evening under the cursor."""
        day = self.leaf.day
        if not self._number_here or day is None:
            return
        from winddown.screens.versions import Versions

        self.settle()
        screen = Versions(
            self.archive, self.occasion, self.names, day, is_read=day == self._under_way
        )
        self.app.push_screen(screen, partial(self._follow_choice, day))

    def _follow_choice(self, day: date, settled: Settled | None) -> None:
        if settled is None or not settled.said:
            return  # nothing was decided
        for chosen in settled.chosen:
            self.can_be_undone(partial(self._take_back, chosen))
        self._follow_versions(day)
        self.say(settled.said)

    def _take_back(self, chosen: list[Chosen]) -> date:
        for each in reversed(chosen):
            self.archive.take_back(each)
        self._follow_versions(chosen[0].day)
        return chosen[0].day

    def _follow_versions(self, day: date) -> None:
        """Show an evening, and that several stand, as they stand on disk now."""
        self.shelf.number(day, 1)
        own = [each for each in self.archive.versions(day) if each.is_own and not each.half]
        self.follow(day, own[0].evening if own else None)

    def follow(self, day: date, evening: Evening | None) -> None:
        """Show an evening, and how many versions of it there are."""
        if day in self.shelf.several:
            versions = self.archive.versions(day)
            is_settled = len(versions) < 2 and (evening is not None or not versions)
            self.shelf.number(day, 0 if is_settled else len(versions))
        super().follow(day, evening)
