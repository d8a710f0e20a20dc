"""What tonight is chosen from, read from the person's files as it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from winddown.data import content, evenings, offered
from winddown.data.past import Past
from winddown.errors import UnreadableEvening
from winddown.routine.evening import Evening
from winddown.routine.past import brings_a_line_back, has_held, line_once_kept
from winddown.routine.plans import before_answer, is_answered_on, is_asked, plan_at_hand

if TYPE_CHECKING:  # each part is loaded when it is first asked for
    from winddown.data.config import Config
    from winddown.data.locations import Locations
    from winddown.routine.breathing import Anchor, Pattern
    from winddown.routine.lists import Act, Comfort, Habit, Person
    from winddown.routine.looking_back import Noticed
    from winddown.routine.occasion import Added, Motion
    from winddown.routine.sitting import Sitting
    from winddown.routine.support import Support
    from winddown.routine.words import Words

PAST = 60
"""How many earlier evenings are looked at."""


class OccasionFromFiles:
    """The person's lists and what earlier evenings say; each part is read once, when needed."""

    def __init__(
        self,
        where: Locations,
        config: Config,
        *,
        today: date,
        now: Callable[[], datetime],
        clock: Callable[[], float],
        motion: Motion,
        country: str = "",
        short: bool = False,
        pattern: str | None = None,
        minutes: int | None = None,
        words: Callable[[str], Words] = content.words,
        kind: type[Evening] = Evening,
    ) -> None:
        """Take what was asked for on opening; nothing is read yet.

        Args:
            where: the person's folders.
            config: their settings and lists.
            today: the evening's date.
            now: gives the local time.
            clock: gives seconds that only rise.
            motion: how much may move.
            country: a guess at whose help lines to show, for when config names none.
            short: true for the short evening.
            pattern: the id of a pattern to begin with.
            minutes: how long to breathe.
            words: gives the words of one step or screen.
            kind: what evenings are read as; `Evening`, or a record with more fields.
        """
        self._where, self._config = where, config
        self.today, self.now, self.clock = today, now, clock
        self.motion, self.short = motion, short
        self._country, self._pattern_id, self._minutes = country, pattern, minutes
        self._say, self.kind = words, kind
        self.asked_to_keep: set[Added] = set()
        self.is_private = where.is_private
        self._dismissed: set[str] = set()

    def follow(self, config: Config) -> None:
        """Offer from now on what another config says; what was found in the past stays."""
        if config.motion != self._config.motion:
            self.motion = config.motion
        self._config = config
        for name in ("comforts", "habits", "acts", "cues", "people", "patterns", "pattern",
                     "support", "remembered", "hold_known"):  # fmt: skip
            self.__dict__.pop(name, None)

    def noticed(self, tonight: Evening) -> Noticed | None:
        """Give what may be shown as tonight closes; nothing more once something was sent away."""
        if self._dismissed or tonight.tonight not in ("light", "steady"):
            return None
        from winddown.routine.looking_back import shows_on_closing

        return shows_on_closing(self.past, tonight, self._config.looking_back.dismissed)

    def dismiss(self, rule: str) -> None:
        """Show nothing noticed any more tonight, and never again by this rule."""
        self._dismissed.add(rule)

    def look_again(self) -> None:
        """Read earlier evenings anew: something about them was changed."""
        for name in ("past", "asked", "open_plan", "people", "pattern", "hold_known", "remembered"):
            self.__dict__.pop(name, None)

    def words(self, step: str) -> Words:
        """Give the words of one step or screen."""
        return self._say(step)

    @cached_property
    def past(self) -> Past:
        """Earlier evenings, newest first; one that cannot be read is passed over."""
        return Past(islice(evenings.newest(self._where, self.today, self.kind), PAST))

    @cached_property
    def asked(self) -> Evening | None:
        """The earlier evening whose plan's day has come, as it stood before tonight's answer.

        What was answered by day, before this evening went past arriving, is not asked again.
        """
        earlier = self.open_plan
        if earlier is None or earlier.outreach is None:
            return None
        if is_answered_on(earlier.outreach, self.today) and not self._is_past_arriving():
            return None
        plan = before_answer(earlier.outreach, self.today)
        return replace(earlier, outreach=plan) if is_asked(plan, self.today) else None

    def _is_past_arriving(self) -> bool:
        """Tell whether tonight, as it stands on disk, could have asked already."""
        try:
            tonight = evenings.load(self._where, self.today)
        except UnreadableEvening:
            return False
        if tonight is None:
            return False
        return tonight.ended is not None or tonight.step not in ("", "arrive")

    @cached_property
    def open_plan(self) -> Evening | None:
        """The earlier evening whose plan is open, or was until it was answered about tonight."""
        return plan_at_hand(self.past, self.today)

    @cached_property
    def comforts(self) -> tuple[Comfort, ...]:
        """Every comfort, the person's own first."""
        return offered.comforts(self._config)

    @cached_property
    def habits(self) -> tuple[Habit, ...]:
        """Every habit, the person's own first."""
        return offered.habits(self._config)

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Every act, the person's own first."""
        return offered.acts(self._config)

    @cached_property
    def cues(self) -> tuple[str, ...]:
        """When an act may happen, the person's own first."""
        return offered.cues(self._config)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """People from config, then those of past evenings."""
        from winddown.data.people import people_of

        return people_of(self._config.people, self.past)

    def leave_out(self, name: str, *, suggest: bool) -> None:
        """Heed from now on whether a person may be suggested."""
        self.people = tuple(
            replace(person, suggest=suggest) if person.name == name else person
            for person in self.people
        )

    def choose_country(self, code: str) -> None:
        """Show the help lines of another country from now on."""
        self.support = replace(self.support, country=code, country_is_guess=False)

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """Every pattern, the person's own first."""
        return offered.patterns(self._config)

    @cached_property
    def pattern(self) -> Pattern:
        """The pattern tonight begins with."""
        from winddown.data.first_pattern import named, unnamed

        usual = self._config.breathing.pattern
        found = named(self.patterns, self._pattern_id, usual)
        return found or unnamed(self.patterns, self.past)

    def breathe_as(self, sitting: Sitting) -> None:
        """Begin as this sitting does from now on; a short one says nothing of how long."""
        self._pattern_id = sitting.pattern.id
        self.__dict__.pop("pattern", None)
        if not sitting.is_short and sitting.minutes != self.minutes:
            self._minutes = sitting.minutes

    @property
    def minutes(self) -> int:
        """Minutes of breathing on a full evening."""
        return self._minutes or self._config.breathing.minutes

    @property
    def breathes(self) -> bool:
        """True when breathing is one of the evening's steps."""
        return "breathing" in self._config.steps

    @property
    def bell(self) -> bool:
        """True when a bell was asked for."""
        return self._config.breathing.bell

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """What to rest the mind on instead of the breath."""
        return content.anchors(self.words("breathing"))

    @cached_property
    def hold_known(self) -> bool:
        """True once an evening of the past holds a round with holds."""
        return has_held(self.past, self.patterns)

    @cached_property
    def support(self) -> Support:
        """Everyone and everything to turn to."""
        from winddown.data.people import support_for

        return support_for(self._config.support, self._country)

    @property
    def closing(self) -> str:
        """The closing phrase."""
        phrase: str = self._config.closing or content.defaults("closing")["closing"]
        return phrase

    @property
    def calendar_title(self) -> str:
        """What a plan is called in a calendar, with `{plan}` for its own words."""
        return self._config.calendar.title

    @cached_property
    def remembered(self) -> str:
        """A line once kept, on the evenings that show one."""
        if not self._config.remember or not brings_a_line_back(self.today):
            return ""
        return line_once_kept(self.past, self.today)
