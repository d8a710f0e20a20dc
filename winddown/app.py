"""The evening as a program: what it opens for, and the way from arriving to good night."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from winddown.folding import Folding
from winddown.screens.frame import Turn


class WinddownApp(Folding):
    """One evening, from opening to good night."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave(0)", "leave", show=False, priority=True),
        Binding("ctrl+c", "leave(130)", "leave", show=False, priority=True),
        Binding("comma", "settings", "settings", show=False),
    ]

    def on_mount(self) -> None:
        """Open the evening; nothing is drawn until its first screen stands."""
        self._between.enter_context(self.batch_update())
        for notice in self._opening.notices:
            self.notify(notice, markup=False, timeout=12)
        if self._opening.errand in ("review", "settings"):
            said = self._occasion.words("standing").get(f"{self._opening.standing}_quiet", "")
            if said:
                self.notify(said, markup=False, timeout=12)
        self._open()

    @work
    async def _open(self) -> None:
        match self._opening.errand:
            case "breathe":
                await self._breathe()
            case "reach":
                if await self._stands():
                    await self._reach()
            case "review":
                await self._review()
            case "settings":
                await self._shape()
            case "evening":
                if await self._stands():
                    await self._tonight()
        await self.action_leave(0)

    async def _breathe(self) -> None:
        answer = await self._show("breathing", alone=True)
        self._accept(answer.evening if isinstance(answer, Turn) else answer)

    async def _shape(self) -> None:
        from winddown.screens.settings import SettingsIndex

        await self._ask(SettingsIndex(self.settings, self._occasion))

    async def _stands(self) -> bool:
        """Say how tonight stands where it is not kept as usual; False to leave it for now."""
        again = False
        while self._opening.standing == "elsewhere":
            from winddown.screens.standing import elsewhere

            asked = elsewhere(self._evening, self._occasion, again=again)
            if await self._ask(asked) != "on":
                return False
            self._occasion.look_again()
            self._take(self._opening.again())
            again = True
        if self._opening.standing in ("unwritable", "left-aside"):
            from winddown.screens.standing import unwritable

            if await self._ask(unwritable(self._opening.hindrance, self._occasion)) != "on":
                return False
            # Nobody asked for a private evening: it is one that could not be kept.
            self._take(self._opening.privately()._replace(standing="left-aside"))
        return True

    async def _tonight(self) -> None:
        if self._opening.first:
            from winddown.screens.first import FirstPage

            if not await self._ask(FirstPage(self._occasion, self._keep_country)):
                return
        self._take_up_plan()
        if self._evening.ended is None:
            await self._walk()
        else:
            await self._card()

    async def _reach(self) -> None:
        """Show only the outreach; an evening that has not begun stays at its beginning."""
        self._take_up_plan()
        if self._evening.ended is None and not self._evening.step:
            self._evening = replace(self._evening, step="arrive")
        answer = await self._show("outreach", alone=True)
        self._accept(answer.evening if isinstance(answer, Turn) else answer)

    async def _review(self) -> None:
        if await self._ask(self.look_back(self._opening.day)) == "outreach":
            await self._reach()

    async def _walk(self) -> None:
        # A step that is no longer on the way, after a change of config, is not gone back to.
        here = self._evening.step if self._evening.step in self.path else "arrive"
        while here:
            self._accept(replace(self._evening, step=here))
            there = self._after(here, await self._show(here))
            if self._evening.ended is not None and not await self._good_night():
                self._accept(replace(self._evening, ended=None))
                there = here
            here = there

    async def _good_night(self) -> bool:
        """Say good night, and tell whether that was for good."""
        from winddown.screens.good_night import GoodNight

        await self.flush()
        return await self._ask(GoodNight(self._evening, self._occasion, self._lid))

    @property
    def _lid(self) -> str:
        """What is said under good night: that all is kept, or in how far it is not."""
        say = self._occasion.words("standing")
        if self._keeper.problem is not None:
            return say["unkept_end"]
        if self._opening.standing == "kept":
            return self._occasion.words("closing")["lid"]
        if self._opening.standing == "demo":
            return say["demo_end"]
        return say["private_end_before" if self._opening.kept else "private_end"]

    async def _card(self) -> None:
        from winddown.screens.card import AGAIN, Card

        while choice := await self._ask(Card(self._evening, self._occasion)):
            if choice == AGAIN:
                self._accept(replace(self._evening, ended=None, step="closing"))
                await self._walk()
                return
            answer = await self._show(choice, alone=True)
            self._accept(answer.evening if isinstance(answer, Turn) else answer)
            if isinstance(answer, Turn) and answer.way == "leave":
                return

    def go_to(self, step: str) -> None:
        """Go on at a step; from the card, it opens alone."""
        from winddown.screens.card import Card

        if isinstance(self.screen, Card):
            self.screen.action_open(step)
        else:
            super().go_to(step)
