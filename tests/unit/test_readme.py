"""The front page says what is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from winddown import theme_reading
from winddown.data import config
from winddown.steps import between

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
EXAMPLES = re.findall(r"^ *```toml\n(.*?)^ *```", README, re.MULTILINE | re.DOTALL)


def test_there_are_two_commands_to_set_it_up() -> None:
    """One ends in the program, one in its tests, and every line of shell is one of the two."""
    run, test = COMMANDS
    assert run.endswith("&& .venv/bin/winddown")
    assert test.endswith("&& .venv/bin/python -m pytest")
    assert re.findall(r"```sh\n(.*?)```", README, re.DOTALL) == [f"{run}\n", f"{test}\n"]


def test_the_gates_begin_with_the_test_command_word_for_word() -> None:
    """What a newcomer is told to run is what is checked."""
    assert COMMANDS[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", re.findall(r"\]\((?!https?:)([^)]+)\)", README))
def test_what_it_links_to_is_there(path: str) -> None:
    """No picture and no page is missing."""
    assert (ROOT / path).is_file()


def test_the_settings_it_shows_can_be_used_as_they_stand(tmp_path: Path) -> None:
    """Whoever copies the example gets no complaint, and something of their own in every list."""
    file = tmp_path / "config.toml"
    file.write_text(EXAMPLES[0], encoding="utf-8")
    read, problems = config.load(file, between())
    assert problems == ()
    assert read.breathing.patterns
    assert read.comforts
    assert read.habits
    assert read.people
    assert read.acts
    assert read.support.own


def test_the_theme_it_shows_can_be_worn(tmp_path: Path) -> None:
    """Whoever copies the example has a theme that works."""
    file = tmp_path / "dusk.toml"
    file.write_text(re.sub(r"^  ", "", EXAMPLES[1], flags=re.MULTILINE), encoding="utf-8")
    assert theme_reading.load(file) == theme_reading.load(ROOT / "themes" / "dusk.toml")


def test_its_lines_fit_a_page() -> None:
    """Prose stays within a hundred characters; a table's row is one line by its nature."""
    assert [line for line in README.splitlines() if len(line) > 100 and line[0] != "|"] == []
