"""Leaving is quiet: nothing that was still under way makes a noise afterwards."""

from __future__ import annotations

from pathlib import Path

from tests.ui.hands import standing
from tests.ui.night import night


async def test_a_key_whose_answer_comes_home_after_the_program_was_left_does_no_harm(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, standing("closing")) as tonight:
        await tonight.press("ctrl+q")
    left = tonight.app
    assert not left.screen_stack
    left._laps_to_go = 2
    await left._lap_arrives(left.Lap(left._lap))
    assert left.return_code == 0
