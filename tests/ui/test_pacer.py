"""The pacer fits its place, moves with the breath, and sends only what changed."""

from __future__ import annotations

import pyte
import pytest
from rich.console import Console, RenderableType
from rich.style import Style
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.color import Color
from textual.screen import Screen
from textual.strip import Strip
from textual.theme import Theme
from textual.widgets import Label

from winddown.routine.breathing import Pattern, Phase, moment_at
from winddown.routine.occasion import Motion
from winddown.widgets.pacer import TICK, Pacer

CONSOLE = Console(color_system="truecolor", force_terminal=True)
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


class Sent(Room):
    """A room with a terminal, and all that was sent to it."""

    def __init__(self, pacer: Pacer) -> None:
        super().__init__(pacer)
        self.frames: list[int] = []
        """Bytes of each frame."""

    def on_mount(self) -> None:
        self.terminal = pyte.Screen(*self.size)
        self._stream = pyte.Stream(self.terminal)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            sent = renderable.render_segments(self.console)
            self.frames.append(len(sent.encode()))
            self._stream.feed(sent.replace("\n", "\r\n"))
        super()._display(screen, renderable)

    @property
    def console(self) -> Console:
        return CONSOLE

    @console.setter
    def console(self, console: Console) -> None:
        """Whatever the machine has: colours are true here."""

    def shows_it(self) -> bool:
        """Tell whether every cell of the terminal shows what the screen is composed of."""
        return all(
            (cell.data, cell.fg if cell.data != " " else "", cell.bg) == expected
            for y, strip in enumerate(self.screen._compositor.render_strips())
            for x, expected in enumerate(map(_seen, letters(strip)))
            for cell in [self.terminal.buffer[y][x]]
        )


def letters(strip: Strip) -> list[tuple[str, Style]]:
    return [(each, style) for text, style, _ in strip if style is not None for each in text]


def _seen(letter: tuple[str, Style]) -> tuple[str, str, str]:
    text, style = letter
    ink, behind = (colour.get_truecolor().hex[1:] if colour else "" for colour in
                   (style.color if text != " " else None, style.bgcolor))  # fmt: skip
    return text, ink, behind


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


async def test_a_frame_that_looks_the_same_sends_nothing() -> None:
    app = Sent(Pacer(0.5))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.frames.clear()
        app.pacer.fill = 0.5001
        app.pacer.light = 0.9999
        await pilot.pause()
        assert app.frames == []


async def test_frame_after_frame_the_terminal_shows_the_light() -> None:
    app = Sent(Pacer())
    async with app.run_test(size=(70, 24)) as pilot:
        for frame in range(60):
            app.pacer.follow(moment_at(BREATH, frame / 5), 1 - frame / 600)
            await pilot.pause()
            app.frames.clear()
        assert app.shows_it()


async def test_where_its_edge_comes_to_the_first_row_no_frame_is_held_back() -> None:
    for last in (46, 48, 49):
        app = Sent(Pacer())
        async with app.run_test(size=(60, 9)) as pilot:
            for frame in range(30, last):
                app.pacer.follow(moment_at(BREATH, frame / 10), 1)
                await pilot.pause()
            assert app.shows_it()


@pytest.mark.parametrize(("motion", "most"), [("full", 30_000), ("gentle", 20_000)])
async def test_a_breath_sends_little_over_a_slow_line(motion: Motion, most: int) -> None:
    app = Sent(Pacer(motion=motion))
    async with app.run_test(size=(120, 31)) as pilot:
        await pilot.pause()
        app.frames.clear()
        seconds, frames = 10, round(10 / TICK[motion])
        for frame in range(frames):
            app.pacer.follow(moment_at(BREATH, frame * TICK[motion]), 1)
            await pilot.pause()
        assert 0 < sum(app.frames) / seconds < most
        assert max(app.frames) < most / 4


async def test_what_covers_it_is_left_alone_and_what_comes_back_is_right() -> None:
    app = Sent(Pacer())
    async with app.run_test(size=(60, 20)) as pilot:
        label = Label("hello")
        label.styles.position, label.styles.offset = "absolute", (26, 8)
        for elapsed in (1.0, 1.2):
            app.pacer.follow(moment_at(BREATH, elapsed), 1)
            await pilot.pause()
        await app.mount(label)
        for elapsed in (1.4, 1.6, 4.5):
            app.pacer.follow(moment_at(BREATH, elapsed), 1)
            await pilot.pause()
            assert "hello" in app.terminal.display[8]
        await label.remove()
        for elapsed in (4.6, 4.8):
            app.pacer.follow(moment_at(BREATH, elapsed), 1)
            await pilot.pause()
        assert app.shows_it()


async def test_in_a_place_that_scrolls_it_comes_out_right() -> None:
    app = Sent(Pacer())
    async with app.run_test(size=(60, 20)) as pilot:
        app.pacer.styles.height = 30
        await pilot.pause()
        for elapsed, scrolled in ((1.0, 0), (1.2, 5), (1.4, 10), (1.6, 3), (4.5, 0)):
            app.screen.scroll_to(y=scrolled, animate=False)
            app.pacer.follow(moment_at(BREATH, elapsed), 1)
            await pilot.pause()
            app.pacer.follow(moment_at(BREATH, elapsed + 0.1), 1)
            await pilot.pause()
            assert app.shows_it()
            for strip in app.screen._compositor.render_strips():
                assert strip.cell_length == 60


async def test_another_screen_before_it_leaves_no_trace() -> None:
    app = Sent(Pacer())
    async with app.run_test(size=(60, 20)) as pilot:
        app.pacer.follow(moment_at(BREATH, 1), 1)
        await pilot.pause()
        await app.push_screen(Screen())
        app.pacer.follow(moment_at(BREATH, 2), 1)
        await pilot.pause()
        await app.pop_screen()
        app.pacer.follow(moment_at(BREATH, 2.2), 1)
        await pilot.pause()
        assert app.shows_it()


def bright(pacer: Pacer) -> int:
    """Count the cells that show at least half of the brightest light."""
    return sum(
        style.bgcolor is not None and style.bgcolor.get_truecolor().red > 128
        for strip in pacer.render_lines(pacer.size.region)
        for _, style in letters(strip)
    )


async def test_it_grows_with_the_breath() -> None:
    app = Room(Pacer())
    async with app.run_test() as pilot:
        lit = []
        for elapsed in (0, 2, 5):
            app.pacer.follow(moment_at(BREATH, elapsed), 1)
            await pilot.pause()
            lit.append(bright(app.pacer))
        assert lit == sorted(set(lit))


async def test_where_all_is_still_it_redraws_once_a_phase() -> None:
    app = Sent(Pacer(motion="still"))
    async with app.run_test() as pilot:
        await pilot.pause()
        redraws = []
        for frame in range(20 * 30):
            app.frames.clear()
            app.pacer.follow(moment_at(BREATH, frame / 30), 1 - frame / 3000)
            if frame % 30 in (0, 1, 29):
                await pilot.pause()
            if app.frames:
                redraws.append(frame / 30)
        assert redraws == [0, 5, 10, 15]


async def test_gentle_motion_swings_less() -> None:
    full, gentle = Pacer(0), Pacer(0, motion="gentle")
    counts = []
    for pacer in (full, gentle):
        async with Room(pacer).run_test():
            counts.append(bright(pacer))
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
