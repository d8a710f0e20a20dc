"""Without any colour, where one is and what one chose is told by words and marks alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.widget import Widget

from tests.snapshots.scenes import SCENES, seen
from tests.ui.night import Night
from winddown.widgets.rows import Rows
from winddown.widgets.scale import Scale

EVERY = [name for name in SCENES if name != "curtain"]
SIZE = (80, 200)
"""As wide as the design, and tall enough that nothing has to scroll."""
BARE = {"TERM": "vt220", "LANG": "en_GB.UTF-8"}
"""A terminal that has no colours to speak of."""


@pytest.fixture(autouse=True)
def no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no colours, as the person asks for it."""
    monkeypatch.setenv("NO_COLOR", "1")


def cells(evening: Night) -> Iterator[Segment]:
    """Give every piece of the screen as it is drawn."""
    for strip in evening.app.screen._compositor.render_strips():
        yield from strip


def told(evening: Night) -> str:
    """All that is left without colours: the letters, and which are bold or turned round."""
    return "".join(
        f"{text}\x1b{bool(style and style.bold)}{bool(style and style.reverse)}"
        for text, style, _ in cells(evening)
    )


def drawn(place: Widget, evening: Night) -> list[str]:
    """The letters and marks of one place on the screen, line by line."""
    lines = evening.text().split("\n")[place.region.y : place.region.bottom]
    return [line.ljust(SIZE[0])[place.region.x : place.region.right] for line in lines]


@pytest.mark.parametrize("name", EVERY)
async def test_no_screen_has_a_colour_left(tmp_path: Path, name: str) -> None:
    async with seen(tmp_path, name, SIZE, **BARE) as evening:
        for _, style, _ in cells(evening):
            for colour in (style.color, style.bgcolor) if style is not None else ():
                assert colour is None or colour.is_default


@pytest.mark.parametrize("name", EVERY)
async def test_of_true_colours_only_greys_are_left(tmp_path: Path, name: str) -> None:
    async with seen(tmp_path, name, (80, 24)) as evening:
        for _, style, _ in cells(evening):
            for colour in (style.color, style.bgcolor) if style is not None else ():
                assert colour is None or colour.triplet is None or len({*colour.triplet}) == 1


@pytest.mark.parametrize("name", EVERY)
async def test_the_row_under_the_cursor_and_the_chosen_ones_carry_marks(
    tmp_path: Path, name: str
) -> None:
    async with seen(tmp_path, name, SIZE, **BARE) as evening:
        for place in [each for each in evening.app.screen.focus_chain if isinstance(each, Rows)]:
            place.focus()
            await evening.pilot.pause()
            if place.cursor >= 0:
                assert [line[0] for line in drawn(place, evening)].count("›") == 1
            answers = [row for row in place.rows if not row.is_heading]
            chosen = {place.mark_of(row) for row in answers if place.is_chosen(row)}
            others = {place.mark_of(row) for row in answers if not place.is_chosen(row)}
            assert chosen.isdisjoint(others), place


@pytest.mark.parametrize("name", EVERY)
async def test_where_the_keys_go_is_told_without_colour(tmp_path: Path, name: str) -> None:
    async with seen(tmp_path, name, SIZE, **BARE) as evening:
        places = evening.app.screen.focus_chain
        ways = set()
        for place in places:
            place.focus()
            await evening.pilot.pause()
            ways.add(told(evening))
        assert len(ways) == len(places) or len(places) <= 1


async def test_an_unanswered_scale_has_no_mark_and_an_answered_one_its_number(
    tmp_path: Path,
) -> None:
    async with seen(tmp_path, "arrive", SIZE, **BARE) as evening:
        scale = evening.app.screen.query_one(Scale)
        before = drawn(scale, evening)
        scale.value = 7
        await evening.pilot.pause()
        line, number = drawn(scale, evening)
        assert "●" not in before[0]
        assert "●" in line
        assert number.strip() == "7"


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("arrive", ["down"]),
        ("comforts", ["space"]),
        ("reflection", ["down"]),
        ("outreach", ["space"]),
        ("outreach-taken", ["right"]),
        ("look-back", ["down"]),
        ("look-back-month", ["left"]),
        ("versions", ["right"]),
        ("which-evenings", ["space"]),
        ("settings-comforts", ["space"]),
        ("settings-evening", ["tab", "down"]),
        ("looks", ["down"]),
        ("palette", ["down"]),
    ],
)
async def test_what_a_key_has_done_is_told_without_colour(
    tmp_path: Path, name: str, keys: list[str]
) -> None:
    async with seen(tmp_path, name, SIZE, **BARE) as evening:
        before = told(evening)
        await evening.press(*keys)
        assert told(evening) != before
