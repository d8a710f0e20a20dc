"""The steps a config chooses: any of them, in any order, on every way an evening goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.breaths import BEFORE
from tests.ui.hands import standing
from tests.ui.night import night
from tests.ui.ways import FULL, say, walk
from winddown.steps import between

TRAIL = {
    "arrive": "arrive",
    "breathing": "breathe",
    "comforts": "comfort",
    "reflection": "notice",
    "outreach": "reach",
    "closing": "close",
}


def steps(*ids: str) -> str:
    """Write a config that chooses these steps."""
    return f"steps = {list(ids)}\n"


@pytest.mark.parametrize("left_out", between())
async def test_any_step_can_be_left_out_and_the_trail_and_the_way_do_without_it(
    tmp_path: Path, left_out: str
) -> None:
    chosen = tuple(step for step in between() if step != left_out)
    async with night(tmp_path, BEFORE, config=steps(*chosen)) as evening:
        await say(evening, "light")
        assert evening.text().split("\n")[1].count("○") == len(chosen) + 1
        await evening.press("enter")
        await walk(evening, (*chosen, "closing"))
        assert "ended" in await evening.kept()


async def test_the_steps_come_in_the_order_the_config_names_them(tmp_path: Path) -> None:
    turned = tuple(reversed(between()))
    async with night(tmp_path, BEFORE, config=steps(*turned)) as evening:
        await say(evening, "light")
        await evening.press("enter")
        for place, step in enumerate((*turned, "closing"), start=1):
            await evening.at(step)
            trail = evening.text().split("\n")[1].split()
            assert trail[:place] == ["●"] * place
            assert trail[place : place + 2] == ["◉", TRAIL[step]]
            await evening.press("s")
        await evening.at("GoodNight")


async def test_an_evening_without_any_step_between_arrives_and_closes(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE, config="steps = []\n") as evening:
        await say(evening, "tired")
        await evening.press("enter")
        await walk(evening, ("closing",))
        kept = await evening.kept()
        assert (kept["tonight"], "ended" in kept) == ("tired", True)


async def test_the_short_way_takes_what_it_knows_in_the_persons_order(tmp_path: Path) -> None:
    config = steps("outreach", "reflection", "breathing")
    async with night(tmp_path, BEFORE, config=config) as evening:
        await say(evening, "tired")
        await evening.press("enter")
        await walk(evening, ("outreach", "breathing", "closing"))
        assert (await evening.kept())["route"] == "short"


@pytest.mark.parametrize("left_out", between())
async def test_an_evening_left_at_a_step_that_is_left_out_now_is_resumed_with_its_answers(
    tmp_path: Path, left_out: str
) -> None:
    chosen = tuple(step for step in between() if step != left_out)
    tonight = standing(left_out, note="Rain.")
    async with night(tmp_path, BEFORE, tonight, config=steps(*chosen)) as evening:
        await evening.at("arrive")
        await evening.press("enter")
        await walk(evening, (*chosen, "closing"))
        kept = await evening.kept()
        assert (kept["tonight"], kept["note"], "ended" in kept) == ("steady", "Rain.", True)


async def test_breathing_alone_needs_no_step_in_the_config(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE, config="steps = []\n", errand="breathe") as evening:
        await evening.at("breathing")
        await evening.press("q")
        assert evening.app.return_code == 0


async def test_a_step_that_is_not_known_is_named_and_the_rest_of_them_are_walked(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE, config=steps("comfort", "outreach")) as evening:
        (notice,) = evening.app._opening.notices
        assert notice == (
            "config.toml line 1: I don't know the step 'comfort'. Did you mean 'comforts'?"
        )
        await say(evening, "light")
        await evening.press("enter")
        await walk(evening, ("outreach", FULL[-1]))
