"""`winddown review --last N`: the newest evenings alone, and nothing older is even opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.terminal.program import Program
from tests.unit.reviews import OLD, home_of, old, review
from tests.years import evenings
from winddown.data.locations import locations

COUNTED = """
import sys
opened = []
def count(event, arguments):
    if event == "open" and "/evenings/" in str(arguments[0]):
        opened.append(arguments[0])
sys.addaudithook(count)
from winddown.cli import main
main(["review", "--plain", "--last", "10"])
print(len(opened), "statistics" in sys.modules)
"""


def titles(said: str) -> list[str]:
    """Give the days above the pages, in their order."""
    return [line for line in said.splitlines() if line.endswith(" 2019")]


def test_the_newest_are_told_a_page_each_the_latest_at_the_end(tmp_path: Path) -> None:
    home = home_of(tmp_path, [old(9, note="Newest."), old(2, note="Before."), OLD])
    said = review(home, "--last", "2", "--plain")
    assert said.stdout == (
        "Sunday 24 November 2019\n\nThe line you kept\n  Before.\n\n\n"
        "Sunday 1 December 2019\n\nThe line you kept\n  Newest.\n"
    )
    assert (said.returncode, said.stderr) == (0, "")


def test_an_evening_kept_out_is_neither_told_nor_counted(tmp_path: Path) -> None:
    home = home_of(tmp_path, [old(3, note="Mine.", keep_out=True), old(2), old(1), OLD])
    said = review(home, "--last", "2").stdout
    assert titles(said) == ["Saturday 23 November 2019", "Sunday 24 November 2019"]
    assert "Mine." not in said


def test_of_fewer_evenings_than_that_all_are_told(tmp_path: Path) -> None:
    assert len(titles(review(home_of(tmp_path, [old(1), OLD]), "--last", "99").stdout)) == 2


def test_the_newest_of_a_month_and_the_newest_as_markdown(tmp_path: Path) -> None:
    home = home_of(tmp_path, [old(9), old(2), old(1), OLD])
    said = review(home, "--last", "1", "--month", "2019-11").stdout
    assert titles(said) == ["Sunday 24 November 2019"]
    written = review(home, "--last", "2", "--md").stdout
    assert titles(written)[1::2] == ["### Sunday 24 November 2019", "### Sunday 1 December 2019"]


def test_of_ten_years_only_as_many_files_are_opened_and_nothing_is_added_up(
    tmp_path: Path,
) -> None:
    home = home_of(tmp_path, evenings(3_650, date(2019, 11, 22)))
    tonight = 1  # is looked for, too, since what is wrong with it would be said
    assert review(home, code=COUNTED).stdout.splitlines()[-1] == f"{10 + tonight} False"


@pytest.mark.parametrize("number", ["0", "-1", "ten", "1.5", "", "9" * 20])
def test_what_is_no_number_of_evenings_is_refused_in_a_sentence(
    tmp_path: Path, number: str
) -> None:
    said = review(home_of(tmp_path, [OLD]), f"--last={number}")
    told = "argument --last: give a whole number of evenings, 1 or more"
    assert said.stderr.splitlines()[-1] == f"winddown review: error: {told}"
    assert (said.returncode, said.stdout) == (2, "")


def test_one_evening_and_the_newest_do_not_go_together(tmp_path: Path) -> None:
    said = review(home_of(tmp_path, [OLD]), "2019-11-22", "--last", "2")
    assert said.stderr.endswith("argument --last: not allowed with argument DATE\n")
    assert (said.returncode, said.stdout) == (2, "")


def test_with_no_evening_there_is_nothing_to_look_back_on_and_nothing_wrong(
    tmp_path: Path,
) -> None:
    said = review(tmp_path, "--last", "3")
    assert "nothing to look back on yet" in said.stdout
    assert (said.returncode, said.stderr) == (0, "")


@pytest.mark.parametrize(("last", "is_named"), [("1", False), ("2", True)])
def test_one_that_stands_only_as_another_programs_copy_is_named_where_it_would_be(
    tmp_path: Path, last: str, is_named: bool
) -> None:
    home = home_of(tmp_path, [old(2), old(1), OLD])
    own = locations({"WINDDOWN_HOME": str(home)}).evening(old(1).evening)
    own.rename(own.with_name(f"{own.stem}.sync-conflict-20191123-101112-ABCDEFG.toml"))
    said = review(home, "--last", last)
    assert ("another program's copy" in said.stderr) is is_named
    assert said.returncode == 0


def test_one_that_is_not_understood_is_named_and_the_next_is_told(tmp_path: Path) -> None:
    home = home_of(tmp_path, [old(2), old(1), OLD])
    broken = locations({"WINDDOWN_HOME": str(home)}).evening(old(2).evening)
    broken.write_text('note = "my secret\n')
    said = review(home, "--last", "1")
    assert titles(said.stdout) == ["Saturday 23 November 2019"]
    assert said.stderr.startswith(f"winddown: {broken} line 1")
    assert said.returncode == 1


def test_in_a_terminal_too_they_are_printed(tmp_path: Path) -> None:
    with Program(home_of(tmp_path, [OLD]), "review", "--last", "1") as program:
        assert program.wait_until_left() == 0
        assert "Friday 22 November 2019" in program.text
