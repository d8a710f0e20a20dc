"""What is taken out of the config is named nowhere in it any more, and comes back by no change."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from winddown.data import config
from winddown.data.locations import Locations, locations
from winddown.data.settings import SettingsInFile
from winddown.errors import WinddownError

STEPS = ("breathing", "comforts", "reflection", "outreach")


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


@pytest.fixture
def settings(home: Locations) -> SettingsInFile:
    return SettingsInFile(home, lambda: config.load(home.config_file, STEPS)[0], STEPS)


def put(home: Locations, text: str) -> None:
    home.config.mkdir(parents=True, exist_ok=True)
    home.config_file.write_bytes(text.encode())


def table(home: Locations) -> dict[str, Any]:
    return tomllib.loads(home.config_file.read_text(encoding="utf-8"))


def test_a_value_in_the_place_of_a_table_is_left_and_named(
    settings: SettingsInFile, home: Locations
) -> None:
    put(home, "# mine\nbreathing = 3\n")
    with pytest.raises(WinddownError, match=r"config\.toml line 2: 'breathing' should be a table"):
        settings.set(("breathing", "minutes"), 3)
    assert home.config_file.read_bytes() == b"# mine\nbreathing = 3\n"


def test_a_field_that_is_taken_away_leaves_the_others(
    settings: SettingsInFile, home: Locations
) -> None:
    put(home, "[[people]]\nname = 'Sam' # mine\nchannels = ['text']\n")
    settings.put("people", "Sam", {"channels": None})
    assert home.config_file.read_text() == "[[people]]\nname = 'Sam' # mine\n"


def test_a_pattern_that_is_removed_is_no_more_the_usual_one(
    settings: SettingsInFile, home: Locations
) -> None:
    phases = [{"cue": "in", "s": 4.0}, {"cue": "out", "s": 6.0}]
    first, second = (settings.add("patterns", {"name": name, "phases": phases}) for name in "ab")
    settings.set(("breathing", "pattern"), second)
    settings.remove("patterns", first)
    assert table(home)["breathing"]["pattern"] == second
    settings.remove("patterns", second)
    assert "pattern" not in table(home).get("breathing", {})


def test_an_act_that_is_removed_is_no_more_the_smaller_one_of_another(
    settings: SettingsInFile, home: Locations
) -> None:
    put(home, "[[acts]]\nid = 'a'\ntext = 'x'\nsmaller = 'b'\n[[acts]]\nid = 'b'\ntext = 'y'\n")
    settings.remove("acts", "b")
    assert table(home) == {"acts": [{"id": "a", "text": "x"}]}


@pytest.mark.parametrize(
    "change",
    [
        lambda stale: stale.put("cues", "one", {"text": "three"}),
        lambda stale: stale.move("cues", "one", 1),
    ],
    ids=["reworded", "moved"],
)
def test_an_entry_that_an_editor_took_out_meanwhile_does_not_come_back(
    home: Locations, change: Callable[[SettingsInFile], None]
) -> None:
    put(home, "[outreach]\ncues = ['one', 'two']\n")
    read = config.load(home.config_file, STEPS)[0]
    stale = SettingsInFile(home, lambda: read, STEPS)
    put(home, "[outreach]\ncues = ['two']\n")
    with pytest.raises(WinddownError, match="no longer in the config, so nothing was changed"):
        change(stale)
    assert table(home) == {"outreach": {"cues": ["two"]}}
