"""A window of 40 by 12: an evening can still be answered whole, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.snapshots.scenes import CONFIG
from tests.ui.followups import choosing, made
from tests.ui.hands import standing
from tests.ui.night import FRIDAY, Night, night

SMALLEST = (40, 12)


def clear_of(evening: Night, *words: str) -> None:
    """See these words, however they are wrapped."""
    shown = " ".join(evening.text().split())
    for each in words:
        assert each in shown, evening.text()


async def test_a_whole_evening_is_answered_and_every_answer_is_seen_as_it_is_given(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, made(), size=SMALLEST, config=CONFIG) as evening:
        await evening.at("arrive")
        await evening.press("down", "down")
        clear_of(evening, "◉ steady")
        await evening.press("tab", "4")
        clear_of(evening, "●")
        await evening.press("enter")
        await evening.at("followup")
        await evening.press(*choosing("did-it"))
        clear_of(evening, "◉ I did it")
        await evening.press("tab", "8")
        clear_of(evening, "●", "lovely")
        await evening.press("enter")
        await evening.at("breathing")
        clear_of(evening, "Settle in", "▄")
        await evening.press("enter")
        clear_of(evening, "breathe in", "▄")
        await evening.pass_time(7.5)
        await evening.press("enter", "enter")
        clear_of(evening, "How settled now?")
        await evening.press("6")
        clear_of(evening, "●", "6")
        await evening.press("enter")
        await evening.at("comforts")
        await evening.press("down", "space")
        clear_of(evening, "›✓ Pull a favourite blanket close")
        await evening.press("enter")
        await evening.at("reflection")
        await evening.press("down", "down")
        clear_of(evening, "◉ Scrolling social media")
        await evening.press("tab", "down")
        clear_of(evening, "›◉")
        await evening.press("enter")
        await evening.at("outreach")
        await evening.press("space")
        clear_of(evening, "✓ When")
        await evening.press("tab", "7")
        clear_of(evening, "●", "lovely")
        await evening.press("enter")
        await evening.at("closing")
        await evening.press("tab")
        await evening.write("Rain.")
        clear_of(evening, "Rain.")
        await evening.press("enter")
        await evening.at("GoodNight")
        clear_of(evening, "Good night.")
        await evening.press("enter")
        kept = await evening.kept()
        plan = (await evening.kept(made().evening))["outreach"]
    assert plan["followup"] == {"outcome": "did-it", "answered": FRIDAY, "felt": 8}
    assert (kept["tonight"], kept["note"]) == ("steady", "Rain.")
    assert kept["settled"] == {"before": 4, "after": 6}
    assert [each["cycles"] for each in kept["breathing"]] == [1]
    assert [each["id"] for each in kept["comforts"]] == ["blanket"]
    assert [(each["id"], each["reading"]) for each in kept["reflections"]] == [("scroll", "rest")]
    assert kept["outreach"]["expected"] == 7
    assert "ended" in kept


async def test_support_is_read_to_its_end_and_goes_on_to_a_comfort(tmp_path: Path) -> None:
    hard = standing("support", tonight="not-okay", route="support")
    async with night(tmp_path, hard, size=SMALLEST) as evening:
        await evening.at("support")
        seen = ""
        for _ in range(12):
            seen += evening.text()
            await evening.press("pagedown")
        for words in ("116 123", "Samaritans", "Name five things", "enter comfort"):
            assert words in seen
        await evening.press("enter")
        await evening.at("comforts")
        assert (await evening.kept())["route"] == "support"


@pytest.mark.parametrize(
    ("step", "field"), [("comforts", "comforts"), ("reflection", "reflections")]
)
async def test_what_is_behind_more_is_reached_as_well(
    tmp_path: Path, step: str, field: str
) -> None:
    async with night(tmp_path, standing(step), size=SMALLEST) as evening:
        await evening.at(step)
        await evening.press("m", *["down"] * 9)
        assert "›" in evening.text()
        if step == "comforts":
            await evening.press("space")
        assert len((await evening.kept())[field]) == 1
