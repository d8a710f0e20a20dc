"""Dimming exchanges colours as they are drawn: for those that the palette says, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from winddown.colours import blend
from winddown.dimming import Dimming, dimming
from winddown.palette import Palette, dimmed
from winddown.theme_files import load_all, shipped_folder

THEMES, _ = load_all((shipped_folder(),))
LOOKS = sorted(name for name, look in THEMES.items() if not look.is_terminals)
NAMED = ("ground", "row", "text", "heading", "accent", "quiet", "marks")
GROUND = Color(0, 0, 0)


def drawn(look: Palette, percent: int, style: Style) -> Style | None:
    """Give the style in which a word is shown."""
    dims = dimming(look, percent)
    assert dims is not None
    [segment] = dims.apply([Segment("word", style)], GROUND)
    assert segment.text == "word"
    return segment.style


@pytest.mark.parametrize("percent", [1, 13, 25])
@pytest.mark.parametrize("name", LOOKS)
def test_each_colour_of_a_look_is_shown_as_dim_as_the_look_itself_would_be(
    name: str, percent: int
) -> None:
    look = THEMES[name]
    shown = dimmed(look, percent / 100)
    for each in NAMED:
        on = Style.parse(f"bold {getattr(look, each)} on {look.row}")
        expected = Style.parse(f"bold {getattr(shown, each)} on {look.row}")
        assert drawn(look, percent, on) == expected
    cursor = Style.parse(f"{look.ground} on {look.accent}")
    assert drawn(look, percent, cursor) == Style.parse(f"{look.ground} on {shown.accent}")


@given(share=st.floats(0, 1), amount=st.integers(1, 25), part=st.integers(0, 2))
def test_light_between_the_orb_and_the_ground_dims_with_the_orb(
    share: float, amount: int, part: int
) -> None:
    look = THEMES["dusk"]
    light = blend(look.ground, look.orb[part], share)
    shown = Dimming(look, amount / 100).colour(light)
    if light not in look:
        expected = blend(look.ground, dimmed(look, amount / 100).orb[part], share)
        for one, other in zip(bytes.fromhex(shown[1:]), bytes.fromhex(expected[1:]), strict=True):
            assert abs(one - other) <= 1


def test_what_has_no_colour_has_none_after_it() -> None:
    look = THEMES["dusk"]
    assert drawn(look, 9, Style.parse("default on default")) == Style.parse("default on default")
    assert [*Dimming(look, 0.1).apply([Segment("x")], GROUND)] == [Segment("x")]


def test_nothing_is_exchanged_before_the_lights_go_down_nor_of_what_the_terminal_alone_knows() -> (
    None
):
    assert dimming(THEMES["dusk"], 0) is None
    assert dimming(THEMES["terminal"], 25) is None


def test_a_quiet_colour_stays_although_it_has_another_name() -> None:
    look = THEMES["dusk"]._replace(accent=THEMES["dusk"].quiet)
    assert Dimming(look, 0.25).colour(look.accent) == look.quiet
