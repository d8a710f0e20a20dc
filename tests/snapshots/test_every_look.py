"""Every screen in every look: nothing is cut, nothing moves, and every word drawn can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

import pytest
from rich.segment import Segment

from tests.snapshots.scenes import SCENES, seen
from tests.ui.night import Night
from winddown.colours import contrast
from winddown.palette import QUIET_FLOOR, TEXT_FLOOR, Palette, dimmed
from winddown.theme_files import load_all, shipped_folder
from winddown.widgets.moon import Moon
from winddown.widgets.pacer import Pacer

THEMES, _ = load_all((shipped_folder(),))
EVERY = [name for name in SCENES if name != "curtain"]


class Letter(NamedTuple):
    """A character that is read, and its two colours; "default" and names where they are so."""

    text: str
    ink: str
    ground: str


async def wear(evening: Night, look: Palette) -> Palette:
    """Wear a look, and give it as dim as it is at this step."""
    app = evening.app
    app.choose_look(look)
    for _ in range(100):
        await evening.pilot.pause(0.01)
        if app.theme == look.name and ground(evening) == look.ground:
            break
    await evening.pilot.pause()
    return dimmed(look, round(100 * app._dim) / 100)  # it is dimmed by whole percents


def ground(evening: Night) -> str:
    """The colour behind everything, as theme files write it."""
    colour = evening.app.screen.styles.background
    return "default" if colour.ansi == -1 else colour.hex.lower()


def drawn(evening: Night) -> Iterator[Letter]:
    """Give every cell of the screen, apart from the light and the moon."""
    screen = evening.app.screen
    lights = [light.region for kind in (Pacer, Moon) for light in screen.query(kind)]
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            ink, behind = colours(segment)
            for character in segment.text:
                if not any(light.contains(x, y) for light in lights):
                    yield Letter(character, ink, behind)
                x += Segment(character).cell_length


def colours(segment: Segment) -> tuple[str, str]:
    """What a segment is written in and on, as theme files write it."""
    style = segment.style
    assert style is not None
    both = [
        "default"
        if colour is None or colour.is_default
        else colour.triplet.hex
        if colour.triplet is not None
        else str(colour.number)
        for colour in (style.color, style.bgcolor)
    ]
    if style.reverse:
        both.reverse()
    return both[0], both[1]


def is_read(character: str) -> bool:
    """Tell letters and marks from empty cells, and from the blocks that scrollbars are made of."""
    return category(character)[0] in "LNPS" and not "\u2580" <= character <= "\u259f"


@pytest.mark.parametrize("name", EVERY)
async def test_it_can_be_read_in_every_look_and_stands_the_same(tmp_path: Path, name: str) -> None:
    async with seen(tmp_path, name, (80, 24)) as evening:
        stood: set[str] = set()
        for look in THEMES.values():
            worn = await wear(evening, look)
            cells = [*drawn(evening)]
            read = [each for each in cells if is_read(each.text)]
            stood.add("".join(each.text for each in read))
            [(most, _)] = Counter(each.ground for each in cells).most_common(1)
            assert most == worn.ground
            if not look.is_terminals:
                for letter in read:
                    expect_readable(letter, worn)
        assert len(stood) == 1
        assert len(stood.pop()) > 20


def expect_readable(letter: Letter, worn: Palette) -> None:
    """See that it is written in the look's colours, which stand apart as they should."""
    body = {worn.text, worn.heading, worn.accent}
    # On the cursor of a line, ground and accent change places.
    assert letter.ink in body | {worn.quiet, worn.marks, worn.ground}, (worn.name, letter)
    assert letter.ground in {worn.ground, worn.row, worn.accent}, (worn.name, letter)
    floor = QUIET_FLOOR if letter.ink in {worn.quiet, worn.marks} else TEXT_FLOOR
    assert contrast(letter.ink, letter.ground) >= floor, (worn.name, letter)
