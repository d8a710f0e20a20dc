"""What tonight is chosen from: the person's lists and what earlier evenings say.

A step takes an evening and an occasion. The occasion is read from files outside
this package, each part only when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, get_args

if TYPE_CHECKING:  # each part is loaded with the step that asks for it
    from winddown.routine.breathing import Anchor, Pattern
    from winddown.routine.evening import Evening
    from winddown.routine.lists import Act, Comfort, Habit, Person
    from winddown.routine.looking_back import Noticed
    from winddown.routine.settings import ListName
    from winddown.routine.sitting import Sitting
    from winddown.routine.support import Support
    from winddown.routine.words import Words

Motion: TypeAlias = Literal["full", "gentle", "still"]
MOTIONS: tuple[Motion, ...] = get_args(Motion)

Added: TypeAlias = "tuple[ListName, str]"
"""Something added tonight: to which list, and its words, folded to be compared."""


class Occasion(Protocol):
    """Everything a step may look at besides the evening itself."""

    @property
    def today(self) -> date:
        """The evening's own date."""

    @property
    def past(self) -> Sequence[Evening]:
        """Earlier evenings, newest first, without tonight's: the last sixty on disk at most."""

    @property
    def asked(self) -> Evening | None:
        """The earlier evening whose plan's day has come, as it stood before tonight's answer."""

    @property
    def open_plan(self) -> Evening | None:
        """The earlier evening whose plan was open as tonight began, its day come or not."""

    @property
    def comforts(self) -> tuple[Comfort, ...]:
        """Every comfort, the person's own first, hidden ones left out."""

    @property
    def habits(self) -> tuple[Habit, ...]:
        """Every habit, in the same order."""

    @property
    def acts(self) -> tuple[Act, ...]:
        """Every act, in the same order."""

    @property
    def cues(self) -> tuple[str, ...]:
        """When an act may happen: "I have put the kettle on"."""

    @property
    def people(self) -> tuple[Person, ...]:
        """People from config, then those of past evenings; each name once."""

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """Every breathing pattern, the person's own first."""

    @property
    def pattern(self) -> Pattern:
        """The one tonight begins with: asked for, the starter, or the person's usual."""

    @property
    def minutes(self) -> int:
        """Minutes of breathing on a full evening."""

    @property
    def breathes(self) -> bool:
        """True when breathing is one of the evening's steps."""

    @property
    def bell(self) -> bool:
        """True when a soft bell was asked for at each turn of the breath."""

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """What to rest the mind on when the breath is not a friend."""

    @property
    def hold_known(self) -> bool:
        """True once a kept evening holds a round of a pattern with holds."""

    @property
    def support(self) -> Support:
        """Everyone and everything to turn to."""

    @property
    def closing(self) -> str:
        """The closing phrase."""

    @property
    def calendar_title(self) -> str:
        """What a plan is called in a calendar, with `{plan}` for its own words."""

    @property
    def remembered(self) -> str:
        """A line once kept, on the evenings that show one; else empty."""

    motion: Motion
    """How much may move; the person may change it while the program runs."""

    is_private: bool
    """True on an evening of which nothing is to be written."""

    asked_to_keep: set[Added]
    """What was added tonight and asked about, which happens once."""

    @property
    def short(self) -> bool:
        """True when the short evening was asked for on opening."""

    def leave_out(self, name: str, *, suggest: bool) -> None:
        """Heed from now on whether a person may be suggested."""

    def breathe_as(self, sitting: Sitting) -> None:
        """Begin as this sitting does from now on; a short one says nothing of how long."""

    def noticed(self, tonight: Evening) -> Noticed | None:
        """What may be shown as tonight closes; nothing more once something was sent away."""

    def dismiss(self, rule: str) -> None:
        """Show nothing noticed any more tonight, and never again by this rule."""

    def look_again(self) -> None:
        """Read earlier evenings anew: something about them was changed."""

    def choose_country(self, code: str) -> None:
        """Show the help lines of another country from now on."""

    def words(self, step: str) -> Words:
        """The words of one step or screen, by its id."""

    def now(self) -> datetime:
        """The local time, with its offset."""

    def clock(self) -> float:
        """Seconds of a clock that only goes forward."""
