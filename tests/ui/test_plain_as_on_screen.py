"""The same evening leaves the same file, whether it is lived on the screens or in lines."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ui.followups import ANSWERS, MADE, made
from tests.ui.hands import earlier
from tests.ui.night import FRIDAY, night
from tests.ui.scripted import STEPS, Script, lines, live, without_times
from tests.unit.plain.conversation import converse
from winddown.routine.evening import Cost, Evening, Plan

EVENINGS = 26
"""Together with those that are told by hand, fifty."""
AHEAD = Plan(text="ring Sam", act="", who="Sam", size="small", on=FRIDAY.replace(day=23))
PAST: dict[str, tuple[Evening, ...]] = {
    "": (earlier(1),),
    "due": (earlier(1), made(expected=5)),
    "ahead": (earlier(1), earlier(2, tonight="steady", outreach=AHEAD)),
}
"""What was before tonight, by how an earlier plan stands."""

degrees = st.none() | st.integers(0, 10)
scripts = st.builds(
    Script,
    tonight=st.none() | st.integers(0, 4),
    settled=degrees,
    other=st.booleans(),
    outcome=st.none() | st.integers(0, len(ANSWERS) - 1),
    felt=degrees,
    breathes=st.sampled_from([0, 0, 3, 15, 33]),
    anchor=st.booleans(),
    after=degrees,
    comforts=st.lists(st.integers(0, 2), max_size=3, unique=True).map(tuple),
    own_comfort=st.sampled_from(["", "", "Feed the fox"]),
    habit=st.none() | st.integers(0, 4),
    reading=st.none() | st.integers(0, 3),
    cost=st.none() | st.integers(0, len(get_args(Cost)) - 1),
    from_what=st.sampled_from(["", "", "ringing my sister"]),
    in_touch=st.sampled_from(["", "", "Ana, Bo"]),
    still=st.none() | st.integers(0, 2),
    plan=st.sampled_from(["", "take", "another take", "another another take", "smaller take"]),
    expected=degrees,
    note=st.sampled_from(["", "Rain on the window.", "50 small lamps"]),
    keep_out=st.booleans(),
    enough_at=st.sampled_from(["", "", "", "arrive", *STEPS, "closing"]),
)

BY_HAND = [
    Script(),
    Script(tonight=0, settled=10, breathes=33, after=8, comforts=(0, 2), note="Rain."),
    Script(tonight=1, habit=1, reading=1, cost=1, from_what="ringing my sister", in_touch="Ana"),
    Script(tonight=2, other=True, plan="another take", expected=0, keep_out=True),
    Script(tonight=3, outcome=0, felt=2, breathes=20, anchor=True, own_comfort="Feed the fox"),
    Script(tonight=4, comforts=(1,), note="Still here."),
    Script(outcome=4, still=1, plan="take"),
    Script(tonight=0, still=2, plan="take", expected=7, enough_at="closing"),
]


async def same(script: Script, before: str) -> None:
    """Live an evening both ways, and compare what stands on disk."""
    with tempfile.TemporaryDirectory() as folder:
        on_screen, in_lines = Path(folder) / "screen", Path(folder) / "lines"
        async with night(on_screen, *PAST[before]) as evening:
            await live(script, before, evening)
            kept = {day: await evening.kept(day) for day in (FRIDAY, MADE)}
        heard = converse(in_lines, *lines(script, before), past=PAST[before])
        assert heard.untyped == 0, heard.said
        for day, stands in kept.items():
            assert without_times(heard.kept(day)) == without_times(stands), heard.said


@pytest.mark.parametrize("before", list(PAST))
@pytest.mark.parametrize("script", BY_HAND)
async def test_an_evening_told_by_hand_leaves_the_same_file_either_way(
    script: Script, before: str
) -> None:
    await same(script, before)


@given(script=scripts, before=st.sampled_from(list(PAST)))
@settings(
    max_examples=EVENINGS,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_whatever_is_answered_leaves_the_same_file_either_way(script: Script, before: str) -> None:
    asyncio.run(same(script, before))
