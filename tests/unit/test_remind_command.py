"""`winddown remind`: a recipe that this system understands, gives nothing away and is never run."""

from __future__ import annotations

import plistlib
import shlex
import shutil
import subprocess
from configparser import ConfigParser
from datetime import time
from pathlib import Path

import pytest

from tests.unit.by_day import home_of, planned, winddown
from winddown.commands.recipes import Recipe, cron, launchd, systemd, told
from winddown.commands.remind import recipe_for

AT = time(21, 5)
WORDS = "A quiet ten minutes, if you like."
STRANGE = 'Ten "quiet" minutes; 100% $HOME `true` \\ it\'s'
"""What a person may have chosen to be reminded by, with every sign that some system reads."""
ANALYZE = shutil.which("systemd-analyze")


def notifier(folder: Path) -> Path:
    """Make a command, in a folder with a space in its name, that notes what it is to show."""
    path = folder / "a b" / "notify"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > {shlex.quote(str(folder / 'shown'))}\n")
    path.chmod(0o700)
    return path


def everything(recipe: Recipe) -> str:
    """Give a recipe as it is printed."""
    return "\n".join(told(recipe, 72))


RECIPES = {
    "systemd": systemd(AT, WORDS, Path("/home/a b/units")),
    "launchd": launchd(AT, WORDS, Path("/Users/a b")),
    "cron": cron(AT, WORDS, ":0", "unix:path=/run/user/1000/bus"),
}


@pytest.mark.parametrize("name", RECIPES)
def test_every_recipe_says_that_it_is_not_needed_and_how_to_be_rid_of_it(name: str) -> None:
    """And that nothing was installed."""
    printed = everything(RECIPES[name])
    assert printed.startswith("A reminder is never needed;")
    assert "Nothing has been installed or written." in " ".join(printed.split())
    assert "Switch it off again:" in printed
    assert all(command in printed for command in (*RECIPES[name].on, *RECIPES[name].off))


@pytest.mark.parametrize("name", RECIPES)
def test_a_path_with_a_space_is_one_word_to_the_shell(name: str) -> None:
    """In every command that names one."""
    recipe = RECIPES[name]
    paths = {str(path) for path in recipe.files}
    named = {word for command in recipe.off for word in shlex.split(command) if "/a b" in word}
    assert named == paths
    for folder in {path.parent for path in recipe.files}:
        assert f"mkdir -p '{folder}'" in everything(recipe).splitlines()


@pytest.mark.parametrize("name", RECIPES)
def test_a_file_is_printed_so_that_it_can_be_copied_whole(name: str) -> None:
    """Without a space before its lines, which some formats would not take."""
    printed = everything(RECIPES[name])
    assert all(f"\n{text.rstrip()}\n" in printed for text in RECIPES[name].files.values())
    assert RECIPES[name].line in printed.splitlines()


# systemd


def units(recipe: Recipe, folder: Path) -> list[Path]:
    """Save the files of a recipe in a folder."""
    saved = [folder / path.name for path in recipe.files]
    for path, text in zip(saved, recipe.files.values(), strict=True):
        path.write_text(text)
    return saved


@pytest.mark.skipif(ANALYZE is None, reason="there is no systemd here")
def test_systemd_finds_nothing_wrong_with_its_files(tmp_path: Path) -> None:
    """Nor with words that hold every sign it reads."""
    assert ANALYZE
    for words in (WORDS, STRANGE):
        saved = units(systemd(AT, words, tmp_path, str(notifier(tmp_path))), tmp_path)
        ran = subprocess.run(
            [ANALYZE, "verify", "--user", "--man=no", *map(str, saved)],
            env={"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (ran.returncode, ran.stderr) == (0, "")
        shutil.rmtree(tmp_path / "a b")


def test_systemd_takes_every_sign_of_the_words_for_itself() -> None:
    """Where % and $ would stand for something else, and a quote would end them."""
    service, _ = systemd(AT, STRANGE, Path("/h"), "/usr/bin/notify-send").files.values()
    written = 'Ten \\"quiet\\" minutes; 100%% $$HOME `true` \\\\ it\'s'
    assert f'\nExecStart="/usr/bin/notify-send" "winddown" "{written}"\n' in service


@pytest.mark.skipif(ANALYZE is None, reason="there is no systemd here")
def test_systemd_reads_the_hour_as_every_day_at_that_time(tmp_path: Path) -> None:
    """As it says itself."""
    assert ANALYZE
    _, timer = units(systemd(AT, WORDS, tmp_path), tmp_path)
    read = ConfigParser()
    read.optionxform = str  # type: ignore[assignment,method-assign]  # the letters' case counts
    read.read(timer)
    ran = subprocess.run(
        [ANALYZE, "calendar", read["Timer"]["OnCalendar"]],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Normalized form: *-*-* 21:05:00" in ran.stdout
    assert read["Install"]["WantedBy"] == "timers.target"
    assert "Persistent" not in read["Timer"]


# launchd


def test_launchd_is_given_a_list_of_properties_that_can_be_read() -> None:
    """With the hour and the minute, and the words as one text of the script."""
    ((path, text),) = launchd(AT, STRANGE, Path("/Users/a b")).files.items()
    agent = plistlib.loads(text.encode())
    assert path == Path("/Users/a b/Library/LaunchAgents/winddown.reminder.plist")
    assert path.stem == agent["Label"]
    assert agent["StartCalendarInterval"] == {"Hour": 21, "Minute": 5}
    command, option, script = agent["ProgramArguments"]
    assert (command, option) == ("/usr/bin/osascript", "-e")
    escaped = STRANGE.replace("\\", "\\\\").replace('"', '\\"')
    assert script == f'display notification "{escaped}" with title "winddown"'


# cron


@pytest.mark.parametrize("words", [WORDS, STRANGE])
def test_cron_runs_the_line_every_day_at_that_time_and_shows_the_words(
    tmp_path: Path, words: str
) -> None:
    """Read as cron reads it: five fields, then a command in which a bare % would end it."""
    recipe = cron(AT, words, ":1", "unix:path=/run/user/1000/bus", str(notifier(tmp_path)))
    minute, hour, *rest, command = recipe.line.split(" ", 5)
    assert (minute, hour, rest) == ("5", "21", ["*", "*", "*"])
    assert "%" not in command.replace(r"\%", "")
    subprocess.run(["/bin/sh", "-c", command.replace(r"\%", "%")], check=True)
    assert (tmp_path / "shown").read_text().splitlines() == ["winddown", words]
    assert "DISPLAY=:1 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus " in command
    assert "cannot see its screen" in " ".join(recipe.caveats)


# Which of them


@pytest.mark.parametrize(
    ("platform", "has_systemd", "sign"),
    [
        ("linux", True, "OnCalendar"),
        ("linux", False, "crontab -e"),
        ("freebsd14", False, "crontab -e"),
        ("darwin", False, "StartCalendarInterval"),
    ],
)
def test_each_system_is_given_its_own(platform: str, has_systemd: bool, sign: str) -> None:
    """And no other."""
    recipe = recipe_for(platform, {"HOME": "/h"}, AT, WORDS, has_systemd=has_systemd)
    signs = {"OnCalendar", "crontab -e", "StartCalendarInterval"}
    assert {each for each in signs if each in everything(recipe)} == {sign}


def test_the_folder_of_systemd_is_where_the_person_keeps_their_config() -> None:
    """Where that is not the usual one."""
    environ = {"HOME": "/h", "XDG_CONFIG_HOME": "/my config"}
    recipe = recipe_for("linux", environ, AT, WORDS, has_systemd=True)
    assert {path.parent for path in recipe.files} == {Path("/my config/systemd/user")}


def test_the_program_prints_it_tells_of_no_one_and_writes_nothing(tmp_path: Path) -> None:
    """Whatever is planned."""
    planned(home_of(tmp_path))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    said = winddown(tmp_path, "remind", "--at", "21:30")
    assert (said.returncode, said.stderr) == (0, "")
    assert WORDS in said.stdout
    assert not [name for name in ("Sam", "text", "plan", "lonel") if name in said.stdout]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_ones_own_words_are_what_it_shows(tmp_path: Path) -> None:
    """In place of the usual ones."""
    folder = home_of(tmp_path).content
    folder.mkdir(parents=True)
    (folder / "by_day.toml").write_text('[words]\nreminder = "Tea."\n')
    said = winddown(tmp_path, "remind", "--at", "21:30").stdout
    assert "Tea." in said
    assert WORDS not in said


@pytest.mark.parametrize("arguments", [(), ("--at", "soon"), ("--at", "25:00")])
def test_without_a_time_of_day_there_is_no_recipe(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """That is bad usage."""
    assert winddown(tmp_path, "remind", *arguments).returncode == 2
