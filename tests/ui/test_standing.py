"""When tonight cannot be kept, or is not to be: it is said at once, and nothing gets lost."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from time import monotonic

import pytest

from tests.ui import standings
from tests.ui.breaths import BEFORE
from tests.ui.followups import asked, choosing, made
from tests.ui.hands import standing
from tests.ui.night import FRIDAY, Night, night
from winddown.data import evenings, lock
from winddown.data.locations import locations
from winddown.routine.evening import Evening, Plan

CONFIG = '[[people]]\nname = "Sam"\n'


def standing_files(home: Path) -> dict[Path, bytes]:
    """Read every file there is; folders count as well."""
    return {
        path.relative_to(home): path.read_bytes() if path.is_file() else b""
        for path in home.rglob("*")
    }


async def whole_evening(tonight: Night) -> None:
    """Answer a little in each step, add something, change a look, and say good night."""
    await tonight.press("down", "tab", "6", "enter")
    await tonight.at("breathing")
    await tonight.press("enter")
    await tonight.pass_time(30)
    await tonight.press("enter", "enter", "7", "enter")
    await tonight.at("comforts")
    await tonight.press("space", "m", "tab", "s", "o", "u", "p", "enter", "enter")
    await tonight.at("reflection")
    await tonight.press("down", "enter")
    await tonight.at("outreach")
    await tonight.press("space", "enter")
    await tonight.at("closing")
    await tonight.press("tab")
    await tonight.write("rain")
    await tonight.press("enter")
    await tonight.at("GoodNight")


# A private evening


async def test_a_private_evening_writes_nothing_at_all(tmp_path: Path) -> None:
    home = tmp_path / "home"
    async with night(home, private=True) as tonight:
        await tonight.press("c", "down", "enter")
        await tonight.at("arrive")
        await whole_evening(tonight)
        assert "Nothing of tonight was kept." in tonight.text()
        await tonight.press("enter")
    assert not home.exists()


async def test_a_private_evening_leaves_what_stood_before_to_the_byte(tmp_path: Path) -> None:
    left = standing("closing", note="fog")
    async with night(tmp_path, BEFORE, left, config=CONFIG) as tonight:
        await tonight.press("ctrl+q")
    before = standing_files(tmp_path)
    async with night(tmp_path, private=True) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await tonight.write("rain")
        await tonight.press("enter")
        await tonight.at("GoodNight")
        await tonight.press("enter")
    assert standing_files(tmp_path) == before


@pytest.mark.parametrize(
    "step", ["arrive", "breathing", "comforts", "reflection", "outreach", "closing"]
)
async def test_the_frame_says_so_at_every_step(tmp_path: Path, step: str) -> None:
    async with night(tmp_path, BEFORE, standing(step), private=True) as tonight:
        await tonight.at(step)
        assert "private: not kept" in tonight.text()


async def test_an_evening_that_is_kept_says_nothing_of_the_kind(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as tonight:
        await tonight.at("arrive")
        assert "not kept" not in tonight.text()


async def test_looking_back_privately_changes_nothing_and_says_so(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as tonight:
        await tonight.press("ctrl+q")
    before = standing_files(tmp_path)
    async with night(tmp_path, private=True) as tonight:
        await tonight.at("arrive")
        await tonight.press("r")
        await tonight.pilot.pause(0.3)
        tonight.app._disable_notifications = False
        await tonight.press("x")
        (said,) = (notification.message for notification in tonight.app._notifications)
        assert said.startswith("This is a private evening")
        await tonight.press("o")
    assert standing_files(tmp_path) == before


async def test_a_private_evening_offers_nothing_that_would_have_to_be_written(
    tmp_path: Path,
) -> None:
    plan = Plan(text="text Sam", on=FRIDAY + timedelta(days=1))
    for private in (False, True):
        async with night(tmp_path, standing("closing", outreach=plan), private=private) as tonight:
            await tonight.at("closing")
            await tonight.press("m")
            assert ("calendar" not in tonight.text()) is private
            await tonight.press("comma")
            await tonight.at("SettingsIndex")
            assert ("nothing here is written" in tonight.text()) is private
            assert ("kept at once" not in tonight.text()) is private


async def test_an_answer_about_an_earlier_plan_is_let_go_of_without_a_word(tmp_path: Path) -> None:
    async with night(tmp_path, made(expected=5)) as tonight:
        await tonight.press("ctrl+q")
    before = standing_files(tmp_path)
    async with night(tmp_path, private=True) as tonight:
        await asked(tonight)
        await tonight.press(*choosing("did-it"), "tab", "8", "ctrl+q")
        assert tonight.app.return_code == 0
    assert standing_files(tmp_path) == before


async def test_what_is_added_privately_is_not_asked_about(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE, standing("comforts"), private=True) as tonight:
        await tonight.at("comforts")
        await tonight.press("m", "tab", "s", "o", "u", "p", "enter")
        assert "soup" in tonight.text()
        assert "Keep it" not in tonight.text()
        assert "other evenings" not in tonight.text()


# A home that cannot be written


async def test_a_home_that_cannot_be_written_says_so_at_once(tmp_path: Path) -> None:
    standings.unwritable(tmp_path)
    async with night(tmp_path) as tonight:
        await tonight.at("Standing")
        assert "is no folder, where one should be; move it away." in tonight.text().replace(
            "\n", " "
        )
        await tonight.press("q")
        assert tonight.app.return_code == 0


async def test_without_a_place_to_write_the_evening_goes_on_privately(tmp_path: Path) -> None:
    standings.unwritable(tmp_path)
    before = standing_files(tmp_path)
    async with night(tmp_path) as tonight:
        await tonight.at("Standing")
        await tonight.press("enter")
        await tonight.at("arrive")
        assert "not kept tonight" in tonight.text()
        await whole_evening(tonight)
        assert "Nothing of tonight was kept." in tonight.text()
        await tonight.press("enter")
        assert tonight.app.return_code == 0
    assert standing_files(tmp_path) == before


async def test_a_file_of_tonight_that_is_not_understood_is_said_before_the_first_answer(
    tmp_path: Path,
) -> None:
    path = locations({"WINDDOWN_HOME": str(tmp_path)}).evening(FRIDAY)
    path.parent.mkdir(parents=True)
    path.write_text("evening = [", encoding="utf-8")
    async with night(tmp_path) as tonight:
        await tonight.at("Standing")
        assert "line 1" in tonight.text()
        await tonight.press("enter")
        await tonight.at("arrive")
        assert "not kept tonight" in tonight.text()
        await tonight.press("down", "e")
        await tonight.at("GoodNight")
        assert "Nothing of tonight was kept." in tonight.text()
    assert path.read_text(encoding="utf-8") == "evening = ["


async def test_tonight_by_a_newer_winddown_is_said_before_the_first_answer_and_can_be_read(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE, standing("closing", note="fog")) as tonight:
        await tonight.press("ctrl+q")
    path = locations({"WINDDOWN_HOME": str(tmp_path)}).evening(FRIDAY)
    newer = path.read_text(encoding="utf-8").replace("schema = 1", "schema = 99")
    path.write_text(newer, encoding="utf-8")
    async with night(tmp_path) as tonight:
        await tonight.at("Standing")
        assert "was made by a newer winddown" in words(tonight)
        await tonight.press("enter")
        await tonight.at("closing")
        assert "not kept tonight" in tonight.text()
        assert "fog" in tonight.text()
        await tonight.press("ctrl+q")
        assert tonight.app.return_code == 0
    assert path.read_text(encoding="utf-8") == newer


async def test_good_night_after_a_private_part_says_that_the_rest_still_stands(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE, standing("closing", note="fog"), private=True) as tonight:
        await tonight.at("closing")
        await tonight.press("enter")
        await tonight.at("GoodNight")
        assert "What tonight's file held before is still there." in words(tonight)


# Something that cannot be written while the evening runs


async def written_in_vain(tonight: Night, line: str) -> None:
    """Write the line of an evening whose file can be written no more."""
    await tonight.at("closing")
    standings.in_the_way(tonight.home)
    await tonight.press("tab")
    await tonight.write(line)


async def test_leaving_with_something_unkept_asks_first_and_shows_it(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await written_in_vain(tonight, "rain on the window")
        assert "rain on the window" in tonight.text()
        await tonight.press("ctrl+q")
        await tonight.at("Standing")
        assert "rain on the window" in tonight.text()
        assert tonight.app.return_code is None


async def test_trying_again_keeps_it_once_that_is_possible(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await written_in_vain(tonight, "rain")
        await tonight.press("ctrl+c")
        await tonight.at("Standing")
        await tonight.press("enter")
        await tonight.at("Standing")
        standings.out_of_the_way(tmp_path)
        await tonight.press("enter")
        assert tonight.app.return_code == 130
    assert kept(tmp_path).note == "rain"


async def test_what_asks_about_it_goes_by_itself_once_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("winddown.data.keeper.AGAIN", 0.2)
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await written_in_vain(tonight, "rain")
        await tonight.press("ctrl+q")
        await tonight.at("Standing")
        standings.out_of_the_way(tmp_path)
        await tonight.pilot.pause(0.8)
        assert tonight.app.return_code == 0
    assert kept(tmp_path).note == "rain"


async def test_everything_that_is_not_kept_is_shown_before_leaving(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as tonight:
        await tonight.at("arrive")
        standings.in_the_way(tmp_path)
        await tonight.press("down", "tab", "7", "ctrl+q")
        await tonight.at("Standing")
        assert "How settled you felt as the evening began: 7." in words(tonight)


async def test_good_night_never_says_to_close_the_lid_on_what_is_not_kept(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE, standing("closing", note="fog")) as tonight:
        await tonight.at("closing")
        standings.in_the_way(tmp_path)
        await tonight.press("enter")
        await tonight.at("GoodNight")
        assert "close the lid" not in tonight.text()
        assert "Not everything is kept yet." in words(tonight)


async def test_leaving_without_it_is_the_persons_choice_and_ends_with_1(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await written_in_vain(tonight, "rain")
        await tonight.press("ctrl+q")
        await tonight.at("Standing")
        await tonight.press("q")
        assert tonight.app.return_code == 1
        assert tonight.app.unkept is not None
        assert "rain" not in str(tonight.app.unkept)
        (aside,) = tonight.app.aside
    assert aside.endswith(f"/backups/{FRIDAY}-other-version-1.toml")
    assert 'note = "rain"' in (tmp_path / aside.removeprefix("~/")).read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
async def test_leaving_asked_for_twice_is_meant(tmp_path: Path, key: str) -> None:
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await written_in_vain(tonight, "rain")
        await tonight.press("ctrl+q")
        await tonight.at("Standing")
        await tonight.press(key)
        assert tonight.app.return_code == 1
        assert tonight.app.aside


@pytest.mark.parametrize("key", ["escape", "backspace"])
async def test_who_will_not_leave_without_it_goes_back_and_can_go_on(
    tmp_path: Path, key: str
) -> None:
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await written_in_vain(tonight, "rain")
        await tonight.press("ctrl+q")
        await tonight.at("Standing")
        await tonight.press(key)
        await tonight.at("closing")
        assert "rain" in tonight.text()
        await tonight.write(" and wind")
        standings.out_of_the_way(tmp_path)
        await tonight.press("enter")
        await tonight.at("GoodNight")
        await tonight.press("enter")
        assert tonight.app.return_code == 0
    assert kept(tmp_path).note == "rain and wind"


async def test_who_leaves_waits_no_more_than_a_moment_for_another_program_that_writes(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await tonight.at("closing")
        with lock.locked(locations({"WINDDOWN_HOME": str(tmp_path)})):
            await tonight.press("tab")
            await tonight.write("rain")
            began = monotonic()
            await tonight.press("ctrl+q")
            await tonight.at("Standing")
            assert monotonic() - began < lock.PATIENCE / 2
        await tonight.press("enter")
        assert tonight.app.return_code == 0
    assert kept(tmp_path).note == "rain"


async def test_good_night_with_something_unkept_does_not_end_the_program(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE, standing("closing", note="fog")) as tonight:
        await tonight.at("closing")
        standings.in_the_way(tmp_path)
        await tonight.press("enter")
        await tonight.at("GoodNight")
        await tonight.press("enter")
        await tonight.at("Standing")
        standings.out_of_the_way(tmp_path)
        await tonight.press("enter")
        assert tonight.app.return_code == 0
    assert kept(tmp_path).ended is not None


async def test_what_could_not_be_written_is_kept_by_itself_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("winddown.data.keeper.AGAIN", 0.1)
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await written_in_vain(tonight, "rain")
        standings.out_of_the_way(tmp_path)
        await tonight.pilot.pause(0.5)
        assert kept(tmp_path).note == "rain"


# Two windows


async def test_a_second_window_reads_what_the_first_one_has(tmp_path: Path) -> None:
    left = standing("closing", note="fog")
    before = standings.open_elsewhere
    async with night(tmp_path, BEFORE, left, prepare=lambda _: before(tmp_path)) as tonight:
        await tonight.at("Standing")
        assert "Tonight is open in another window" in tonight.text()
        assert "fog" in tonight.text()
        files = standing_files(tmp_path)
        await tonight.press("down", "space", "tab", "5", "q")
        assert tonight.app.return_code == 0
    assert standing_files(tmp_path) == files
    standings.closed_elsewhere(tmp_path)


async def test_it_opens_once_the_first_window_is_closed_with_what_was_written_there(
    tmp_path: Path,
) -> None:
    left = standing("closing", note="fog")
    before = standings.open_elsewhere
    async with night(tmp_path, BEFORE, left, prepare=lambda _: before(tmp_path)) as tonight:
        await tonight.at("Standing")
        await tonight.press("enter")
        await tonight.at("Standing")
        assert "It is still open there" in tonight.text()
        where = locations({"WINDDOWN_HOME": str(tmp_path)})
        evenings.save(where, left, standing("closing", note="rain"))
        standings.closed_elsewhere(tmp_path)
        await tonight.press("enter")
        await tonight.at("closing")
        assert "rain" in tonight.text()
        await tonight.press("tab", "end")
        await tonight.write(" and wind")
        await tonight.press("ctrl+q")
    assert kept(tmp_path).note == "rain and wind"


async def test_another_evening_is_not_held_by_it(tmp_path: Path) -> None:
    standings.open_elsewhere(tmp_path)
    async with night(tmp_path, BEFORE, day=date(2026, 11, 3)) as tonight:
        await tonight.at("arrive")
    standings.closed_elsewhere(tmp_path)


async def test_leaving_lets_go_of_the_evening_and_leaves_no_lock_of_it(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as tonight:
        await tonight.at("arrive")
        await tonight.press("down")
        await tonight.kept()
        held = locations({"WINDDOWN_HOME": str(tmp_path)}).state / f"{FRIDAY}.lock"
        assert held.exists()
        await tonight.press("ctrl+q")
        assert not held.exists()


def words(tonight: Night) -> str:
    """The words on the screen, however they are wrapped."""
    return " ".join(tonight.text().split())


def kept(home: Path) -> Evening:
    """Read tonight from its file."""
    evening = evenings.load(locations({"WINDDOWN_HOME": str(home)}), FRIDAY)
    assert evening is not None
    return evening
