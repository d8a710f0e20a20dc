"""An evening as somebody would tell it, lived once on the screens and once in lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from textual.widget import Widget

from tests.ui.followups import ANSWERS
from tests.ui.night import FRIDAY, Clock, Night
from tests.unit.plain.conversation import Pass, Typed
from winddown.routine.evening import Evening
from winddown.routine.paths import route_for, walk
from winddown.routine.plans import wants_feeling

TONIGHTS = ("light", "steady", "tired", "heavy", "not-okay")
SMALLER, LET_GO = 1, 2
"""The places of the second and the third answer to a plan that is still open."""
REST = 0
"""The place of a habit's reading as rest, which led away from nothing."""
STEPS = ("breathing", "comforts", "reflection", "outreach")


@dataclass(frozen=True, kw_only=True)
class Script:
    """What is answered; whatever an evening does not ask is passed over. Places count from 0."""

    tonight: int | None = None
    settled: int | None = None
    other: bool = False
    """The other length than the one that is on offer."""
    outcome: int | None = None
    felt: int | None = None
    breathes: int = 0
    """Seconds until the round is to end; 0 for none."""
    anchor: bool = False
    after: int | None = None
    comforts: tuple[int, ...] = ()
    own_comfort: str = ""
    habit: int | None = None
    reading: int | None = None
    cost: int | None = None
    from_what: str = ""
    in_touch: str = ""
    still: int | None = None
    plan: str = ""
    """What is done with the sentence: empty, or some of another, smaller and take."""
    expected: int | None = None
    note: str = ""
    keep_out: bool = False
    enough_at: str = ""
    """The step at which it is enough; empty for none."""

    @property
    def way(self) -> str:
        """How tonight is, as it stands in the file; empty where nothing is said."""
        return TONIGHTS[self.tonight] if self.tonight is not None else ""

    def path(self, *, asked: bool) -> tuple[str, ...]:
        """Give the steps that are asked, up to the one at which it is enough."""
        tonight: Any = self.way or None
        unsaid = tonight is None and not self.other
        route = None if unsaid else route_for(tonight, other=self.other)
        if tonight == "not-okay":
            route = "support"
        lived = Evening(evening=FRIDAY, started=Clock.wall, tonight=tonight, route=route)
        steps = walk(lived, STEPS, asked=asked)
        return steps[: steps.index(self.enough_at) + 1] if self.enough_at in steps else steps

    @property
    def is_low(self) -> bool:
        """True where only a few comforts are on offer."""
        return self.way == "not-okay" or route_for(self.way or None, other=self.other) == "short"  # type: ignore[arg-type]

    def plan_is_open(self, earlier: str) -> bool:
        """Tell whether an earlier plan still stands when reaching out is asked about."""
        if earlier == "due" and self.way != "not-okay":
            answered = self.outcome is not None
            return not answered or ANSWERS[self.outcome or 0] == "carry-on"
        return earlier != ""

    def plans(self, earlier: str) -> bool:
        """Tell whether there is a plan of tonight's own in the end."""
        is_asked = "outreach" in self.path(asked=earlier == "due")
        has_room = not self.plan_is_open(earlier) or self.still == LET_GO
        return is_asked and has_room and "take" in self.plan


# In lines


def lines(script: Script, earlier: str) -> list[Typed]:
    """Give what is typed, line by line; `earlier` says how an earlier plan stands."""
    typed: list[Typed] = []
    for step in script.path(asked=earlier == "due"):
        if step == script.enough_at:
            return [*typed, "enough"]
        typed += _TYPED[step](script, earlier)
    return typed


def _number(place: int | None) -> str:
    return "" if place is None else str(place + 1)


def _degree(degree: int | None) -> str:
    return "" if degree is None else str(degree)


def _arrive(script: Script, _: str) -> Iterator[Typed]:
    yield _number(script.tonight)
    if script.way == "not-okay":
        return
    if script.other:
        yield "full" if script.way in ("tired", "heavy") else "short"
    yield _degree(script.settled)


def _support(_: Script, __: str) -> Iterator[Typed]:
    yield ""


def _followup(script: Script, _: str) -> Iterator[Typed]:
    if script.way == "heavy":
        yield "" if script.outcome is None else "more"
        if script.outcome is None:
            return
    yield _number(script.outcome)
    if script.outcome is not None and wants_feeling(ANSWERS[script.outcome]):  # type: ignore[arg-type]
        yield _degree(script.felt)


def _breathing(script: Script, _: str) -> Iterator[Typed]:
    if not script.breathes:
        yield ""
        return
    yield "3" if script.anchor else "1"
    yield Pass(script.breathes)
    yield ""
    if not script.anchor:
        yield Pass(30)
    yield _degree(script.after)


def _comforts(script: Script, _: str) -> Iterator[Typed]:
    ticked = " ".join(str(place + 1) for place in script.comforts)
    if not script.own_comfort:
        yield ticked
        return
    yield "more"
    yield ticked
    yield script.own_comfort
    if script.way != "not-okay":
        yield ""  # it is for tonight only
    yield ""


def _reflection(script: Script, earlier: str) -> Iterator[Typed]:
    is_whole = script.cost is not None or script.from_what or script.in_touch
    if is_whole:
        yield "more"
    yield _number(script.habit)
    if script.habit is not None:
        yield _number(script.reading)
        if is_whole:
            yield _number(script.cost)
            if script.reading != REST:
                yield script.from_what
    elif is_whole:
        yield ""  # no own words
    if is_whole:
        if script.habit is not None:
            yield ""  # no second one
            yield ""
        yield script.in_touch
        if earlier:
            yield ""  # nobody is left out


def _outreach(script: Script, earlier: str) -> Iterator[Typed]:
    if script.plan_is_open(earlier):
        yield _number(script.still)
        if script.still == SMALLER:
            yield ""  # there is none for words of one's own
        if script.still != LET_GO:
            return
    for word in script.plan.split():
        yield {"take": "1", "another": "2", "smaller": "3"}[word]
    yield _degree(script.expected) if "take" in script.plan else ""


def _closing(script: Script, earlier: str) -> Iterator[Typed]:
    if script.keep_out:
        yield "more"
    yield script.note
    if script.keep_out:
        yield "2"
        if script.plans(earlier):
            yield ""  # no calendar


_TYPED = {
    "arrive": _arrive,
    "support": _support,
    "followup": _followup,
    "breathing": _breathing,
    "comforts": _comforts,
    "reflection": _reflection,
    "outreach": _outreach,
    "closing": _closing,
}


# On the screens


async def live(script: Script, earlier: str, evening: Night) -> None:
    """Live the same evening with keys, to good night and out."""
    for step in script.path(asked=earlier == "due"):
        await evening.at(step)
        if step == script.enough_at:
            await evening.press("e")
            break
        await _LIVED[step](script, earlier, evening)
    await evening.at("GoodNight")
    await evening.press("enter")


async def _to(evening: Night, selector: str) -> Widget:
    found = evening.app.screen.query_one(selector)
    found.focus()
    await evening.pilot.pause()
    return found


async def _set(evening: Night, selector: str, degree: int | None) -> None:
    if degree is not None:
        await _to(evening, selector)
        await evening.press(*str(degree))


async def _choose(evening: Night, selector: str, place: int | None) -> None:
    if place is not None:
        await _to(evening, selector)
        await evening.press(*["down"] * (place + 1))


async def _write(evening: Night, selector: str, text: str) -> None:
    if text:
        await _to(evening, selector)
        await evening.write(text)


async def _on_arriving(script: Script, _: str, evening: Night) -> None:
    await _choose(evening, "#tonight", script.tonight)
    if script.way != "not-okay":
        await _set(evening, "#settled", script.settled)
    await evening.press("f" if script.other and script.way != "not-okay" else "enter")


async def _on(_: Script, __: str, evening: Night) -> None:
    await evening.press("enter")


async def _on_following_up(script: Script, _: str, evening: Night) -> None:
    if script.outcome is not None:
        if script.way == "heavy":
            await evening.press("m")
        await _choose(evening, "#outcome", script.outcome)
        if wants_feeling(ANSWERS[script.outcome]):  # type: ignore[arg-type]
            await _set(evening, "#felt", script.felt)
    await evening.press("enter")


async def _on_breathing(script: Script, _: str, evening: Night) -> None:
    if not script.breathes:
        await evening.press("s")
        return
    await evening.press("a" if script.anchor else "enter")
    await evening.pass_time(script.breathes)
    await evening.press("enter")
    if not script.anchor:
        await evening.pass_time(30)
    await _set(evening, "#settled", script.after)
    await evening.press("enter")


async def _on_comforts(script: Script, _: str, evening: Night) -> None:
    if script.own_comfort:
        await evening.press("m")
    rows = await _to(evening, "#list")
    for place in script.comforts:
        await evening.press("home", *["down"] * place, "space")
    assert rows.has_focus
    if script.own_comfort:
        await _write(evening, "#own", script.own_comfort)
        await evening.press("enter")
        if script.way != "not-okay":
            await evening.press("escape")
    await evening.press("enter")


async def _on_reflection(script: Script, _: str, evening: Night) -> None:
    is_whole = script.cost is not None or script.from_what or script.in_touch
    if is_whole:
        await evening.press("m", "m", "m")
    await _choose(evening, "#first .habits", script.habit)
    if script.habit is not None:
        await _choose(evening, "#first .readings", script.reading)
        await _choose(evening, "#first .costs", script.cost)
        if script.reading != REST:
            await _write(evening, "#first .from-what", script.from_what)
    await _write(evening, "#in-touch", script.in_touch)
    await evening.press("enter")


async def _on_outreach(script: Script, earlier: str, evening: Night) -> None:
    if script.plan_is_open(earlier):
        await _choose(evening, "#still", script.still)
        if script.still != LET_GO:
            await evening.press("enter")
            return
    for word in script.plan.split():
        await evening.press({"take": "space", "another": "n", "smaller": "minus"}[word])
    if "take" in script.plan:
        await _set(evening, "#expected", script.expected)
    await evening.press("enter")


async def _on_closing(script: Script, _: str, evening: Night) -> None:
    await _write(evening, "#note", script.note)
    if script.keep_out:
        evening.app.screen.set_focus(None)
        await evening.press("m")
        await _to(evening, "#keep-out")
        await evening.press("space")
    await evening.press("enter")


_LIVED = {
    "arrive": _on_arriving,
    "support": _on,
    "followup": _on_following_up,
    "breathing": _on_breathing,
    "comforts": _on_comforts,
    "reflection": _on_reflection,
    "outreach": _on_outreach,
    "closing": _on_closing,
}


def without_times(kept: dict[str, Any]) -> dict[str, Any]:
    """Leave out of an evening's file when it began and ended, and how long a breath took."""
    rounds = [{**each, "seconds": 0} for each in kept.get("breathing", [])]
    told = {key: value for key, value in kept.items() if key not in ("started", "ended")}
    return told | ({"breathing": rounds} if rounds else {}) | {"has_ended": "ended" in kept}
