"""Looking for an evening: by words in anything a person wrote, by someone, by a comfort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar, get_args
from unicodedata import combining, normalize

from winddown.routine.evening import ChosenComfort, Evening, Outcome, Reading
from winddown.routine.words import Words

Value = TypeVar("Value", bound=str)


@dataclass(frozen=True, kw_only=True, repr=False)
class Filters:
    """What an evening must hold to be found; as it stands, every one that was not kept out."""

    person: str = ""
    """Someone planned with or met that evening, in any spelling; empty for anyone."""
    comfort: str = ""
    """The value of one of the choices; empty for any."""
    reading: Reading | None = None
    """How at least one habit was read."""
    outcome: Outcome | None = None
    """What was last said of that evening's plan."""
    kept_out: bool = False
    """True for those kept out of looking back, and no others."""
    words: str = ""
    """Each word must stand somewhere; letters in any case, with accents or without."""

    @cached_property
    def folded_words(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(folded(self.words).split())

    @cached_property
    def folded_person(self) -> str:
        """The name as it is compared."""
        return folded(self.person)


class Choice(NamedTuple, Generic[Value]):
    """Something that evenings can be narrowed down to."""

    value: Value
    """What the filter is set to."""
    label: str
    """What is read: the person's words as they wrote them last, or the program's."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Choices:
    """Everything that evenings can be narrowed down to."""

    people: tuple[Choice[str], ...]
    """The latest first."""
    comforts: tuple[Choice[str], ...]
    """The one chosen most first."""
    readings: tuple[Choice[Reading], ...]
    """Those there are, in the order rest, both, away, unsure."""
    outcomes: tuple[Choice[Outcome], ...]
    """Those there are, in the order in which they are asked for."""


def matches(evening: Evening, filters: Filters, hay: str | None = None) -> bool:
    """Tell whether an evening is among those looked for.

    Args:
        evening: any evening.
        filters: what is looked for.
        hay: the evening's `haystack`, where it is known already.
    """
    if evening.keep_out != filters.kept_out:
        return False
    if filters.person and filters.folded_person not in map(folded, _people(evening)):
        return False
    if filters.comfort and filters.comfort not in map(_comfort, evening.comforts):
        return False
    if filters.reading and filters.reading not in (each.reading for each in evening.reflections):
        return False
    if filters.outcome and filters.outcome != _outcome(evening):
        return False
    if not filters.folded_words:
        return True
    hay = haystack(evening) if hay is None else hay
    return all(word in hay for word in filters.folded_words)


def haystack(evening: Evening, title: str = "") -> str:
    """Give everything of an evening that words are looked for in, folded to be compared.

    Args:
        evening: any evening.
        title: its day in words, to be found by those too.
    """
    return folded("\n".join(filter(None, (f"{evening.evening}", title, *_written(evening)))))


def folded(text: str) -> str:
    """Fold text so that "cafe" finds "Café": no capitals, no accents, no special shapes."""
    if text.isascii():
        return text.lower()
    apart = normalize("NFKD", normalize("NFKD", text).casefold())
    return "".join(each for each in apart if not combining(each))


def choices(evenings: Iterable[Evening], say: Words) -> Choices:
    """Find what evenings can be narrowed down to.

    Args:
        evenings: those that can be looked through, newest first.
        say: the words of looking back.
    """
    people: dict[str, str] = {}
    comforts: dict[str, str] = {}
    times: Counter[str] = Counter()
    readings: set[Reading | None] = set()
    outcomes: set[Outcome | None] = set()
    for evening in evenings:
        for name in _people(evening):
            people.setdefault(folded(name), name)
        for comfort in evening.comforts:
            comforts.setdefault(_comfort(comfort), comfort.text)
        times.update({_comfort(comfort) for comfort in evening.comforts})
        readings.update(each.reading for each in evening.reflections)
        outcomes.add(_outcome(evening))
    by_times = sorted(comforts, key=lambda value: -times[value])  # of equals, the latest first
    return Choices(
        people=tuple(Choice(name, name) for name in people.values()),
        comforts=tuple(Choice(value, comforts[value]) for value in by_times),
        readings=tuple(
            Choice(each, say["reading-" + each]) for each in get_args(Reading) if each in readings
        ),
        outcomes=tuple(
            Choice(each, say["outcome-" + each]) for each in get_args(Outcome) if each in outcomes
        ),
    )


def _people(evening: Evening) -> Iterator[str]:
    yield from evening.in_touch
    if evening.outreach is not None and evening.outreach.who:
        yield evening.outreach.who


def _comfort(comfort: ChosenComfort) -> str:
    """Tell comforts apart: by the list's id, else by their words."""
    return comfort.id or folded(comfort.text)


def _outcome(evening: Evening) -> Outcome | None:
    followup = evening.outreach.followup if evening.outreach is not None else None
    return followup.outcome if followup is not None else None


def _written(evening: Evening) -> Iterator[str]:
    """Give every text of an evening that a person wrote or chose."""
    yield evening.note
    yield from evening.in_touch
    yield from (comfort.text for comfort in evening.comforts)
    for reflection in evening.reflections:
        yield from (reflection.text, reflection.from_what)
    plan = evening.outreach
    if plan is not None:
        yield from (plan.who, plan.text, plan.cue, plan.channel, plan.words)
        if plan.followup is not None:
            yield plan.followup.note
