"""Following up: each of the six answers does what it says in the plan's own, older evening."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ui.followups import AGO, ANSWERS, MADE, asked, choosing, followed_up, made, plan_kept
from tests.ui.hands import earlier
from tests.ui.night import FRIDAY, night
from tests.unit.routine.evenings import DAY, outcome, plan
from winddown.commands.followup import answer_kept
from winddown.data.locations import locations
from winddown.routine.evening import Plan
from winddown.routine.following import Answer


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("by_mouse", [False, True], ids=["keys", "mouse"])
async def test_each_answer_stands_in_the_plans_own_file_and_nothing_else_changes_there(
    tmp_path: Path, answer: str, by_mouse: bool
) -> None:
    async with night(tmp_path, made()) as evening:
        before = await evening.kept(MADE)
        await asked(evening)
        if by_mouse:
            await evening.pilot.click("#outcome", offset=(6, ANSWERS.index(answer)))
        else:
            await evening.press(*choosing(answer))
        moved = {"on": FRIDAY + DAY} if answer == "carry-on" else {}
        given = followed_up(answer, carried=int(answer == "carry-on"))
        after = before["outreach"] | moved | {"followup": given}
        assert await evening.kept(MADE) == before | {"outreach": after}
        assert "outreach" not in await evening.kept()


@pytest.mark.parametrize(
    ("on", "is_asked"),
    [
        (FRIDAY + DAY, False),
        (FRIDAY, True),
        (FRIDAY - 7 * DAY, True),
        (FRIDAY - 8 * DAY, False),
    ],
    ids=["tomorrow", "today", "a-week-past", "over-a-week-past"],
)
async def test_a_plan_is_asked_about_from_its_day_on_and_rests_after_a_week(
    tmp_path: Path, on: date, is_asked: bool
) -> None:
    past = earlier(1 + max(0, (FRIDAY - on).days), outreach=plan(on))
    async with night(tmp_path, past) as evening:
        await evening.at("arrive")
        await evening.press("down", "enter")
        await evening.at("followup" if is_asked else "breathing")
        assert "followup" not in (await evening.kept(past.evening))["outreach"]


async def test_a_plan_kept_twice_rests_and_is_not_asked_about(tmp_path: Path) -> None:
    twice = made(FRIDAY, followup=outcome("carry-on", FRIDAY - DAY, carried=2))
    async with night(tmp_path, twice) as evening:
        await evening.at("arrive")
        await evening.press("down", "enter")
        await evening.at("breathing")
        assert (await plan_kept(evening))["followup"]["carried"] == 2


async def test_keeping_a_plan_a_second_time_says_that_it_rests_now(tmp_path: Path) -> None:
    once = made(FRIDAY, followup=outcome("carry-on", FRIDAY - DAY, carried=1))
    async with night(tmp_path, once) as evening:
        await asked(evening)
        await evening.press(*choosing("carry-on"))
        assert "it now rests" in evening.text()
        kept = await plan_kept(evening)
        assert kept["on"] == FRIDAY + DAY
        assert kept["followup"] == followed_up("carry-on", carried=2)


async def test_a_mind_changed_twice_leaves_only_the_last_answer(tmp_path: Path) -> None:
    once = made(FRIDAY, followup=outcome("carry-on", FRIDAY - DAY, carried=1))
    async with night(tmp_path, once) as evening:
        before = await plan_kept(evening)
        await asked(evening)
        await evening.press(*choosing("carry-on"), "up", "down")
        assert (await plan_kept(evening))["followup"] == followed_up("carry-on", carried=2)
        await evening.press("up", "up", "up", "up")
        given = followed_up("did-it", carried=1)
        assert await plan_kept(evening) == before | {"followup": given}


async def test_an_answer_taken_back_leaves_the_plan_as_it_was(tmp_path: Path) -> None:
    async with night(tmp_path, made()) as evening:
        before = await evening.kept(MADE)
        await asked(evening)
        for take_back in (["delete"], ["s", "s"]):
            await evening.press(*choosing("carry-on"))
            assert await evening.kept(MADE) != before
            await evening.press(*take_back)
            assert await evening.kept(MADE) == before
        await evening.at("breathing")


async def test_enter_alone_answers_nothing(tmp_path: Path) -> None:
    async with night(tmp_path, made()) as evening:
        before = await evening.kept(MADE)
        await asked(evening)
        await evening.press("enter")
        await evening.at("breathing")
        assert await evening.kept(MADE) == before


async def test_a_heavy_evening_leaves_the_question_folded_until_it_is_asked_for(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, made()) as evening:
        await evening.at("arrive")
        await evening.press("down", "down", "down")
        await asked(evening)
        assert "Any news?" not in evening.text()
        await evening.press("down", "space")
        assert "followup" not in await plan_kept(evening)
        await evening.press("m")
        assert "Any news?" in evening.text()
        await evening.press(*choosing("no-reply"))
        assert (await plan_kept(evening))["followup"] == followed_up("no-reply")


async def test_a_not_okay_evening_is_never_asked(tmp_path: Path) -> None:
    async with night(tmp_path, made()) as evening:
        before = await evening.kept(MADE)
        await evening.at("arrive")
        await evening.press("up", "enter")
        await evening.at("support")
        await evening.press("f")
        await evening.at("breathing")
        assert "any news" not in evening.text()
        assert await evening.kept(MADE) == before


@pytest.mark.parametrize("answer", ["did-it", "carry-on"])
async def test_an_answer_can_still_be_changed_after_the_program_was_left(
    tmp_path: Path, answer: str
) -> None:
    once: Plan = plan(FRIDAY, followup=outcome("carry-on", FRIDAY - DAY, carried=1))
    async with night(tmp_path, earlier(AGO, outreach=once)) as evening:
        await asked(evening)
        await evening.press(*choosing(answer), "q")
    async with night(tmp_path) as evening:
        await evening.at("followup")
        steps = ANSWERS.index(answer) - ANSWERS.index("no-reply")
        await evening.press(*["up" if steps > 0 else "down"] * abs(steps))
        kept = await plan_kept(evening)
        assert (kept["on"], kept["followup"]) == (FRIDAY, followed_up("no-reply", carried=1))
        assert (await evening.kept())["step"] == "followup"


async def test_what_was_answered_by_day_since_the_evening_opened_is_not_asked_about(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, made()) as evening:
        await evening.at("arrive")
        where = locations({"WINDDOWN_HOME": str(tmp_path)})
        told = Answer("did-it", felt=8, note="she smiled")
        answer_kept(where, told, evening.clock.now().replace(tzinfo=None))
        before = await plan_kept(evening)
        await evening.press("down", "enter")
        await evening.at("breathing")
        await evening.press("ctrl+q")
        assert await plan_kept(evening) == before
    assert before["followup"]["note"] == "she smiled"


async def test_what_was_said_of_a_plan_is_read_back_as_the_evening_closes(tmp_path: Path) -> None:
    async with night(tmp_path, made()) as evening:
        await asked(evening)
        await evening.press(*choosing("did-it"), "enter")
        for step in ("breathing", "comforts", "reflection", "outreach"):
            await evening.at(step)
            await evening.press("s")
        await evening.at("closing")
        assert "”: you did it." in evening.text()
