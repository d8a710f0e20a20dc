"""The moon on the screen: small, round, still, and in the theme's own light."""

from __future__ import annotations

import math

import pytest
from textual.app import App, ComposeResult
from textual.color import Color

from winddown.colours import channels
from winddown.theme_files import find, shipped_folder, textual_theme
from winddown.widgets.moon import Moon

QUARTER, FULL, NEW = 0.25, 0.5, 0.0


class Sky(App[None]):
    """Nothing but the moon."""

    CSS = "Screen { background: $ground; }"

    def __init__(self, phase: float, theme: str = "dusk") -> None:
        super().__init__()
        for name in ("dusk", "moonless", "paper"):
            self.register_theme(textual_theme(find(name, (shipped_folder(),))))
        self.theme = theme
        self._phase = phase

    def compose(self) -> ComposeResult:
        yield Moon(self._phase)


def pixels(app: App[None]) -> list[list[str]]:
    """Read the colours that are on the screen, two lines of pixels for each row of cells."""
    moon = app.query_one(Moon)
    lines: list[list[str]] = []
    for y in range(moon.size.height):
        upper: list[str] = []
        lower: list[str] = []
        for segment in moon.render_line(y):
            style = segment.style
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            above = style.color if segment.text[0] == "▀" else style.bgcolor
            upper += [Color.from_rich_color(above).hex.lower()] * len(segment.text)
            lower += [Color.from_rich_color(style.bgcolor).hex.lower()] * len(segment.text)
        lines += [upper, lower]
    return lines


async def seen(phase: float, theme: str = "dusk") -> list[list[str]]:
    """Show a moon and look at it."""
    app = Sky(phase, theme)
    async with app.run_test():
        return pixels(app)


def light(lines: list[list[str]], columns: slice) -> float:
    """Sum up how far a part of the picture stands out from the sky."""
    sky = channels(lines[0][0])
    return sum(math.dist(channels(pixel), sky) for line in lines for pixel in line[columns])


LEFT, RIGHT = slice(0, 7), slice(7, 14)


@pytest.mark.parametrize("theme", ["dusk", "moonless", "paper"])
async def test_a_waxing_moon_shines_on_the_right_and_a_waning_one_on_the_left(theme: str) -> None:
    """The picture is of tonight's moon, in dark themes and light ones."""
    waxing, waning = await seen(QUARTER, theme), await seen(QUARTER + FULL, theme)
    assert light(waxing, RIGHT) > 3 * light(waxing, LEFT)
    assert light(waning, LEFT) > 3 * light(waning, RIGHT)


@pytest.mark.parametrize("phase", [0.12, QUARTER, QUARTER + FULL, 0.88])
async def test_the_light_leans_down_towards_the_sun(phase: float) -> None:
    """Waxing or waning, the lower half has more of the light, as it has in the evening sky."""
    lines, everything = await seen(phase), slice(0, 14)
    assert light(lines[7:], everything) > 1.1 * light(lines[:7], everything)


async def test_the_full_moon_is_the_brightest_and_the_new_one_can_just_be_seen() -> None:
    """A new moon is a faint disc, not a hole in the screen and not nothing."""
    everything = slice(0, 14)
    new, half, full = [light(await seen(p), everything) for p in (NEW, QUARTER, FULL)]
    assert 0 < new < half / 5
    assert half < full


@pytest.mark.parametrize("phase", [NEW, 0.1, QUARTER, FULL, 0.8])
async def test_the_moon_melts_into_the_screen(phase: float) -> None:
    """There is no box around it: its corners are the ground itself."""
    lines = await seen(phase)
    ground = find("dusk", (shipped_folder(),)).ground
    assert {lines[0][0], lines[0][-1], lines[-1][0], lines[-1][-1]} == {ground}


async def test_the_moon_takes_up_another_theme_at_once() -> None:
    """Changing the theme changes the light."""
    app = Sky(FULL)
    async with app.run_test() as pilot:
        before = pixels(app)
        app.theme = "paper"
        await pilot.pause()
        assert pixels(app)[0][0] == find("paper", (shipped_folder(),)).ground != before[0][0]


@pytest.mark.parametrize(("width", "height"), [(10, 5), (16, 8), (5, 2), (1, 1)])
async def test_the_moon_fits_the_place_it_is_given(width: int, height: int) -> None:
    """A smaller window gets a smaller moon, every row whole."""
    app = Sky(QUARTER)
    async with app.run_test() as pilot:
        moon = app.query_one(Moon)
        moon.styles.width, moon.styles.height = width, height
        await pilot.pause()
        lines = pixels(app)
        assert len(lines) == 2 * height
        assert {len(line) for line in lines} == {width}


async def test_the_moon_can_be_said_in_words() -> None:
    """Whoever does not see the picture has its name."""
    assert Moon(QUARTER).words == "first quarter"
