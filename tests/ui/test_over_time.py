"""The view over time: what evenings add up to, in words beside every mark, and nothing judged."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.breaths import BEFORE
from tests.ui.hands import STRANGE
from tests.ui.looking_back import added_up, all_read
from tests.ui.night import Clock, Night, night
from tests.unit.routine.evenings import DAY, TODAY
from tests.unit.routine.sums import MUCH, NOTHING
from tests.years import believable_year
from winddown.routine.adding_up import over_time
from winddown.routine.evening import Evening
from winddown.routine.over_time import Contact, OverTime
from winddown.routine.text import visible
from winddown.screens.over_time import NAMES, PLANS, OverTimeView
from winddown.widgets.bars import Bars
from winddown.widgets.dots import Dots
from winddown.widgets.guess import BOTH, FELT, GUESSED

YEAR = tuple(believable_year(TODAY)[:60])
MARKS = re.compile(f"[\u2801-\u28ff━{GUESSED}{FELT}{BOTH}]")
"""What is drawn: braille, bars, and the marks of a guess."""

JUDGING = ("%", "percent", "streak", "score", "grade", "failed", "missed", "only")


def on_that_sunday(clock: Clock) -> None:
    """Let it be the evening that the sums of the tests end with."""
    clock.wall = clock.wall.replace(year=TODAY.year, month=TODAY.month, day=TODAY.day)


@asynccontextmanager
async def viewing(
    home: Path, *past: Evening, over: OverTime | None = None, size: tuple[int, int] = (80, 120)
) -> AsyncIterator[Night]:
    """Look at the view, of these evenings or of what they are said to add up to."""
    evenings = past or (BEFORE,)
    async with night(
        home, *evenings, errand="review", size=size, prepare=on_that_sunday
    ) as tonight:
        await all_read(tonight)
        await tonight.press("3")
        await added_up(tonight)
        if over is not None:
            view_of(tonight).show(over)
            await tonight.pilot.pause()
        yield tonight


def view_of(tonight: Night) -> OverTimeView:
    return tonight.app.screen.query_one(OverTimeView)


def one_line(tonight: Night) -> str:
    """All that is on the screen, as if no line of it were broken."""
    return " ".join(tonight.text().split())


def in_order(text: str, parts: Sequence[str]) -> bool:
    """Tell whether these stand in the text one after the other."""
    return re.search(".*?".join(map(re.escape, parts)), text, re.DOTALL) is not None


async def test_with_few_evenings_one_kind_sentence_is_all_there_is(tmp_path: Path) -> None:
    async with viewing(tmp_path) as tonight:
        assert "Too few evenings yet to say anything. That is fine." in tonight.text()
        assert not tonight.app.screen.query("OverTimeView .heading, Dots, Bars, Guess")


async def test_a_year_is_told_from_how_settled_to_plans(tmp_path: Path) -> None:
    async with viewing(tmp_path, over=MUCH) as tonight:
        titles = ["How settled", "Rest, or a way round", "In touch", "Comforts", "Plans"]
        assert in_order(tonight.text(), titles)


async def test_every_mark_has_its_middle_and_range_in_words(tmp_path: Path) -> None:
    async with viewing(tmp_path, over=MUCH) as tonight:
        assert "4.5 in the middle (2 to 7)" in tonight.text()
        assert re.search(r"after .* 6$", tonight.text(), re.MULTILINE)
        assert len(tonight.app.screen.query(Dots)) == 2


async def test_what_was_not_answered_is_not_drawn(tmp_path: Path) -> None:
    async with viewing(tmp_path, over=replace(NOTHING, evenings=20)) as tonight:
        assert not tonight.app.screen.query("OverTimeView .heading, Dots, Bars, Guess")


async def test_each_fortnight_says_how_many_answers_it_holds(tmp_path: Path) -> None:
    async with viewing(tmp_path, over=MUCH) as tonight:
        fortnights = ["the last fortnight, 8 answers", "the fortnight before, 5 answers"]
        assert in_order(tonight.text(), fortnights)
        bars = [line.split() for line in tonight.text().splitlines() if "━" in line]
        assert [(name, len(cells), count) for name, *_, cells, count in bars] == [
            ("rest", 2, "2"),
            ("a", 1, "1"),
            ("at", 5, "5"),
            ("rest", 3, "3"),
            ("at", 1, "1"),
            ("not", 1, "1"),
        ]


async def test_one_fortnight_alone_stands_alone(tmp_path: Path) -> None:
    async with viewing(tmp_path, over=replace(MUCH, fortnights=MUCH.fortnights[1:])) as tonight:
        assert "the fortnight before" not in tonight.text()
        assert len(tonight.app.screen.query(Bars)) == 1


async def test_weeks_and_who_was_in_touch_are_said_in_the_persons_words(tmp_path: Path) -> None:
    async with viewing(tmp_path, over=MUCH) as tonight:
        said = "Of the last twelve weeks, 7 had someone in them. 3 were quieter"
        assert said in one_line(tonight)
        assert in_order(tonight.text(), ["Sam, 3 days ago", "the neighbour, 2 weeks ago"])


async def test_seven_people_are_named_and_the_others_counted(tmp_path: Path) -> None:
    people = tuple(
        Contact(name=f"Person {number}", last=TODAY - number * DAY, evenings=1)
        for number in range(1, NAMES + 5)
    )
    async with viewing(tmp_path, over=replace(MUCH, contacts=people)) as tonight:
        assert f"Person {NAMES}, " in tonight.text()
        assert f"Person {NAMES + 1}, " not in tonight.text()
        assert "and 4 more" in tonight.text()


async def test_comforts_are_named_as_they_were_chosen(tmp_path: Path) -> None:
    async with viewing(tmp_path, over=MUCH) as tonight:
        assert "Chosen most in four weeks: “Tea” and “Green blanket”." in one_line(tonight)
        assert "Not for a while: “A bath”." in one_line(tonight)


async def test_a_guess_stands_beside_how_it_felt_as_marks_and_as_words(tmp_path: Path) -> None:
    async with viewing(tmp_path, over=MUCH) as tonight:
        line = next(line for line in tonight.text().splitlines() if "guessed 4" in line)
        drawn = line.strip()[:21]
        assert (drawn.index(GUESSED), drawn.index(FELT)) == (2 * 4, 2 * 8)
        assert "guessed 4, felt 8" in line
        assert in_order(one_line(tonight), ["“text Sam”. You did it.", "“ring Ana”. You let it go"])


async def test_a_guess_that_came_true_is_one_mark(tmp_path: Path) -> None:
    plans = (replace(MUCH.plans[0], expected=6, felt=6),)
    async with viewing(tmp_path, over=replace(MUCH, plans=plans)) as tonight:
        line = next(line for line in tonight.text().splitlines() if "guessed 6, felt 6" in line)
        assert line.index(BOTH) == line.index("─") + 2 * 6
        assert GUESSED not in line
        assert FELT not in line


async def test_the_newest_plans_are_told(tmp_path: Path) -> None:
    plans = tuple(replace(MUCH.plans[0], text=f"plan {number}") for number in range(PLANS + 3))
    async with viewing(tmp_path, over=replace(MUCH, plans=plans)) as tonight:
        assert re.findall(r"“plan (\d)”", tonight.text()) == [*map(str, range(PLANS))]


@pytest.mark.parametrize("over", [MUCH, None])
async def test_nothing_is_counted_against_anyone(tmp_path: Path, over: OverTime | None) -> None:
    async with viewing(tmp_path, *YEAR, over=over) as tonight:
        words = re.findall(r"[a-z]+|%", tonight.text().lower())
        assert not {*words} & {*JUDGING}


async def test_every_mark_bar_and_guess_is_of_one_colour(tmp_path: Path) -> None:
    async with viewing(tmp_path, over=MUCH) as tonight:
        drawn = [
            segment
            for widget in tonight.app.screen.query("Dots, Bars, Guess")
            for y in range(widget.size.height)
            for segment in widget.render_line(y)
            if MARKS.search(segment.text)
        ]
        inks = {segment.style.color for segment in drawn if segment.style}
        assert len(drawn) > len(MUCH.before.marks) + len(MUCH.after.marks)
        assert len(inks) == 1


async def test_the_evenings_themselves_add_up_to_what_is_shown(tmp_path: Path) -> None:
    over = over_time(YEAR, TODAY)
    before = over.before
    assert before.median is not None
    assert over.plans
    async with viewing(tmp_path, *YEAR) as tonight:
        shown = one_line(tonight)
        assert f"{before.median:g} in the middle ({before.low} to {before.high})" in shown
        assert in_order(shown, [each.name for each in over.contacts[:NAMES]])
        assert in_order(shown, [each.text for each in over.chosen_most])
        assert in_order(shown, [each.text for each in over.plans[:PLANS]])


async def test_strange_names_and_plans_are_shown_as_they_stand(tmp_path: Path) -> None:
    contacts = (Contact(name=STRANGE, last=TODAY, evenings=1),)
    plans = (replace(MUCH.plans[0], text=STRANGE),)
    async with viewing(tmp_path, over=replace(MUCH, contacts=contacts, plans=plans)) as tonight:
        assert "".join(tonight.text().split()).count("".join(visible(STRANGE).split())) == 2


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40)])
async def test_keys_read_on_to_the_end_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    async with viewing(tmp_path, over=MUCH, size=size) as tonight:
        view = view_of(tonight)
        assert view.has_focus
        for further, back in [("down", "up"), ("j", "k"), ("pagedown", "pageup"), ("G", "g")]:
            await tonight.press(further)
            assert view.scroll_y > 0 or view.max_scroll_y == 0
            await tonight.press(back)
            assert view.scroll_y == 0
        await tonight.press("end")
        assert view.scroll_y == view.max_scroll_y
        assert "ring Ana" in tonight.text()


@pytest.mark.parametrize("width", [60, 72, 80, 120])
async def test_no_more_than_seventy_two_columns_are_used_and_nothing_is_cut(
    tmp_path: Path, width: int
) -> None:
    async with viewing(tmp_path, over=MUCH, size=(width, 120)) as tonight:
        assert view_of(tonight).size.width <= 72
        for drawn in view_of(tonight).query("Dots, Bars, Guess, .said"):
            assert drawn.size.width > 0
            assert drawn.region.right <= view_of(tonight).region.right
        assert "guessed 4, felt 8" in tonight.text()
        assert in_order(
            one_line(tonight), ["4.5 in the", "middle", "(2 to 7)", "○ what you guessed"]
        )
