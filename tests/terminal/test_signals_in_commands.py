"""Commands without a screen, ended from outside: nothing is torn, and no traceback is shown."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from tests import years
from tests.terminal.program import PATIENCE, WINDDOWN, Program
from winddown.data.locations import locations

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with more evenings than fit into a pipe."""
    home = tmp_path_factory.mktemp("full")
    years.write(locations({"WINDDOWN_HOME": str(home)}), years.evenings(700, date(2026, 11, 22)))
    return home


@contextmanager
def running(home: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command whose output nobody reads, and to which nobody types."""
    environ = {"WINDDOWN_HOME": str(home), "PATH": os.environ["PATH"]}
    pipe = subprocess.PIPE
    command = [*WINDDOWN, *arguments]
    with subprocess.Popen(command, env=environ, stdin=pipe, stdout=pipe, stderr=pipe) as ran:
        try:
            yield ran
        finally:
            ran.kill()


def ended(ran: subprocess.Popen[bytes], number: int) -> tuple[int, bytes]:
    """Send a signal, and give the exit code and what was said."""
    ran.send_signal(number)
    code = ran.wait(PATIENCE)
    assert ran.stderr is not None
    return code, ran.stderr.read()


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "json"),
        ("export", "csv"),
        ("export", "md"),
        ("review", "--plain"),
        ("import", "-"),
    ],
    ids=" ".join,
)
def test_a_command_that_waits_ends_at_once_with_the_code_of_the_signal(
    full: Path, arguments: tuple[str, ...], number: int
) -> None:
    before = sorted(full.rglob("*"))
    with running(full, *arguments) as ran:
        if arguments[0] != "import":
            assert ran.stdout is not None
            ran.stdout.read(1)  # the rest waits for somebody to read on
        else:
            time.sleep(0.6)
        assert ended(ran, number) == (128 + number, b"")
    assert sorted(full.rglob("*")) == before


@pytest.mark.parametrize("number", SIGNALS)
def test_a_file_that_is_being_written_is_whole_or_not_there(
    full: Path, tmp_path: Path, number: int
) -> None:
    (tmp_path / "evenings.json").write_text("what stood there before", encoding="utf-8")
    with running(full, "export", "json", "-o", str(tmp_path / "evenings.json")) as ran:
        until = time.monotonic() + PATIENCE
        begun = tmp_path.glob(".winddown-*")
        while not any(path.stat().st_size for path in begun) and time.monotonic() < until:
            time.sleep(0.001)
            begun = tmp_path.glob(".winddown-*")
        assert ended(ran, number) == (128 + number, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["evenings.json"]
    kept = (tmp_path / "evenings.json").read_text(encoding="utf-8")
    assert kept == "what stood there before"


def test_ctrl_c_in_a_long_answer_ends_with_130_and_says_nothing(full: Path) -> None:
    with Program(full, "review", "--plain") as program:
        program.child.expect(rb"\w+")  # the rest waits for somebody to read on
        program.press("ctrl+c")
        assert program.wait_until_left() == 130
        assert b"Traceback" not in program.raw


@pytest.mark.parametrize(
    ("editor", "code"),
    [("sh -c 'exec sleep 60' --", 130), ("sh -c 'trap : INT; sleep 4; exit 0' --", 0)],
)
def test_ctrl_c_is_for_the_editor_to_make_of_what_it_likes(
    tmp_path: Path, editor: str, code: int
) -> None:
    with Program(tmp_path, "config", "edit", EDITOR=editor, VISUAL="") as program:
        wait_for_child(program.child.pid)
        time.sleep(1)  # for the shell to set its trap
        program.press("ctrl+c")
        assert program.wait_until_left() == code
        assert b"Traceback" not in program.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_another_signal_is_passed_on_to_the_editor(tmp_path: Path, number: int) -> None:
    saves = "sh -c 'trap \"echo saved >> $0; exit 0\" TERM HUP; while :; do sleep 0.1; done'"
    with Program(tmp_path, "config", "edit", EDITOR=saves, VISUAL="") as program:
        wait_for_child(program.child.pid)
        time.sleep(1)  # for the shell to set its trap
        program.signal(number)
        assert program.wait_until_left() == 128 + number
    assert (tmp_path / "config/config.toml").read_text(encoding="utf-8").endswith("saved\n")


def wait_for_child(pid: int) -> None:
    """Wait until a process has started another."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").strip():
            return
        time.sleep(0.02)
    raise AssertionError("no editor was opened")
