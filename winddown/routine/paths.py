"""Which steps an evening goes through, from arriving to closing."""

from __future__ import annotations

from collections.abc import Sequence

from winddown.routine.evening import Evening, Route, Tonight

_SHORT = ("breathing", "comforts", "outreach")
"""What may stand between arriving and closing on the short way."""

_COMFORT_ONLY = ("comforts",)
"""What may stand there after support."""

_ROUTES: dict[Tonight | None, tuple[Route, Route]] = {
    None: ("full", "short"),
    "light": ("full", "short"),
    "steady": ("full", "short"),
    "tired": ("short", "full"),
    "heavy": ("short", "full"),
    "not-okay": ("support", "support"),
}


def route_for(tonight: Tonight | None, *, other: bool) -> Route:
    """Say which way tonight goes: the one that suits it, or the other one when asked for.

    An evening that is not okay begins with support either way; the short way is
    offered from there.
    """
    suited, turned = _ROUTES[tonight]
    return turned if other else suited


def walk(evening: Evening, steps: Sequence[str], *, asked: bool) -> tuple[str, ...]:
    """Give the ids of the steps this evening goes through, in order.

    Arriving and closing always stand. An evening that is not okay has support
    next and no follow-up, whichever way it goes on from there.

    Args:
        evening: as it stands now; without a route, the one that suits tonight.
        steps: those between arriving and closing, in the person's order.
        asked: true when an earlier plan's day has come.
    """
    route = evening.route or route_for(evening.tonight, other=False)
    if "support" in (route, route_for(evening.tonight, other=False)):
        return ("arrive", "support", *_between(route, steps), "closing")
    followup = ("followup",) if asked else ()
    return ("arrive", *followup, *_between(route, steps), "closing")


def _between(route: Route, steps: Sequence[str]) -> tuple[str, ...]:
    """Leave out what the route leaves out; each step stands once."""
    chosen = tuple(dict.fromkeys(steps))
    if route == "full":
        return chosen
    stays = _SHORT if route == "short" else _COMFORT_ONLY
    return tuple(step for step in chosen if step in stays)
