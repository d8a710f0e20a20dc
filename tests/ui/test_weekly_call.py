"""A weekly call that was done is offered once among the comforts, on its weekday."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.hands import earlier, standing
from tests.ui.night import FRIDAY, night
from tests.unit.routine.evenings import DAY, outcome
from winddown.routine.evening import Evening, Outcome, Plan


def called(answer: Outcome = "did-it", on: int = 7, answered: int = 6, who: str = "Sam") -> Evening:
    """Give an evening with a weekly call, its day and its answer so many days ago."""
    plan = Plan(who=who, act="weekly-call", text="a weekly call", on=FRIDAY - on * DAY)
    return earlier(
        on + 1, outreach=replace(plan, followup=outcome(answer, FRIDAY - answered * DAY))
    )


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (called(), "Your call with Sam"),
        (called("changed-shape", who="[/b] Jo"), "Your call with [/b] Jo"),
        (called(who=""), "Your weekly call"),
        (called(answered=7), "Your call with Sam"),
    ],
)
async def test_it_stands_first_and_is_kept_in_its_words(
    tmp_path: Path, call: Evening, text: str
) -> None:
    async with night(tmp_path, call, standing("comforts")) as tonight:
        await tonight.at("comforts")
        assert text in tonight.text()
        await tonight.press("space")
        assert (await tonight.kept())["comforts"] == [{"text": text}]


@pytest.mark.parametrize(
    "call",
    [called("no-reply"), called(on=8), called(on=14, answered=13), called(answered=0)],
    ids=["not done", "another weekday", "a week later", "answered tonight"],
)
async def test_on_any_other_evening_it_is_not_offered(tmp_path: Path, call: Evening) -> None:
    async with night(tmp_path, call, standing("comforts")) as tonight:
        await tonight.at("comforts")
        assert "Your call" not in tonight.text()
        await tonight.press("space")
        assert [each["id"] for each in (await tonight.kept())["comforts"]] == ["friday-pizza"]


async def test_one_that_stands_in_the_list_already_is_not_offered_twice(tmp_path: Path) -> None:
    config = "[[comforts]]\nid = 'sam'\ntext = 'Your call with Sam'\n"
    async with night(tmp_path, called(), standing("comforts"), config=config) as tonight:
        await tonight.at("comforts")
        assert tonight.text().count("Your call with Sam") == 1
