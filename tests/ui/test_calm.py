"""Whoever wants less motion has less of it everywhere, not only in the light."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.hands import standing
from tests.ui.night import Night, night
from winddown.screens.help import Help
from winddown.widgets.column import Column
from winddown.widgets.line import Line


async def is_there_at_once(evening: Night) -> bool:
    """Turn a page of the help, and tell whether it came without being seen to move."""
    await evening.press("question_mark")
    await evening.at("Help")
    assert isinstance(evening.app.screen, Help)
    column = evening.app.screen.query(Column).first()
    column.scroll_page_down()
    await evening.pilot.pause()
    return column.scroll_y == column.scroll_target_y > 0


@pytest.mark.parametrize(
    ("config", "terminal"),
    [('motion = "still"\n', {}), ("", {"TEXTUAL_ANIMATIONS": "none"})],
)
async def test_where_all_is_still_a_page_is_there_at_once_and_no_cursor_blinks(
    tmp_path: Path, config: str, terminal: dict[str, str]
) -> None:
    past = standing("closing")
    async with night(tmp_path, past, config=config, terminal=terminal) as evening:
        await evening.at("closing")
        assert not any(line.cursor_blink for line in evening.app.screen.query(Line))
        assert await is_there_at_once(evening)


async def test_stillness_that_is_chosen_in_the_palette_holds_from_then_on(tmp_path: Path) -> None:
    async with night(tmp_path, standing("comforts")) as evening:
        await evening.at("comforts")
        await evening.press("ctrl+p", *"still", "enter")
        await evening.at("comforts")
        assert await is_there_at_once(evening)
