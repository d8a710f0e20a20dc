"""Nothing flashes: no cell of the light grows lighter and darker three times within a second."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Size

from winddown.fewer_colours import In256Colours, shown
from winddown.fewer_letters import InFewerLetters
from winddown.routine.breathing import Pattern, Phase, moment_at
from winddown.routine.occasion import Motion
from winddown.theme_files import load_all, shipped_folder
from winddown.theme_variables import in_css
from winddown.widgets.light import Light, Look
from winddown.widgets.pacer import TICK, Pacer

THEMES, _ = load_all((shipped_folder(),))
SHORTEST = Pattern(id="shortest", name="", phases=tuple(Phase(cue, 1) for cue in ("in", "out") * 4))
"""As restless as a pattern of one's own may be: each phase lasts a second."""
QUIET = Pattern(id="quiet", name="", phases=(Phase("in", 4), Phase("out", 6)))
SECONDS = 16
MOST = 3
"""Flashes in any one second.

Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#three-flashes
"""
SEEN = 0.02
"""How far the luminance has to change to count; the source has 0.1, of which far less is seen."""
COVERED = {" ": 0.0, "▄": 0.5, "▀": 0.5, "░": 0.25, "▒": 0.5, "▓": 0.75, "█": 1.0,
           ".": 0.25, ":": 0.5, "*": 0.75}  # fmt: skip
STANDARD = {"yellow": "#cdcd00", "magenta": "#cd00cd", "default": "#000000"}


def luminance(colour: RichColor | None) -> float:
    """Relative luminance, 0 to 1."""
    if colour is None:
        return 0.0
    if colour.triplet is not None:
        known = colour.triplet.hex
    elif colour.number is not None and colour.number >= 16:
        known = shown(colour.number)
    else:
        known = STANDARD.get(colour.name, "#808080")
    channels = (int(known[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = ((each + 0.055) / 1.055 for each in channels)
    return 0.2126 * red**2.4 + 0.7152 * green**2.4 + 0.0722 * blue**2.4


def brightness(letter: str, style: Style | None) -> float:
    """How bright a cell is as a whole."""
    assert style is not None
    ink, behind = luminance(style.color), luminance(style.bgcolor)
    if style.reverse:
        ink, behind = behind, ink
    return behind + (ink - behind) * COVERED[letter]


def frames(
    motion: Motion, pattern: Pattern, name: str, filters: tuple[LineFilter, ...]
) -> Iterator[list[float]]:
    """Give the brightness of every cell at each tick of the clock."""
    colours = in_css(THEMES[name])
    centre, middle, edge = map(Color.parse, colours.orb)
    ground = Color.parse(colours.ground)
    light = Light(Look(Size(24, 9), ground, centre, middle, edge, True, filters))
    pacer = Pacer(motion=motion)
    smallest = {"full": 0.35, "gentle": 0.7, "still": 0.35}[motion]
    for tick in range(round(SECONDS / TICK[motion])):
        now = tick * TICK[motion]
        pacer.follow(moment_at(pattern, now), 1 - now / 64)
        light.show(pacer.fill, smallest, pacer.light)
        yield [
            brightness(letter, segment.style)
            for strip in light.canvas.strips()
            for segment in strip
            for letter in segment.text
        ]


def flashes(brightness: list[float], window: int) -> int:
    """Count pairs of opposing changes in the worst window of so many ticks."""
    turns: list[int] = []
    extreme, way = brightness[0], 0
    for tick, now in enumerate(brightness):
        if way and (now - extreme) * way > 0:
            extreme = now
        elif abs(now - extreme) >= SEEN:
            turns.append(tick)
            extreme, way = now, 1 if now > extreme else -1
    within = [sum(turn <= each < turn + window for each in turns) for turn in turns]
    return max(within, default=0) // 2


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("dusk", ()),
        ("moonless", (In256Colours(),)),
        ("paper", (InFewerLetters(only_marks=False),)),
        ("terminal", ()),
        ("terminal", (InFewerLetters(only_marks=False),)),
    ],
    ids=["true", "256", "ascii", "sixteen", "sixteen-ascii"],
)
@pytest.mark.parametrize("pattern", [QUIET, SHORTEST], ids=["quiet", "shortest"])
@pytest.mark.parametrize("motion", ["full", "gentle", "still"])
def test_no_cell_of_the_light_flashes(
    motion: Motion, pattern: Pattern, name: str, filters: tuple[LineFilter, ...]
) -> None:
    cells = [*zip(*frames(motion, pattern, name, filters), strict=True)]
    second = round(1 / TICK[motion])
    assert any(max(cell) - min(cell) > SEEN for cell in cells)
    assert max(flashes([*cell], second) for cell in cells) < MOST


def test_a_flicker_would_be_counted() -> None:
    assert flashes([0.0, 0.5] * 10, 8) == 4
