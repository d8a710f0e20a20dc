"""What tonight is chosen from, read from the person's files as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain
from operator import methodcaller
from typing import TYPE_CHECKING, TypeVar

from winddown.data import content, evenings
from winddown.errors import WinddownError
from winddown.routine.plans import answered_on, before_answer, is_asked, open_plan

if TYPE_CHECKING:  # each part is loaded when it is first asked for
    from winddown.data.config import Config
    from winddown.data.config_entries import ActEntry, ComfortEntry, HabitEntry
    from winddown.data.locations import Locations
    from winddown.routine.breathing import Anchor, Pattern
    from winddown.routine.evening import Evening
    from winddown.routine.lists import Act, Comfort, Habit, Person, Support
    from winddown.routine.occasion import Motion
    from winddown.routine.words import Words

PAST = 60
"""How many earlier evenings are looked at."""
REMEMBER_ONE_IN = 4
"""A line once kept is shown on about one evening in so many."""
REMEMBER_AFTER = timedelta(days=3)
"""How old a kept line is at least before it is shown again."""

Item = TypeVar("Item", "Comfort", "Habit", "Act")


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
        """
        self._where, self._config = where, config
        self.today, self.now, self.clock = today, now, clock
        self.motion, self.short = motion, short
        self._country, self._pattern_id, self._minutes = country, pattern, minutes

    def words(self, step: str) -> Words:
        """Give the words of one step or screen."""
        return content.words(step)

    @cached_property
    def past(self) -> tuple[Evening, ...]:
        """Earlier evenings, newest first; one that cannot be read is passed over."""
        found, _ = evenings.load_recent(self._where, self.today, PAST)
        return tuple(found)

    @cached_property
    def asked(self) -> Evening | None:
        """The earlier evening whose plan's day has come, as it stood before tonight's answer."""
        earlier = self.open_plan
        if earlier is None or earlier.outreach is None:
            return None
        plan = before_answer(earlier.outreach, self.today)
        return replace(earlier, outreach=plan) if is_asked(plan, self.today) else None

    @cached_property
    def open_plan(self) -> Evening | None:
        """The earlier evening whose plan is open, or was until it was answered about tonight."""
        return answered_on(self.past, self.today) or open_plan(self.past, self.today)

    @cached_property
    def comforts(self) -> tuple[Comfort, ...]:
        """Every comfort, the person's own first."""
        shipped = content.comforts() if self._config.shipped.comforts else ()
        return _merged(self._config.comforts, shipped, methodcaller("comfort"))

    @cached_property
    def habits(self) -> tuple[Habit, ...]:
        """Every habit, the person's own first."""
        shipped = content.habits() if self._config.shipped.habits else ()
        return _merged(self._config.habits, shipped, methodcaller("habit"))

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Every act, the person's own first."""
        shipped = content.acts() if self._config.shipped.acts else ()
        return _merged(self._config.acts, shipped, methodcaller("act"))

    @cached_property
    def cues(self) -> tuple[str, ...]:
        """When an act may happen, the person's own first."""
        shipped = content.cues() if self._config.shipped.cues else ()
        return tuple(dict.fromkeys((*self._config.outreach.cues, *shipped)))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """People from config, then those of past evenings."""
        from winddown.routine.lists import Person

        people = {person.name: person for person in self._config.people}
        for name in _named_in(self.past):
            people.setdefault(name, Person(name=name))
        return tuple(people.values())

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
        own = {entry.id: entry.pattern() for entry in self._config.breathing.patterns}
        shipped = [each for each in content.patterns() if each.id not in own]
        return (*own.values(), *shipped)

    @cached_property
    def pattern(self) -> Pattern:
        """The pattern tonight begins with."""
        usual = content.defaults("breathing")
        asked = self._pattern_id or self._config.breathing.pattern
        if not asked:
            few = self._rounds_kept(usual["starter_evenings"]) < usual["starter_evenings"]
            asked = usual["starter"] if few else usual["pattern"]
        by_id = {pattern.id: pattern for pattern in self.patterns}
        if asked not in by_id and asked == self._pattern_id:
            raise WinddownError(f"There is no pattern '{asked}'. There are: {', '.join(by_id)}.")
        return by_id.get(asked, by_id[usual["pattern"]])

    def _rounds_kept(self, enough: int) -> int:
        """Count evenings with a whole cycle of a pattern; stop at `enough`."""
        found = 0
        for evening in self.past:
            found += any(each.kind == "pattern" and each.cycles for each in evening.breathing)
            if found == enough:
                break
        return found

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
        return content.anchors()

    @cached_property
    def hold_known(self) -> bool:
        """True once an evening of the past holds a round with holds."""
        holding = {pattern.id for pattern in self.patterns if pattern.holds}
        return any(each.id in holding for evening in self.past for each in evening.breathing)

    @cached_property
    def support(self) -> Support:
        """Everyone and everything to turn to."""
        from winddown.routine.lists import Support

        own = self._config.support
        return Support(
            plan=own.plan,
            own=own.own,
            country=own.country or self._country,
            country_is_guess=not own.country,
            lines=content.lines(),
            directories=content.directories(),
            checked=content.defaults("support")["checked"],
        )

    @property
    def closing(self) -> str:
        """The closing phrase."""
        phrase: str = self._config.closing or content.defaults("closing")["closing"]
        return phrase

    @cached_property
    def remembered(self) -> str:
        """A line once kept, on the evenings that show one."""
        night = self.today.toordinal()
        if not self._config.remember or night % REMEMBER_ONE_IN:
            return ""
        kept = [
            evening.note
            for evening in self.past
            if evening.note
            and evening.tonight in ("light", "steady", "tired")
            and not evening.keep_out
            and self.today - evening.evening > REMEMBER_AFTER
        ]
        return kept[night // REMEMBER_ONE_IN % len(kept)] if kept else ""


def _merged(
    own: Iterable[ComfortEntry] | Iterable[HabitEntry] | Iterable[ActEntry],
    shipped: Iterable[Item],
    made: Callable[..., Item],
) -> tuple[Item, ...]:
    """Put own entries before the shipped ones; the same id replaces, a hidden one takes away."""
    taken = {entry.id for entry in own}
    mine = [made(entry) for entry in own if not entry.hide]
    return tuple(chain(mine, (item for item in shipped if item.id not in taken)))


def _named_in(past: Iterable[Evening]) -> Iterator[str]:
    for evening in past:
        if evening.outreach and evening.outreach.who:
            yield evening.outreach.who
        yield from evening.in_touch
