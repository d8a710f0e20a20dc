"""Contrast is counted as the standard counts it, and blending keeps its promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.colours import blend, contrast, furthest_blend, is_colour

colours = st.binary(min_size=3, max_size=3).map(lambda channels: f"#{channels.hex()}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48), ("#595959", "#ffffff", 7.0), ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0), ("#008000", "#ffffff", 5.14), ("#ffff00", "#000000", 19.56),
    ],
)  # fmt: skip
def test_contrast_agrees_with_known_values(one: str, other: str, ratio: float) -> None:
    """The ratio is the one every contrast checker shows."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.006)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("text", ["141014", "#14101", "#1410144", "#14101g", "red", "", 5, None])
def test_only_six_hex_digits_are_a_colour(text: object) -> None:
    """Nothing else in a theme file is taken for a colour."""
    assert not is_colour(text)
    assert is_colour("#14A0fF")


@given(colours, colours)
def test_a_blend_begins_and_ends_at_its_colours(one: str, other: str) -> None:
    """Nothing blended is the colour itself; all of it, the other."""
    assert blend(one, other, 0) == one
    assert blend(one, other, 1) == other


@given(colours, colours, st.floats(1, 12), st.floats(0, 1))
def test_a_blend_is_never_less_readable_than_asked(
    colour: str, ground: str, floor: float, most: float
) -> None:
    """However far a colour blends, it keeps the contrast it must, or does not blend."""
    share = furthest_blend(colour, ground, behind=(ground,), floor=floor, most=most)
    assert 0 <= share <= most
    assert share == 0 or contrast(blend(colour, ground, share), ground) >= floor
    further = min(most, share + 1 / 100)
    if further == most > share and contrast(colour, ground) >= floor:
        assert contrast(blend(colour, ground, most), ground) < floor
