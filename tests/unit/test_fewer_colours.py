"""In 256 colours every word stays as readable as it has to be, and light keeps its hue."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from winddown.colours import blend, contrast
from winddown.fewer_colours import In256Colours, readable, shown
from winddown.palette import QUIET_FLOOR, TEXT_FLOOR, dimmed
from winddown.theme_files import load_all, shipped_folder

THEMES, _ = load_all((shipped_folder(),))
KNOWN = sorted(name for name, look in THEMES.items() if not look.is_terminals)
BLACK = Color(0, 0, 0)
GAUDY, GAUDY_IN_THE_DARK = 95, 70
"""How much further apart the channels of a colour may come to stand."""


def drawn(style: Style) -> Style:
    """Give the style in which a word is shown."""
    [segment] = In256Colours().apply([Segment("word", style)], BLACK)
    assert segment.text == "word"
    assert segment.style is not None
    return segment.style


def both(style: Style) -> tuple[str, str]:
    """Give what a terminal shows for the ink, and for what is behind it."""
    inked = drawn(style)
    assert inked.color is not None
    assert inked.bgcolor is not None
    assert inked.color.number is not None
    assert inked.bgcolor.number is not None
    return shown(inked.color.number), shown(inked.bgcolor.number)


@pytest.mark.parametrize("name", KNOWN)
def test_every_word_can_be_read_in_256_colours_however_late_it_is(name: str) -> None:
    for percent in range(26):
        look = dimmed(THEMES[name], percent / 100)
        for behind in look.behind:
            for ink in (look.text, look.heading, look.accent):
                assert contrast(*both(Style.parse(f"{ink} on {behind}"))) >= TEXT_FLOOR
            for ink in (look.quiet, look.marks):
                assert contrast(*both(Style.parse(f"{ink} on {behind}"))) >= QUIET_FLOOR


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_quiet_stays_apart_from_text_and_the_row_from_the_ground(name: str) -> None:
    look = THEMES[name]
    (text, ground), (quiet, _), (_, row) = (
        both(Style.parse(f"{ink} on {behind}"))
        for ink, behind in ((look.text, look.ground), (look.quiet, look.ground),
                            (look.text, look.row))
    )  # fmt: skip
    assert contrast(text, ground) > contrast(quiet, ground)
    assert row != ground


@pytest.mark.parametrize("name", KNOWN)
@given(share=st.floats(0, 1), part=st.integers(0, 2))
def test_no_light_turns_into_another_colour(name: str, share: float, part: int) -> None:
    look = THEMES[name]
    light = blend(look.ground, look.orb[part], share)
    usual = bytes.fromhex(light[1:])
    seen = bytes.fromhex(both(Style.parse(f"{light} on {look.ground}"))[0][1:])
    # Rich makes a bright purple of a dark brown: of what is dark, nothing becomes gaudy.
    gaudier = (max(seen) - min(seen)) - (max(usual) - min(usual))
    assert gaudier <= (GAUDY_IN_THE_DARK if max(usual) < 100 else GAUDY), (usual, seen)
    for one, other in combinations(range(3), 2):
        if usual[one] - usual[other] > 40:
            assert seen[one] >= seen[other]


@pytest.mark.parametrize("name", KNOWN)
def test_light_still_falls_from_its_centre_to_the_ground(name: str) -> None:
    look = THEMES[name]
    steps = [blend(look.orb[2], look.ground, step / 12) for step in range(13)]
    lights = [contrast(both(Style.parse(f"{step} on {look.ground}"))[0], look.ground)
              for step in steps]  # fmt: skip
    assert all(before >= after - 0.15 for before, after in pairwise(lights)), lights
    assert lights[0] > lights[-1]


def test_the_terminals_own_colours_stay_its_own() -> None:
    style = Style.parse("bold magenta on default")
    assert drawn(style) == style
    assert [*In256Colours().apply([Segment("x")], BLACK)] == [Segment("x")]


@given(grey=st.integers(0, 255), blue=st.integers(0, 255))
def test_on_whatever_ground_there_is_a_colour_to_write_in(grey: int, blue: int) -> None:
    ground = f"#{grey:02x}{grey:02x}{blue:02x}"
    assert readable("#ffffff", ground) >= 16
    assert readable("#000000", ground) >= 16
