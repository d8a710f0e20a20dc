"""Real terminals of each kind: no more colours and letters are sent than they say they have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.program import Program
from tests.terminal.test_looks import asked_for, configured, foreign

ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
"""What is no letter: where to write, in which colour, and the modes of the terminal."""


def arriving(home: Path, *arguments: str, **environ: str) -> bytes:
    """Arrive for the first time, see the help, leave, and give everything that was sent."""
    with Program(home, *arguments, **environ) as program:
        program.wait_for("enter on")
        program.rest()
        program.press("enter")
        program.wait_for("How is tonight?")
        program.rest()
        program.press("F1")
        program.wait_for("Someone to turn to")
        program.rest()
        program.press("F1")
        program.rest()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        return program.raw


def reds(raw: bytes) -> set[tuple[int, ...]]:
    """Give every true colour that was asked for."""
    codes = ";".join(asked_for(raw))
    return {tuple(map(int, found)) for found in re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", codes)}


def test_256_colours_are_all_that_a_terminal_with_256_is_sent(tmp_path: Path) -> None:
    raw = arriving(tmp_path, TERM="xterm-256color", COLORTERM="")
    assert reds(raw) == set()
    assert re.search(rb"48;5;2\d\d", raw)


@pytest.mark.parametrize("term", ["xterm-16color", "linux", "vt220", "screen"])
def test_a_terminal_with_sixteen_colours_shows_its_own_whatever_look_is_kept(
    tmp_path: Path, term: str
) -> None:
    home = configured(tmp_path, 'theme = "moss"\n')
    before = (home / "config" / "config.toml").read_bytes()
    raw = arriving(home, TERM=term, COLORTERM="")
    assert {"35", "94"} <= {*re.split("[;:]", ";".join(asked_for(raw)))}
    assert [*foreign(raw)] == []
    assert (home / "config" / "config.toml").read_bytes() == before


def test_of_sixteen_colours_the_page_of_looks_says_so(tmp_path: Path) -> None:
    with Program(tmp_path, "settings", TERM="xterm-16color", COLORTERM="") as program:
        program.wait_for("Yours to shape")
        program.rest()
        program.press(*["down"] * 8, "enter")
        program.wait_for("sixteen colours")
        program.rest()
        program.press("down")
        program.rest()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert [*foreign(program.raw)] == []


def test_an_empty_no_color_changes_nothing(tmp_path: Path) -> None:
    raw = arriving(tmp_path, NO_COLOR="")
    assert b"48;2;20;16;20" in raw
    assert any(len(set(each)) > 1 for each in reds(raw))


def test_with_no_color_everything_true_is_grey(tmp_path: Path) -> None:
    raw = arriving(tmp_path, NO_COLOR="1")
    assert len(reds(raw)) > 5
    assert all(len(set(each)) == 1 for each in reds(raw))


@pytest.mark.parametrize("environ", [{"TERM": "xterm-16color"}, {"TERM": "linux"}])
def test_with_no_color_sixteen_colours_are_none(tmp_path: Path, environ: dict[str, str]) -> None:
    raw = arriving(tmp_path, NO_COLOR="1", COLORTERM="", **environ)
    asked = {*re.split("[;:]", ";".join(asked_for(raw)))} - {""}
    assert {int(code) for code in asked} <= {*range(10), *range(21, 30), 39, 49}


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "TERM": "xterm-256color", "COLORTERM": ""},
        {"LC_ALL": "C", "TERM": "vt220", "COLORTERM": ""},
    ],
)
def test_a_terminal_without_utf_8_is_sent_ascii_alone(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    raw = arriving(tmp_path, **environ)
    assert ESCAPES.sub(b"", raw).isascii()
    assert b"@ arrive" in ESCAPES.sub(b"", raw)


def test_the_console_of_linux_is_sent_letters_but_no_marks_that_it_lacks(tmp_path: Path) -> None:
    raw = arriving(tmp_path, TERM="linux", COLORTERM="")
    sent = ESCAPES.sub(b"", raw).decode("utf-8", "replace")
    assert not {*sent} & {*"◉○●✓›━·•"}


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": ""}, {"TERM": "linux"}])
def test_the_evening_in_lines_has_no_colour_at_all(tmp_path: Path, environ: dict[str, str]) -> None:
    with Program(tmp_path, "--plain", **environ) as program:
        program.wait_for("?")
        program.press("\x04")
        program.wait_until_left()
        assert b"\x1b" not in program.raw


@pytest.mark.parametrize("command", [("support",), ("themes",), ("--plain",)])
def test_what_is_said_without_a_screen_is_ascii_as_well(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    with Program(tmp_path, *command, LC_ALL="C", NO_COLOR="1") as program:
        if command == ("--plain",):
            program.wait_for("?")
            program.press("\x04")
        program.wait_until_left()
        assert len(program.raw) > 40
        assert program.raw.isascii()
