"""Only reaching out: by day, with the evening left at its beginning."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.ui.hands import earlier, standing
from tests.ui.night import FRIDAY, night
from winddown.routine.evening import Evening, Plan

CONFIG = """
[shipped]
acts = false
cues = false
[[people]]
name = "Sam"
[[acts]]
id = "heart"
text = "Send one heart"
say = "send {who} a heart"
size = "tiny"
channel = "text"
[outreach]
cues = ["I get home"]
"""
HEART = {
    "who": "Sam",
    "act": "heart",
    "text": "send Sam a heart",
    "size": "tiny",
    "channel": "text",
    "on": FRIDAY + timedelta(days=1),
    "cue": "I get home",
}
YESTERDAY = FRIDAY - timedelta(days=1)
OPEN = Plan(who="Sam", act="call", text="ring Sam", on=FRIDAY)


async def reach(home: Path, *keys: str, past: tuple[Evening, ...] = ()) -> dict[str, Any]:
    """Open only the outreach, press these keys, and give what tonight's file holds."""
    async with night(home, *past, config=CONFIG, errand="reach") as evening:
        await evening.at("outreach")
        await evening.press(*keys)
        await evening.pilot.pause()
        assert evening.app.return_code == (130 if keys[-1] == "ctrl+c" else 0)
        return await evening.kept()


@pytest.mark.parametrize("key", ["enter", "q", "e", "escape", "s", "ctrl+c"])
async def test_a_plan_that_is_not_taken_writes_nothing(tmp_path: Path, key: str) -> None:
    """Looking at what is suggested is not yet an evening."""
    await reach(tmp_path, key)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["config.toml"]


@pytest.mark.parametrize("key", ["enter", "q", "e", "escape", "ctrl+c"])
async def test_a_plan_taken_by_day_leaves_the_evening_at_its_beginning(
    tmp_path: Path, key: str
) -> None:
    """Tonight opens on arriving, with the plan standing."""
    kept = await reach(tmp_path, "space", key)
    assert kept["outreach"] == HEART
    assert kept["step"] == "arrive"
    assert kept.keys() == {"schema", "evening", "started", "step", "outreach"}
    async with night(tmp_path, config=CONFIG) as evening:
        await evening.at("arrive")


async def test_an_evening_that_has_gone_further_stays_where_it_is(tmp_path: Path) -> None:
    """A plan in between takes no one back."""
    kept = await reach(tmp_path, "space", "enter", past=(standing("comforts", note="Rain."),))
    assert (kept["step"], kept["note"], kept["outreach"]) == ("comforts", "Rain.", HEART)


async def test_an_evening_that_has_ended_stays_ended(tmp_path: Path) -> None:
    """A plan afterwards does not open it again."""
    over = earlier(0, tonight="light")
    kept = await reach(tmp_path, "space", "enter", past=(over,))
    assert kept["ended"].replace(tzinfo=None) == over.ended.replace(tzinfo=None)  # type: ignore[union-attr]
    assert "step" not in kept
    assert kept["outreach"] == HEART


async def test_a_plan_is_suggested_at_once_even_after_evenings_without_one(tmp_path: Path) -> None:
    """Whoever asks to reach out has not come for a folded line."""
    kept = await reach(tmp_path, "space", "enter", past=(earlier(1), earlier(2)))
    assert kept["outreach"] == HEART


async def test_keeping_an_earlier_plan_writes_nothing_for_tonight(tmp_path: Path) -> None:
    """It stands where it was made."""
    assert await reach(tmp_path, "down", "enter", past=(earlier(1, outreach=OPEN),)) == {}


async def test_an_earlier_plan_let_go_is_closed_in_its_own_evening_alone(tmp_path: Path) -> None:
    """Tonight has not begun by that, and will not ask about it."""
    past = (earlier(1, outreach=OPEN),)
    async with night(tmp_path, *past, config=CONFIG, errand="reach") as evening:
        await evening.at("outreach")
        await evening.press("down", "down", "down", "q")
        assert await evening.kept() == {}
        older = (await evening.kept(YESTERDAY))["outreach"]
        assert older["followup"] == {"outcome": "let-go", "answered": FRIDAY}
    async with night(tmp_path, config=CONFIG) as evening:
        await evening.at("arrive")
        assert "followup" not in evening.app.path
