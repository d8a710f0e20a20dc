"""`winddown review` of a day or a month: what it prints, what it keeps to itself, how it ends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.reviews import OLD, home_of, old, review


def test_an_evening_asked_for_by_its_day_is_told_with_all_that_was_written(
    tmp_path: Path,
) -> None:
    said = review(home_of(tmp_path, [OLD]), "2019-11-22", "--plain")
    assert said.stdout == (
        "Friday 22 November 2019\n"
        "\n"
        "On a tired evening you breathed for five minutes (Long out-breath). You\n"
        "chose “Pull a favourite blanket close” for comfort. How settled you\n"
        "felt: 4 before, 6 after.\n"
        "\n"
        "You noticed “Scrolling social media”, and it may have kept something at\n"
        "arm's length; that happens. It took a little from something, or someone,\n"
        "that matters to you.\n"
        "\n"
        "You crossed paths with Sam and the neighbour.\n"
        "\n"
        "One small thing stood ready: “When I have put the kettle on tomorrow, I\n"
        "will text Sam that I am thinking of them.” You did it. You guessed it\n"
        "would feel like 4; it felt like 8.\n"
        "\n"
        "The line you kept\n"
        "  Rain on the window.\n"
        "\n"
        "Away from what\n"
        "  my sister\n"
        "\n"
        "How you would reach out\n"
        "  a postcard\n"
        "\n"
        "First words\n"
        "  Saw this and thought of you.\n"
        "\n"
        "How it went\n"
        "  We laughed.\n"
    )
    assert (said.returncode, said.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("2019-11-21", "--plain"), "Thursday 21 November 2019"),
        (("2019-11-21", "--md"), "Thursday 21 November 2019"),
        (("2019-11-23", "--md"), "Saturday 23 November 2019"),
        (("--month", "2019-12", "--plain"), "December 2019"),
        (("--month", "2019-12", "--md"), "December 2019"),
        (("--month", "0001-01", "--md"), "January 1"),
        (("--month", "9999-12", "--md"), "December 9999"),
    ],
)
def test_of_a_day_or_a_month_without_an_evening_that_is_said_in_one_kind_sentence(
    tmp_path: Path, words: tuple[str, ...], named: str
) -> None:
    said = review(home_of(tmp_path, [OLD, old(1, keep_out=True, note="Rain.")]), *words)
    assert said.stderr == (
        f"winddown: There is nothing to look back on for {named}, and nothing needs to be.\n"
    )
    assert (said.returncode, said.stdout) == (1, "")


def test_a_month_is_told_page_by_page_in_its_order_with_what_is_folded_left_folded(
    tmp_path: Path,
) -> None:
    evenings = [old(9, note="December."), old(2, note="Later."), OLD, old(-30, note="October.")]
    lines = review(home_of(tmp_path, evenings), "--month", "2019-11", "--plain").stdout
    assert [line for line in lines.splitlines() if line.endswith("2019")] == [
        "Friday 22 November 2019",
        "Sunday 24 November 2019",
    ]
    assert "my sister" not in lines
    assert "Later." in lines


def test_a_page_to_take_along_has_the_month_and_neither_folded_text_nor_what_was_kept_out(
    tmp_path: Path,
) -> None:
    evenings = [
        old(9, note="December."),
        old(3, note="Kept to myself.", keep_out=True),
        old(2, note="*Later* <b>"),
        OLD,
    ]
    written = review(home_of(tmp_path, evenings), "--month", "2019-11", "--md").stdout
    assert [line for line in written.splitlines() if line.startswith("#")] == [
        "# Evenings",
        "## November 2019",
        "### Friday 22 November 2019",
        "### Sunday 24 November 2019",
    ]
    assert "They are no measurement." in written
    assert "> \\*Later\\* \\<b\\>" in written
    for private in ("my sister", "postcard", "thought of you", "laughed", "myself", "December"):
        assert private not in written


def test_without_a_month_the_whole_book_is_written(tmp_path: Path) -> None:
    evenings = [old(9, note="December."), OLD, old(-30, note="October.")]
    written = review(home_of(tmp_path, evenings), "--md").stdout
    assert [line for line in written.splitlines() if line.startswith("## ")] == [
        "## October 2019",
        "## November 2019",
        "## December 2019",
    ]


def test_an_evening_kept_out_is_still_told_to_whoever_asks_for_its_very_day(
    tmp_path: Path,
) -> None:
    said = review(home_of(tmp_path, [replace(OLD, keep_out=True)]), "2019-11-22", "--plain")
    assert "Rain on the window." in said.stdout
    assert said.returncode == 0


def test_a_letter_that_the_output_does_not_know_stops_nothing(tmp_path: Path) -> None:
    said = review(
        home_of(tmp_path, [OLD]), "2019-11-22", "--plain", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert "Friday 22 November 2019" in said.stdout
    assert said.returncode == 0


def test_ones_own_wording_is_said_here_as_on_the_screens(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "content"
    folder.mkdir(parents=True)
    (folder / "look_back.toml").write_text('[words]\nkept = "Behalten"\n', "utf-8")
    (folder / "plan.toml").write_text('[words]\nmonth-11 = "November,"\n', "utf-8")
    said = review(home_of(tmp_path, [OLD]), "2019-11-22", "--plain")
    assert "Behalten\n  Rain on the window." in said.stdout
    assert said.stdout.startswith("Friday 22 November, 2019")


def test_yesterday_is_understood_as_a_day(tmp_path: Path) -> None:
    assert "There is nothing to look back on for " in review(tmp_path, "yesterday", "--md").stderr
