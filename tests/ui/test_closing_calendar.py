"""The plan's way into a calendar: one key at the end of the evening, and never unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.snapshots.scenes import FULL, HEART
from tests.ui.hands import STRANGE, click, quoted, scroll_to_end, shows, standing, words
from tests.ui.night import FRIDAY, Night, night
from tests.unit.routine.evenings import DAY, outcome
from winddown.routine.evening import Evening
from winddown.screens.closing import Closing

OFFER = "writes the plan as a calendar file"
FILE = "~/data/calendar/2026-11-20.ics"


def calendar_file(home: Path) -> Path:
    return home / "data" / "calendar" / "2026-11-20.ics"


def named(home: Path) -> str:
    """Give what the plan is called in the calendar file."""
    (event,) = Calendar.from_ical(calendar_file(home).read_bytes()).events
    return str(event["SUMMARY"])


async def at_closing(tonight: Night, *keys: str) -> None:
    await tonight.at("closing")
    await tonight.press(*keys)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_behind_more_stands_a_key_that_writes_the_plan_and_says_where(
    tmp_path: Path, size: tuple[int, int], hand: str
) -> None:
    async with night(tmp_path, FULL, size=size) as tonight:
        await at_closing(tonight)
        assert OFFER not in words(tonight)
        await tonight.press("m")
        if hand == "keyboard":
            await tonight.press("c")
        elif size[0] > 40:  # where the footer has no room for it, the key is the way
            await click(tonight, "c calendar")
        else:
            return
        assert FILE in words(tonight)
        assert named(tmp_path) == "winddown"


async def test_what_more_unfolds_is_in_sight_in_the_smallest_window(tmp_path: Path) -> None:
    async with night(tmp_path, FULL, size=(40, 12)) as tonight:
        await at_closing(tonight, "m")
        assert "Leave tonight out" in tonight.text()
        assert "c writes the plan as a calendar" in tonight.text()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_key_is_offered_once_it_is_unfolded_and_three_keys_stay_three(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with night(tmp_path, FULL, size=size) as tonight:
        await at_closing(tonight)
        assert "c calendar" not in tonight.text()
        await tonight.press("m")
        assert "enter good night" in words(tonight)
        assert "tab write" in words(tonight)
        assert "c calendar" in tonight.text()
        await scroll_to_end(tonight)
        assert f"c {OFFER}. In it, the plan is called “winddown”." in words(tonight)


async def test_the_key_works_for_those_who_know_it_without_more(tmp_path: Path) -> None:
    async with night(tmp_path, FULL) as tonight:
        await at_closing(tonight, "c")
        assert FILE in words(tonight)
        assert calendar_file(tmp_path).exists()


async def test_whoever_goes_on_at_once_has_the_file_all_the_same(tmp_path: Path) -> None:
    async with night(tmp_path, FULL) as tonight:
        await at_closing(tonight)
        closing = tonight.app.screen
        assert isinstance(closing, Closing)
        await tonight.press("enter")
        await tonight.at("GoodNight")
        while closing.is_attached:
            await tonight.pilot.pause(0.02)
        tonight.app.post_message(Closing.CalendarWanted(closing, closing.evening))
        await tonight.pilot.pause()
        assert calendar_file(tmp_path).exists()


async def test_until_the_key_is_pressed_there_is_no_calendar(tmp_path: Path) -> None:
    async with night(tmp_path, FULL) as tonight:
        await at_closing(tonight, "m", "enter")
        await tonight.at("GoodNight")
    assert not calendar_file(tmp_path).parent.exists()


async def test_pressed_again_the_same_file_is_written_anew(tmp_path: Path) -> None:
    async with night(tmp_path, FULL) as tonight:
        await at_closing(tonight, "c")
        before = calendar_file(tmp_path).read_bytes()
        await tonight.pass_time(60)
        await tonight.press("c")
        assert FILE in words(tonight)
    (old,) = Calendar.from_ical(before).events
    (new,) = Calendar.from_ical(calendar_file(tmp_path).read_bytes()).events
    assert (new["UID"], new["SEQUENCE"]) == (old["UID"], old["SEQUENCE"] + 60)
    assert len(list(calendar_file(tmp_path).parent.iterdir())) == 1


async def test_the_letter_is_a_letter_while_a_line_is_written(tmp_path: Path) -> None:
    async with night(tmp_path, FULL) as tonight:
        await at_closing(tonight, "m", "shift+tab")
        await tonight.write("calm")
        assert (await tonight.kept())["note"] == "calm"
    assert not calendar_file(tmp_path).exists()


@pytest.mark.parametrize(
    "left",
    [
        standing("closing"),
        replace(FULL, tonight="not-okay", route="support"),
        replace(FULL, outreach=replace(HEART, followup=outcome("let-go", FRIDAY))),
        replace(FULL, outreach=replace(HEART, on=FRIDAY - DAY)),
    ],
    ids=["no plan", "a hard night", "let go", "past"],
)
async def test_where_no_plan_is_ahead_or_the_night_is_hard_there_is_no_such_key(
    tmp_path: Path, left: Evening
) -> None:
    async with night(tmp_path, left, size=(80, 60)) as tonight:
        await at_closing(tonight, "m", "c")
        assert "m more" in tonight.text()
        assert "calendar" not in tonight.text()
    assert not calendar_file(tmp_path).parent.exists()


async def test_the_title_is_ones_own_where_one_was_chosen_and_is_said_before(
    tmp_path: Path,
) -> None:
    title = f"{STRANGE[:10]} {{plan}}"
    async with night(tmp_path, FULL, config=f"[calendar]\ntitle = {quoted(title)}\n") as tonight:
        await at_closing(tonight, "m")
        await scroll_to_end(tonight)
        assert shows(tonight, f"{STRANGE[:10]} {HEART.text}")
        await tonight.press("c")
        assert named(tmp_path) == f"{STRANGE[:10]} {HEART.text}"


async def test_a_title_chosen_in_the_settings_counts_at_once(tmp_path: Path) -> None:
    async with night(tmp_path, FULL) as tonight:
        await at_closing(tonight, "comma", *["down"] * 7, "enter")
        line = tonight.app.screen.query_one("#title")
        line.focus()
        await tonight.press("end", *["backspace"] * len("winddown"))
        await tonight.write("tea")
        await tonight.press("enter", "escape", "escape")
        await at_closing(tonight, "c")
        assert named(tmp_path) == "tea"


async def test_a_disk_that_does_not_allow_it_is_named_and_the_evening_goes_on(
    tmp_path: Path,
) -> None:
    (tmp_path / "data").mkdir()
    calendar_file(tmp_path).parent.write_text("a file in the folder's place")
    async with night(tmp_path, FULL) as tonight:
        tonight.app._disable_notifications = False  # as it is outside of tests
        await at_closing(tonight, "c")
        (said,) = (notification.message for notification in tonight.app._notifications)
        assert "could not be written" in str(said)
        await tonight.press("enter")
        await tonight.at("GoodNight")
