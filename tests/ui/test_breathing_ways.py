"""Patterns, anchors and stillness: which breath it is, and how much of it moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.breaths import BEFORE, breathe, gentle, rounds, settle_in
from tests.ui.hands import earlier, words
from tests.ui.night import night
from tests.unit.routine.breaths import SHIPPED
from winddown.data import content
from winddown.routine.evening import Round

ROUND = Round(kind="pattern", id="gentle", seconds=63, cycles=9)
ANCHORS = [anchor.id for anchor in content.anchors()]
HOLDING = [pattern for pattern in SHIPPED if pattern.holds]
CAUTION = "This one has breath holds."
HEALTH = " ".join(content.words("breathing")["first_time"].split())


async def test_the_first_three_evenings_with_breathing_use_the_starter(tmp_path: Path) -> None:
    two = [earlier(ago, breathing=(ROUND,)) for ago in (1, 2)]
    async with night(tmp_path, *two) as evening:
        await breathe(evening)
        await evening.pass_time(8)
        await evening.press("escape")
        assert [each["id"] for each in await rounds(evening)] == ["gentle"]


async def test_the_fourth_evening_uses_the_usual_pattern(tmp_path: Path) -> None:
    three = [earlier(ago, breathing=(ROUND,)) for ago in (1, 2, 3)]
    async with night(tmp_path, *three) as evening:
        await breathe(evening)
        await evening.pass_time(11)
        await evening.press("escape")
        assert [each["id"] for each in await rounds(evening)] == ["long-out"]


@pytest.mark.parametrize("pattern", [each.id for each in SHIPPED])
async def test_the_short_evening_never_breathes_for_more_than_a_minute(
    tmp_path: Path, pattern: str
) -> None:
    config = f'[breathing]\npattern = "{pattern}"\n'
    async with night(tmp_path, BEFORE, config=config) as evening:
        await breathe(evening, "down", "down", "down")
        await evening.pass_time(60)
        assert "How settled now?" in evening.text()
        (kept,) = await rounds(evening)
        assert kept["id"] == pattern
        assert 30 < kept["seconds"] <= 60


@pytest.mark.parametrize("keys", [["plus", "minus"], ["plus", "plus", "minus", "minus"]])
@pytest.mark.parametrize("begun", [True, False])
async def test_the_short_evening_made_longer_and_short_again_still_takes_a_minute_at_most(
    tmp_path: Path, begun: bool, keys: list[str]
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening, "down", "down", "down")
        await evening.press(*(["enter", *keys] if begun else [*keys, "enter"]))
        await evening.pass_time(60)
        assert "How settled now?" in evening.text()
        assert await rounds(evening) == [gentle(56, 8)]


async def test_on_the_short_evening_a_longer_round_can_be_chosen(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening, "down", "down", "down")
        await evening.press("plus", "enter")
        await evening.pass_time(126)
        assert await rounds(evening) == [gentle(126, 18)]


async def test_another_pattern_counts_the_round_in_hand_in_and_settles_in_again(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.pass_time(15)
        await evening.press("p")
        assert "Long out-breath, 5 minutes" in evening.text()
        await evening.pass_time(3)
        await evening.pass_time(20)
        await evening.press("enter", "enter")
        assert await rounds(evening) == [
            gentle(15, 2),
            {"kind": "pattern", "id": "long-out", "seconds": 20, "cycles": 2},
        ]


@pytest.mark.parametrize("pattern", [each.id for each in HOLDING])
async def test_a_pattern_with_holds_says_its_caution_first_and_waits_until_it_was_read(
    tmp_path: Path, pattern: str
) -> None:
    config = f'[breathing]\npattern = "{pattern}"\n'
    async with night(tmp_path, BEFORE, config=config) as evening:
        await settle_in(evening)
        assert CAUTION in evening.text()
        await evening.press("plus", "minus")
        await evening.pass_time(60)
        assert CAUTION in evening.text()
        await evening.press("enter")
        await evening.pass_time(40)
        await evening.press("escape")
        (kept,) = await rounds(evening)
        assert (kept["id"], kept["seconds"]) == (pattern, 40)


async def test_the_caution_comes_with_p_as_well(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening)
        for pattern in SHIPPED[1:]:
            await evening.press("p")
            assert (CAUTION in evening.text()) is pattern.holds
        assert await rounds(evening) == []


async def test_the_caution_is_not_said_again_once_such_a_round_is_kept(tmp_path: Path) -> None:
    held = earlier(1, breathing=(Round(kind="pattern", id="box", seconds=64, cycles=4),))
    async with night(tmp_path, held, config='[breathing]\npattern = "box"\n') as evening:
        await settle_in(evening)
        assert CAUTION not in evening.text()
        await evening.pass_time(3)
        await evening.pass_time(16)
        await evening.press("escape")
        (kept,) = await rounds(evening)
        assert kept == {"kind": "pattern", "id": "box", "seconds": 16, "cycles": 1}


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
@pytest.mark.parametrize("pattern", ["gentle", "box"])
async def test_someone_new_is_told_who_takes_care_until_the_breathing_begins(
    tmp_path: Path, pattern: str, size: tuple[int, int]
) -> None:
    config = f'[breathing]\npattern = "{pattern}"\n'
    async with night(tmp_path, BEFORE, config=config, size=size) as evening:
        await settle_in(evening)
        assert HEALTH in words(evening)
        await evening.press("plus")
        assert "10 minutes" in evening.text()
        assert HEALTH in words(evening)
        await evening.press("p")
        assert HEALTH in words(evening)
        await evening.press("enter")
        for _ in range(20):
            assert "Slow breathing" not in evening.text()
            await evening.pass_time(2)


async def test_someone_who_has_breathed_before_is_not_told_again(tmp_path: Path) -> None:
    breathed = earlier(1, breathing=(ROUND,))
    async with night(tmp_path, breathed) as evening:
        await settle_in(evening)
        assert "Slow breathing" not in evening.text()


async def test_an_anchor_takes_the_place_of_the_breath(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening)
        for anchor in content.anchors():
            await evening.press("a")
            await evening.pass_time(1)
            assert anchor.steps[0] in " ".join(evening.text().split())
            await evening.pass_time(20)
            assert anchor.steps[1] in " ".join(evening.text().split())
        await evening.press("a")
        assert "Settle in" in evening.text()
        kept = [{"kind": "anchor", "id": each, "seconds": 21} for each in ANCHORS]
        assert await rounds(evening) == kept


async def test_an_anchor_ends_with_its_minutes_or_with_enter(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening, "down", "down", "down")
        await evening.press("a")
        await evening.pass_time(10)
        await evening.press("space")
        await evening.pass_time(100)
        await evening.press("space")
        await evening.pass_time(50)
        assert "How settled now?" in evening.text()
        await evening.press("escape", "enter")
        await evening.at("breathing")
        await evening.press("a")
        await evening.pass_time(25)
        await evening.press("enter")
        assert "How settled now?" in evening.text()
        sounds = {"kind": "anchor", "id": "sounds"}
        assert await rounds(evening) == [sounds | {"seconds": 60}, sounds | {"seconds": 25}]


async def test_an_anchor_left_before_its_first_step_is_over_is_not_kept(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening)
        await evening.press("a")
        await evening.pass_time(19)
        await evening.press("escape")
        assert await rounds(evening) == []


async def test_where_all_is_still_the_picture_changes_once_a_phase(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE, config='motion = "still"\n') as evening:
        await breathe(evening)
        pictures = []
        for _ in range(14):
            await evening.pilot.pause(0.3)
            pictures.append(evening.text())
            await evening.pass_time(1)
        changes = [at for at in range(1, 14) if pictures[at] != pictures[at - 1]]
        assert changes == [3, 7, 10]
        await evening.press("escape")
        assert await rounds(evening) == [gentle(14, 2)]


async def test_motion_can_be_stilled_in_the_middle_of_a_breath(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.press("ctrl+p")
        await evening.pilot.press(*"Motion: still")
        await evening.pilot.pause(0.5)
        await evening.press("enter")
        await evening.pilot.pause(0.3)
        await evening.pass_time(0.5)
        await evening.pilot.pause(0.3)
        before = evening.text()
        await evening.pass_time(1.5)
        await evening.pilot.pause(0.3)
        assert evening.text() == before
        await evening.pass_time(9)
        await evening.press("escape")
        assert await rounds(evening) == [gentle(11, 1)]


async def test_a_pattern_and_a_length_that_were_chosen_stay_for_the_night(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening)
        await evening.press("p", "minus", "escape")
        await evening.at("arrive")
        assert "About 6 minutes" in evening.text()
        await evening.press("enter")
        await evening.at("breathing")
        await evening.press("plus")
        assert "Long out-breath, 5 minutes" in evening.text()
