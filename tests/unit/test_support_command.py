"""`winddown support`: everyone to turn to, without a screen and without a network."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.unit.by_day import home_of, winddown
from winddown.commands.support import lines
from winddown.data import content
from winddown.opening import open_evening
from winddown.routine.occasion import Occasion
from winddown.routine.support_told import support_told
from winddown.routine.wrapping import cells

OWN = """
[support]
country = "GB"
plan = ["Put the kettle on.", "Sit by the window, ring Ana."]
[[support.own]]
name = "Dr Shah's surgery"
contact = "01632 960 123"
"""
NIGHT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
COUNTRIES = sorted({line.code for line in content.lines()} - {"EU"})


def configure(home: Path, text: str) -> None:
    """Write the config."""
    where = home_of(home)
    where.config.mkdir(parents=True)
    where.config_file.write_text(text, encoding="utf-8")


def occasion(home: Path, text: str, now: datetime = NIGHT) -> Occasion:
    """Give an occasion with this config."""
    configure(home, text)
    return open_evening({"WINDDOWN_HOME": str(home)}, now=lambda: now).occasion


def test_ones_own_come_first_then_the_numbers_then_the_directories(tmp_path: Path) -> None:
    """Nearest first, each with what is known of it."""
    configure(tmp_path, OWN)
    said = winddown(tmp_path, "support")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith(
        "Put the kettle on.\n"
        "Sit by the window, ring Ana.\n"
        "\n"
        "01632 960 123   Dr Shah's surgery\n"
        "\n"
        "Hurt already, or in danger now: 999\n"
        "\n"
        "116 123   Samaritans\n"
    )
    order = ["116 123", "as of 2024", "0808 2000 247", "findahelpline.com", "never scans"]
    assert sorted(order, key=said.stdout.index) == order


@pytest.mark.parametrize("width", [72, 40])
@pytest.mark.parametrize("country", [*COUNTRIES, "XX"])
def test_every_word_of_the_screen_is_there_whole_in_a_window_of_any_width(
    tmp_path: Path, country: str, width: int
) -> None:
    """Nothing is left out where there is little room."""
    tonight = occasion(tmp_path, f'[support]\ncountry = "{country}"\n')
    printed = [*lines(tonight, width)]
    assert max(map(cells, printed)) <= width
    told = [each.text for each in support_told(tonight)]
    assert " ".join(printed).split() == " ".join(told).split()


@pytest.mark.parametrize("country", COUNTRIES)
def test_no_number_is_parted_by_the_end_of_a_line(tmp_path: Path, country: str) -> None:
    """Neither one to ring nor one that is named beside it."""
    tonight = occasion(tmp_path, f'[support]\ncountry = "{country}"\n')
    numbers = [
        number for told in support_told(tonight) for number in re.findall(r"\d[\d ]*\d", told.text)
    ]
    assert numbers
    for width in range(20, 73):
        printed = [*lines(tonight, width)]
        assert [each for each in numbers if not any(each in line for line in printed)] == []


def test_a_line_that_is_closed_by_now_says_so(tmp_path: Path) -> None:
    """At three in the night."""
    text = '[support]\ncountry = "MY"\n'
    assert "15555   HEAL Line   closed now" in lines(occasion(tmp_path / "night", text), 72)
    noon = NIGHT + timedelta(hours=9)
    assert "15555   HEAL Line" in lines(occasion(tmp_path / "day", text, noon), 72)


def test_a_list_that_has_grown_old_says_so(tmp_path: Path) -> None:
    """A year after it was checked."""
    text = '[support]\ncountry = "GB"\n'
    old = content.words("support")["old_list"]
    assert old not in lines(occasion(tmp_path / "now", text), 72)
    assert old in lines(occasion(tmp_path / "later", text, NIGHT + timedelta(days=400)), 72)


def test_whatever_was_written_does_nothing_to_the_terminal(tmp_path: Path) -> None:
    """Not even in one's own plan."""
    text = '[support]\nplan = ["Ring\\u001b[2J Ana\\u0007"]\n'
    assert all(line.isprintable() for line in lines(occasion(tmp_path, text), 72))


def test_a_config_with_a_mistake_is_named_and_the_lines_are_printed(tmp_path: Path) -> None:
    """Whoever needs a number gets one."""
    configure(tmp_path, OWN + "\nthme = 1\n")
    said = winddown(tmp_path, "support")
    assert said.returncode == 0
    assert "116 123" in said.stdout
    assert "thme" in said.stderr


def test_without_a_home_the_lines_are_printed_and_nothing_is_made(tmp_path: Path) -> None:
    """For a country that the computer suggests, which is said to be a guess."""
    said = winddown(tmp_path / "home", "support")
    assert (said.returncode, said.stderr) == (0, "")
    assert "United Kingdom is a guess from your computer." in said.stdout
    assert [*tmp_path.iterdir()] == []


def test_printing_them_loads_no_screen_and_opens_no_connection(tmp_path: Path) -> None:
    """Not even the modules for either."""
    code = (
        "import sys; before = {*sys.modules}; from winddown.cli import main; main(['support']);"
        "print(*{*sys.modules} - before)"
    )
    environ = {"WINDDOWN_HOME": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env=environ | {"PYTHONPATH": str(Path(lines.__code__.co_filename).parents[2])},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = {name.split(".")[0] for name in ran.stdout.splitlines()[-1].split()}
    assert "winddown" in loaded
    assert not loaded & {"textual", "rich", "socket", "http", "ssl", "asyncio"}


def test_settings_that_cannot_be_read_are_said_to_be_missing_and_no_one_is_sent_to_write_them(
    tmp_path: Path,
) -> None:
    configure(tmp_path, f"{OWN}garbage [[")
    said = winddown(tmp_path, "support").stdout
    assert said.startswith("Your settings cannot be read just now, so your plan, your people and")
    assert "A number of your own can stand here" not in said.replace("\n", " ")
