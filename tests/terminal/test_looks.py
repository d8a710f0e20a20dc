"""Looks in a real terminal: their colours where there are some, and the terminal's own alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.evening import STAGES, opened, prepared
from tests.terminal.hands import Keyboard
from tests.terminal.program import Program
from winddown.theme_files import shipped_folder

SHIPPED = sorted(path.stem for path in shipped_folder().glob("*.toml"))
SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
SIXTEEN = {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108), 39, 49}
STYLES = {*range(10), *range(21, 30), 51, 53, 55}
"""Attributes such as bold and underline, set and taken back: no colours."""


def asked_for(raw: bytes) -> list[str]:
    """Give all that was asked of the terminal's pen."""
    return [codes.decode() for codes in SGR.findall(raw)]


def foreign(raw: bytes) -> Iterator[str]:
    """Give every colour that was asked for which is not one of the sixteen, or the default."""
    for codes in asked_for(raw):
        numbers = [int(code or 0) for code in re.split("[;:]", codes)]
        while numbers:
            code = numbers.pop(0)
            if code in (38, 48, 58):
                kind, *rest = numbers
                if kind == 5 and rest[0] < 16:
                    numbers = rest[1:]
                    continue
                yield codes
                break
            if code not in SIXTEEN | STYLES:
                yield codes


def configured(home: Path, text: str) -> Path:
    """Give a home with a config."""
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text(text, "utf-8")
    return home


def test_with_the_terminals_theme_no_colour_but_its_own_is_ever_sent(tmp_path: Path) -> None:
    config = prepared(tmp_path) / "config" / "config.toml"
    config.write_text(f'theme = "terminal"\n{config.read_text("utf-8")}', "utf-8")
    with opened(tmp_path) as program:
        hands = Keyboard(program)
        for stage in STAGES:
            program.wait_for(stage.title)
            program.rest()
            stage.answer(hands)
            program.wait_for(*stage.shows)
            if stage.step == "comforts":
                look_aside(program, stage.title)
            hands.on()
        program.wait_for("You can close the lid now.")
        program.rest()
        hands.on()
        assert program.wait_until_left() == 0
        assert {"35", "94"} <= {*re.split("[;:]", ";".join(asked_for(program.raw)))}
        assert [*foreign(program.raw)] == []


def look_aside(program: Program, title: str) -> None:
    """See the help, the palette and the settings, and come back."""
    for opens, shows, closes in (
        ("F1", "Someone to turn to", "F1"),
        ("ctrl+p", "Go to", "esc"),
        (",", "Yours to shape", "esc"),
    ):
        program.press(opens)
        program.wait_for(shows)
        program.rest()
        program.press(closes)
        program.wait_for(title)
        program.rest()


@pytest.mark.parametrize(("environ", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_the_list_shows_the_colours_of_each_unless_none_are_wanted(
    tmp_path: Path, environ: dict[str, str], coloured: bool
) -> None:
    home = configured(tmp_path, 'theme = "moss"\n')
    with Program(home, "themes", **environ) as program:
        assert program.wait_until_left() == 0
        in_use = [line for line in program.text.split("\n") if "in use" in line]
        assert len(in_use) == 1
        assert "moss" in in_use[0]
        for name in SHIPPED:
            assert name in program.text
        assert (b"38;2;236;184;128" in program.raw) is coloured
        assert (b"\x1b" in program.raw) is coloured


def test_a_theme_that_is_not_there_is_said_when_the_program_opens_and_dusk_is_worn(
    tmp_path: Path,
) -> None:
    home = configured(tmp_path, '# how it looks\ntheme = "dsk"\n')
    with Program(home) as program:
        program.wait_for("enter on")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        said = program.raw.decode()
    assert "config.toml line 2: there is no theme called 'dsk'" in said
    assert ", ".join(SHIPPED) in said
    assert "48;2;20;16;20" in said


def test_a_theme_on_the_command_line_is_for_this_run_and_never_written(tmp_path: Path) -> None:
    home = configured(tmp_path, 'theme = "dusk"\n')
    before = (home / "config" / "config.toml").read_bytes()
    with Program(home, "--theme", "paper") as program:
        program.wait_for("enter on")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert b"48;2;244;235;221" in program.raw
    assert (home / "config" / "config.toml").read_bytes() == before


def test_a_theme_on_the_command_line_that_is_not_there_is_said_without_a_place(
    tmp_path: Path,
) -> None:
    with Program(tmp_path, "--theme", "papr") as program:
        program.wait_for("enter on")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert "There is no theme called 'papr'" in program.raw.decode()
        assert "Did you mean 'paper'?" in program.raw.decode()
