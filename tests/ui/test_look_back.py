"""Looking back: what was is read again, found again, put right and taken away, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest

from tests.ui.hands import STRANGE, click, earlier
from tests.ui.looking_back import all_read
from tests.ui.night import FRIDAY, Night, night
from tests.unit.data.homes import contents
from tests.years import evenings, write
from winddown.data.archive import ArchiveInFiles
from winddown.data.locations import Locations, locations
from winddown.routine.evening import ChosenComfort, Evening, Followup, Plan, Reflection, Round
from winddown.routine.text import visible

DAY = timedelta(days=1)
THURSDAY, WEDNESDAY = FRIDAY - DAY, FRIDAY - 2 * DAY
HELD = Plan(
    who="Sam",
    act="thinking-of-you",
    text="text Sam that I am thinking of them",
    size="small",
    on=FRIDAY - 4 * DAY,
    expected=4,
    words="Saw this and thought of you.",
    followup=Followup(outcome="did-it", answered=FRIDAY - 3 * DAY, felt=8, note="We laughed."),
)
YESTERDAY = earlier(
    1,
    tonight="tired",
    note="Rain on the window.",
    breathing=(Round(kind="pattern", id="gentle", seconds=301, cycles=43),),
    comforts=(ChosenComfort(id="blanket", text="Pull a favourite blanket close"),),
)
BEFORE_THAT = earlier(
    2,
    tonight="light",
    note="Ana laughed so hard she dropped the phone.",
    reflections=(Reflection(text="Scrolling", reading="away", from_what="ringing my sister"),),
    in_touch=("Ana",),
)
WITH_PLAN = earlier(5, tonight="steady", outreach=HELD)
PAST = (YESTERDAY, BEFORE_THAT, WITH_PLAN)


def home_of(tonight: Night) -> Locations:
    """The folders of the one whose evening it is."""
    return locations({"WINDDOWN_HOME": str(tonight.home)})


async def test_it_opens_on_the_newest_evening_with_its_page_beside_the_list(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        shown = tonight.text()
        assert "November 2026" in shown
        assert "Thu 19  Rain on the window." in shown
        assert "Thursday 19 November" in shown
        assert "blanket" in shown


async def test_the_arrows_turn_the_pages(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("down")
        assert "Wednesday 18 November" in tonight.text()
        await tonight.press("j")
        assert "Sunday 15 November" in tonight.text()
        await tonight.press("k", "up", "up")
        assert "Thursday 19 November" in tonight.text()


async def test_an_evening_without_a_line_says_quietly_how_it_was(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        assert "Sun 15  a steady evening" in tonight.text()


async def test_what_else_was_written_stays_folded_until_it_is_opened(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("down")
        assert "ringing my sister" not in tonight.text()
        await tonight.press("m")
        assert "ringing my sister" in tonight.text()
        await tonight.press("m")
        assert "ringing my sister" not in tonight.text()
        await tonight.press("m", "escape", "down", "up")
        assert "ringing my sister" not in tonight.text()


async def test_what_was_guessed_stands_beside_what_came(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review", size=(60, 24)) as tonight:
        await all_read(tonight)
        await tonight.press("end", "enter")
        page = " ".join(tonight.text().split())
        assert "text Sam that I am thinking of them" in page
        assert "You guessed it would feel like 4; it felt like 8." in page


async def test_a_search_finds_words_wherever_they_were_written(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("slash")
        await tonight.write("laughed")
        shown = tonight.text()
        assert "Wed 18" in shown
        assert "Sun 15" in shown, "found by the note on how it went"
        assert "Thu 19" not in shown
        await tonight.press("enter", "down")
        assert "Sunday 15 November" in tonight.text()
        await tonight.press("escape")
        assert "Thu 19" in tonight.text()


async def test_a_search_that_finds_nothing_says_so_and_is_let_go_of_by_esc(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("slash")
        await tonight.write("giraffe")
        assert "No evening here fits that" in tonight.text()
        await tonight.press("escape")
        assert "Thu 19  Rain on the window." in tonight.text()


async def test_evenings_with_someone_are_shown_and_then_all_of_them_again(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("f")
        await tonight.at("FilterScreen")
        await tonight.press("space", "enter")
        await tonight.at("LookBack")
        shown = tonight.text()
        assert "Showing: Ana." in shown
        assert "Wed 18" in shown
        assert "Thu 19" not in shown
        await tonight.press("escape")
        assert "Thu 19" in tonight.text()
        assert "Showing" not in tonight.text()


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("Pull a favourite blanket close", "Thu 19"),
        ("at arm's length", "Wed 18"),
        ("you did it", "Sun 15"),
    ],
)
async def test_evenings_are_narrowed_down_by_what_they_hold(
    tmp_path: Path, label: str, day: str
) -> None:
    async with night(tmp_path, *PAST, errand="review", size=(80, 50)) as tonight:
        await all_read(tonight)
        await tonight.press("f")
        await tonight.at("FilterScreen")
        await click(tonight, label)
        await tonight.press("enter")
        await tonight.at("LookBack")
        assert f"Showing: {label}." in tonight.text()
        listed = {each for each in ("Thu 19", "Wed 18", "Sun 15") if each in tonight.text()}
        assert listed == {day}


async def test_what_is_kept_out_is_found_and_let_in_again(tmp_path: Path) -> None:
    out = earlier(3, keep_out=True, note="Fog.", tonight="tired")
    async with night(tmp_path, *PAST, out, errand="review") as tonight:
        await all_read(tonight)
        assert "Fog." not in tonight.text()
        await tonight.press("f")
        await tonight.at("FilterScreen")
        await tonight.press("shift+tab", "space", "enter")
        await tonight.at("LookBack")
        assert "Fog." in tonight.text()
        assert "Rain on the window." not in tonight.text()
        await tonight.press("o", "escape")
        assert "Fog." in tonight.text()
        assert "keep_out" not in await tonight.kept(out.evening)


async def test_an_evening_kept_out_leaves_the_list_and_comes_back(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("o")
        assert "Thu 19" not in tonight.text()
        assert (await tonight.kept(THURSDAY))["keep_out"] is True
        await tonight.press("u")
        assert "Thu 19" in tonight.text()
        assert "keep_out" not in await tonight.kept(THURSDAY)


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_an_evening_taken_away_comes_back_to_the_byte(tmp_path: Path, key: str) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        path = home_of(tonight).evening(THURSDAY)
        before = path.read_bytes()
        await tonight.press(key)
        assert not path.exists()
        assert "Thu 19" not in tonight.text()
        assert before in contents(home_of(tonight)).values(), "its copy is among the backups"
        await tonight.press("u")
        assert path.read_bytes() == before
        assert "Thu 19" in tonight.text()


async def test_every_change_is_taken_back_one_after_another(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        before = contents(home_of(tonight))
        await tonight.press("x", "o", "n")
        await tonight.write("Frost.")
        await tonight.press("enter")
        assert contents(home_of(tonight)) != before
        await tonight.press("u", "u", "u")
        await tonight.press("escape")
        left = contents(home_of(tonight))
        assert {name: left[name] for name in before} == before


async def test_the_month_shows_a_day_and_its_page(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("tab")
        shown = tonight.text()
        assert "November 2026" in shown
        assert "Thursday 19 November" in shown
        await tonight.press("left")
        assert "Wednesday 18 November" in tonight.text()
        await tonight.press("left")
        assert "Wednesday 18 November" not in tonight.text(), "the day before has no evening"
        await tonight.press("right", "shift+tab")
        assert "Wednesday 18 November" in tonight.text()


async def test_in_a_narrow_window_enter_opens_the_page_and_esc_goes_back(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review", size=(60, 20)) as tonight:
        await all_read(tonight)
        assert "Thursday 19 November" not in tonight.text()
        await tonight.press("enter")
        assert "Thursday 19 November" in tonight.text()
        assert "Wed 18" not in tonight.text()
        await tonight.press("escape")
        assert "Wed 18" in tonight.text()


async def test_a_click_opens_an_evening_and_a_view(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await click(tonight, "Wed 18")
        assert "Wednesday 18 November" in tonight.text()
        await click(tonight, "over time")
        assert "Wednesday 18 November" not in tonight.text()


async def test_a_file_that_is_not_understood_is_named_and_the_others_stand(tmp_path: Path) -> None:
    where = locations({"WINDDOWN_HOME": str(tmp_path)})
    broken = where.evening(FRIDAY - 3 * DAY)
    broken.parent.mkdir(parents=True)
    broken.write_text("note = [")
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        assert "Thu 19" in tonight.text()
        said = [each.message for each in tonight.app._notifications]
        assert any("2026-11-17.toml" in each for each in said)
    assert broken.read_text() == "note = ["


async def test_without_any_evening_it_says_so(tmp_path: Path) -> None:
    async with night(tmp_path, errand="review") as tonight:
        await tonight.at("LookBack")
        assert "Nothing here yet" in tonight.text()
        await tonight.press("down", "enter", "m", "n", "o", "x", "u", "tab", "tab", "tab", "f")
    assert not contents(locations({"WINDDOWN_HOME": str(tmp_path)}))


async def test_it_opens_on_the_day_that_was_asked_for(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review", day=WEDNESDAY) as tonight:
        await all_read(tonight)
        assert "Wednesday 18 November" in tonight.text()


async def test_what_a_person_wrote_is_shown_as_text(tmp_path: Path) -> None:
    strange = earlier(1, note=STRANGE, tonight="light")
    async with night(tmp_path, strange, errand="review", size=(140, 30)) as tonight:
        await all_read(tonight)
        assert visible(STRANGE)[:30] in tonight.text()
        assert "\x1b" not in tonight.text()


# From within the evening


async def test_r_on_arriving_looks_back_and_comes_back_to_the_answers(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST) as tonight:
        await tonight.at("arrive")
        await tonight.press("down", "down", "r")
        await all_read(tonight)
        await tonight.press("down", "escape")
        await tonight.at("arrive")
        await tonight.press("enter")
        assert (await tonight.kept())["tonight"] == "steady"


async def test_tonight_is_read_and_not_changed_while_it_is_under_way(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST) as tonight:
        await tonight.at("arrive")
        await tonight.press("down", "down", "r")
        await all_read(tonight)
        assert "Fri 20  a steady evening" in tonight.text()
        before = await tonight.kept()
        await tonight.press("o", "x", "n")
        assert await tonight.kept() == before
        assert "Tonight is still under way" in tonight.text()


async def test_the_card_and_the_palette_look_back_as_well(tmp_path: Path) -> None:
    done = earlier(0, tonight="light", note="Frost.")
    async with night(tmp_path, done, YESTERDAY) as tonight:
        await tonight.at("Card")
        await tonight.press("r")
        await all_read(tonight)
        await tonight.press("escape")
        await tonight.at("Card")
        await tonight.press("ctrl+p")
        await tonight.write("look back")
        await tonight.press("enter")
        await all_read(tonight)


def due(**answers: object) -> Evening:
    """An evening whose plan is asked about tonight."""
    plan = Plan(text="wave to the neighbour", on=THURSDAY, expected=3)
    return earlier(3, tonight="steady", outreach=plan, **answers)


async def test_an_open_plan_that_was_taken_away_is_not_asked_about(tmp_path: Path) -> None:
    async with night(tmp_path, due(), YESTERDAY) as tonight:
        await tonight.at("arrive")
        await tonight.press("enter")
        await tonight.at("followup")
        await tonight.press("ctrl+p")
        await tonight.write("look back")
        await tonight.press("enter")
        await all_read(tonight)
        await tonight.press("down", "x", "escape")
        await tonight.at("arrive")
        await tonight.press("enter")
        await tonight.at("breathing")
        assert await tonight.kept(FRIDAY - 3 * DAY) == {}


async def test_a_line_written_anew_stays_when_the_plan_is_answered_after_it(tmp_path: Path) -> None:
    async with night(tmp_path, due(note="Fog."), YESTERDAY) as tonight:
        await tonight.at("arrive")
        await tonight.press("enter")
        await tonight.at("followup")
        await tonight.press("ctrl+p")
        await tonight.write("look back")
        await tonight.press("enter")
        await all_read(tonight)
        await tonight.press("down", "n")
        await tonight.write(" Thick.")
        await tonight.press("enter", "escape", "escape")
        await tonight.at("followup")
        await tonight.press("down", "enter")
        kept = await tonight.kept(FRIDAY - 3 * DAY)
        assert kept["note"] == "Fog. Thick."
        assert kept["outreach"]["followup"]["outcome"] == "did-it"


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (120, 40)])
async def test_nothing_runs_over_the_edge_at_any_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with night(tmp_path, *PAST, errand="review", size=size) as tonight:
        await all_read(tonight)
        for keys in [(), ("enter", "m"), ("escape", "tab"), ("tab",)]:
            await tonight.press(*keys)
            assert all(len(line) <= size[0] for line in tonight.text().split("\n"))
            assert "esc back" in tonight.text()


async def test_older_evenings_come_in_while_it_is_read(tmp_path: Path) -> None:
    many = [earlier(days, note=f"Line {days}.", tonight="light") for days in range(1, 200)]
    async with night(tmp_path, *many, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("end")
        assert "Line 199." in tonight.text()
        assert date(2026, 11, 20) - 199 * DAY == date(2026, 5, 5)
        assert "Tue  5" in tonight.text()


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Lets evenings beyond the fiftieth be read once it is set."""
    set_free, reading = Event(), ArchiveInFiles.evenings

    def waiting(self: ArchiveInFiles) -> Iterator[Evening]:
        for number, evening in enumerate(reading(self)):
            if number == 50:
                set_free.wait(20)
            yield evening

    monkeypatch.setattr(ArchiveInFiles, "evenings", waiting)
    return set_free


async def test_a_search_says_that_older_evenings_follow_and_shows_them_when_they_come(
    tmp_path: Path, go_on: Event
) -> None:
    many = [earlier(days, note=f"Line {days}.", tonight="light") for days in range(1, 60)]
    async with night(tmp_path, *many, errand="review") as tonight:
        await tonight.at("LookBack")
        await tonight.press("slash", *"Line 59")
        assert "Nothing fits that so far. Older evenings follow" in " ".join(tonight.text().split())
        go_on.set()
        await all_read(tonight)
        assert "so far" not in tonight.text()
        assert "Tuesday 22 September 2026" in tonight.text()
        await tonight.press(*"999")
        assert "No evening here fits that" in " ".join(tonight.text().split())


async def test_over_time_says_so_while_older_evenings_are_on_their_way(
    tmp_path: Path, go_on: Event
) -> None:
    many = [earlier(days, note=f"Line {days}.", tonight="light") for days in range(1, 60)]
    async with night(tmp_path, *many, errand="review") as tonight:
        await tonight.at("LookBack")
        await tonight.press("3")
        assert "older evenings follow" in tonight.text()
        go_on.set()
        await all_read(tonight)
        assert "follow …" not in tonight.text()


async def test_a_line_says_so_while_older_evenings_are_on_their_way(
    tmp_path: Path, go_on: Event
) -> None:
    many = [earlier(days, note=f"Line {days}.", tonight="light") for days in range(1, 60)]
    async with night(tmp_path, *many, errand="review") as tonight:
        await tonight.at("LookBack")
        await tonight.press("end")
        assert "Line 40." in tonight.text()
        assert "older evenings follow" in tonight.text()
        go_on.set()
        await all_read(tonight)
        assert "follow …" not in tonight.text()
        await tonight.press("end")
        assert "Line 59." in tonight.text()


async def test_a_day_long_ago_is_opened_once_it_is_read(tmp_path: Path) -> None:
    many = [earlier(days, note=f"Line {days}.", tonight="light") for days in range(1, 120)]
    asked = FRIDAY - 100 * DAY
    async with night(tmp_path, *many, errand="review", day=asked) as tonight:
        await all_read(tonight)
        assert "Line 100." in tonight.text()
        assert "12 August" in tonight.text()


@pytest.mark.parametrize("where", ["arrive", "LookBack"])
async def test_one_may_leave_while_older_evenings_come_in(tmp_path: Path, where: str) -> None:
    home = locations({"WINDDOWN_HOME": str(tmp_path)})
    write(home, evenings(1_500, FRIDAY))
    errand = "review" if where == "LookBack" else "evening"
    async with night(tmp_path, errand=errand) as tonight:
        await tonight.at(where)
        for wait in (0.0, 0.01, 0.02, 0.05, 0.1) if where == "arrive" else (0.05,):
            if where == "arrive":
                await tonight.press("r")
                await tonight.at("LookBack")
            await tonight.press("3", "end")
            await tonight.pilot.pause(wait)
            await tonight.press("escape")
        if where == "arrive":
            await tonight.pilot.pause(1.0)
            await tonight.at("arrive")
            await tonight.press("down", "enter")
            assert (await tonight.kept())["tonight"] == "light"


async def test_a_page_longer_than_the_window_says_how_it_is_read_on(tmp_path: Path) -> None:
    long = earlier(1, tonight="tired", note="Rain. " * 400)
    async with night(tmp_path, long, BEFORE_THAT, errand="review", size=(60, 20)) as tonight:
        await all_read(tonight)
        await tonight.press("enter")
        assert "↑↓ read on" in tonight.text()
        await tonight.press("escape", "down", "enter")
        assert "↑↓ read on" not in tonight.text()
