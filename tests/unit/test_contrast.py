"""Every theme can be read on every pair of colours the program uses, from first step to last."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import winddown
from winddown.palette import dimmed
from winddown.theme_files import load_all, shipped_folder, textual_theme

THEMES, _ = load_all((shipped_folder(),))
KNOWN = sorted(name for name, palette in THEMES.items() if not palette.is_terminals)
"""The terminal's own colours cannot be computed."""

LEVELS = [percent / 100 for percent in range(26)]
"""Dimming, from none to the most."""

BODY, QUIET, STRONG = 7.0, 4.5, 12.0
"""The least contrast of text, of quiet text and marks, and of the text of moonless."""

PAIRS = {
    **{
        (words, behind): floor
        for behind in ("ground", "row")
        for words, floor in (
            ("body", BODY),
            ("heading", BODY),
            ("accent", BODY),
            ("quiet", QUIET),
            ("marks", QUIET),
        )
    },
    ("block-cursor-foreground", "block-cursor-background"): BODY,
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"): BODY,
    ("input-cursor-foreground", "input-cursor-background"): BODY,
    ("input-selection-foreground", "input-selection-background"): BODY,
    ("screen-selection-foreground", "screen-selection-background"): BODY,
    ("text", "background"): BODY,
    ("text-muted", "background"): QUIET,
    ("text-disabled", "background"): QUIET,
    ("text-muted", "block-hover-background"): QUIET,
    ("link-color", "link-background"): BODY,
    ("link-color-hover", "link-background-hover"): BODY,
}
"""What stands on what, by the names the stylesheets use, and how well it must be read."""

LIGHT = {"orb-centre", "orb-middle", "orb-edge"}
"""What is seen, and never read."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, of "#rrggbb"."""
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_the_formula_is_the_known_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_every_theme_file_is_a_theme_and_all_but_the_terminals_are_computed() -> None:
    assert sorted(THEMES) == sorted(path.stem for path in shipped_folder().glob("*.toml"))
    assert sorted(set(THEMES) - set(KNOWN)) == ["terminal"]


def test_no_stylesheet_names_a_colour_that_is_not_measured() -> None:
    package = Path(winddown.__file__).parent
    styles = [path.read_text("utf-8") for path in package.rglob("*.tcss")]
    for path in package.rglob("*.py"):
        styles += re.findall(r'DEFAULT_CSS = """(.*?)"""', path.read_text("utf-8"), re.DOTALL)
    named = {each for each in re.findall(r"\$([a-z-]+)", "".join(styles)) if "-style" not in each}
    assert len(styles) > 10
    assert {"ground", "body", "quiet", "marks"} <= named
    assert named <= {name for pair in PAIRS for name in pair} | LIGHT


@pytest.mark.parametrize("name", KNOWN)
def test_every_word_can_be_read_wherever_it_stands_and_however_late_it_is(name: str) -> None:
    for level in LEVELS:
        theme = textual_theme(dimmed(THEMES[name], level))
        worn = theme.to_color_system().generate() | theme.variables
        for (words, behind), floor in PAIRS.items():
            least = contrast(worn[words], worn[behind])
            assert least >= floor, (level, words, worn[words], behind, worn[behind])


def test_the_text_of_moonless_stays_strong() -> None:
    for level in LEVELS:
        worn = textual_theme(dimmed(THEMES["moonless"], level)).variables
        for behind in ("ground", "row"):
            assert contrast(worn["body"], worn[behind]) >= STRONG
