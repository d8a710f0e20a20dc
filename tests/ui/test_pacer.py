"""The pacer fits its place, moves with the breath, and repaints only what changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.geometry import Region
from textual.theme import Theme

from winddown.routine.breathing import Pattern, Phase, moment_at
from winddown.widgets.pacer import Pacer

BREATH = Pattern(id="even", name="Even", phases=(Phase("in", 5), Phase("out", 5)))

DUSK = {
    "ground": "#141014",
    "orb-centre": "#ecb880",
    "orb-middle": "#be7668",
    "orb-edge": "#6e4258",
}
MOSS = DUSK | {"orb-centre": "#b8d090"}
THEMES = [
    Theme(name=name, primary="#ecb880", variables=variables)
    for name, variables in (("dusk", DUSK), ("moss", MOSS))
]


class Room(App[None]):
    def __init__(self, pacer: Pacer) -> None:
        super().__init__()
        self.pacer = pacer
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dusk"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DUSK

    def compose(self) -> ComposeResult:
        yield self.pacer


class Watched(Pacer):
    """A pacer that remembers which rows it asked to repaint."""

    painted: set[int] | None = None

    def refresh(self, *regions: Region, **options: bool) -> Watched:
        if self.painted is not None:
            self.painted.update(row for region in regions for row in region.line_range)
            if not regions:
                self.painted.update(range(self.size.height))
        super().refresh(*regions, **options)
        return self

    @contextmanager
    def watching(self) -> Iterator[set[int]]:
        self.painted = set()
        yield self.painted
        self.painted = None


def shown(pacer: Pacer) -> list[list[tuple[str, str]]]:
    """Give each cell of the pacer as its character and colours."""
    return [
        [(character, str(segment.style)) for segment in strip for character in segment.text]
        for strip in pacer.render_lines(pacer.size.region)
    ]


def colours(pacer: Pacer) -> set[str]:
    return {style for row in shown(pacer) for _, style in row}


@pytest.mark.parametrize("size", [(10, 5), (11, 5), (40, 12), (60, 20), (80, 24), (200, 60)])
async def test_it_fills_its_place_exactly_and_is_the_same_left_and_right(
    size: tuple[int, int],
) -> None:
    app = Room(Pacer(0.7))
    async with app.run_test(size=size):
        rows = shown(app.pacer)
        assert (len(rows[0]), len(rows)) == size
        assert all(row == row[::-1] for row in rows)
        assert len(colours(app.pacer)) > 5


async def test_a_frame_that_looks_the_same_repaints_nothing() -> None:
    pacer = Watched(0.5)
    async with Room(pacer).run_test() as pilot:
        await pilot.pause()
        with pacer.watching() as painted:
            pacer.fill = 0.5001
            pacer.light = 0.9999
            await pilot.pause()
            assert painted == set()


async def test_a_frame_repaints_just_the_rows_whose_look_has_changed() -> None:
    pacer = Watched(0.1)
    async with Room(pacer).run_test() as pilot:
        await pilot.pause()
        before = shown(pacer)
        with pacer.watching() as painted:
            pacer.fill = 0.15
            await pilot.pause()
            after = shown(pacer)
            differ = {row for row in range(len(after)) if before[row] != after[row]}
            assert painted == differ
            assert 0 < len(differ) < pacer.size.height


async def test_it_grows_with_the_breath() -> None:
    app = Room(Pacer())
    async with app.run_test() as pilot:
        lit = []
        for elapsed in (0, 2, 5):
            app.pacer.follow(moment_at(BREATH, elapsed), 1)
            await pilot.pause()
            lit.append(sum(character != " " for row in shown(app.pacer) for character, _ in row))
        assert lit == sorted(set(lit))


async def test_where_all_is_still_it_redraws_once_a_phase() -> None:
    pacer = Watched(motion="still")
    async with Room(pacer).run_test() as pilot:
        await pilot.pause()
        redraws = []
        for frame in range(20 * 30):
            with pacer.watching() as painted:
                pacer.follow(moment_at(BREATH, frame / 30), 1 - frame / 3000)
                if painted:
                    redraws.append(frame / 30)
        assert redraws == [0, 5, 10, 15]


async def test_gentle_motion_swings_less() -> None:
    full, gentle = Pacer(0), Pacer(0, motion="gentle")
    counts = []
    for pacer in (full, gentle):
        async with Room(pacer).run_test():
            counts.append(sum(character != " " for row in shown(pacer) for character, _ in row))
    assert counts[0] < counts[1]


async def test_a_resize_keeps_the_breath_where_it_was() -> None:
    app = Room(Pacer(0.6))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert app.pacer.fill == 0.6
        rows = shown(app.pacer)
        assert (len(rows[0]), len(rows)) == (40, 12)


async def test_another_theme_shows_at_once() -> None:
    app = Room(Pacer(0.6))
    async with app.run_test() as pilot:
        before = colours(app.pacer)
        app.theme = "moss"
        await pilot.pause()
        assert colours(app.pacer) != before


async def test_without_colour_the_shape_is_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Room(Pacer(0.6))
    async with app.run_test():
        styles = [
            segment.style
            for strip in app.pacer.render_lines(app.pacer.size.region)
            for segment in strip
        ]
        greys = {style.bgcolor.triplet for style in styles if style and style.bgcolor}
        assert len(greys) > 5
        assert all(grey is not None and len(set(grey)) == 1 for grey in greys)


async def test_fill_and_light_stay_within_what_can_be_shown() -> None:
    app = Room(Pacer(7, light=-1))
    async with app.run_test():
        assert (app.pacer.fill, app.pacer.light) == (1, 0)
        assert all(Color.parse("#141014").hex.lower() in style for style in colours(app.pacer))
        app.pacer.fill = -3
        assert app.pacer.fill == 0
