"""A new step takes what it answers, a screen, its twin in lines and a line in the list of steps."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from pathlib import Path

import pytest

from tests.ui.breaths import BEFORE
from tests.ui.gratitude import STEP, GratefulEvening, Thanks
from tests.ui.night import FRIDAY, night
from tests.ui.ways import FULL, say, walk
from tests.unit.plain.conversation import converse
from winddown.data import evenings
from winddown.data.locations import locations
from winddown.routine.evening import Evening
from winddown.steps import STEPS, between

grateful_night = partial(night, kind=GratefulEvening)
GOOD = "The rain stopped."
CHOSEN = between()
"""Every step that a config may choose, without the one that is added here."""


@pytest.fixture(autouse=True)
def _one_line_in_the_list_of_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STEPS, STEP.id, STEP)


async def test_a_step_that_was_added_is_walked_kept_resumed_and_read_back(tmp_path: Path) -> None:
    config = 'steps = ["comforts", "gratitude"]\n'
    async with grateful_night(tmp_path, BEFORE, config=config) as evening:
        assert evening.app._opening.notices == ()
        await say(evening, "light")
        await evening.press("enter", "enter")
        await evening.at("gratitude")
        assert "◉ gratitude" in evening.text()
        await evening.press("tab")
        await evening.write(GOOD)
        kept = await evening.kept()
        assert (kept["step"], kept["gratitude"]) == ("gratitude", {"text": GOOD})
        await evening.press("ctrl+q")
    async with grateful_night(tmp_path) as evening:
        await evening.at("gratitude")
        assert GOOD in evening.text()
        await evening.press("enter")
        await walk(evening, ("closing",))
    read = evenings.load_as(GratefulEvening, locations({"WINDDOWN_HOME": str(tmp_path)}), FRIDAY)
    assert read is not None
    assert (read.gratitude, read.tonight) == (Thanks(text=GOOD), "light")
    assert read.ended is not None


async def test_a_step_that_was_added_comes_by_itself_where_no_config_chooses(
    tmp_path: Path,
) -> None:
    async with grateful_night(tmp_path, BEFORE) as evening:
        assert evening.app.path == ("arrive", *FULL[:-1], "gratitude", "closing")
        await say(evening, "light")
        await evening.press("ctrl+p")
        await evening.pilot.press(*"Go to gratitude")
        await evening.pilot.pause(0.5)
        await evening.press("enter")
        await evening.at("gratitude")
        await evening.press("question_mark", "escape", "tab")
        await evening.write("Tea.")
        await evening.press("enter")
        await evening.at("closing")
        await evening.press("escape")
        await evening.at("gratitude")
        assert "Tea." in evening.text()
        await evening.press("s", "s")
        await evening.at("closing")
        assert "gratitude" not in await evening.kept()


async def test_a_step_that_was_added_may_be_left_out(tmp_path: Path) -> None:
    async with grateful_night(tmp_path, BEFORE, config='steps = ["comforts"]\n') as evening:
        await say(evening, "light")
        await evening.press("enter")
        await walk(evening, ("comforts", "closing"))
        assert "ended" in await evening.kept()


def test_a_step_that_was_added_is_asked_in_lines_as_well(tmp_path: Path) -> None:
    config = 'steps = ["gratitude"]\n'
    heard = converse(
        tmp_path, "1", "", GOOD, "", past=[BEFORE], config=config, kind=GratefulEvening
    )
    assert "What was good today?" in heard.said
    assert heard.kept()["gratitude"] == {"text": GOOD}


@pytest.mark.parametrize("step", CHOSEN)
async def test_every_step_that_may_be_chosen_can_be_the_only_one_and_left_empty(
    tmp_path: Path, step: str
) -> None:
    async with night(tmp_path, BEFORE, config=f'steps = ["{step}"]\n') as evening:
        assert evening.app._opening.notices == ()
        assert evening.app.path == ("arrive", step, "closing")
        await say(evening, "light")
        await evening.press("enter")
        await evening.at(step)
        await evening.press("s")
        await evening.at("closing")
        assert STEPS[step].field not in await evening.kept()


@pytest.mark.parametrize("step", CHOSEN)
def test_every_step_that_may_be_chosen_can_be_the_only_one_in_lines(
    tmp_path: Path, step: str
) -> None:
    assert STEPS[step].field in {field.name for field in fields(Evening)}
    kept = converse(tmp_path, "1", "", past=[BEFORE], config=f'steps = ["{step}"]\n').kept()
    assert (kept["step"], kept["tonight"]) == (step, "light")
    assert STEPS[step].field not in kept
