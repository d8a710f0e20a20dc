"""What a person wrote stands in their own files and on their own screen, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from textual import constants
from textual.app import App

from tests.reliability.controls import controls
from tests.reliability.filled import quoted
from tests.reliability.hostile_home import TODAY, evening
from tests.reliability.rendered import rendered
from tests.reliability.window import Window
from tests.years import write
from winddown.data.locations import Locations, locations

WRITTEN = "Zwetschgenmus"
"""No word of the program's own."""
KEYS = b"?", b"\x1b", b"r", b"m", b"\x1b", b"\r", b"m", b"\r", b"\r", b"\r", b"\r", b"s", b"s"
"""Through the help, looking back, and from one step to the next."""
OWN = {("data", "evenings"), ("data", "backups"), ("config", "config.toml")}
"""Where what was written may stand, in the home."""


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    """A home in which the same secret stands in every field of every evening, and in the config."""
    where = locations({"WINDDOWN_HOME": str(tmp_path / "home")})
    where.config.mkdir(parents=True)
    text = quoted(WRITTEN)
    where.config_file.write_text(
        f'closing = {text}\n[[people]]\nname = {text}\n[[comforts]]\nid = "own"\ntext = {text}\n'
        f"[support]\nplan = [{text}]\n",
        encoding="utf-8",
    )
    days = [TODAY - timedelta(days=ago) for ago in range(1, 4)]
    write(where, [evening(WRITTEN, days[0], on=TODAY, followup=None)])
    write(where, [evening(WRITTEN, day) for day in days[1:]])
    return where


def tonight(home: Locations, step: str) -> None:
    """Have tonight stand at a step, with a plan for tomorrow in it."""
    plan = {"on": TODAY + timedelta(days=1), "followup": None}
    write(home, [evening(WRITTEN, TODAY, step=step, ended=None, breathing=(), **plan)])


def walked(home: Locations, *keys: bytes, **environ: str) -> tuple[Window, set[str]]:
    """Go through an evening, and give what other programs could see of this one meanwhile."""
    seen = set[str]()
    with Window(home.config.parent, **environ) as window:
        window.wait_until_open()
        window.read(0.5)
        for key in keys:
            window.send(key)
            window.read(0.25)
            for task in Path(f"/proc/{window.pid}/task").iterdir():
                seen.add((task / "comm").read_text())
            seen.add(Path(f"/proc/{window.pid}/cmdline").read_text())
        window.send(b"\x11")
        window.wait_until_left()
    return window, seen


def test_the_list_of_running_programs_tells_nothing_that_was_written(home: Locations) -> None:
    tonight(home, "arrive")
    window, seen = walked(home, *KEYS)
    assert WRITTEN in bytes(window.raw).decode(errors="replace")
    assert not [line for line in seen if WRITTEN.lower() in line.lower()]


def test_the_window_has_no_title_of_the_programs_making(home: Locations) -> None:
    tonight(home, "arrive")
    window, _ = walked(home, *KEYS)
    titles = [each for each in controls(bytes(window.raw)) if each.startswith("\x1b]")]
    assert [each for each in titles if not each.startswith("\x1b]22;")] == []
    assert not [each for each in controls(bytes(window.raw)) if WRITTEN in each]


def test_only_the_evenings_their_copies_and_the_config_hold_what_was_written(
    home: Locations, tmp_path: Path
) -> None:
    elsewhere = {name: str(tmp_path / name) for name in ("HOME", "TMPDIR", "XDG_STATE_HOME")}
    for folder in elsewhere.values():
        Path(folder).mkdir()
    tonight(home, "closing")
    walked(home, b"m", b"c", b"\r", **elsewhere)
    assert [*home.calendar.glob("*.ics")]
    holding = {
        path.relative_to(tmp_path / "home")
        for path in tmp_path.rglob("*")
        if path.is_file() and WRITTEN.encode() in path.read_bytes()
    }
    assert {path.parts[:2] for path in holding} <= OWN


async def test_no_notice_tells_anything_that_was_written(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(App, "_on_notify", lambda _, event: said.append(event.notification.message))
    tonight(home, "arrive")
    config = home.config_file.read_text(encoding="utf-8")
    home.config_file.write_text(f'motion = "{WRITTEN}"\n{config}', encoding="utf-8")
    broken = home.evening(TODAY - timedelta(days=2))
    broken.write_text(f'schema = 1\nevening = 2025-01-01\ntonight = "{WRITTEN}"\n')
    async with rendered(home.config.parent) as hand:
        await hand.press("s", ",", "enter", "a")
        await hand.paste(WRITTEN)
        await hand.press("enter", "escape", "x", "u", *["escape"] * 4, "r", "x", "u", "o", "u")
    assert len(said) >= 4
    assert not [sentence for sentence in said if WRITTEN in sentence]


def test_by_default_nothing_is_logged_and_no_warning_speaks(home: Locations) -> None:
    command = [sys.executable, "-X", "dev", "-W", "always", "-m", "winddown", "today"]
    environ = {**os.environ, "WINDDOWN_HOME": str(home.config.parent), "LANG": "en_GB.UTF-8"}
    said = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    assert WRITTEN in said.stdout
    assert said.stderr == ""
    assert (constants.LOG_FILE, constants.DEVTOOLS_PORT) == (None, 8081)


def test_a_note_can_be_given_without_standing_on_the_command_line(home: Locations) -> None:
    command = [sys.executable, "-m", "winddown", "followup", "did-it", "--note", "-"]
    environ = {**os.environ, "WINDDOWN_HOME": str(home.config.parent)}
    text = "Sie hat gelacht."
    subprocess.run(command, env=environ, input=f"{text}\n", text=True, check=True)
    kept = home.evening(TODAY - timedelta(days=1)).read_text(encoding="utf-8")
    assert f'note = "{text}"' in kept
