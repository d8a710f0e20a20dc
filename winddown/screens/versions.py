"""Two versions of one evening, side by side; one is chosen, and neither is lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from winddown.errors import ChangedMeanwhile, WinddownError
from winddown.routine.archive import Archive, Chosen
from winddown.routine.occasion import Occasion
from winddown.routine.pages import long_title, page_of
from winddown.routine.versions import Pair, Version, has_more_of, pairs, reads_alike
from winddown.screens.fresh import FreshScreen
from winddown.screens.two_sides import TwoSides
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys
from winddown.widgets.prose import Prose

BESIDE = 76
"""Cells of a window in which two pages stand side by side, as in looking back."""


class Settled(NamedTuple):
    """What was decided."""

    chosen: list[list[Chosen]]
    """What was done for each choice, in that order, for it to be taken back."""
    said: str
    """What is said of it afterwards; empty where nothing was decided."""


class Versions(FreshScreen["Settled"]):
    """The one that stands, and beside it another; with more, one after the other."""

    HELP_OF: ClassVar[str] = "versions"

    DEFAULT_CSS = """
    Versions {
        & Column { padding: 1 0; align: center top; }
        & Column > Vertical { max-width: 108; }
        &.-low Column { padding: 0; }
        &.-tall Column { padding: 2 0 0 0; }
        & > #said { dock: bottom; padding: 1 2 0 2; margin-bottom: 3; display: none; }
        &.-low > #said { padding: 0 2; margin-bottom: 2; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep", show=False, priority=True),
        Binding("left,h", "point(0)", "the first", show=False),
        Binding("right,l", "point(1)", "the second", show=False),
        Binding("tab,shift+tab", "turn", "the other", show=False),
        Binding("down,j", "go(1)", "down", show=False),
        Binding("up,k", "go(-1)", "up", show=False),
        Binding("space,pagedown", "go(10)", "further down", show=False),
        Binding("pageup", "go(-10)", "further up", show=False),
        Binding("home,g", "go(-9999)", "the top", show=False),
        Binding("end,G", "go(9999)", "the end", show=False),
        Binding("m", "more", "what is folded", show=False),
        Binding("escape,backspace", "back", "back", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("q", "app.leave(0)", "leave", show=False),
    ]

    def __init__(
        self,
        archive: Archive,
        occasion: Occasion,
        names: Mapping[str, str],
        day: date,
        *,
        is_read: bool = False,
    ) -> None:
        """Show the versions of a day; `is_read` where they are read, and none is chosen.

        `names` are those of breathing patterns and anchors by id.
        """
        super().__init__()
        self._archive, self._occasion, self._names = archive, occasion, names
        self._day, self._is_read = day, is_read
        self._say, self._frame_words = occasion.words("versions"), occasion.words("frame")
        self._pairs: list[Pair] = []
        self._passed: set[Version] = set()
        """What was seen; a half that was waits for the other half of its file."""
        self._chosen: list[list[Chosen]] = []

    def compose(self) -> ComposeResult:
        """The day, what this is about, and the two pages."""
        frame, say = self._frame_words, self._occasion.words
        always = (Key("esc", frame["back"], "screen.back"), Key("?", frame["help"], "app.help"))
        page = partial(
            page_of,
            today=self._occasion.today,
            say=say("look_back"),
            of_closing=say("closing"),
            of_plan=say("plan"),
            names=self._names,
        )
        yield Keys((), always, frame)
        yield Prose(id="said", classes="quiet")
        yield Column(
            Prose(long_title(self._day, say("look_back"), say("plan")), classes="heading"),
            Prose(id="about", classes="quiet"),
            TwoSides(page, self._say, say("plan"), has_mark=not self._is_read),
        )

    def on_mount(self) -> None:
        """Begin at the one that stands."""
        if not self._read():
            self.call_later(self._show_next, "changed", "said-changed")
        elif self._is_read:
            self._tell(self._say["under_way"])

    def on_resize(self, event: events.Resize) -> None:
        """Stand side by side where there is room."""
        self._sides.stand_beside(event.size.width >= BESIDE)

    @property
    def _sides(self) -> TwoSides:
        return self.query_one(TwoSides)

    def _read(self) -> bool:
        """Read the versions anew and show the first pair; tell whether anything is to be chosen."""
        versions = self._archive.versions(self._day)
        self._pairs = [each for each in pairs(versions) if each.second not in self._passed]
        if not self._pairs or (len(versions) == 1 and versions[0].is_own):
            return False
        pair, number, say = self._pairs[0], len(versions), self._say
        about = "one" if pair.second is None else "two" if number == 2 else "several"
        self.query_one("#about", Prose).say(say.say(about, number=number))
        self._sides.show(pair)
        first, second = self._sides.pages
        if first and second and pair.second and reads_alike(first, second):
            self._tell(say["identical" if pair.first.seal == pair.second.seal else "alike"])
        self._show_keys()
        return True

    def _tell(self, sentence: str) -> None:
        said = self.query_one("#said", Prose)
        said.say(sentence)
        said.display = bool(sentence)

    @on(TwoSides.Pointed)
    def _show_keys(self) -> None:
        say, own, sides = self._say, list[Key](), self._sides
        if sides.kept and not self._is_read:
            both = sides.other is not None and sides.other.evening is not None
            key = "key-keep" if both or sides.other is None else "key-put_away"
            own.append(Key("enter", say[key], "screen.keep"))
            if both:
                own.append(Key("←→", say["key-other"], "screen.turn"))
        if any(page and page.folded for page in sides.pages):
            own.append(Key("m", self._frame_words["more"], "screen.more"))
        self.query_one(Keys).own = tuple(own)

    # Choosing

    def action_point(self, at: int) -> None:
        """Choose the first or the second."""
        self._sides.point(at)

    def action_turn(self) -> None:
        """Choose the other one."""
        self._sides.turn()

    def action_keep(self) -> None:
        """Have the chosen one stand, and the other among the backups."""
        kept, other = self._sides.kept, self._sides.other
        if self._is_read:
            return
        if kept is None:
            self._tell(self._say["none_read"])
            return
        if has_more_of(other, self._pairs[1:]):
            self._passed |= {other} if other else set()
            self._read()
            return
        try:
            self._chosen.append([self._archive.choose(kept, other)])
            self._put_passed_away(kept)
        except ChangedMeanwhile:
            self._show_next("changed", "said-changed")
        except WinddownError as problem:
            self.notify(str(problem), markup=False, severity="warning", timeout=12)
        else:
            self._show_next("", "said-chosen" if other else "said-came")

    def _put_passed_away(self, kept: Version) -> None:
        """Put a file away once both of its halves were seen, and one of them stands."""
        self._passed.add(kept)
        for pair in pairs(self._archive.versions(self._day)):
            if pair.second in self._passed:
                self._chosen[-1].append(self._archive.choose(*pair))

    def _show_next(self, said: str, said_after: str) -> None:
        """Show what is still to be chosen from, as it stands now; else be done."""
        self._tell(self._say[said] if said else "")
        if not self._read():
            self.dismiss(Settled(self._chosen, self._say[said_after]))

    def action_back(self) -> None:
        """Decide nothing more."""
        said = self._say["said-chosen"] if self._chosen else ""
        self.dismiss(Settled(self._chosen, said))

    # Reading

    def action_more(self) -> None:
        """Open what is folded on both, or fold it again."""
        self._sides.unfold()

    def action_go(self, lines: int) -> None:
        """Read on, or back."""
        self.query_one(Column).scroll_relative(y=lines, animate=False, immediate=True)
