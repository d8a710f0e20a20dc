"""Which steps an evening goes through, from arriving to closing."""

from __future__ import annotations

from collections.abc import Sequence

from winddown.routine.evening import Evening, Route, Tonight

BESIDES = 3
"""Minutes that an evening takes besides the breathing."""

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


def is_turned(evening: Evening, opened_on: Evening, *, short: bool) -> bool:
    """Tell whether arriving goes on the other way: it was chosen last, or asked for on opening.

    Args:
        evening: as it stands now.
        opened_on: the same as arriving opened on it.
        short: true where the short evening was asked for.
    """
    suited = route_for(evening.tonight, other=False)
    if suited == "support":
        return False
    if evening.route in ("full", "short") and evening.tonight == opened_on.tonight:
        return evening.route != suited
    return short and suited == "full"


def way_on(evening: Evening, *, other: bool, turned: bool) -> Route | None:
    """Give the route to go on with from arriving; None where nothing was said about tonight.

    Args:
        evening: as it stands now.
        other: true where another way than the one on offer was asked for.
        turned: as `is_turned` says.
    """
    unsaid = evening.tonight is None and not (other or turned)
    return None if unsaid else route_for(evening.tonight, other=other ^ turned)


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
