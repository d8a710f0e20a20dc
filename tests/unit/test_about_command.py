"""`winddown about`: what it is and is not, privacy, and who found what, without any screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.by_day import home_of, winddown
from winddown.commands.about import SOURCES, lines
from winddown.data import content

SAY = content.words("about")


def told(width: int = 72) -> list[str]:
    """Give every line, as wide as wanted."""
    return list(lines(SAY, width))


def flat(text: str) -> str:
    """Give a text without its lines."""
    return " ".join(text.split())


@pytest.mark.parametrize("width", [40, 60, 72])
def test_no_line_is_wider_than_there_is_room(width: int) -> None:
    assert max(map(len, told(width))) <= width


def test_it_prints_everything_there_is_to_tell_and_writes_nothing(tmp_path: Path) -> None:
    said = winddown(tmp_path / "home", "about")
    assert (said.returncode, said.stderr) == (0, "")
    printed = flat(said.stdout)
    for key in content.strings("about"):
        for each in SAY.each(key):
            assert flat(each) in printed
    assert not (tmp_path / "home").exists()


def test_it_says_what_it_is_not_and_where_help_is() -> None:
    printed = flat("\n".join(told()))
    for promise in ("not treatment", "not a crisis service", "winddown support", "plain files"):
        assert promise in printed


def test_it_says_that_nobody_has_tested_it_as_a_whole() -> None:
    assert "Nobody has tested whether this routine works as a whole" in SAY["what_not"]


@pytest.mark.parametrize("part", [each for each in SOURCES if each != "left_out"])
def test_every_finding_says_who_found_it_and_in_which_year(part: str) -> None:
    for source in SAY.each(part):
        if not source.startswith("All of this:"):
            assert re.match(r"[A-Z][^.]*, (19|20)\d\d[^.]*\. ", source), source


def test_ones_own_words_are_what_it_says(tmp_path: Path) -> None:
    folder = home_of(tmp_path).content
    folder.mkdir(parents=True)
    (folder / "about.toml").write_text('[words]\ntitle = "An evening of ours"\n')
    said = winddown(tmp_path, "about").stdout
    assert said.startswith("An evening of ours\n")
