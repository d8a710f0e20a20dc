"""Only breathing: at once, and nothing written where no evening stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.breaths import BEFORE, breathe, gentle
from tests.ui.hands import earlier
from tests.ui.night import night


async def breathe_alone(home: Path, seconds: float, key: str) -> dict[str, object]:
    """Open only the breathing, breathe for a while and leave; give what tonight's file holds."""
    async with night(home, errand="breathe") as evening:
        await evening.at("breathing")
        await evening.press("enter")
        await evening.pass_time(seconds)
        await evening.press(key)
        await evening.pilot.pause()
        assert evening.app.return_code == (130 if key == "ctrl+c" else 0)
        return await evening.kept()


@pytest.mark.parametrize("key", ["q", "e", "escape", "ctrl+c"])
async def test_only_breathing_writes_nothing_where_no_evening_stands(
    tmp_path: Path, key: str
) -> None:
    await breathe_alone(tmp_path, 70, key)
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("key", ["q", "e", "escape", "ctrl+c"])
async def test_only_breathing_adds_its_round_to_the_evening_that_stands(
    tmp_path: Path, key: str
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.press("q")
        stands = await evening.kept()
    kept = await breathe_alone(tmp_path, 16, key)
    assert kept == stands | {"breathing": [gentle(16, 2)]}


async def test_only_breathing_ends_by_itself_and_adds_to_an_evening_that_is_over(
    tmp_path: Path,
) -> None:
    over = earlier(0)
    async with night(tmp_path, over, errand="breathe", minutes=2) as evening:
        stands = await evening.kept()
        await evening.at("breathing")
        await evening.pass_time(3)
        await evening.pass_time(126)
        assert evening.app.return_code == 0
        kept = await evening.kept()
        assert kept == stands | {"breathing": [gentle(126, 18)]}
