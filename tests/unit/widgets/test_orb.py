"""The orb is round, soft and made of the theme's own colours."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.widgets.orb import FINE, Cell, Colour, Orb, Palette

DUSK = Palette((20, 16, 20), (236, 184, 128), (190, 118, 104), (110, 66, 88))
PAPER = Palette((244, 234, 220), (245, 184, 90), (232, 150, 105), (222, 160, 140))

columns = st.integers(10, 200)
rows = st.integers(5, 60)
fills = st.floats(0, 1)
lights = st.sampled_from([1.0, 0.83, 0.66])


def light_of(colour: Colour) -> float:
    red, green, blue = colour
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def half(orb: Orb, fill: float, light: float = 1.0) -> list[list[Cell]]:
    profile = orb.profile(orb.radius(fill, 0.35), light)
    rows: list[list[Cell]] = [[] for _ in range((orb.rows + 1) // 2)]
    for row, column in orb.cells():
        rows[row].append(orb.cell(row, column, profile))
    return rows


def pixels(orb: Orb, fill: float) -> list[list[Colour]]:
    return [[cell[part] for cell in row] for row in half(orb, fill) for part in (0, 1)]


@given(columns, rows, fills, lights)
def test_light_only_falls_from_the_centre_outward(
    columns: int, rows: int, fill: float, light: float
) -> None:
    orb = Orb(columns, rows, DUSK)
    profile = orb.profile(orb.radius(fill, 0.35), light)
    brightness = [light_of(colour) for colour in profile]
    # Each channel is rounded by itself, so neighbours may differ by less than one level.
    assert all(inner >= outer - 1 for inner, outer in pairwise(brightness))


@given(columns, rows, fills, lights)
def test_the_light_gives_way_in_steps_of_which_none_takes_much_of_it(
    columns: int, rows: int, fill: float, light: float
) -> None:
    orb = Orb(columns, rows, DUSK)
    profile = orb.profile(orb.radius(fill, 0.35), light)
    most = max(DUSK.centre) - max(DUSK.ground)
    steps = [
        max(abs(a - b) for a, b in zip(inner, outer, strict=True)) / most
        for inner, outer in pairwise(profile)
    ]
    assert max(steps) <= 0.26
    # All others are those of the field and its glow, which nobody can see.
    assert sorted(steps)[-8] <= 0.06


@given(columns, rows, fills, fills)
def test_fuller_lungs_never_make_a_smaller_or_dimmer_orb(
    columns: int, rows: int, one: float, two: float
) -> None:
    orb = Orb(columns, rows, DUSK)
    small, large = (orb.radius(fill, 0.35) for fill in sorted((one, two)))
    assert small <= large
    for less, more in zip(orb.profile(small, 1), orb.profile(large, 1), strict=True):
        assert all(a <= b for a, b in zip(less, more, strict=True))


@given(columns, rows)
def test_the_orb_swings_from_a_third_to_all_of_its_room(columns: int, rows: int) -> None:
    orb = Orb(columns, rows, DUSK)
    assert orb.radius(1, 0.35) == pytest.approx(orb.largest * FINE, abs=1)
    assert orb.radius(0, 0.35) == pytest.approx(0.35 * orb.largest * FINE, abs=1)


@given(columns, rows)
def test_the_largest_orb_fits_with_its_glow(columns: int, rows: int) -> None:
    orb = Orb(columns, rows, DUSK)
    lines = pixels(orb, 1)
    rim = [*lines[0], *(line[0] for line in lines)]
    glow = max(light_of(colour) - light_of(DUSK.ground) for colour in rim)
    assert glow <= 3


@given(columns, rows, fills)
def test_the_orb_is_as_high_as_it_is_wide(columns: int, rows: int, fill: float) -> None:
    orb = Orb(columns, rows, DUSK)
    lines = pixels(orb, fill)
    bright = (light_of(DUSK.centre) + light_of(DUSK.ground)) / 3
    down = sum(light_of(line[-1]) > bright for line in lines[: orb.rows])
    across = sum(light_of(colour) > bright for colour in lines[orb.rows - 1])
    assert abs(down - across) <= 1


@given(columns, rows, fills, fills)
def test_only_a_ring_changes_between_two_radii(
    columns: int, rows: int, one: float, two: float
) -> None:
    orb = Orb(columns, rows, DUSK)
    small, large = (orb.radius(fill, 0.35) for fill in sorted((one, two)))
    before, after = orb.profile(small, 1), orb.profile(large, 1)
    inside = max(0, small - 3 * FINE)
    outside = large + round((min(columns, rows * 2) / 2 - orb.largest) * FINE)
    assert before[:inside] == after[:inside]
    assert before[outside:] == after[outside:]


@given(columns, rows, fills, fills)
def test_the_cells_that_are_crossed_are_just_those_that_may_differ(
    columns: int, rows: int, one: float, two: float
) -> None:
    orb = Orb(columns, rows, DUSK)
    before, after = orb.radius(one, 0.35), orb.radius(two, 0.35)
    crossed = orb.crossed(before, after)
    profiles = orb.profile(before, 1), orb.profile(after, 1)
    differ = {
        cell for cell in orb.cells() if len({orb.cell(*cell, profile) for profile in profiles}) > 1
    }
    assert differ <= crossed <= set(orb.cells())


def test_the_breath_of_a_frame_crosses_few_cells() -> None:
    orb = Orb(120, 31, DUSK)
    crossed = orb.crossed(orb.radius(0.8, 0.35), orb.radius(0.81, 0.35))
    assert 0 < len(crossed) < 50


@given(st.integers(62, 400), st.integers(31, 120))
def test_in_much_room_the_orb_is_no_larger_than_a_line_can_carry(columns: int, rows: int) -> None:
    assert Orb(columns, rows, DUSK).largest == 20


@given(columns, rows, fills, lights, st.sampled_from([DUSK, PAPER]))
def test_no_colour_lies_outside_the_theme_s_own(
    columns: int, rows: int, fill: float, light: float, palette: Palette
) -> None:
    orb = Orb(columns, rows, palette)
    own = (palette.ground, palette.centre, palette.middle, palette.edge)
    for colour in set(orb.profile(orb.radius(fill, 0.35), light)):
        for channel, values in zip(colour, zip(*own, strict=True), strict=True):
            assert min(values) <= channel <= max(values)


def test_the_centre_has_the_theme_s_centre_and_beyond_the_glow_is_plain_ground() -> None:
    profile = Orb(80, 18, DUSK).profile(round(6 * FINE), 1)
    assert profile[0] == DUSK.centre
    assert profile[-1] == DUSK.ground


def test_an_orb_that_has_lost_its_light_is_dimmer_everywhere_and_no_smaller() -> None:
    orb = Orb(80, 18, DUSK)
    full, late = orb.profile(orb.radius(1, 0.35), 1), orb.profile(orb.radius(1, 0.35), 0.66)
    lost = (light_of(late[0]) - light_of(DUSK.ground)) / (light_of(full[0]) - light_of(DUSK.ground))
    assert lost == pytest.approx(0.66, abs=0.01)
    assert all(light_of(b) <= light_of(a) for a, b in zip(full, late, strict=True))
