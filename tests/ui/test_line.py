"""Lines of one's own words: what fits is kept to the letter, and what does not is said."""

from __future__ import annotations

from pathlib import Path

from textual.events import Paste

from tests.ui.hands import paste, standing
from tests.ui.night import night
from winddown.widgets.line import Line

MEGABYTE = "rain on the roof " * 60_000


async def test_of_a_paste_too_long_for_a_line_what_fits_is_kept_and_the_rest_is_told(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, standing("closing", note="Soup.")) as tonight:
        await tonight.at("closing")
        await tonight.press("tab", "end")
        await paste(tonight, MEGABYTE)
        assert (await tonight.kept())["note"] == f"Soup.{MEGABYTE}"[: Line.MOST]
        told = [each.message for each in tonight.app._notifications]
        assert told == ["A line holds 20,000 characters. What came after those was left out."]


async def test_a_line_written_longer_elsewhere_loses_nothing_here(tmp_path: Path) -> None:
    long = MEGABYTE[:50_000] + "end"
    async with night(tmp_path, standing("closing", note=long)) as tonight:
        await tonight.at("closing")
        await tonight.press("tab", "end")
        await paste(tonight, "more")
        await tonight.press("backspace")
        await tonight.pilot.pause(0.6)
        assert (await tonight.kept())["note"] == long[:-1]


async def test_every_character_of_a_paste_but_its_line_breaks_is_kept(tmp_path: Path) -> None:
    strange = "a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g\th"
    async with night(tmp_path, standing("closing")) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await paste(tonight, f"{strange}\r\nand\rmore\n")
        assert (await tonight.kept())["note"] == f"{strange} and more"


async def test_half_a_character_can_be_pasted_into_the_settings(tmp_path: Path) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        await tonight.press("comma", "enter", "a")
        await paste(tonight, "tea \ud83d for two")
        await tonight.press("enter")
        await tonight.pilot.pause(0.6)
    config = (tmp_path / "config" / "config.toml").read_text(encoding="utf-8")
    assert 'text = "tea \ufffd for two"' in config


async def test_the_cursor_is_in_sight_at_the_end_of_a_long_line(tmp_path: Path) -> None:
    async with night(tmp_path, standing("closing", note="漢字 and words " * 500)) as tonight:
        await tonight.at("closing")
        await tonight.press("tab", "end", "x", "y", "z")
        assert "words xyz" in tonight.text()
        await tonight.press("home", "w")
        assert "w漢" in tonight.text().replace(" ", "")


async def test_what_is_pasted_into_the_palette_is_shown_as_symbols(tmp_path: Path) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        await tonight.press("ctrl+p")
        tonight.app.post_message(Paste("look\x1b[31m\x9b5m"))
        await tonight.pilot.pause(0.3)
        assert "look␛[31m␦5m" in tonight.text()
        tonight.app.post_message(Paste(MEGABYTE))
        await tonight.pilot.pause(0.3)
        assert len(tonight.app.screen.query_one(Line).value) == 80
        await tonight.press("escape")
