"""Ended from outside: everything answered is on disk, and the terminal is as it was."""

from __future__ import annotations

import signal
import time
import tomllib
from pathlib import Path

import pytest

from tests.terminal.evening import TONIGHT, kept, opened, prepared
from tests.terminal.moments import MOMENTS, Moment, arrived, come_to, has_kept
from tests.terminal.program import WINDDOWN, Program
from winddown.data.locations import locations

PROMPTLY = 5.0
"""Seconds; it takes a fraction of one, but a busy machine decides nothing here."""
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def is_as_before(program: Program, before: list[object]) -> bool:
    """Tell whether the terminal is set as it was, with nothing left switched on."""
    return program.attributes == before and program.modes_on == set()


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_a_signal_at_any_moment_loses_no_answer_and_gives_the_terminal_back(
    tmp_path: Path, moment: Moment, number: int
) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        before = program.attributes
        moment.come_to(program)
        began = time.monotonic()
        program.signal(number)
        assert program.wait_until_left() == 128 + number
        assert time.monotonic() - began < PROMPTLY
        assert is_as_before(program, before)
        assert b"Traceback" not in program.raw
    assert has_kept(moment, tmp_path / "home")


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_a_window_that_is_closed_at_any_moment_loses_no_answer(
    tmp_path: Path, moment: Moment
) -> None:
    with come_to(moment, tmp_path / "home") as program:
        began = time.monotonic()
        assert program.close_window() == 128 + signal.SIGHUP
        assert time.monotonic() - began < PROMPTLY
    assert has_kept(moment, tmp_path / "home")
    assert not (tmp_path / "home/state/crash.txt").exists()


def test_a_closed_window_ends_it_also_where_its_signal_is_held_off(tmp_path: Path) -> None:
    held = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh", *WINDDOWN)
    with Program(prepared(tmp_path / "home"), "--date", "2025-11-21", command=held) as program:
        arrived(program)
        assert program.close_window() == 128 + signal.SIGHUP
    assert kept(tmp_path / "home")["tonight"] == "steady"


def test_a_signal_that_is_held_off_from_the_start_is_not_heeded(tmp_path: Path) -> None:
    held = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh", *WINDDOWN)
    with Program(prepared(tmp_path / "home"), "--date", "2025-11-21", command=held) as program:
        arrived(program)
        program.signal(signal.SIGHUP)
        program.press("down")
        program.wait_for("◉  tired")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("after", [0.08, 0.16, 0.24, 0.32, 0.4, 0.48, 0.56, 0.64])
def test_a_signal_before_the_first_screen_stands_ends_it_without_a_trace(
    tmp_path: Path, after: float, number: int
) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        before = program.attributes
        time.sleep(after)
        program.signal(number)
        code = program.wait_until_left()
        assert is_as_before(program, before)
        assert kept(tmp_path / "home") == {}
        if b"Traceback" in program.raw and b"/winddown/" not in program.raw:
            return  # Python had not come to the first line of ours, and has a way of its own
        assert b"Traceback" not in program.raw
        assert code == 128 + number


def test_a_signal_that_comes_again_and_again_changes_nothing(tmp_path: Path) -> None:
    moment = MOMENTS["typing a note"]
    with come_to(moment, tmp_path / "home") as program:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
            program.signal(number)
        # The ones that come together are taken in whichever order the system has them in.
        assert program.wait_until_left() - 128 in SIGNALS
        assert program.modes_on == set()
        assert b"Traceback" not in program.raw
    assert has_kept(moment, tmp_path / "home")


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
def test_a_signal_while_it_is_being_left_changes_nothing(tmp_path: Path, key: str) -> None:
    moment = MOMENTS["typing a note"]
    with come_to(moment, tmp_path / "home") as program:
        program.press(key)
        try:
            for _ in range(40):
                program.signal(signal.SIGTERM)
                time.sleep(0.01)
        except ProcessLookupError:
            pass
        assert program.wait_until_left() in (0, 130, 143)
        assert program.modes_on == set()
        assert b"Traceback" not in program.raw
    assert has_kept(moment, tmp_path / "home")


def test_a_signal_where_nothing_is_answered_leaves_nothing_on_disk(tmp_path: Path) -> None:
    with Program(tmp_path / "home") as program:
        program.wait_for("Ten quiet minutes")
        program.signal(signal.SIGTERM)
        assert program.wait_until_left() == 143
    assert not (tmp_path / "home").exists()


def test_a_terminal_that_stands_still_holds_up_no_signal(tmp_path: Path) -> None:
    moment = MOMENTS["mid-breath"]
    with opened(prepared(tmp_path / "home")) as program:
        before = program.attributes
        moment.come_to(program)
        time.sleep(4)  # nobody reads what is drawn, as where a line is broken
        program.signal(signal.SIGTERM)
        until = time.monotonic() + 3 * PROMPTLY
        while program.child.isalive() and time.monotonic() < until:
            time.sleep(0.05)
        assert program.wait_until_left() == 143
        assert is_as_before(program, before)
    assert has_kept(moment, tmp_path / "home")


def test_what_its_own_file_cannot_take_is_kept_among_the_copies_when_a_signal_comes(
    tmp_path: Path,
) -> None:
    home = prepared(tmp_path / "home")
    where = locations({"WINDDOWN_HOME": str(home)})
    with opened(home) as program:
        arrived(program)
        where.evening(TONIGHT).write_text("garbage [[", encoding="utf-8")
        program.press("down")
        program.settle(program.text, patience=1.0)
        program.child.kill(signal.SIGTERM)
        assert program.wait_until_left() == 128 + signal.SIGTERM
    assert where.evening(TONIGHT).read_text(encoding="utf-8") == "garbage [["
    (copy,) = where.backups.glob(f"{TONIGHT}-other-version-*.toml")
    assert tomllib.loads(copy.read_text(encoding="utf-8"))["tonight"] == "tired"


def test_what_the_file_of_tonight_takes_no_more_is_put_aside_and_said_to_lie_there(
    tmp_path: Path,
) -> None:
    home = prepared(tmp_path / "home")
    file = locations({"WINDDOWN_HOME": str(home)}).evening(TONIGHT)
    with opened(home) as program:
        arrived(program)
        file.write_text("<<<<<<< ours\n", encoding="utf-8")
        program.press("tab", "7")
        program.rest()
        program.signal(signal.SIGHUP)
        assert program.wait_until_left() == 128 + signal.SIGHUP
    aside = home / "data/backups" / f"{TONIGHT}-other-version-1.toml"
    assert tomllib.loads(aside.read_text(encoding="utf-8"))["settled"] == {"before": 7}
    after = program.raw.rpartition(b"\x1b[?1049l")[2].decode()
    assert f"What you answered last lies in {aside}." in after.replace("\r\n", "")
    assert file.read_text(encoding="utf-8") == "<<<<<<< ours\n"
