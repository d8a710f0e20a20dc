"""How a follow-up felt: shown beside the guess, kept in the plan's own evening, met kindly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.followups import ANSWERS, asked, choosing, followed_up, made, plan_kept
from tests.ui.night import night

FELT = ("did-it", "changed-shape", "they-reached-me")
WORDS_START = len("awful") + 2
CELLS_A_NUMBER = 3
"""Where the line of the scale begins, and how far its numbers are apart at 80 columns."""


@pytest.mark.parametrize("answer", FELT)
async def test_how_it_felt_is_shown_beside_the_guess(tmp_path: Path, answer: str) -> None:
    async with night(tmp_path, made(expected=4)) as evening:
        await asked(evening)
        await evening.press(*choosing(answer), "tab", "8")
        assert "You guessed 4. It was 8." in evening.text()
        assert (await plan_kept(evening))["followup"] == followed_up(answer, felt=8)


async def test_how_it_felt_is_set_with_the_mouse(tmp_path: Path) -> None:
    async with night(tmp_path, made(expected=4)) as evening:
        await asked(evening)
        await evening.press("down")
        await evening.pilot.click("#felt", offset=(WORDS_START + 9 * CELLS_A_NUMBER, 0))
        assert (await plan_kept(evening))["followup"] == followed_up("did-it", felt=9)


@pytest.mark.parametrize("answer", [each for each in ANSWERS if each not in FELT])
async def test_how_it_felt_is_not_asked_where_nothing_happened(tmp_path: Path, answer: str) -> None:
    async with night(tmp_path, made(expected=4)) as evening:
        await asked(evening)
        await evening.press("down", "tab", "8", "shift+tab", *choosing(answer)[1:])
        assert "How did it feel?" not in evening.text()
        assert "felt" not in (await plan_kept(evening))["followup"]


@pytest.mark.parametrize(
    ("expected", "felt", "is_sore"),
    [(4, 3, True), (None, 3, True), (8, 5, True), (8, 6, False), (None, 4, False)],
)
async def test_an_answer_that_sounds_sore_is_met_with_comfort_instead_of_numbers(
    tmp_path: Path, expected: int | None, felt: int, is_sore: bool
) -> None:
    async with night(tmp_path, made(expected=expected)) as evening:
        await asked(evening)
        await evening.press("down", "tab", str(felt))
        assert ("That sounds sore." in evening.text()) is is_sore
        assert ("You guessed" in evening.text()) is (expected is not None and not is_sore)
        assert (await plan_kept(evening))["followup"]["felt"] == felt


async def test_a_note_is_kept_as_it_was_written(tmp_path: Path) -> None:
    async with night(tmp_path, made()) as evening:
        await asked(evening)
        await evening.press("down", "m")
        await evening.write("We laughed.")
        note = followed_up("did-it", note="We laughed.")
        assert (await plan_kept(evening))["followup"] == note
