"""`winddown review` of a day says in a line that another version of it stands, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.reviews import LONG_AGO, OLD, home_of, review
from winddown.data.locations import locations

NAME = "2019-11-22.sync-conflict-20191123-101112-ABCDEFG.toml"


def beside(home: Path, *, is_kept: bool = True) -> Path:
    """Leave another version of that evening, as Syncthing does."""
    home_of(home, [OLD])
    own = locations({"WINDDOWN_HOME": str(home)}).evening(LONG_AGO)
    other = own.with_name(NAME)
    other.write_bytes(own.read_bytes().replace(b"Rain on the window.", b"Snow."))
    if not is_kept:
        own.unlink()
    return other


def test_it_is_said_beneath_the_page_with_its_path_in_one_line(tmp_path: Path) -> None:
    other = beside(tmp_path)
    said = review(tmp_path, "2019-11-22", "--plain")
    assert "Rain on the window." in said.stdout
    assert "Snow." not in said.stdout
    assert said.stdout.endswith(
        "\n\nAnother version of this evening stands beside it (from Syncthing, 23\n"
        f"November 10:11):\n  {other}\n"
    )
    assert (said.returncode, said.stderr) == (0, "")


def test_where_only_another_one_stands_that_is_said_and_nothing_is_wrong(tmp_path: Path) -> None:
    other = beside(tmp_path, is_kept=False)
    said = review(tmp_path, "2019-11-22", "--plain")
    assert said.stdout == (
        f"A version of this evening stands there (from Syncthing, 23 November\n10:11):\n  {other}\n"
    )
    assert (said.returncode, said.stderr) == (0, "")


@pytest.mark.parametrize(
    "words", [("2019-11-22", "--md"), ("--month", "2019-11", "--plain"), ("--plain",)]
)
def test_a_page_to_take_along_and_a_month_are_of_the_evenings_alone(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    beside(tmp_path)
    said = review(tmp_path, *words)
    assert "Snow." not in said.stdout
    assert "nother version" not in said.stdout
    assert said.returncode == 0


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        (("--plain",), True),
        (("--md",), True),
        (("--month", "2019-11", "--plain"), True),
        (("--month", "2019-12", "--plain"), False),
    ],
)
def test_an_evening_of_which_only_another_version_stands_is_named_and_not_passed_over(
    tmp_path: Path, words: tuple[str, ...], is_told: bool
) -> None:
    beside(tmp_path, is_kept=False)
    said = review(tmp_path, *words)
    told = (
        "winddown: Friday 22 November 2019 stands only as another program's copy; "
        "`winddown review 2019-11-22 --plain` says where.\n"
    )
    assert (told in said.stderr) is is_told
    assert "Snow." not in said.stdout + said.stderr


def test_an_evening_that_is_not_understood_is_still_named_as_such(tmp_path: Path) -> None:
    other = beside(tmp_path)
    other.with_name("2019-11-22.toml").write_text('note = "ring Ana')
    said = review(tmp_path, "2019-11-22", "--plain")
    assert str(other) in said.stdout
    assert "2019-11-22.toml line 1" in said.stderr
    assert "Ana" not in said.stderr
    assert said.returncode == 1
