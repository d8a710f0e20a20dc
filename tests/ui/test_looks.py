"""The looks: each is worn as it is come to, and kept in the config only when it is taken."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.ui.night import Night, night
from winddown.screens.looks import Looks
from winddown.screens.offers import Offers
from winddown.theme_files import find, shipped_folder
from winddown.widgets.look_rows import LookRows
from winddown.widgets.pacer import Pacer

SIZES = ((80, 24), (60, 20), (40, 12))
LOOKS = 8
"""Rows above the looks on the index of the settings."""
SHIPPED = ("dusk", "ember", "moonless", "moss", "paper", "terminal")
DUSK = (shipped_folder() / "dusk.toml").read_text("utf-8")


@pytest.fixture(autouse=True)
def _these_and_no_others(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Have the same rows in every list, whichever looks are added."""
    folder = tmp_path_factory.mktemp("looks")
    for name in SHIPPED:
        shutil.copy(shipped_folder() / f"{name}.toml", folder)
    for module in ("winddown.theme_files", "winddown.wearing"):
        monkeypatch.setattr(f"{module}.shipped_folder", lambda: folder)


def config(home: Path) -> dict[str, Any]:
    """Read the config as it stands; empty when there is none."""
    path = home / "config" / "config.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def own(home: Path, name: str, text: str = DUSK) -> None:
    """Put a theme file of one's own in its place."""
    folder = home / "config" / "themes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text.replace('"dusk"', f'"{name}"'), "utf-8")


async def wears(evening: Night, name: str) -> None:
    """Wait until this look is worn, by the screen and by every light on it."""
    look = find(name, (evening.home / "config" / "themes", shipped_folder()))
    for _ in range(100):
        if evening.app.theme == name and ground(evening) == look.ground:
            break
        await evening.pilot.pause(0.02)
    assert (evening.app.theme, ground(evening)) == (name, look.ground)
    if not look.is_terminals:
        for pacer in evening.app.screen.query(Pacer):
            assert pacer.background_colors[1].hex.lower() == look.ground
            assert pacer.get_component_styles("pacer--centre").color.hex.lower() == look.orb[0]


def ground(evening: Night) -> str:
    """The colour behind everything, as theme files write it."""
    colour = evening.app.screen.styles.background
    return "default" if colour.ansi == -1 else colour.hex.lower()


async def to_looks(evening: Night) -> None:
    """Come to the looks through the settings."""
    await evening.press("enter")
    await evening.at("arrive")
    await evening.press("comma", *["down"] * LOOKS, "enter")
    await evening.at("Looks")


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_page_of_the_settings_shows_every_look_on_a_light_of_its_own(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with night(tmp_path, size=size) as evening:
        await to_looks(evening)
        for name in SHIPPED:
            await wears(evening, name)
            assert evening.app.screen.query_one(Pacer).region.height >= 7
            for each in SHIPPED:
                assert each in evening.text()
            await evening.press("down")
        await evening.press("escape", "escape")
        await evening.at("arrive")
        await wears(evening, "dusk")
        assert config(tmp_path) == {}


async def test_the_words_beside_the_looks_wear_the_one_that_is_seen(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await to_looks(evening)
        for name in SHIPPED:
            await wears(evening, name)
            await evening.pilot.pause()
            rows = evening.app.screen.query_one(LookRows)
            anew = rows.lay_out(rows.size.width)
            assert [line.text.spans for line in rows.laid] == [line.text.spans for line in anew]
            await evening.press("down")


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_a_look_is_kept_when_it_is_taken_and_u_brings_the_old_one_back(
    tmp_path: Path, key: str
) -> None:
    before = '# mine\ntheme = "moss"  # green\nmotion = "still"\n'
    async with night(tmp_path, config=before) as evening:
        await wears(evening, "moss")
        await to_looks(evening)
        await evening.press("down", key)
        await evening.at("SettingsIndex")
        await wears(evening, "paper")
        after = (tmp_path / "config" / "config.toml").read_text()
        assert after == before.replace("moss", "paper")
        assert "u undo" in evening.text()
        await evening.press("u")
        await wears(evening, "moss")
        assert (tmp_path / "config" / "config.toml").read_text() == before


async def test_a_look_taken_before_the_cursor_rests_on_it_is_the_one_that_is_kept(
    tmp_path: Path,
) -> None:
    async with night(tmp_path) as evening:
        await to_looks(evening)
        await evening.pilot.press("down", "down", "down", "enter")
        await evening.at("SettingsIndex")
        await wears(evening, "moss")
        assert config(tmp_path) == {"theme": "moss"}


async def test_the_light_on_the_page_breathes(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await to_looks(evening)
        evening.app.screen.query_one(Pacer)
        fills = set()
        for _ in range(4):
            await evening.pass_time(1.5)
            fills.add(evening.app.screen.query_one(Pacer).fill)
        assert len(fills) == 4


async def test_leaving_while_a_look_is_only_tried_on_writes_nothing(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await to_looks(evening)
        await evening.press("down", "down")
        await wears(evening, "moonless")
        await evening.press("q")
        assert config(tmp_path) == {}


async def test_a_look_is_clicked_to_see_it_and_clicked_again_to_take_it(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await to_looks(evening)
        rows = "LookRows"
        await evening.pilot.click(rows, offset=(6, 4))
        await wears(evening, "paper")
        assert config(tmp_path) == {}
        await evening.pilot.click(rows, offset=(6, 4))
        await evening.at("SettingsIndex")
        assert config(tmp_path) == {"theme": "paper"}


@pytest.mark.parametrize("size", SIZES)
async def test_every_one_of_many_looks_can_be_seen_and_the_light_stays_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    for number in range(14):
        own(tmp_path, f"lamp-{number:02}")
    own(tmp_path, "a-look-with-quite-a-long-name-of-its-own")
    async with night(tmp_path, size=size) as evening:
        await to_looks(evening)
        await evening.press(*["up"] * 20)
        shown = ""
        for _ in range(22):
            shown += evening.text()
            assert any("›" in line for line in evening.text().split("\n"))
            light = evening.app.screen.query_one(Pacer).region
            assert light.height >= 7
            assert evening.app.screen.region.contains_region(light)
            await evening.press("down")
        for name in (*SHIPPED, *(f"lamp-{number:02}" for number in range(14)), "a-look-with"):
            assert name in shown
        await wears(evening, "terminal")
        await evening.press(*["up"] * 2, "enter")
        assert config(tmp_path)["theme"] == "moss"


async def test_a_look_of_ones_own_stands_among_them_and_a_broken_one_is_named(
    tmp_path: Path,
) -> None:
    own(tmp_path, "harbour", DUSK.replace("#141014", "#101418"))
    own(tmp_path, "paper", DUSK.replace("#141014", "#0a0a0a"))
    own(tmp_path, "broken", DUSK.replace("#141014", "#14"))
    async with night(tmp_path) as evening:
        await to_looks(evening)
        await evening.pilot.pause(0.3)
        said = " ".join(str(each.message) for each in evening.app._notifications)
        assert "broken.toml line 4: 'ground'" in said
        await evening.press("down", "down")
        await wears(evening, "harbour")
        assert "harbour   yours" in evening.text()
        await evening.press("down", "down", "down")
        await wears(evening, "paper")
        await evening.press("enter")
        assert config(tmp_path) == {"theme": "paper"}


# The palette


async def in_palette(evening: Night, words: str) -> None:
    """Open the palette and look for something."""
    await evening.press("enter")
    await evening.at("arrive")
    await evening.press("ctrl+p")
    await evening.at("Offers")
    await evening.write(words)


@pytest.mark.parametrize("size", SIZES)
async def test_in_the_palette_a_look_is_worn_while_it_is_marked_and_gone_with_esc(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with night(tmp_path, size=size, config='theme = "moss"\n') as evening:
        await in_palette(evening, "look")
        assert isinstance(evening.app.screen, Offers)
        for name in SHIPPED:
            await wears(evening, name)
            light = evening.app.screen.query_one(Pacer)
            assert light.visible
            assert light.region.height >= 7
            assert evening.app.screen.region.contains_region(light.region)
            await evening.press("down")
        await wears(evening, "moss")  # the next row is no look
        await evening.press("up", "up")
        await wears(evening, "paper")
        await evening.press("escape")
        await evening.at("arrive")
        await wears(evening, "moss")
        assert config(tmp_path) == {"theme": "moss"}


async def test_a_look_chosen_in_the_palette_is_kept(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await in_palette(evening, "look: ember")
        await evening.press("enter")
        await evening.at("arrive")
        await wears(evening, "ember")
        assert config(tmp_path) == {"theme": "ember"}


async def test_the_palette_leads_to_the_page_of_looks(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await in_palette(evening, "see each")
        await evening.press("enter")
        await evening.at("Looks")
        await evening.press("down", "enter")
        await evening.at("arrive")
        await wears(evening, "ember")
        assert config(tmp_path) == {"theme": "ember"}


async def test_what_the_palette_chose_over_the_page_of_looks_stays(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await to_looks(evening)
        await evening.press("down")
        await wears(evening, "ember")
        await evening.press("ctrl+p")
        await evening.write("look: moss")
        await evening.press("enter")
        await evening.at("Looks")
        assert isinstance(evening.app.screen, Looks)
        await evening.press("escape")
        await wears(evening, "moss")
        assert config(tmp_path) == {"theme": "moss"}


async def test_a_look_only_for_this_run_is_written_by_no_other_choice(tmp_path: Path) -> None:
    async with night(tmp_path, config='theme = "dusk"\n') as evening:
        evening.app.choose_look(find("paper", (shipped_folder(),)))
        await in_palette(evening, "motion: gentle")
        await evening.press("enter")
        assert config(tmp_path) == {"theme": "dusk", "motion": "gentle"}
        await wears(evening, "paper")
        await evening.press("comma", *["down"] * LOOKS, "enter")
        await evening.at("Looks")
        await evening.press("up", "escape", "escape")
        await wears(evening, "paper")
        assert config(tmp_path) == {"theme": "dusk", "motion": "gentle"}
