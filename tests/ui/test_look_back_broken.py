"""Looking back beside files that cannot be read: they are named, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.hands import earlier
from tests.ui.looking_back import all_read
from tests.ui.night import FRIDAY, Clock, Night, night
from tests.unit.routine.evenings import DAY
from winddown.data.locations import locations


def said(tonight: Night) -> list[str]:
    """What is told on the screen."""
    return [notification.message for notification in tonight.app._notifications]


@pytest.mark.parametrize("broken", [1, 2, 40])
async def test_however_many_files_are_broken_one_sentence_tells_of_them(
    tmp_path: Path, broken: int
) -> None:
    where = locations({"WINDDOWN_HOME": str(tmp_path)})
    past = [earlier(ago, note=f"Rain {ago}.") for ago in range(1, broken + 2)]

    def spoil(_: Clock) -> None:
        for ago in range(1, broken + 1):
            where.evening(FRIDAY - ago * DAY).write_text("evening = [", encoding="utf-8")

    async with night(tmp_path, *past, errand="review", prepare=spoil) as tonight:
        tonight.app._disable_notifications = False  # as it is outside of tests
        await all_read(tonight)
        await tonight.pilot.pause()
        assert f"Rain {broken + 1}." in tonight.text()
        (sentence,) = said(tonight)
    if broken == 1:
        assert "2026-11-19.toml line 1" in sentence
    else:
        assert sentence.startswith(f"{broken} files could not be read")
