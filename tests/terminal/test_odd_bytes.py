"""Bytes that are no text, and sequences that no terminal sends: the evening goes on."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from tests.terminal.evening import kept, opened, prepared
from tests.terminal.moments import MOMENTS, arrived
from tests.terminal.program import Program

CONTROLS = bytes(range(32)) + b"\x7f"
"""Keys that do something with a line that is written, and so may."""


def type_bytes(program: Program, odd: bytes) -> None:
    """Have these bytes come in as if they were typed."""
    program.child.send(odd)
    program.rest()


@pytest.mark.parametrize(
    "odd",
    [
        b"\xff",
        b"\xc3",
        b"\xe2\x82",
        b"\xf0\x9f\x98",
        b"\xed\xa0\x80",
        b"\xc0\xaf",
        "Z\xe9".encode("latin-1"),
        b"\x00\x01\x02",
        b"\xc3\x1b[B",
        b"\x1b[97:65;3u",
        b"\x1b[1;2;99999999999u",
        b"\x1b[97;1;55296u",
        b"\x1b[48;0;0;0;0t\x1b[<0;5;5M",
        b"\x1b[99999;99999R",
        b"\x1b[<99999999;99999999;99999999M",
        b"\x1b]52;c;aGk=\x07",
        b"\x1bP0;1|17/ab\x9c",
    ],
    ids=repr,
)
def test_what_is_no_text_is_survived_and_the_answer_stands(tmp_path: Path, odd: bytes) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        arrived(program)
        type_bytes(program, odd)
        assert program.child.isalive()
        program.resize(81, 25)  # a terminal that said it had no cells says how many it has
        program.wait_for("How is tonight?")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert program.modes_on == set()
    assert "tonight" in kept(tmp_path / "home")
    assert not (tmp_path / "home/state/crash.txt").exists()


def test_half_a_letter_and_then_a_key_loses_the_half_and_not_the_key(tmp_path: Path) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        arrived(program)
        type_bytes(program, b"\xe2\x82")
        program.press("down")
        program.wait_for("◉  tired")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        (b" Caf\xe9 au lait", " Caf\ufffd au lait"),
        (b"\x1b[200~ Gr\xfc\xdfe\x1b[201~", " Gr\ufffd\ufffde"),
        (" Café".encode(), " Café"),
        (b"\xff\xfe", "\ufffd\ufffd"),
        (b"\x1b[97;1;55296u.", "\ufffd."),
    ],
)
def test_in_a_line_only_the_bytes_that_are_no_text_are_replaced(
    tmp_path: Path, typed: bytes, stands: str
) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        MOMENTS["typing a note"].come_to(program)
        type_bytes(program, typed)
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert kept(tmp_path / "home")["note"] == "Snow on the roof." + stands


def test_a_letter_that_comes_in_two_halves_is_one_letter(tmp_path: Path) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        MOMENTS["typing a note"].come_to(program)
        for half in (b"\xc3", b"\xa9"):
            type_bytes(program, half)
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert kept(tmp_path / "home")["note"] == "Snow on the roof.é"


@pytest.mark.parametrize("seed", range(3))
def test_four_kilobytes_of_anything_in_a_line_lose_nothing_of_it(tmp_path: Path, seed: int) -> None:
    anything = random.Random(seed).randbytes(4096).translate(None, CONTROLS)  # noqa: S311
    with opened(prepared(tmp_path / "home")) as program:
        MOMENTS["typing a note"].come_to(program)
        type_bytes(program, anything)
        assert program.child.isalive()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert program.modes_on == set()
    assert kept(tmp_path / "home")["note"].startswith("Snow on the roof.")


@pytest.mark.parametrize("seed", range(3, 7))
def test_four_kilobytes_of_anything_at_all_are_no_crash(tmp_path: Path, seed: int) -> None:
    anything = random.Random(seed).randbytes(4096).replace(b"\x03", b"\x1b[")  # noqa: S311
    with opened(prepared(tmp_path / "home")) as program:
        arrived(program)
        type_bytes(program, anything)
        # There are keys to leave among it.
        with suppress(OSError):
            program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert program.modes_on == set()
    assert not (tmp_path / "home/state/crash.txt").exists()
