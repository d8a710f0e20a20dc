"""In the config that winddown wrote, a change stands beneath the comment that explains it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from winddown.data import config
from winddown.data.config_lists import LISTS
from winddown.data.config_template import template
from winddown.data.locations import Locations, locations
from winddown.data.settings import SettingsInFile
from winddown.routine.settings import Key, ListName
from winddown.steps import between

WRITTEN = template(between())
VALUES: dict[Key, str] = {
    ("theme",): 'theme = "moss"',
    ("motion",): 'motion = "still"',
    ("day_ends",): "day_ends = 04:00:00",
    ("closing",): 'closing = "Sleep well."',
    ("remember",): "remember = false",
    ("steps",): 'steps = ["outreach"]',
    ("breathing", "pattern"): 'pattern = "box"',
    ("breathing", "minutes"): "minutes = 7",
    ("breathing", "bell"): "bell = true",
    ("shipped", "comforts"): "comforts = false",
    ("shipped", "habits"): "habits = false",
    ("shipped", "acts"): "acts = false",
    ("shipped", "cues"): "cues = false",
    ("support", "country"): 'country = "GB"',
}
ENTRIES: dict[ListName, str] = {
    "comforts": 'id = "own-1"\ntext = "Wind the clock"\n',
    "habits": 'id = "own-1"\ntext = "Chess"\n',
    "acts": 'id = "own-1"\ntext = "Wave"\n',
    "people": 'name = "Ana"\n',
    "contacts": 'name = "Ana"\ncontact = "1"\n',
    "patterns": 'id = "own-1"\nname = "Slow"\nphases = [{cue = "in", s = 4.0}]\n',
}
SENTENCES: dict[ListName, str] = {"cues": 'cues = ["I wake"]', "plan": 'plan = ["Ring Ana."]'}


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    where = locations({"WINDDOWN_HOME": str(tmp_path)})
    where.config.mkdir()
    where.config_file.write_text(WRITTEN)
    return where


@pytest.fixture
def settings(home: Locations) -> SettingsInFile:
    steps = between()
    return SettingsInFile(home, lambda: config.load(home.config_file, steps)[0], steps)


def opened(text: str, table: str) -> str:
    """Put the header of a table beneath the one that is commented out."""
    offer = f"\n#[{table}]\n"
    assert text.count(offer) == 1
    return text.replace(offer, f"{offer}[{table}]\n")


def set_in(text: str, table: str, line: str) -> str:
    """Put a value beneath its comment in a table of the config."""
    start = text.index(f"\n[{table}]\n") if table else 0
    name = line.partition(" ")[0]
    place = re.compile(rf"^#(?:# )?{name} = .*\n", re.MULTILINE).search(text, start)
    assert place
    return f"{text[: place.end()]}{line}\n{text[place.end() :]}"


@pytest.mark.parametrize(("key", "line"), VALUES.items(), ids=map(".".join, VALUES))
def test_a_value_stands_directly_beneath_its_default(
    settings: SettingsInFile, home: Locations, key: Key, line: str
) -> None:
    table = ".".join(key[:-1])
    settings.set(key, tomllib.loads(line)[key[-1]])
    text = opened(WRITTEN, table) if table else WRITTEN
    assert home.config_file.read_text() == set_in(text, table, line)
    settings.undo()
    assert home.config_file.read_text() == WRITTEN


@pytest.mark.parametrize(("name", "line"), SENTENCES.items(), ids=SENTENCES)
def test_a_list_of_sentences_stands_directly_beneath_its_example(
    settings: SettingsInFile, home: Locations, name: ListName, line: str
) -> None:
    (table, key) = LISTS[name].path
    settings.add(name, {"text": tomllib.loads(line)[key][0]})
    assert home.config_file.read_text() == set_in(opened(WRITTEN, table), table, line)
    settings.undo()
    assert home.config_file.read_text() == WRITTEN


@pytest.mark.parametrize(("name", "entry"), ENTRIES.items(), ids=ENTRIES)
def test_a_new_entry_stands_beneath_the_example_of_its_list(
    settings: SettingsInFile, home: Locations, name: ListName, entry: str
) -> None:
    fields: dict[str, Any] = tomllib.loads(entry)
    fields.pop("id", None)
    settings.add(name, fields)
    path = ".".join(LISTS[name].path)
    above, example, below = re.split(
        rf"(^## \[\[{path}\]\]\n(?:## .*\n)*\n)", WRITTEN, flags=re.MULTILINE
    )
    between_them = "\n" if below else ""
    after = f"{above}{example}[[{path}]]\n{entry}{between_them}{below}"
    if len(LISTS[name].path) > 1:
        after = opened(after, LISTS[name].path[0])
    assert home.config_file.read_text() == after
    settings.undo()
    assert home.config_file.read_text() == WRITTEN


def test_changing_everything_leaves_every_line_and_says_everything(
    settings: SettingsInFile, home: Locations
) -> None:
    for key, line in reversed(VALUES.items()):
        settings.set(key, tomllib.loads(line)[key[-1]])
    for name, line in (SENTENCES | ENTRIES).items():
        if name in SENTENCES:
            settings.add(name, {"text": tomllib.loads(line)[LISTS[name].path[-1]][0]})
        else:
            settings.add(name, {k: v for k, v in tomllib.loads(line).items() if k != "id"})
    text = home.config_file.read_text()
    lines = iter(text.splitlines())
    assert all(line in lines for line in WRITTEN.splitlines() if line)
    for key, line in VALUES.items():
        assert text.count(f"\n{line}\n") == 1
        value: Any = tomllib.loads(text)
        for part in key:
            value = value[part]
        assert value == tomllib.loads(line)[key[-1]]
    while settings.can_undo:
        settings.undo()
    assert home.config_file.read_text() == WRITTEN


def test_a_value_that_goes_back_to_its_default_leaves_the_comment_alone(
    settings: SettingsInFile, home: Locations
) -> None:
    settings.set(("theme",), "moss")
    settings.set(("theme",), None)
    assert home.config_file.read_text() == WRITTEN
